"""A workspace: a folder whose `workbench.toml` says where a company's tables come from."""

import os
import tomllib
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, ValidationError, field_validator, model_validator

from workbench.errors import PeriodError, WorkspaceError, hint
from workbench.model.calendar import Calendar
from workbench.model.period import Period
from workbench.model.tables import TABLES
from workbench.sources.table_source import FileSource, Strict, TableSource

FILE_NAME = "workbench.toml"
VARIABLE = "WORKBENCH_WORKSPACE"


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
        if zone not in available_timezones():
            raise ValueError(f"there is no time zone {zone!r}. {hint(zone, available_timezones())}")
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
    age_edges: tuple[int, ...] = (30, 60, 90, 180)  # last day of each age bucket but the oldest

    @field_validator("age_edges")
    @classmethod
    def _edges_rise(cls, edges: tuple[int, ...]) -> tuple[int, ...]:
        if not edges or edges[0] < 1 or sorted(set(edges)) != list(edges):
            raise ValueError("the edges are whole days, each larger than the one before")
        return edges


class _QuotaRules(Strict):
    prorate: bool = False  # lower quotas by hire and leave dates


STORE_NAME = "store.db"
SEED_NAME = "store.jsonl"  # what `workbench store export` wrote


class _StoreRules(Strict):
    url: str = ""  # of SQLAlchemy; "": store.db inside the workspace


class _Outreach(Strict):
    channels: dict[str, str] = Field(default_factory=dict)  # apprise URLs by name


class _ReviewRules(Strict):
    manager_scope: Literal["team", "own"] = "team"  # own: a manager's quota rows are personal
    template: str = "quarterly"


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
        return self


class Workspace:
    """An opened workspace: its rules, and where its tables come from."""

    def __init__(self, folder: Path, rules: WorkspaceFile) -> None:
        self.folder = folder
        self.rules = rules
        about = rules.workspace
        self.name = about.name or folder.name
        self.is_made = about.is_made
        self.as_of = about.as_of
        self.languages = about.languages
        self.currency = rules.money.currency
        self.amount_basis = rules.money.basis
        self.deals_kind = rules.deals.kind
        self.age_edges = rules.deals.age_edges
        self.prorate_quotas = rules.quotas.prorate
        self.manager_scope = rules.reviews.manager_scope
        self.template = rules.reviews.template
        self.channels = rules.outreach.channels
        self.zone = rules.calendar.zone
        self.outputs = (folder / about.outputs if about.outputs else Path("outputs")).resolve()

    def title(self, lang: str) -> str:
        """Name the company in a language."""
        title = self.rules.workspace.title
        if title is None:
            return self.name
        return title.zh if lang == "zh" else title.en

    @property
    def store_url(self) -> str:
        """Where what people write is kept."""
        return self.rules.store.url or f"sqlite:///{self.folder / STORE_NAME}"

    @property
    def has_store(self) -> bool:
        """Whether anything was ever written here; a database by URL counts as written."""
        is_begun = (self.folder / STORE_NAME).exists() or self.seed is not None
        return bool(self.rules.store.url) or is_begun

    @property
    def seed(self) -> Path | None:
        """An export that a new store begins with; None where there is none."""
        file = self.folder / SEED_NAME
        return file if file.exists() else None

    @property
    def tables(self) -> dict[str, TableSource]:
        """Where each table comes from."""
        return self.rules.tables

    @property
    def time_zone(self) -> ZoneInfo:
        """The zone dates are cut in."""
        return ZoneInfo(self.zone)

    @property
    def default_period(self) -> str:
        """The period a command takes when none is given.

        Raises
        ------
        WorkspaceError
            When workbench.toml names none.
        """
        period = self.rules.workspace.default_period
        if not period:
            raise WorkspaceError(
                f"{self.folder / FILE_NAME} names no default period. Give --period, or add "
                'default_period = "2026-Q3" to [workspace].'
            )
        return period

    @cached_property
    def calendar(self) -> Calendar:
        """The company's calendar, its own table of periods included."""
        rules = self.rules.calendar
        return Calendar(
            fiscal_year_start=rules.fiscal_year_start,
            periods=self._periods(),
            country=rules.country,
            working_weekdays=rules.working_weekdays,
            working_hours=rules.working_hours,
            zone=rules.zone,
        )

    def _periods(self) -> tuple[Period, ...]:
        source = self.rules.calendar.periods
        if source is None:
            return ()
        from workbench.sources.read import read_source  # noqa: PLC0415 (loads pandas)

        raw = read_source(self, "calendar.periods", source).frame
        rows = raw[["name", "start_on", "end_on"]].itertuples(index=False)
        try:
            found = [
                Period(
                    str(name), date.fromisoformat(start[:10]), date.fromisoformat(end[:10]), "named"
                )
                for name, start, end in rows
            ]
        except (TypeError, ValueError) as reason:
            raise PeriodError(
                f"The table of periods of {self.folder / FILE_NAME} holds a day that is no date: "
                f"{reason}. Write days as 2026-09-30."
            ) from reason
        return tuple(sorted(found, key=lambda period: period.start))


def open_workspace(folder: Path | str | None = None) -> Workspace:
    """Open a workspace.

    Parameters
    ----------
    folder
        The folder, or its workbench.toml. None takes `$WORKBENCH_WORKSPACE`, else the current
        folder when it holds a workbench.toml, else `data/demo` here or in a folder above.

    Raises
    ------
    WorkspaceError
        When there is none, or its workbench.toml cannot be used; names file, key and value.
    """
    found = _located(Path(folder) if folder else _default()).resolve()
    file = found / FILE_NAME
    try:
        rules = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as reason:
        raise WorkspaceError(f"{file} is not TOML: {reason}.") from reason
    try:
        return Workspace(found, WorkspaceFile.model_validate(rules))
    except ValidationError as reason:
        raise WorkspaceError(_sentence(file, reason)) from reason


def _default() -> Path:
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE])
    return Path() if Path(FILE_NAME).is_file() else Path("data") / "demo"


def _located(folder: Path) -> Path:
    """Find a relative folder here or in a folder above, as a notebook in notebooks/ needs."""
    if folder.name == FILE_NAME:
        folder = folder.parent
    above = [Path.cwd(), *Path.cwd().parents]
    places = [folder] if folder.is_absolute() else [start / folder for start in above]
    for place in places:
        if (place / FILE_NAME).is_file():
            return place
    raise WorkspaceError(
        f"There is no workspace {str(folder)!r}: it holds no {FILE_NAME}. "
        "Run `workbench init DIR` to make one, or give --workspace."
    )


def _sentence(file: Path, reason: ValidationError) -> str:
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
