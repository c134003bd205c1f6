"""What a company never records, so that no section measures by it: open or lost deals, a kind.

`metrics.recorded` tells which; the reason of an absent figure is how it reaches a reader.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.review.figures import Figures

_OPEN = ("orders_are_not_open", "no_open_recorded")
_LOST = ("orders_have_no_losses", "no_losses_recorded")
_KIND = "kind_never_recorded"  # of activity


def is_never_recorded(reason: str) -> bool:
    """Whether a figure is absent, for this reason, because the company records nothing of it."""
    return reason in (*_OPEN, *_LOST, _KIND)


def is_not_in_data(reason: str) -> bool:
    """Whether a figure is absent because the company's data have nothing of its kind."""
    is_without_table = reason.startswith("no_") and reason.endswith("_table")
    return is_without_table or reason == "column_missing" or is_never_recorded(reason)


def records_open(figures: "Figures") -> bool:
    """Whether the company records open deals; a rep of it without one has a true 0."""
    return figures["open_deals"].reason not in _OPEN


def recorded(metrics: Sequence[str], figures: "Figures") -> list[str]:
    """Leave out of a list of metrics what the company never records."""
    return [metric for metric in metrics if not is_never_recorded(figures[metric].reason)]
