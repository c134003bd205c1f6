"""Why won revenue changed on a year before: volume, mix, price, products that came and went."""

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.waterfall import Change, waterfall
from workbench.i18n import message
from workbench.page.parts import Block, Exhibit
from workbench.page.picture import Picture
from workbench.review import exhibits, words

if TYPE_CHECKING:
    from workbench.review.brief import Brief

PARTS = ("volume", "mix", "price", "new", "dropped", "withdrawn", "away", "other")


def change(review: "Brief") -> list[Block]:
    """Draw the way from last year's revenue to this one's; nothing where it cannot be told."""
    lang, growth = review.lang, review.figures["revenue_growth_yoy"]
    earlier = review.earlier_period
    if growth.numerator is None or growth.denominator is None or earlier is None:
        return []
    now = growth.denominator + growth.numerator
    rows = [
        _total(earlier.name, growth.denominator, review),
        *_parts(review),
        _total(review.period.name, now, review),
    ]
    title = message("change-title", lang, change=_money(growth.numerator, review, is_signed=True))
    currency = review.currency
    written = exhibits.amounts(currency, lang)
    drawn = Picture(
        lambda width: waterfall(rows, width=width, axis_text=written),
        key="change",
        description=exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
    )
    fold = exhibits.fold([growth], review)
    table = exhibits.steps_table(rows, currency, lang)
    return [Exhibit(title, message("change-sub", lang), drawn, table, (fold,))]


def _parts(review: "Brief") -> list[Change]:
    """Give the parts that are not nothing."""
    found = []
    for part in PARTS:
        row = review.figures.compared(f"change_{part}", "won_revenue")
        if row is not None and row.value is not None and abs(row.value) >= 1:
            label = _money(row.value, review, is_signed=True)
            name = message(f"change-{part}", review.lang)
            found.append(Change(name=name, value=float(row.value), label=label))
    return found


def _total(name: str, value: Decimal, review: "Brief") -> Change:
    return Change(
        name=name,
        value=words.position(value) or 0.0,
        label=_money(value, review, is_signed=False),
        is_total=True,
    )


def _money(value: Decimal, review: "Brief", *, is_signed: bool) -> str:
    return i18n.money(value, review.currency, review.lang, is_signed=is_signed)
