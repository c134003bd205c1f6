"""Frozen inputs as text and back, without losing what is a decimal, a day or a list."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import from_json, to_json

from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Absence, Item, Measure, Quota, RepInput
from workbench.incentives.plan import Assignment, Plan
from workbench.model.calendar import Calendar
from workbench.model.period import Period

_DECIMAL, _DAY = "$", "@"
_SIMPLE = (str, int, float)
_CALENDAR = TypeAdapter(Calendar)
_PERIOD = TypeAdapter(Period)


def written(head: Mapping[str, Any], **rows: object) -> str:
    """Write plain data: a head with decimals and days marked, and rows where their place tells.

    Equal data in equal order, equal text.
    """
    told = {"head": _marked(head), **rows}
    return to_json(told, inf_nan_mode="constants").decode()


def read(text: str) -> dict[str, Any]:
    """Read what `written` wrote; tuples come back as lists, decimals and days of rows as text."""
    found: dict[str, Any] = from_json(text)
    return {**found, "head": _unmarked(found["head"])}


def rows_written(rows: object) -> str:
    """Write rows of which the place of each value tells what it is."""
    return to_json(rows, inf_nan_mode="constants").decode()


def rows_read(text: str) -> Any:  # noqa: ANN401 (any plain data)
    """Read what `rows_written` wrote; decimals and days are texts."""
    return from_json(text)


def given_data(given: RepInput) -> dict[str, Any]:
    """Give a frozen input without its items as plain data."""
    quotas = {key: list(vars(each).values()) for key, each in given.quotas.items()}
    measures = {
        period: {name: list(vars(each).values()) for name, each in found.items()}
        for period, found in given.measures.items()
    }
    absences = [list(vars(each).values()) for each in given.absences]
    return {
        "rep_id": given.rep_id, "currency": given.currency, "as_of": given.as_of,
        "quotas": quotas, "measures": measures, "absences": absences, "rates": given.rates,
    }  # fmt: skip


def given_of(told: Mapping[str, Any], items: tuple[Item, ...]) -> RepInput:
    """Read a frozen input from plain data and its items."""
    return RepInput(
        told["rep_id"], told["currency"], told["as_of"], items,
        quotas={key: Quota(*each) for key, each in told["quotas"].items()},
        measures={
            period: {name: Measure(*each) for name, each in found.items()}
            for period, found in told["measures"].items()
        },
        absences=tuple(Absence(*each) for each in told["absences"]),
        rates={key: tuple(map(tuple, rows)) for key, rows in told["rates"].items()},
    )  # fmt: skip


def plan_data(plan: Plan) -> str:
    """Write the rules of a plan; who else is on it is left out."""
    return plan.model_dump_json(exclude={"assignments"}, by_alias=True)


@lru_cache(256)  # everybody on a plan has the same
def plan_read(text: str) -> Plan:
    """Read the rules of a plan; it assigns nobody."""
    return Plan.model_validate({**json.loads(text), "assignments": ()})


def segment_data(segment: Segment, plan: int) -> list[Any]:
    """Give the days of a rep on a plan as plain data.

    Parameters
    ----------
    plan
        Where its plan stands in the list beside.
    """
    own = segment.assignment.model_dump_json(exclude={"reps", "roles"}, by_alias=True)
    return [plan, own, segment.start, segment.end, segment.begins, segment.ends]


def segment_of(told: Sequence[Any], plans: Sequence[Plan], rep_id: str) -> Segment:
    """Read the days of a rep on a plan."""
    plan, own, *days = told
    return Segment(plans[plan], _assignment(own, rep_id), *map(date.fromisoformat, days))


@lru_cache(4096)
def _assignment(text: str, rep_id: str) -> Assignment:
    return Assignment.model_validate({**json.loads(text), "reps": (rep_id,)})


def period_data(period: Period) -> dict[str, Any]:
    """Give a period as plain data."""
    found: dict[str, Any] = _PERIOD.dump_python(period, mode="json")
    return found


def period_of(told: Mapping[str, Any]) -> Period:
    """Read a period."""
    return _PERIOD.validate_python(told)


def calendar_data(calendar: Calendar) -> str:
    """Write a calendar; without the company's own periods, which stand with the statement."""
    return _CALENDAR.dump_json(calendar).decode()


@lru_cache(16)
def calendar_of(text: str) -> Calendar:
    """Read a calendar."""
    return _CALENDAR.validate_json(text)


def _marked(value: Any) -> Any:  # noqa: ANN401 (any plain data)
    if value is None or isinstance(value, _SIMPLE):
        return value
    if isinstance(value, Mapping):
        return {name: _marked(value[name]) for name in sorted(value)}
    if isinstance(value, list | tuple):
        return [_marked(each) for each in value]
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    if type(value) is date:
        return {_DAY: value.isoformat()}
    raise TypeError(f"{value!r} cannot be frozen")


def _unmarked(found: Any) -> Any:  # noqa: ANN401 (any plain data)
    if isinstance(found, list):
        return [_unmarked(each) for each in found]
    if not isinstance(found, dict):
        return found
    if len(found) == 1:
        if _DECIMAL in found:
            return Decimal(found[_DECIMAL])
        if _DAY in found:
            return date.fromisoformat(found[_DAY])
    return {name: _unmarked(each) for name, each in found.items()}
