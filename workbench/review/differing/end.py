"""One end of what is compared: a review with its figures and the words its reader may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.review.as_signed import Basis, Place
from workbench.review.figures import Figures


@dataclass(frozen=True)
class End:
    """A review as it is compared."""

    label: str
    as_of: date  # the day of the data
    data: str  # the first signs of their hash
    figures: Figures
    words: Mapping[Place, str] | None  # None: not compared, for `why`
    why: str = ""  # a sentence
    basis: Basis | None = None  # None: signed before it was kept, or kept elsewhere
    is_signed: bool = False
