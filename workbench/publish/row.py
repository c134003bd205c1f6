"""One line of an index page: a rep, what needs attention, three figures and the document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal
from urllib.parse import quote

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.metrics.fact import Fact
from workbench.model.money import round_half_up
from workbench.publish.problem import Problem, sentence
from workbench.review import words
from workbench.review.figures import Figures

Attention = Literal["failed", "target", "both", "below", "coverage", "none", "left"]
_ORDER: tuple[Attention, ...] = ("failed", "target", "both", "below", "coverage", "none", "left")
CLOSER: frozenset[Attention] = frozenset({"target", "both", "below", "coverage"})
_BEHIND = Decimal("0.9")  # of the target, or of what was due by now while the period runs
_TRACK = 116  # drawn width of a small figure, in pixels
_BULLET_END = Decimal("1.5")  # attainment at the right edge of the track; beyond it is an arrow


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One rep of an index."""

    rep_id: str
    name: str
    team: str
    manager_id: str  # "" when none is recorded
    manager_name: str
    folder: str  # of the documents, beside `_index`
    documents: Mapping[Lang, str]  # file name of what was made, by language
    problems: Mapping[Lang, Problem] = field(default_factory=dict)  # what failed, by language
    figures: Figures | None  # of the period; None when there are no facts of this rep
    next_figures: Figures | None  # of the following period
    left_out: int  # rows of this rep that no figure counts
    left_on: date | None = None  # the last day at work of who has left; nothing is asked of them


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A figure as text, with the reason when absent, and where its marks stand in pixels."""

    text: str
    detail: str = ""  # counts and interval, or the reason it is absent
    label: str = ""  # what a screen reader says of the drawing
    marks: dict[str, str] | None = None  # x positions by mark; None: nothing is drawn


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


def row(entry: Entry, lang: Lang) -> Row:
    """Make one line of an index page."""
    attainment = _fact(entry.figures, "quota_attainment")
    coverage = _fact(entry.next_figures, "pipeline_coverage")
    problem = entry.problems.get(lang)
    calm: Attention = "left" if entry.left_on else _attention(entry, attainment)
    attention: Attention = "failed" if problem else calm
    return Row(
        order=(_ORDER.index(attention), entry.name.casefold(), entry.rep_id),
        entry=entry,
        attention=attention,
        problem=sentence(problem, lang) if problem else "",
        href="" if problem else _href(entry, lang),
        attainment=_bullet(attainment, lang),
        win_rate=_interval(_fact(entry.figures, "win_rate"), _median(entry), lang),
        coverage=_plain(coverage, lang),
        is_short=_is_short(entry),
        left=_left(entry, lang),
    )


def _left(entry: Entry, lang: Lang) -> str:
    if entry.left_on is None:
        return ""
    return message("publish-index-left", lang, date=i18n.long_date(entry.left_on, lang))


def _href(entry: Entry, lang: Lang) -> str:
    return f"../{quote(entry.folder, safe='')}/{quote(entry.documents[lang], safe='')}"


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


def _fact(figures: Figures | None, metric: str) -> Fact | None:
    return figures.facts.get((metric, "", "")) if figures else None


def _median(entry: Entry) -> Decimal | None:
    peers = entry.figures.peers("win_rate") if entry.figures else None
    return peers.value if peers else None


def _plain(fact: Fact | None, lang: Lang) -> Drawn:
    if fact is None or fact.value is None:
        return Drawn(text=MISSING, detail=words.reason(fact, lang) if fact else "")
    return Drawn(text=words.fact_text(fact, lang))


def _bullet(fact: Fact | None, lang: Lang) -> Drawn:
    if fact is None or fact.value is None:
        return _plain(fact, lang)
    text = words.fact_text(fact, lang)
    marks = {
        "bar": _x(min(max(fact.value, Decimal(0)), _BULLET_END) / _BULLET_END),
        "tick": _x(1 / _BULLET_END),
    }
    if fact.value > _BULLET_END:
        marks["beyond"] = str(_TRACK)  # the bar goes on
    elif fact.value < 0:
        marks["below"] = "0"
    return Drawn(text=text, label=message("publish-bullet", lang, value=text), marks=marks)


def _interval(fact: Fact | None, median: Decimal | None, lang: Lang) -> Drawn:
    if fact is None or fact.value is None:
        return _plain(fact, lang)
    counts = words.sample(fact, lang)
    if fact.n < words.RANKED_FROM or fact.low is None or fact.high is None:
        few = words.counts(fact, lang)
        return Drawn(text="", detail=message("publish-index-few", lang, counts=few))
    low, high = (i18n.number(bound * 100, lang) for bound in (fact.low, fact.high))
    text = words.fact_text(fact, lang)
    marks = {"low": _x(fact.low), "high": _x(fact.high), "dot": _x(fact.value)}
    if median is not None:
        marks["tick"] = _x(median)
    if words.is_unsteady(fact):
        marks["hollow"] = marks["dot"]
    return Drawn(
        text=text,
        detail=f"{counts}, {low}–{high}%" if lang == "en" else f"{counts}，{low}–{high}%",
        label=message("publish-interval", lang, value=text, low=f"{low}%", high=f"{high}%"),
        marks=marks,
    )


def _x(share: Decimal) -> str:
    """Place a share of 0..1 on the track, in pixels with one decimal."""
    return str(round_half_up(min(max(share, Decimal(0)), Decimal(1)) * _TRACK, 1))
