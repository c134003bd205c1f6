"""Who is written to: people at work with their address and language, and who stands for a role."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.i18n import Lang, require_lang
from workbench.model.address import is_plain_address
from workbench.model.employment import Employment
from workbench.model.period import Period

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

Rows = Mapping[str, Mapping[str, Any]]  # of reps, by id


@dataclass(frozen=True)
class Contact:
    """One person to be written to."""

    person: str
    name: str
    email: str  # "" where none is known: they are named, and not written to
    lang: Lang


def rows_of(desk: "Desk") -> Rows:
    """Give the rows of everybody in the latest snapshot."""
    return {row["rep_id"]: row for row in desk.snapshot.table("reps").to_pylist()}


def at_work(rows: Rows, day: date) -> Rows:
    """Leave out those whose last day at work is over; they are written to no more."""
    return {rep_id: row for rep_id, row in rows.items() if not _has_left(row, day)}


def contact_of(desk: "Desk", rows: Rows, person: str) -> Contact | None:
    """Find somebody by any id they have or had; None for who is in no row, or has left."""
    row = rows.get(desk.workspace.aliases.get(person, person))
    if row is None:
        return None
    lang = require_lang(row.get("language") or desk.lang)
    return Contact(person, str(row.get("name") or person), str(row.get("email") or ""), lang)


def standing_for(desk: "Desk", rows: Rows, role: str) -> list[Contact]:
    """List who does the work of HR or sales ops: whom `[serve]` names; nobody for other roles."""
    serve = desk.workspace.serve
    named = {"hr": serve.hr, "sales_ops": serve.sales_ops}.get(role, ())
    return [_identified(desk, rows, each) for each in named]


def _identified(desk: "Desk", rows: Rows, identity: str) -> Contact:
    """Read an identity, which is an id of reps, or an e-mail, or a name only a server knows."""
    found = contact_of(desk, rows, identity)
    if found is not None:
        return found
    email = identity if is_plain_address(identity) else ""
    return Contact(identity, identity, email, desk.lang)


def _has_left(row: Mapping[str, Any], day: date) -> bool:
    found = Employment(Period("today", day, day), row.get("hired_on"), row.get("left_on"))
    return found.has_left(day)
