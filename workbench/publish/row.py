"""One line of an index page: a rep, what needs attention, three figures and the document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

from workbench import i18n
from workbench.i18n import Lang, message
from workbench.metrics.fact import Fact
from workbench.publish.beside import File, Link, href_of, links
from workbench.publish.drawn import Drawn, bullet, interval, plain
from workbench.publish.fallen import fallen
from workbench.publish.problem import Problem, sentence
from workbench.publish.waits import Wait
from workbench.review import words
from workbench.review.figures import Figures

Attention = Literal["failed", "target", "both", "below", "coverage", "fell", "late", "none", "left"]
_ORDER: tuple[Attention, ...] = get_args(Attention)
CLOSER: frozenset[Attention] = frozenset({"target", "both", "below", "coverage", "fell"})
_BEHIND = Decimal("0.9")  # of the target, or of what was due by now while the period runs


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One rep of an index."""

    rep_id: str
    name: str
    team: str
    manager_id: str  # "" when none is recorded
    manager_name: str
    folder: str  # of the documents, beside `_index`
    documents: Mapping[Lang, str]  # file name of what a name leads to, by language
    files: Mapping[Lang, Sequence[File]] = field(default_factory=dict)  # what lies beside it
    problems: Mapping[Lang, Problem] = field(default_factory=dict)  # what failed, by language
    figures: Figures | None  # of the period; None when there are no facts of this rep
    next_figures: Figures | None  # of the following period
    earlier: Figures | None = None  # of the same period a year before
    left_out: int  # rows of this rep that no figure counts, but for what is only still open
    left_on: date | None = None  # the last day at work of who has left; nothing is asked of them


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line, ready to be drawn."""

    order: tuple[int, str, str]
    entry: Entry
    attention: Attention
    problem: str  # the sentence of what failed and what to do; "" when it was made
    href: str  # relative, percent-encoded; "" when there is no document
    attainment: Drawn
    win_rate: Drawn
    coverage: Drawn
    is_short: bool  # next coverage below what the win rate on record needs
    left: str = ""  # since when they have left; "" while at work
    fell: str = ""  # a rate that fell beyond chance; "" for none
    waits: tuple[Wait, ...] = ()  # who has to act on the review
    links: tuple[tuple[Link, ...], ...] = ()  # to what lies beside the document, by edition


def row(entry: Entry, lang: Lang, waits: Sequence[Wait] = ()) -> Row:
    """Make one line of an index page.

    Parameters
    ----------
    waits
        What the review of the entry waits for.
    """
    attainment = _fact(entry.figures, "quota_attainment")
    coverage = _fact(entry.next_figures, "pipeline_coverage")
    problem, fell = entry.problems.get(lang), fallen(entry.earlier, entry.figures, lang)
    calm: Attention = "left" if entry.left_on else _attention(entry, attainment)
    if calm == "none":
        calm = "fell" if fell else "late" if any(each.is_late for each in waits) else calm
    attention: Attention = "failed" if problem else calm
    return Row(
        order=(_ORDER.index(attention), entry.name.casefold(), entry.rep_id),
        entry=entry,
        attention=attention,
        problem=sentence(problem, lang) if problem else "",
        href=href_of(entry.folder, entry.documents.get(lang, "")),
        attainment=bullet(attainment, lang),
        win_rate=interval(_fact(entry.figures, "win_rate"), _median(entry), lang),
        coverage=_coverage(coverage, entry, lang),
        is_short=_is_short(entry),
        left=_left(entry, lang),
        fell=fell,
        waits=tuple(waits),
        links=links(entry.files.get(lang, ()), entry.folder, lang),
    )


def _left(entry: Entry, lang: Lang) -> str:
    if entry.left_on is None:
        return ""
    return message("publish-index-left", lang, date=i18n.long_date(entry.left_on, lang))


def _attention(entry: Entry, attainment: Fact | None) -> Attention:
    """Say what asks for a closer look; a target that was met asks for none by itself."""
    if attainment is None or attainment.value is None:
        return "target"
    pace = _fact(entry.figures, "linear_pace") or attainment
    is_behind = pace.value is not None and pace.value < _BEHIND
    if _is_short(entry):
        return "both" if is_behind else "coverage"
    return "below" if is_behind else "none"


def _is_short(entry: Entry) -> bool:
    """Whether the next period has less open than what the win rate on record needs."""
    coverage, needed = (
        _fact(entry.next_figures, metric) for metric in ("pipeline_coverage", "needed_coverage")
    )
    if coverage is None or coverage.value is None:
        return False
    return coverage.value < (needed.value if needed and needed.value is not None else 1)


def _coverage(fact: Fact | None, entry: Entry, lang: Lang) -> Drawn:
    """Write the coverage, and what is needed where it is less than that."""
    told, needed = plain(fact, lang), _fact(entry.next_figures, "needed_coverage")
    if needed is None or needed.value is None or not _is_short(entry):
        return told
    text = words.fact_text(needed, lang)
    return Drawn(text=told.text, detail=message("publish-index-needed", lang, needed=text))


def _fact(figures: Figures | None, metric: str) -> Fact | None:
    return figures.facts.get((metric, "", "")) if figures else None


def _median(entry: Entry) -> Decimal | None:
    peers = entry.figures.peers("win_rate") if entry.figures else None
    return peers.value if peers else None
