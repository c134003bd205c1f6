"""What moved the result most since a year before, and whether that is its cause."""

from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.review.sections.change import PARTS
from workbench.review.verdict.candidate import is_news

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def cause(review: "Brief") -> tuple[str, str] | None:
    """Name the part of the change on a year before that weighs most, under its label.

    The label says cause where the change goes the way of the result: more won does not explain a
    missed target. None where nothing is told.

    A part counts only in the direction of the whole: what held against it is no cause of it. Of a
    change that is no news nothing is told.
    """
    growth, lang = review.figures["revenue_growth_yoy"], review.lang
    if not growth.numerator or not is_news(growth.numerator, growth.denominator or Decimal(0)):
        return None
    found = {part: review.figures.compared(f"change_{part}", "won_revenue") for part in PARTS}
    moved = {part: row.value for part, row in found.items() if row and row.value}
    same = {part: value for part, value in moved.items() if (value > 0) == (growth.numerator > 0)}
    if not same:
        return None
    part = max(same, key=lambda name: (abs(same[name]), name))
    attained = review.figures.value("quota_attainment")
    explains = attained is None or (attained >= 1) == (growth.numerator > 0)
    label = message("verdict-cause-label" if explains else "verdict-change-label", lang)
    return label, message(
        "verdict-cause",
        lang,
        way="more" if growth.numerator > 0 else "less",
        change=i18n.money(abs(growth.numerator), review.currency, lang),
        part=message(f"change-{part}", lang),
        amount=i18n.money(same[part], review.currency, lang, is_signed=True),
    )
