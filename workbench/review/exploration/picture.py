"""One drawing of an exploration with its words, and what all of them are written with."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from workbench import i18n
from workbench.charts.layers import Drawing
from workbench.i18n import Lang, message
from workbench.metrics.fact import Fact
from workbench.page.number import value_text
from workbench.page.table import Table
from workbench.review.exploration.view import View

Draw = Callable[[int], Drawing]  # gives a drawing for a width in px


@dataclass(frozen=True)
class Picture:
    """What is drawn, under the finding it shows; `draw` None: nothing can be drawn, `sub` why."""

    draw: Draw | None
    title: str
    sub: str
    description: str  # what the drawing says, for people who do not see it
    figures: Table | None = None  # behind it; None where nothing is drawn


def empty(key: str, why: str, lang: Lang) -> Picture:
    """Say in place of a drawing that there is none, and why."""
    title = message(key, lang)
    return Picture(None, title, why, title)


def all_name(view: View, lang: Lang) -> str:
    """Name all whose deals are looked at: the team, or everybody."""
    return view.team or message("explore-everybody", lang)


def axis_text(fact: Fact, lang: Lang) -> Callable[[float], str]:
    """Give what writes a value on the axis of a figure."""

    def written(value: float) -> str:
        exact = Decimal(str(round(value, 6)))
        if fact.unit == "share":
            return i18n.share(exact, lang, 0)
        if fact.unit == "money":
            return i18n.money(exact, fact.currency, lang, has_unit=False)
        if fact.unit in ("count", "days", "hours", "points"):
            return i18n.number(exact, lang, 0 if exact == exact.to_integral_value() else 1)
        return value_text(exact, fact.unit, fact.currency, lang)

    return written
