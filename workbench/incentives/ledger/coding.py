"""Frozen inputs as text and back, without losing what is a decimal, a day or a list."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter

from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import Absence, Item, Line, Measure, Quota, Receipt, RepInput
from workbench.incentives.plan import Assignment, Plan
from workbench.model.calendar import Calendar
from workbench.model.period import Period

_DECIMAL, _DAY = "$", "@"
_CALENDAR = TypeAdapter(Calendar)
_PERIOD = TypeAdapter(Period)


def written(value: object) -> str:
    """Write plain data with decimals and days marked; equal data, equal text."""
    return json.dumps(
        value, default=_marked, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def read(text: str) -> Any:  # noqa: ANN401 (any plain data)
    """Read what `written` wrote; tuples come back as lists."""
    return json.loads(text, object_hook=_unmarked)


def given_data(given: RepInput) -> dict[str, Any]:
    """Give a frozen input as plain data."""
    told = {
        name: value for name, value in vars(given).items() if name not in ("quotas", "measures")
    }
    quotas = {key: list(vars(each).values()) for key, each in given.quotas.items()}
    measures = {
        period: {name: list(vars(each).values()) for name, each in found.items()}
        for period, found in given.measures.items()
    }
    absences = [list(vars(each).values()) for each in given.absences]
    return {**told, "quotas": quotas, "measures": measures, "absences": absences}


def given_of(told: Mapping[str, Any]) -> RepInput:
    """Read a frozen input from plain data."""
    return RepInput(
        **{
            **told,
            "items": tuple(item_of(each) for each in told["items"]),
            "quotas": {key: Quota(*each) for key, each in told["quotas"].items()},
            "measures": {
                period: {name: Measure(*each) for name, each in found.items()}
                for period, found in told["measures"].items()
            },
            "absences": tuple(Absence(*each) for each in told["absences"]),
            "rates": {key: tuple(map(tuple, rows)) for key, rows in told["rates"].items()},
        }
    )


def item_of(told: Sequence[Any]) -> Item:
    """Read an item from plain data."""
    item = Item(*told)
    lines = tuple(Line(values, _fields(fields)) for values, fields in item.lines)
    receipts = None if item.receipts is None else tuple(Receipt(*each) for each in item.receipts)
    return item._replace(fields=_fields(item.fields), lines=lines, receipts=receipts)


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
    return Segment(plans[plan], _assignment(own, rep_id), *days)


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


def _fields(told: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of a row; conditions ask lists of them as tuples."""
    return {
        name: tuple(value) if isinstance(value, list) else value for name, value in told.items()
    }


def _marked(value: object) -> object:
    if isinstance(value, Decimal):
        return {_DECIMAL: str(value)}
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    raise TypeError(f"{value!r} cannot be frozen")


def _unmarked(found: dict[str, Any]) -> Any:  # noqa: ANN401 (any plain data)
    if len(found) == 1:
        if _DECIMAL in found:
            return Decimal(found[_DECIMAL])
        if _DAY in found:
            return date.fromisoformat(found[_DAY])
    return found
