"""Nine boxes: performance by growth, both as people wrote them. No share is prescribed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.review.team.calibrating import Seen

STEPS = (1, 2, 3)


@dataclass(frozen=True)
class Boxes:
    """Who stands where; an empty box is a fine one."""

    cells: Mapping[tuple[int, int], tuple[str, ...]]  # names by performance and growth, by name
    unrated: tuple[str, ...]  # whose own manager gave no view

    def at(self, performance: int, growth: int) -> tuple[str, ...]:
        """Give the names of one box, in no order of merit."""
        return self.cells.get((performance, growth), ())


def nine_boxes(seen: Iterable[Seen], levels: int) -> Boxes:
    """Put each rep into a box.

    Parameters
    ----------
    seen
        Reps of a calibration whose views are laid open.
    levels
        How many levels the rating has.
    """
    cells: dict[tuple[int, int], list[str]] = {}
    unrated = []
    for each in seen:
        if each.now is None:
            unrated.append(each.name)
            continue
        cells.setdefault((performance(each.now[0], levels), each.now[1]), []).append(each.name)
    return Boxes(
        {box: tuple(sorted(names)) for box, names in cells.items()}, tuple(sorted(unrated))
    )


def performance(level: int, levels: int) -> int:
    """Give 1 below, 2 at and 3 above the middle of a scale: of five, 1–2, 3 and 4–5."""
    middle: Sequence[int] = [(levels + 1) // 2, levels // 2 + 1]
    if level < middle[0]:
        return 1
    return 3 if level > middle[1] else 2
