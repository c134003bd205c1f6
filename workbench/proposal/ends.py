"""Spans whose last day was typed as their end; the ends of this house are the day after."""

import time
from collections.abc import Iterable
from datetime import date, timedelta

from workbench.proposal.draft import Draft
from workbench.proposal.profile import Derived
from workbench.sources.sql import quoted

_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y")
_TABLES = ("quotas", "absences", "assignments")


def settle_ends(draft: Draft) -> None:
    """Move ends by a day where every span of a table runs from a first to a last day of months.

    One form must fit all days; else the ends stay as they are, and `check` tells of gaps of a day.
    """
    start, end = (draft.columns.get(column) for column in ("start_on", "end_on"))
    if draft.table not in _TABLES or start is None or end is None or draft.sql:
        return
    form = next((form for form in _FORMS if _runs_to_last_days(draft, form)), "")
    if not form or end.header not in draft.export.headers:
        return
    sql = f"strftime(try_strptime({{end}}, {quoted(form)}) + INTERVAL 1 DAY, '%Y-%m-%d')"
    made = Derived(column="end_on", needs={"end": (end.header,)}, sql=sql)
    draft.derived["end_on"] = (made, {"end": end.header})
    draft.columns["end_on"] = type(end)(draft.made_name("end_on"), end.how, end.why)


def _runs_to_last_days(draft: Draft, form: str) -> bool:
    starts = _days(draft.texts(draft.columns["start_on"].header), form)
    ends = _days(draft.texts(draft.columns["end_on"].header), form)
    if not starts or not ends:
        return False
    is_first = all(day.day == 1 for day in starts)
    return is_first and all((day + timedelta(days=1)).day == 1 for day in ends)


def _days(texts: Iterable[str], form: str) -> list[date]:
    """Read all texts by one form; [] where one is none."""
    found = []
    for text in texts:
        try:
            found.append(date(*time.strptime(text, form)[:3]))
        except ValueError:
            return []
    return found
