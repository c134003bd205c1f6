"""How much room words take on a slide, counted so that nothing runs over whatever the font."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from workbench.page.text_cells import width_of

LINE = 1.28  # of the size of letters; lines are set this far apart, by whatever font
_WIDE, _NARROW = 1.03, 0.6  # of the size: a Chinese character, a letter or sign of a wide font
_SLACK = 1e-9
_GAP = 0.35  # of a line, between two lines of words


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    def beneath(self, used: float) -> "Box":
        """Give what is left under the height used."""
        return Box(self.left, self.top + used, self.width, max(self.height - used, 0.0))

    def columns(self, n: int, gap: float) -> "list[Box]":
        """Cut it into columns of one width."""
        width = (self.width - gap * (n - 1)) / n
        return [
            Box(self.left + number * (width + gap), self.top, width, self.height)
            for number in range(n)
        ]


@lru_cache(4096)
def em_of(text: str) -> float:
    """Give the width of a text in sizes of its letters, by whatever font, at most."""
    wide = width_of(text) - len(text)  # each of these takes two columns of a terminal
    return wide * _WIDE + (len(text) - wide) * _NARROW


def lines_in(text: str, size: float, width: float) -> int:
    """Count the lines a text takes at a size in a width."""
    room = width / size
    return sum(max(1, ceil(em_of(piece) / room - _SLACK)) for piece in text.split("\n"))


def height_of(texts: Sequence[str], size: float, width: float) -> float:
    """Give the height of lines of words one under the other."""
    lines = sum(lines_in(text, size, width) for text in texts)
    return (lines + _GAP * len(texts)) * size * LINE


def shortened(text: str, size: float, width: float, lines: int) -> str:
    """Cut a text to a number of lines; a cut one ends with a mark that says so."""
    if lines_in(text, size, width) <= lines:
        return text
    room, used, kept = width / size * lines - _WIDE, 0.0, 0
    plain = text.replace("\n", " ")
    while kept < len(plain) and used + em_of(plain[kept]) <= room:
        used, kept = used + em_of(plain[kept]), kept + 1
    return plain[:kept].rstrip() + "…"


def fitting_size(texts: Sequence[str], sizes: Sequence[float], box: Box) -> float:
    """Choose the largest size at which all fits; the last where none does."""
    found = (size for size in sizes if height_of(texts, size, box.width) <= box.height)
    return next(found, sizes[-1])


def fitted(texts: Sequence[str], size: float, box: Box) -> tuple[list[str], bool]:
    """Take as many texts as a box holds, the last one shortened where part of it fits.

    Returns
    -------
    list of str, bool
        The texts, and whether the last of them is shortened.
    """
    kept: list[str] = []
    for text in texts:
        if height_of([*kept, text], size, box.width) <= box.height:
            kept.append(text)
            continue
        spare = box.height / (size * LINE) - height_of(kept, size, box.width) / (size * LINE)
        if spare - _GAP >= 1:
            return [*kept, shortened(text, size, box.width, int(spare - _GAP))], True
        break
    return kept, False


def shares(needed: Sequence[float], height: float, gap: float) -> list[float]:
    """Share a height out: who needs less than an equal part leaves the rest to the others."""
    given, left = [0.0] * len(needed), height - gap * (len(needed) - 1)
    order = sorted(range(len(needed)), key=lambda n: needed[n])
    for place, n in enumerate(order):
        given[n] = max(min(needed[n], left / (len(needed) - place)), 0.0)
        left -= given[n]
    return given
