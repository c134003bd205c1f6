"""Forecast and pace: how good the forecasts were, where the period ends, what was put off."""

from typing import TYPE_CHECKING

from markupsafe import Markup

from workbench.i18n import message
from workbench.review import words
from workbench.review.sections.results import measures

if TYPE_CHECKING:
    from workbench.review.review import Review

MEASURES = (
    "forecast_wape",
    "forecast_bias",
    "commit_hit_rate",
    "slippage_rate",
    "slippage_rate_by_value",
    "linear_pace",
    "seasonal_pace",
    "projection_linear",
    "projection_seasonal",
    "projection_pipeline",
)


def forecast(review: "Review") -> tuple[str, Markup]:
    """Set forecasts against what came, and show the range in which the period ends."""
    lang, error, bias = review.lang, *(review.figures[key] for key in MEASURES[:2])
    body = measures(MEASURES, "forecast-figures", review)
    if error.value is None or bias.value is None:
        reason = words.reason(error, lang)
        return message("forecast-finding-none", lang, reason=reason), body
    side = "high" if bias.value > 0 else "low" if bias.value < 0 else "even"
    finding = message(
        "forecast-finding",
        lang,
        n=error.n,
        error=words.fact_text(error, lang),
        side=side,
    )
    return finding, body
