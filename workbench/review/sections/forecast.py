"""Forecast and pace: how good the forecasts were, where the period ends, what was put off."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.page.parts import Block
from workbench.review import words
from workbench.review.never_recorded import recorded
from workbench.review.sections.commit import commit
from workbench.review.sections.results import measures
from workbench.review.sections.without_deals import has_no_deals
from workbench.review.sections.year_end import year_end

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_KEPT = (
    "forecast_wape",
    "forecast_bias",
    "forecast_mape",
    "commit_hit_rate",
    "slippage_rate",
    "slippage_rate_by_value",
)
_AHEAD = (  # of a period that still runs
    "linear_pace",
    "seasonal_pace",
    "projection_linear",
    "projection_seasonal",
    "projection_pipeline",
)


def forecast(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Set forecasts against what came, and show the range in which the period ends."""
    if has_no_deals(review):
        return message("forecast-finding-no-deals", review.lang), []
    lang, error, bias = review.lang, *(review.figures[key] for key in _KEPT[:2])
    is_over = review.as_of >= review.period.last_day
    shown = recorded(_KEPT if is_over else (*_KEPT, *_AHEAD), review.figures)
    body = [*year_end(review), *commit(review), measures(shown, "forecast-figures", review)]
    if error.value is None or bias.value is None:
        return message("forecast-finding-none", lang), body
    side = "high" if bias.value > 0 else "low" if bias.value < 0 else "even"
    finding = message(
        "forecast-finding",
        lang,
        n=error.n,
        error=words.fact_text(error, lang),
        bias=i18n.share(abs(bias.value), lang),
        side=side,
    )
    return finding, body
