"""Reminders of open requests for support, to who owns them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.i18n import message, require_lang
from workbench.review.cycle.addresses import page_address
from workbench.review.growing.book import Book, SupportDesk, load_book
from workbench.review.growing.support import desk_named
from workbench.store import Actor
from workbench.store.outbox import Message
from workbench.store.registers import Line, lines_of

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

SOON = 2  # days before something is due that people are reminded


def request_messages(
    desk: "Desk", actor: Actor, channel: str, day: date, reps: Mapping[str, Mapping[str, Any]]
) -> list[Message]:
    """Write one message per open request whose day is near or has passed.

    Each is told at most twice, near and late; neither the request nor who asked is in it, since a
    channel is no place for a customer's name.

    Parameters
    ----------
    reps
        The rows of reps by id, for address and language; a desk of growth.toml has its own address.
    """
    book = load_book(desk.workspace.folder)
    return [
        _message(line, desk, channel, day, _address(line, book, reps))
        for line in _due(lines_of(desk.store, actor, "support"), day)
    ]


def _due(lines: list[Line], day: date) -> Iterator[Line]:
    for line in lines:
        if line.ended_at is None and line.due_on is not None and (line.due_on - day).days <= SOON:
            yield line


def _address(line: Line, book: Book, reps: Mapping[str, Mapping[str, Any]]) -> tuple[str, str]:
    """Give the address and the language of who owns a request; "" where neither is known."""
    row = reps.get(line.owner, {})
    found: SupportDesk | None = desk_named(book, str(line.about.get("desk") or line.owner))
    email = row.get("email") or (found.email if found else "")
    return str(email), str(row.get("language") or "")


def _message(line: Line, desk: "Desk", channel: str, day: date, whom: tuple[str, str]) -> Message:
    address, language = whom
    lang = require_lang(language or desk.lang)
    is_late = line.is_overdue(day)
    body = "mail-support-late-body" if is_late else "mail-support-body"
    return Message(
        message=f"support:{line.line}:{channel}:{'late' if is_late else 'soon'}",
        cycle=str(line.about.get("cycle", "")),
        rep_id=line.rep_id,
        channel=channel,
        recipient=address,
        subject=message("mail-support-subject", lang),
        body=message(
            body, lang, due=str(line.due_on), link=page_address(desk.workspace, "support")
        ),
    )
