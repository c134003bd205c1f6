"""What may stand in `workbench.toml`, and the sentence for what may not."""

from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zoneinfo import available_timezones

from pydantic import Field, ValidationError, field_validator, model_validator

from workbench.errors import hint
from workbench.model.rules import AGE_EDGES
from workbench.model.tables import TABLES
from workbench.sources.limits import Limits
from workbench.sources.table_source import FileSource, Strict, TableSource


class _Named(Strict):
    zh: str
    en: str


class _About(Strict):
    name: str = ""  # "" takes the folder's name
    title: _Named | None = None
    is_made: bool = False  # made data are labelled wherever they appear
    default_period: str = ""
    as_of: date | None = None  # None: today, in the workspace's zone
    languages: tuple[Literal["zh", "en"], ...] = ("zh", "en")
    outputs: str = ""  # "" takes ./outputs


@cache
def _zones() -> frozenset[str]:
    """List the time zones there are; the system is asked once, which reads many files."""
    return frozenset(available_timezones())


class _CalendarRules(Strict):
    zone: str = "UTC"
    fiscal_year_start: int = 1
    country: str = ""
    working_weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)
    working_hours: tuple[time, time] = (time(9), time(18))
    periods: TableSource | None = None  # name, start_on, end_on (exclusive)

    @field_validator("zone")
    @classmethod
    def _zone_is_known(cls, zone: str) -> str:
        if zone not in _zones():
            raise ValueError(f"there is no time zone {zone!r}. {hint(zone, _zones())}")
        return zone

    @field_validator("working_hours")
    @classmethod
    def _hours_go_forward(cls, hours: tuple[time, time]) -> tuple[time, time]:
        if hours[0] >= hours[1]:
            raise ValueError(f"the working day ends at {hours[1]}, before it begins")
        return hours

    @field_validator("fiscal_year_start")
    @classmethod
    def _month_is_known(cls, month: int) -> int:
        if not 1 <= month <= 12:  # noqa: PLR2004 (months)
            raise ValueError("a month is 1 to 12")
        return month


class _Money(Strict):
    currency: str = "CNY"  # the reporting currency
    basis: Literal["bookings", "acv", "tcv"] = "bookings"


class _DealRules(Strict):
    kind: Literal["deals", "orders"] = "deals"  # orders: no lost deals are recorded
    age_edges: tuple[int, ...] = AGE_EDGES  # last day of each age bucket but the oldest

    @field_validator("age_edges")
    @classmethod
    def _edges_rise(cls, edges: tuple[int, ...]) -> tuple[int, ...]:
        if not edges or edges[0] < 1 or sorted(set(edges)) != list(edges):
            raise ValueError("the edges are whole days, each larger than the one before")
        return edges


class _QuotaRules(Strict):
    prorate: bool = False  # lower quotas by hire and leave dates


class _StoreRules(Strict):
    url: str = ""  # of SQLAlchemy; "": store.db inside the workspace


class _Outreach(Strict):
    channels: dict[str, str] = Field(default_factory=dict)  # apprise URLs by name


class _ReviewRules(Strict):
    manager_scope: Literal["team", "own"] = "team"  # own: a manager's quota rows are personal
    template: str = "quarterly"


class _ServeRules(Strict):
    identity: Literal["", "header"] = ""  # "": nobody is told apart (Desk mode)
    header: str = "X-Forwarded-User"  # in which a proxy says who is there: rep_id or e-mail
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")  # whose word counts for it
    sales_ops: tuple[str, ...] = ()  # people by what the identity calls them
    hr: tuple[str, ...] = ()


class WorkspaceFile(Strict):
    """The whole of workbench.toml."""

    workspace: _About = _About()
    calendar: _CalendarRules = _CalendarRules()
    money: _Money = _Money()
    deals: _DealRules = _DealRules()
    quotas: _QuotaRules = _QuotaRules()
    reviews: _ReviewRules = _ReviewRules()
    store: _StoreRules = _StoreRules()
    outreach: _Outreach = _Outreach()
    serve: _ServeRules = _ServeRules()
    limits: Limits = Limits()
    files: dict[str, FileSource] = Field(default_factory=dict)  # raw files, for SQL
    tables: dict[str, TableSource]

    @model_validator(mode="after")
    def _tables_are_known(self) -> "WorkspaceFile":
        for name in self.tables:
            if name not in TABLES:
                raise ValueError(f"[tables.{name}] is no table. {hint(name, TABLES)}")
        for name in ("reps", "deals"):
            if name not in self.tables:
                raise ValueError(f"[tables.{name}] is missing; add it with file or sql")
        for name, source in self.tables.items():
            if source.taken_from and (name, source.taken_from) != ("reps", "deals"):
                raise ValueError(
                    f'[tables.{name}] from = "{source.taken_from}" cannot be: only reps are taken '
                    'from another table, as [tables.reps] from = "deals"'
                )
        return self


def fault_sentence(file: Path, reason: ValidationError) -> str:
    """Say in a sentence what workbench.toml may not hold: file, key, value, and the next step."""
    first = reason.errors()[0]
    place = [str(part) for part in first["loc"] if not str(part).startswith("function")]
    key = ".".join(place) or "the whole"
    if first["type"] == "extra_forbidden":
        known = _known_keys(place[:-1])
        return f"{file} has no use for {key}. {hint(place[-1], known)}"
    message = first["msg"].removeprefix("Value error, ")
    value = first.get("input")
    shown = f" = {value!r}" if isinstance(value, str | int | float | bool) else ""
    return f"{file}, {key}{shown}: {message}."


def _known_keys(place: list[str]) -> list[str]:
    """List the keys that may stand at a place of workbench.toml."""
    model: Any = WorkspaceFile
    for part in place:
        if isinstance(model, type) and issubclass(model, Strict) and part in model.model_fields:
            model = model.model_fields[part].annotation
        if place[0] in ("tables", "files"):
            model = TableSource if place[0] == "tables" else FileSource
    found = getattr(model, "model_fields", TableSource.model_fields)
    return list(found)
