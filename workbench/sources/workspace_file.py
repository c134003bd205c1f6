"""What may stand in `workbench.toml`, and the sentence for what may not."""

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, model_validator

from workbench.errors import hint
from workbench.model.tables import TABLES
from workbench.sources.calendar_rules import CalendarRules
from workbench.sources.limits import Limits
from workbench.sources.publish_rules import PublishRules
from workbench.sources.table_source import FileSource, Strict, TableSource
from workbench.sources.workspace_parts import (
    About,
    DealRules,
    Money,
    Outreach,
    PayRules,
    PeopleRules,
    QuotaRules,
    ReviewRules,
    RoleRules,
    ServeRules,
    StoreRules,
)

# What the contract asks of deals, and no row
_NO_DEALS = "select '' as deal_id, '' as rep_id, false as is_closed, false as is_won where false"
_OR_NONE = ', or where the company records no deals write [deals] and below it kind = "none"'


class WorkspaceFile(Strict):
    """The whole of workbench.toml."""

    workspace: About = About()
    calendar: CalendarRules = CalendarRules()
    money: Money = Money()
    deals: DealRules = DealRules()
    quotas: QuotaRules = QuotaRules()
    reviews: ReviewRules = ReviewRules()
    people: PeopleRules = PeopleRules()
    roles: RoleRules = RoleRules()
    pay: PayRules = PayRules()
    publish: PublishRules = PublishRules()
    store: StoreRules = StoreRules()
    outreach: Outreach = Outreach()
    serve: ServeRules = ServeRules()
    limits: Limits = Limits()
    files: dict[str, FileSource] = Field(default_factory=dict)  # raw files, for SQL
    tables: dict[str, TableSource]

    @model_validator(mode="after")
    def _tables_are_known(self) -> "WorkspaceFile":
        for name in self.tables:
            if name not in TABLES:
                raise ValueError(f"[tables.{name}] is no table. {hint(name, TABLES)}")
        if self.deals.kind == "none":
            self._have_no_deals()
        for name, other in (("reps", ""), ("deals", _OR_NONE)):
            if name not in self.tables:
                raise ValueError(f"[tables.{name}] is missing; add it with file or sql{other}")
        for name, source in self.tables.items():
            if source.taken_from and (name, source.taken_from) != ("reps", "deals"):
                raise ValueError(
                    f'[tables.{name}] from = "{source.taken_from}" cannot be: only reps are taken '
                    'from another table, as [tables.reps] from = "deals"'
                )
        return self

    def _have_no_deals(self) -> None:
        """Give a table of deals without a row, as everything downward reads one."""
        if "deals" in self.tables:
            raise ValueError(
                '[deals] kind = "none" and [tables.deals] cannot both be; take one of them out'
            )
        self.tables["deals"] = TableSource(sql=_NO_DEALS)


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
