"""Profiles: how one CRM exports; each is a data file in `profiles/`, and so is a new one."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import Field, ValidationError, field_validator

from workbench.errors import WorkspaceError, require_known
from workbench.model.tables import TABLES
from workbench.sources.table_source import Strict
from workbench.sources.workspace_parts import Named

ANY = "any"  # the profile of names any system may use; not one to recognise


class Derived(Strict):
    """A column of a table that several columns of an export give together."""

    column: str  # of the contract
    needs: dict[str, tuple[str, ...]]  # name in the SQL: headers, the first that is there
    sql: str  # over {name}, each a quoted column of texts, NULL where empty
    unless: tuple[str, ...] = ()  # headers that give the column outright; it is not made then
    where: str = ""  # made only where a text of a need matches; "" is always
    means: Named | None = None  # a short phrase: why it is so


class Export(Strict):
    """One list or report of a system, as it is exported, and what its headers mean."""

    table: str  # of the contracts
    about: Named  # what the system calls it
    tells: tuple[str, ...] = ()  # headers no other export of this system has together
    columns: dict[str, tuple[str, ...]]  # of the contract: headers; API names, then labels
    derived: tuple[Derived, ...] = ()  # tried in order; the first whose needs are there wins
    values: dict[str, dict[str, Any]] = Field(default={})  # as in workbench.toml
    constants: dict[str, Any] = Field(default={})
    null_values: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()  # headers that are known and needed by nothing
    kind: Literal["deals", "orders"] = "deals"  # orders: what is lost is not recorded
    months: tuple[tuple[str, ...], ...] = ()  # of quotas: headers of January to December's target
    year: tuple[str, ...] = ()  # of quotas by month: headers of the year they are of

    @field_validator("months")
    @classmethod
    def _are_twelve(cls, months: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        if months and len(months) != 12:  # noqa: PLR2004 (months)
            raise ValueError("the months are twelve, or left out")
        return months

    @field_validator("table")
    @classmethod
    def _is_contract(cls, table: str) -> str:
        require_known("table", (table,), TABLES)
        return table


class Profile(Strict):
    """How one system exports what a review needs."""

    title: Named
    currency: str = ""  # of amounts that name none; only of a system of one country
    won: tuple[str, ...] = ()  # stages and states that mean won, in every language it shows
    lost: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()  # that mean: counts nowhere
    exports: tuple[Export, ...]
    notes: tuple[Named, ...] = ()  # what its exports leave out unless one takes care


@cache
def profiles() -> Mapping[str, Profile]:
    """Read all profiles there are, by name.

    Raises
    ------
    WorkspaceError
        When a data file is no profile; names the file and its fault.
    """
    folder = files("workbench.proposal") / "profiles"
    found = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            name = file.name.removesuffix(".toml")
            found[name] = _read(name, file.read_text(encoding="utf-8"))
    return found


def _read(name: str, text: str) -> Profile:
    try:
        profile = Profile(**tomllib.loads(text))
        for export in profile.exports:
            known = TABLES[export.table].column_names
            derived = (each.column for each in export.derived)
            require_known("column", (*export.columns, *derived), known)
    except (tomllib.TOMLDecodeError, ValidationError) as reason:
        raise WorkspaceError(f"The profile {name}.toml cannot be used: {reason}") from reason
    return profile
