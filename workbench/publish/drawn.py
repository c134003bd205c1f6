"""The small figures of a line: a bar on its target, a rate with its interval, or plain text."""

from dataclasses import dataclass
from decimal import Decimal

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.metrics.fact import Fact
from workbench.model.money import round_half_up
from workbench.review import words

_TRACK = 116  # drawn width of a small figure, in pixels
_BULLET_END = Decimal("1.5")  # attainment at the right edge of the track; beyond it is an arrow


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A figure as text, with the reason when absent, and where its marks stand in pixels."""

    text: str
    detail: str = ""  # counts and interval, or the reason it is absent
    label: str = ""  # what a screen reader says of the drawing
    marks: dict[str, str] | None = None  # x positions by mark; None: nothing is drawn


def plain(fact: Fact | None, lang: Lang) -> Drawn:
    """Write a figure; an absent one is a dash with its reason."""
    if fact is None or fact.value is None:
        return Drawn(text=MISSING, detail=words.reason(fact, lang) if fact else "")
    return Drawn(text=words.fact_text(fact, lang))


def bullet(fact: Fact | None, lang: Lang) -> Drawn:
    """Draw an attainment as a bar; an absent one gives its reason."""
    if fact is None or fact.value is None:
        return plain(fact, lang)
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


def interval(fact: Fact | None, median: Decimal | None, lang: Lang) -> Drawn:
    """Draw a rate with its interval beside the peers' median; of few cases counts alone."""
    if fact is None or fact.value is None:
        return plain(fact, lang)
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
