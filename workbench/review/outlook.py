"""What looks ahead is told of the period to come once the period reviewed is over."""

from datetime import date
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.fact import seen_day
from workbench.review import words

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.figures import Figures
    from workbench.review.rep_period import RepPeriod


def state_day(review: "RepPeriod") -> date:
    """Give the day at whose end the open deals of the review stood."""
    seen = seen_day(review.figures["open_deals"])
    return seen or min(review.period.last_day, review.as_of)


def target_figures(review: "RepPeriod") -> tuple[str, "Figures"]:
    """Give the period whose cover matters and its figures: the next once this one is over."""
    is_over = review.period.is_over(review.as_of)
    if is_over and review.next_period is not None and review.next_figures is not None:
        return review.next_period.name, review.next_figures
    return review.period.name, review.figures


def label_of(metric: str, review: "RepPeriod") -> str:
    """Name a figure, with the period it is told of where that is another than the one reviewed."""
    name, _fact = told_of(metric, review)
    label = words.label(metric, review.lang)
    if name == review.period.name:
        return label
    return message("label-ahead", review.lang, metric=label, period=name)


def told_of(metric: str, review: "RepPeriod") -> tuple[str, "Fact"]:
    """Give a figure and the name of the period it is told of.

    Raises
    ------
    UnknownNameError
        When there is no such metric; offers the nearest.
    """
    if metric in CATALOGUE and CATALOGUE[metric].looks_ahead:
        name, figures = target_figures(review)
        return name, figures[metric]
    return review.period.name, review.figures[metric]
