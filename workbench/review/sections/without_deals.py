"""What is told of a rep whose company records no deals, as a call centre: what people did."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.i18n import message
from workbench.review import words
from workbench.review.never_recorded import is_not_in_data

if TYPE_CHECKING:
    from workbench.review.brief import Brief

_HEADED = ("calls", "meetings", "lead_response_within_1h", "csat")
_MEASURES = (
    "calls", "meetings", "visits", "emails", "tasks", "lead_response_hours",
    "lead_response_within_1h", "account_coverage", "csat", "nps", "collection_rate",
)  # fmt: skip
_MOST = 2  # figures of a heading


def has_no_deals(review: "Brief") -> bool:
    """Whether nothing can be told of deals: the company has none, or nothing of what they bring."""
    return not review.has_deals or is_not_in_data(review.figures["won_revenue"].reason)


def told_without_deals(review: "Brief") -> str:
    """Say the first figures there are; "" where none is."""
    lang, found = review.lang, review.figures
    told = [
        message(
            "summary-figure", lang, metric=words.label(metric, lang),
            value=words.fact_text(found[metric], lang),
        )
        for metric in _HEADED
        if found.value(metric)
    ]  # fmt: skip
    return i18n.phrases(told[:_MOST], lang)


def measures_without_deals(review: "Brief") -> Sequence[str]:
    """List the measures of what people did that the company's data have something of."""
    return [each for each in _MEASURES if not is_not_in_data(review.figures[each].reason)]
