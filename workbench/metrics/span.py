"""Spans of days, half open, and what they have in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Span:
    """Days from `start` to before `end`."""

    start: date
    end: date

    def within(self, other: "Span") -> "Span":
        """Give the common days; empty when there are none."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))


def merged(spans: Iterable[Span], bounds: Span) -> list[Span]:
    """Cut spans to some bounds and join those that overlap, so that no day counts twice."""
    cut = sorted((span.within(bounds) for span in spans), key=lambda span: span.start)
    found: list[Span] = []
    for span in cut:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
