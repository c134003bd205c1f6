"""How far a goal is reached, as a bar with its share."""

from decimal import Decimal

from markupsafe import Markup

from workbench import i18n
from workbench.i18n import MISSING, Lang
from workbench.review.render import render

_END = Decimal("1.2")  # the tick of a full goal stands at five sixths of the track


def track(reached: Decimal | None, why: str, lang: Lang) -> Markup:
    """Draw a share of a goal; an absent one is a dash with its reason."""
    width = min(max(reached or Decimal(0), Decimal(0)) / _END, Decimal(1)) * 100
    return render(
        "progress",
        lang,
        is_absent=reached is None,
        width=f"{width:.1f}",
        shown=MISSING if reached is None else i18n.share(reached, lang),
        reason=why,
    )
