"""Who has been overlooked: long enough here, and nobody has said a word of thanks. For managers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Member:
    """Somebody of a team, and when they were last recognised."""

    rep_id: str
    hired_on: date | None
    left_on: date | None
    recognised_on: tuple[date, ...] = ()  # days of praise, awards and rewards
    in_favour: tuple[str, ...] = ()  # what the figures say for them, as sentences


@dataclass(frozen=True)
class Overlooked:
    """Somebody without recognition for the whole window."""

    rep_id: str
    last_on: date | None  # of any recognition before the window; None: never
    in_favour: tuple[str, ...]


def overlooked(members: Iterable[Member], day: date, window: int) -> list[Overlooked]:
    """List who was not recognised in the `window` days to `day`.

    Who was not here for the whole window is not overlooked but new; who left is not listed.

    Returns
    -------
    list of Overlooked
        Most in favour first, then the longest without, then by id.
    """
    start = day - timedelta(days=window)
    found = [
        Overlooked(each.rep_id, _last(each.recognised_on, day), each.in_favour)
        for each in members
        if _was_here(each, start, day) and not any(start < on <= day for on in each.recognised_on)
    ]
    return sorted(
        found, key=lambda each: (-len(each.in_favour), each.last_on or date.min, each.rep_id)
    )


def _was_here(member: Member, start: date, day: date) -> bool:
    is_new = member.hired_on is not None and member.hired_on > start
    is_gone = member.left_on is not None and member.left_on <= day
    return not is_new and not is_gone


def _last(days: Sequence[date], day: date) -> date | None:
    return max((on for on in days if on <= day), default=None)
