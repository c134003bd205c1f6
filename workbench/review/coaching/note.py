"""The note of a session as sections of a document: what was said aloud, and what was agreed.

Private notes and figures of other people are not read here at all.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.model.day import day_of, wall_time
from workbench.page.parts import Block, Bullets, Heading, Terms
from workbench.page.section import Cover
from workbench.page.shown import Shown
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.review import words as figures
from workbench.review.coaching.carried import owner_name
from workbench.review.coaching.desk import CoachingDesk, Words
from workbench.review.coaching.figures import figures_table
from workbench.review.cycle.checking import is_blank
from workbench.review.kept import drawn
from workbench.store.coaching.rules import Session
from workbench.store.promises import Promise

_BEFORE = ("focus", "win", "worry", "want")
_FEEDBACK = ("praise", "change")
_PARTS = ("situation", "behaviour", "impact", "intent", "request", "evidence")
Labelled = list[tuple[str, str]]  # label and words


def note_sections(desk: CoachingDesk, session: Session) -> list[Shown]:
    """Write the sections of a session's note, in the order of the agenda; empty ones are left out.

    Parameters
    ----------
    session
        Held; only what both may read of it is shown.
    """
    words = desk.words(session)
    agreed = desk.made_in(session)
    blocks: Iterable[tuple[str, list[Block]]] = (
        ("opening", _lines([(_label(desk, key), _told(desk, words, key)) for key in _BEFORE])),
        ("carried", _carried(desk, session)),
        ("figures", _figures(desk, words)),
        ("deals", _deals(desk, words)),
        ("feedback", _feedback(desk, words)),
        ("skill", _rows(desk, words, "skill")),
        ("commitments", _agreed(desk, agreed)),
        ("close", _close(desk, session, words)),
    )
    shown = [_section(desk, key, body) for key, body in blocks if body]
    return [_cover(desk, session, len(agreed)), *shown]


def _cover(desk: CoachingDesk, session: Session, count: int) -> Shown:
    review, lang = desk.review, desk.lang
    name, number = review.rep.name, session.number
    manager = review.rep.manager_name or session.manager_id
    as_of = i18n.long_date(review.as_of, lang)
    readers = message(f"note-readers-{session.visibility}", lang)
    basis = [
        (message("note-day", lang), i18n.long_date(desk.day_of(session), lang)),
        (message("note-manager", lang), manager),
        (message("note-period", lang), f"{review.period.name} · {as_of}"),
        (message("note-readers", lang), readers),
    ]
    cover = Cover(
        company=review.workspace.title(lang), kind=message("note-kind", lang),
        period=message("coach-session", lang, n=number), is_made=review.is_made,
        name=name, role=message("note-with", lang, rep=name, manager=manager), basis=tuple(basis),
    )  # fmt: skip
    finding = message("note-finding", lang, name=name, n=number, count=count)
    day, snapshot = review.as_of.isoformat(), review.snapshot.hash[:8]
    foot = message("note-foot", lang, n=number, as_of=day, hash=snapshot)
    made = [message("review-made-foot", lang)] if review.is_made else []
    title = message("note-title", lang, name=name, n=number)
    facts = {
        "title": title, "lang": lang, "rep_name": name, "period": session.period,
        "is_made": review.is_made, "running_head": title,
        "running_foot": " · ".join([foot, *made]),
    }  # fmt: skip
    return Shown("cover", lang, finding, name=message("note-name", lang), cover=cover, facts=facts)


def _section(desk: CoachingDesk, key: str, body: list[Block]) -> Shown:
    step = desk.agenda.step(key)
    title = step.name.in_(desk.lang) if step is not None else key
    return Shown(key, desk.lang, title, body, name=title, is_note=True)


def _lines(told: Labelled) -> list[Block]:
    """Give labelled words; those that say nothing are left out."""
    said = [(label, words) for label, words in told if words.strip()]
    return [Terms(said)] if said else []


def _carried(desk: CoachingDesk, session: Session) -> list[Block]:
    lang, found = desk.lang, desk.answered(session)
    if not found:
        return []
    heads = [text(message(f"coach-head-{name}", lang)) for name in ("what", "moved", "state")]
    rows = []
    for each in found:
        state = message(f"coach-state-{each.promise.state}", lang)
        reason = each.promise.reason
        told = f"{state}: {reason}" if reason else state
        parts = (each.moved, each.verdict, each.aimed)
        rows.append([each.promise.what, " · ".join(part for part in parts if part), told])
    return [Table(heads, rows)]


def _figures(desk: CoachingDesk, words: Words) -> list[Block]:
    drawn = figures_table(desk.measures(words), desk.lang)
    return [drawn, *_lines([(_label(desk, "changed"), _told(desk, words, "changed"))])]


def _deals(desk: CoachingDesk, words: Words) -> list[Block]:
    word = words.get(("deals", "shared"))
    rows = word.value if word is not None and isinstance(word.value, list) else []
    seen = [str(drawn(row[1], desk.lang)) for row in rows if len(row) > 1]
    shown = [Bullets(seen)] if seen else []
    return [*shown, *_lines([(_label(desk, "ask"), _told(desk, words, "ask"))])]


def _feedback(desk: CoachingDesk, words: Words) -> list[Block]:
    shown: list[Block] = []
    for key in _FEEDBACK:
        value = desk.value(words, key)
        if not isinstance(value, dict) or is_blank(value):
            continue
        has_evidence = not is_blank(value.get("evidence"))
        mark = "" if has_evidence else message("coach-opinion", desk.lang)
        parts = [
            (message(f"note-part-{part}", desk.lang), str(value.get(part) or "")) for part in _PARTS
        ]
        shown += [Heading(_label(desk, key), mark), *_lines(parts)]
    return shown


def _rows(desk: CoachingDesk, words: Words, key: str) -> list[Block]:
    item, value = desk.agenda.items.get(key), desk.value(words, key)
    if item is None or not isinstance(value, list):
        return []
    rows: Sequence[Sequence[Any]] = [row for row in value if not is_blank(row)]
    heads = [text(column.in_(desk.lang)) for column in item.columns]
    return [Table(heads, [[str(cell) for cell in row] for row in rows])] if rows else []


def _agreed(desk: CoachingDesk, agreed: Sequence[Promise]) -> list[Block]:
    item, lang = desk.agenda.items.get("actions"), desk.lang
    if item is None or not agreed:
        return []
    heads = [text(column.in_(lang)) for column in item.columns]
    rows = [
        [
            each.what, figures.label(each.metric, lang) if each.metric else MISSING,
            each.aim or MISSING, each.due_on.isoformat() if each.due_on else MISSING,
            each.support or MISSING, owner_name(each.owner_id, desk.review),
        ]
        for each in agreed
    ]  # fmt: skip
    return [Table(heads, rows)]


def _close(desk: CoachingDesk, session: Session, words: Words) -> list[Block]:
    lang = desk.lang
    word = words.get(("summary", "shared"))
    who = owner_name(word.saved_by, desk.review) if word is not None else ""
    said = _told(desk, words, "summary")
    by = message("note-written-by", lang, said=said, who=who) if said else ""
    told = [(_label(desk, "summary"), by)]
    told.append((_label(desk, "rating"), _told(desk, words, "rating")))
    at = wall_time(session.next_at, desk.zone) if session.next_at else None
    when = f"{i18n.long_date(day_of(at, desk.zone), lang)} {at:%H:%M}" if at else ""
    told.append((_label(desk, "next"), when or message("note-next-open", lang)))
    return _lines(told)


def _label(desk: CoachingDesk, key: str) -> str:
    item = desk.agenda.items.get(key)
    return item.label.in_(desk.lang) if item is not None else key


def _told(desk: CoachingDesk, words: Words, key: str) -> str:
    """Write what stands in an item both may read; options by their name."""
    value, item = desk.value(words, key), desk.agenda.items.get(key)
    if item is None or value is None:
        return ""
    if item.options:
        is_one = type(value) is int and 1 <= value <= len(item.options)
        return item.options[value - 1].in_(desk.lang) if is_one else ""
    return str(value)
