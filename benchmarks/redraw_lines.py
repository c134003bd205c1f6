"""What came out of a hand on two pages, a line for each thing that is asked of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.hand import Drag


@dataclass
class Told:
    """What was measured of one page, in ms."""

    opened: list[float] = field(default_factory=list)
    touched: list[float] = field(default_factory=list)
    drags: list[Drag] = field(default_factory=list)
    moved: list[float] = field(default_factory=list)
    first: float = 0.0  # the first opening, of a browser that keeps nothing yet
    memory: tuple[float, float] = 0.0, 0.0
    waited: int = 0  # openings that were met by a kernel started before


def print_lines(told: Mapping[str, Told]) -> None:
    """Print both beside each other, ours first, and the ratios of their p50 and p95."""
    kinds: dict[str, Callable[[Told], list[float]]] = {
        "redraws a second in a drag": lambda each: [drag.redraws for drag in each.drags],
        "moves a second that came": lambda each: [drag.moves for drag in each.drags],
        "a move until all charts": lambda each: each.moved,
        "let go until all is right": lambda each: [drag.settled for drag in each.drags],
        "charts that followed a box": lambda each: [float(drag.followed) for drag in each.drags],
        "first touch of the map": lambda each: each.touched,
        "address to the map": lambda each: each.opened,
    }
    for label, kind in kinds.items():
        ours, mosaic = (kind(each) for each in told.values())
        ratio = " and ".join(_ratio(ours, mosaic, part) for part in (0.5, 0.95))
        print(f"{label}: {_spread(ours)}; mosaic-widget {_spread(mosaic)}; ratio {ratio}")
    for name, each in told.items():
        resident, own = each.memory
        print(f"{name}: address to the map at the first visit {each.first:.0f}")
        print(f"{name}: a kernel waited at {each.waited} of {len(each.opened)} openings")
        print(f"memory of the kernel, {name}: {resident:.0f} MB resident, {own:.0f} by its part")


def _spread(values: list[float]) -> str:
    if not values:
        return "nothing was drawn"
    ends = f"{min(values):.1f} to {max(values):.1f}, n={len(values)}"
    return f"p50 {_part(values, 0.5):.1f}, p95 {_part(values, 0.95):.1f} ({ends})"


def _ratio(ours: list[float], mosaic: list[float], part: float) -> str:
    return f"{_part(ours, part) / _part(mosaic, part):.2f}" if ours and mosaic else "-"


def _part(values: list[float], part: float) -> float:
    return sorted(values)[min(round(len(values) * part), len(values) - 1)]
