"""Requests for support: from a form to the register, to whom they go, how long an answer took."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.model.day import day_of
from workbench.model.money import round_half_up
from workbench.review.cycle.checking import Entries, is_blank
from workbench.review.growing.book import Book, SupportDesk
from workbench.review.template import Template
from workbench.store import Actor, Store
from workbench.store.entries import entries_in
from workbench.store.registers import Line, keep_line, lines_in
from workbench.store.rules import Subject

if TYPE_CHECKING:
    from sqlalchemy import Connection


_DAYS = 5  # promised where no desk is named
_DAY = Decimal(86_400)  # seconds


@dataclass(frozen=True)
class Answering:
    """How a desk answers: what is open and how long an answer took."""

    key: str  # "" for requests no desk of growth.toml owns
    open: int
    late: int
    answered: int
    days: Decimal | None  # the middle of the answer times; None while nothing is answered
    on_time: int  # answered by their day, of those answered


def keep_requests(
    store: Store,
    connection: "Connection",
    actor: Actor,
    subject: Subject,
    template: Template,
    book: Book,
    today: date,
) -> list[Line]:
    """Make lines of the register of what the form of a review asks for.

    It is done in the transaction in which the form is handed in. A request without an owner goes to
    the manager of record, one without a readable day is due when its desk promises an answer. What
    was kept before is not kept twice.
    """
    cycle, rep_id = subject.cycle, subject.rep_id
    entries = entries_in(connection, actor, subject)
    kept = {(line.what, line.owner) for line in lines_in(connection, actor, "support", rep_id)
            if line.about.get("cycle") == cycle}  # fmt: skip
    made = []
    for told in _asked(template, entries):
        line = _line(told, book, subject, today)
        if line is not None and (line.what, line.owner) not in kept:
            kept.add((line.what, line.owner))
            made.append(keep_line(store, connection, actor, line))
    return made


def desk_named(book: Book, words: str) -> SupportDesk | None:
    """Find the desk people mean, by key, name in either language, or owner; None for none."""
    wanted = _plain(words)
    for desk in book.desk:
        names = (desk.key, desk.label.zh, desk.label.en, desk.owner)
        if wanted and wanted in [_plain(name) for name in names]:
            return desk
    return None


def answer_times(lines: Iterable[Line], book: Book, day: date, zone: ZoneInfo) -> list[Answering]:
    """Count the requests of each desk, and the middle of its answer times.

    Parameters
    ----------
    lines
        Requests of the period.
    day
        The company's today, for what is late.
    zone
        The company's, for what was answered by its day.

    Returns
    -------
    list of Answering
        In the order of growth.toml, then the requests of no desk; desks without one are left out.
    """
    by_desk: dict[str, list[Line]] = {}
    for line in lines:
        found = desk_named(book, str(line.about.get("desk") or line.owner))
        by_desk.setdefault(found.key if found else "", []).append(line)
    keys = [*(desk.key for desk in book.desk), ""]
    return [_answering(key, by_desk[key], day, zone) for key in keys if key in by_desk]


def answer_days(line: Line) -> Decimal | None:
    """Give the days an answer took, to a tenth; None while the request is open."""
    took = line.handling
    if took is None:
        return None
    return round_half_up(Decimal(str(took.total_seconds())) / _DAY, 1)


def _answering(key: str, lines: Sequence[Line], day: date, zone: ZoneInfo) -> Answering:
    took = sorted(found for line in lines if (found := answer_days(line)) is not None)
    done = [line for line in lines if line.ended_at is not None]
    timely = sum(
        line.due_on is None
        or (line.ended_at is not None and day_of(line.ended_at, zone) <= line.due_on)
        for line in done
    )
    return Answering(
        key=key,
        open=len(lines) - len(done),
        late=sum(line.is_overdue(day) for line in lines),
        answered=len(done),
        days=round_half_up(Decimal(median(took)), 1) if took else None,
        on_time=timely,
    )


def _asked(template: Template, entries: Entries) -> list[Mapping[str, str]]:
    """Read the rows of the support tables of a form by what their columns mean."""
    found: list[Mapping[str, str]] = []
    for item in template.forms.get("support", ()):
        means = [column.means for column in item.columns]
        for side in item.sides if "what" in means and "owner" in means else ():
            entry = entries.get(("support", item.key, side))
            if entry is not None and not entry.is_proposed:
                found += [dict(zip(means, row, strict=False)) for row in entry.value
                          if not is_blank(row)]  # fmt: skip
    return found


def _line(told: Mapping[str, str], book: Book, subject: Subject, today: date) -> Line | None:
    what, named = told.get("what", "").strip(), told.get("owner", "").strip()
    if not what:
        return None
    found = desk_named(book, named)
    promised = today + timedelta(days=found.days if found else _DAYS)
    owner = found.owner if found and found.owner else named
    return Line(
        register="support", what=what, rep_id=subject.rep_id,
        owner=owner or subject.delegate_id or subject.manager_id or "sales_ops",
        due_on=_day(told.get("due", "")) or promised,
        about={
            "cycle": subject.cycle, "desk": found.key if found else "",
            "stake": told.get("stake", ""),
        },
    )  # fmt: skip


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()
