"""The inbox as a person reads it: who asked what about what, until when, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.i18n import Lang, has_message, message, said, told
from workbench.store import Actor
from workbench.store.inbox import Asked
from workbench.store.naming import owner_said

HEADS = ("rep", "kind", "about", "text", "asked-by", "due", "state", "answer")


@dataclass(frozen=True)
class Reading:
    """For whom an inbox is told, and on which day."""

    actor: Actor
    day: date
    lang: Lang


def with_whom(item: Asked, lang: Lang) -> str:
    """Say with whom something asked is, and by which day it is answered."""
    return told(said("inbox-asked", owner=owner_said(item.owner), day=f"{item.due_on}"), lang)


def heads(lang: Lang) -> list[str]:
    """Name the columns of an inbox."""
    return [message(f"inbox-head-{name}", lang) for name in HEADS]


def rows(items: Iterable[Asked], reading: Reading) -> list[list[str]]:
    """Tell each item as a row under `HEADS`; what is late is said in words."""
    return [
        [
            each.rep_id, message(f"inbox-kind-{each.kind}", reading.lang),
            about(each, reading.lang), each.text, _by(each, reading), _due(each, reading),
            message(f"inbox-is-{each.state}", reading.lang), _answer(each),
        ]
        for each in items
    ]  # fmt: skip


def about(item: Asked, lang: Lang) -> str:
    """Name what is asked about: a metric with what it showed, or a line of a statement."""
    metric = str(item.about.get("metric") or "")
    named = message(metric, lang) if metric and has_message(metric, lang) else metric
    named = named or str(item.about.get("name") or item.about.get("line") or "")
    value = item.about.get("value")
    return f"{named}: {value}" if named and value is not None else named


def _by(item: Asked, reading: Reading) -> str:
    return message("inbox-you", reading.lang) if is_own(item, reading.actor) else item.asked_by


def is_own(item: Asked, actor: Actor) -> bool:
    """Whether an actor asked it."""
    return item.asked_by == actor.person_id


def _due(item: Asked, reading: Reading) -> str:
    if item.due_on is None or item.state != "open":
        return ""
    key = "inbox-overdue" if item.is_overdue(reading.day) else "inbox-due"
    return message(key, reading.lang, day=item.due_on.isoformat())


def _answer(item: Asked) -> str:
    return f"{item.answer} ({item.answered_by})" if item.answer else ""
