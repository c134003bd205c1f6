"""Values and teamwork: who was helped, from records; praise and honours. Beside the score."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import MISSING, message
from workbench.metrics.recognition.teamwork import Teamwork, teamwork_of
from workbench.model.day import day_of
from workbench.page.parts import Block, Callout, Note
from workbench.page.table import Column, Table, figures
from workbench.page.table import words as text
from workbench.review.growing.evidence import own_helps
from workbench.review.growing.honours import honour_text
from workbench.review.growing.lines import days_of, given_in
from workbench.review.growing.records import helps_told
from workbench.store.registers import Line

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def values(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Print what the records show of help, and what was said in thanks."""
    lang = review.lang
    found = own_teamwork(review)
    body = [*_facts(found, review), *_honours(review), *_praise(review)]
    if found is None or not found.evidence:
        return message("values-finding", lang), body
    return message("values-finding-told", lang, n=found.colleagues, evidence=found.evidence), body


def own_teamwork(review: "Brief") -> Teamwork | None:
    """Count the rep's help in the period; None where nothing could show any."""
    lines, rep = review.lines, review.rep
    is_blind = not (review.has("deal_splits") or review.has("activities"))
    if is_blind and not review.has_store:
        return None
    days = days_of(review)
    mentored = [line for line in lines.mentoring if line.owner == rep.rep_id]
    helps = [*own_helps(review, days), *helps_told(mentored, lines.praise, days)]
    return teamwork_of(rep.rep_id, helps, {rep.rep_id: rep.manager_id})


def _facts(found: Teamwork | None, review: "Brief") -> list[Block]:
    lang = review.lang
    if found is None:
        title, said = (message(f"teamwork-none-{part}", lang) for part in ("title", "text"))
        return [Callout(title, said)]
    rows = [
        [message("teamwork-colleagues", lang), i18n.number(found.colleagues, lang), ""],
        _splits(found, review),
        _assists(found, review),
        _told("mentoring", found.mentoring, review),
        _told("praise", found.praise, review),
        _activities(review),
    ]
    heads = [
        text(message("teamwork-what", lang)),
        figures(message("teamwork-n", lang)),
        text(message("teamwork-counted", lang)),
    ]
    drawn = Table(heads, rows, title=message("teamwork-title", lang))
    note = message("teamwork-note", lang)
    return [drawn, Note(note, is_quiet=True)]


def _splits(found: Teamwork, review: "Brief") -> list[str]:
    lang = review.lang
    if not review.has("deal_splits"):
        return [message("teamwork-splits", lang), MISSING, message("teamwork-no-splits", lang)]
    return [message("teamwork-splits", lang), i18n.number(found.splits, lang),
            message("teamwork-splits-how", lang)]  # fmt: skip


def _assists(found: Teamwork, review: "Brief") -> list[str]:
    lang, label = review.lang, message("teamwork-assists", review.lang)
    if not review.has("activities"):
        return [label, MISSING, message("teamwork-no-activities", lang)]
    how = message("teamwork-assists-how", lang, n=found.activities)
    return [label, i18n.number(found.assists, lang), how]


def _told(name: str, n: int, review: "Brief") -> list[str]:
    lang = review.lang
    how = message(f"teamwork-{name}-how", lang)
    if not review.has_store:
        return [message(f"teamwork-{name}", lang), MISSING, message("teamwork-no-store", lang)]
    return [message(f"teamwork-{name}", lang), i18n.number(n, lang), how]


def _activities(review: "Brief") -> list[str]:
    lang, days = review.lang, days_of(review)
    label = message("teamwork-activities", lang)
    held = [line for line in review.lines.activity
            if line.due_on is not None and days.start <= line.due_on < days.end]  # fmt: skip
    if not held:
        return [label, MISSING, message("teamwork-no-activity", lang)]
    came = [line for line in held if line.line in review.lines.attended]
    told = message("teamwork-activities-how", lang, n=len(held))
    return [label, f"{len(came)} / {len(held)}", told]


def _honours(review: "Brief") -> list[Block]:
    """List awards and rewards of the period, each with its rule."""
    lang = review.lang
    found = [*given_in(review.lines.award, review), *given_in(review.lines.reward, review)]
    if not found:
        return []
    heads = [
        text(message("honours-what", lang)),
        Column(message("honours-rule", lang), is_detail=True),
        figures(message("honours-day", lang)),
    ]
    rows = [_honour(line, review) for line in found]
    return [Table(heads, rows, title=message("honours-title", lang))]


def _honour(line: Line, review: "Brief") -> list[str]:
    what, grounds = honour_text(line, review.lang)
    reason = str(line.about.get("reason", ""))
    if reason:
        grounds = message("honours-reason", review.lang, rule=grounds, reason=reason)
    return [what, grounds, _day(line, review)]


def _praise(review: "Brief") -> list[Block]:
    """List the praise received in the period, in the words it was given in, with who gave it."""
    lang = review.lang
    found = given_in(review.lines.praise, review)
    if not found:
        return []
    names = review.names({line.made_by for line in found})
    heads = [text(message(f"praise-{name}", lang)) for name in ("what", "behaviour", "by")]
    heads.append(figures(message("praise-day", lang)))
    rows = [
        [line.what, line.grounds, names.get(line.made_by, line.made_by), _day(line, review)]
        for line in found
    ]
    return [Table(heads, rows, title=message("praise-title", lang))]


def _day(line: Line, review: "Brief") -> str:
    if line.made_at is None:
        return MISSING
    return i18n.short_date(day_of(line.made_at, review.time_zone))
