"""Where somebody works on a day: their role, as assigned, else as the list of reps has it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]


def roles_on(day: date, reps: Iterable[Row], assigned: Iterable[Row]) -> dict[str, str]:
    """Give everybody's role on a day; "" where none is told.

    Who changes roles in the middle of a period is compared with those of the role they end it in.
    """
    held: dict[str, Row] = {}
    for row in assigned:
        is_on_day = row["start_on"] <= day and (row.get("end_on") is None or day < row["end_on"])
        before = held.get(row["rep_id"])
        if is_on_day and (before is None or before["start_on"] < row["start_on"]):
            held[row["rep_id"]] = row
    return {
        rep["rep_id"]: held.get(rep["rep_id"], {}).get("role") or rep.get("role") or ""
        for rep in reps
    }
