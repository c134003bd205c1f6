"""One end of what is compared: a review with its figures and the words its reader may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.review.figures import Figures

Place = tuple[str, str, str]  # name of the section, what was asked, who wrote


@dataclass(frozen=True)
class End:
    """A review as it is compared."""

    label: str
    as_of: date  # the day of the data
    data: str  # the first signs of their hash
    figures: Figures
    words: Mapping[Place, str] | None  # None: not compared, for `why`
    why: str = ""  # a sentence
