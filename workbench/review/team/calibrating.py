"""The calibration sheet of a cycle: who is still to be seen, then all views side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from workbench.errors import RefusedError, require_known
from workbench.i18n import error
from workbench.review.brief import Brief
from workbench.review.cycle.desk import Desk
from workbench.review.fitting import has_rating
from workbench.review.scoring import score_of
from workbench.review.template import Item
from workbench.review.text import Text
from workbench.review.weighted_rating import Weighted, weighted, weighted_items
from workbench.store import Actor
from workbench.store.calibration import (
    Adjustment,
    View,
    adjust,
    calibrated,
    laid_levels,
    laid_open,
    own_views,
)
from workbench.store.entries import Place, read_entries
from workbench.store.meeting import Meeting, meeting_of
from workbench.store.rules import Subject, is_signed, may_calibrate, may_write, part

_SECTION, _KIND = "rating", "rating"


@dataclass(frozen=True)
class Seat:
    """One rep a manager gives a view on."""

    subject: Subject
    name: str
    is_own: bool  # whether the review is this manager's
    view: View | None  # what the manager wrote
    proposed: int | None  # the level in the manager's own rating form, to begin with


@dataclass(frozen=True)
class Seen:
    """One rep with all views, once the meeting has begun."""

    subject: Subject
    name: str
    views: tuple[View, ...]  # the own manager's first
    changes: tuple[Adjustment, ...]  # the earliest first
    now: tuple[int, int] | None  # level and growth that hold; None without an own manager's view
    score: Decimal | None  # of the review, from the figures alone
    weighted: Weighted | None  # of what the own manager rated; None where nothing is weighed
    can_adjust: bool  # whether this actor may change it now

    @property
    def spread(self) -> int:
        """How many levels lie between the highest and the lowest view."""
        levels = [view.level for view in self.views]
        return max(levels) - min(levels) if levels else 0

    @property
    def is_talked_over(self) -> bool:
        """Whether views differ by two levels or more: talk about this one first."""
        return self.spread >= 2  # noqa: PLR2004 (a level apart is how people differ)


@dataclass(frozen=True)
class Sheet:
    """A calibration as one actor sees it."""

    cycle: str
    meeting: Meeting
    levels: tuple[Text, ...]  # the anchors of the rating, lowest first
    names: Mapping[str, str]
    seats: tuple[Seat, ...]  # while views are collected
    seen: tuple[Seen, ...]  # once they are laid open, the widest spread first
    zone: ZoneInfo  # the company's


def sheet(desk: Desk, actor: Actor, cycle: str) -> Sheet:
    """Open the calibration of a cycle.

    Raises
    ------
    UnknownNameError
        When there is no such cycle, or its template asks for no rating.
    RefusedError
        For who is not at the table.
    """
    meeting = meeting_of(desk.store, actor, cycle)
    names = {row["rep_id"]: row["name"] for row in desk.snapshot.table("reps").to_pylist()}
    levels = _rating(desk, cycle).options
    zone = desk.workspace.time_zone
    if meeting.is_open:
        seen = _seen(desk, actor, cycle, meeting, names)
        return Sheet(cycle, meeting, levels, names, (), seen, zone)
    seats = _seats(desk, actor, cycle, meeting, names)
    return Sheet(cycle, meeting, levels, names, seats, (), zone)


def change_rating(
    desk: Desk, actor: Actor, cycle: str, seen: Seen, after: tuple[int, int], reason: str
) -> Adjustment:
    """Change a rating in the meeting, in the review's form as well.

    Raises
    ------
    RefusedError, ParameterError, ConflictError
        As `store.calibration.adjust`.
    """
    if seen.now is None:
        raise error(RefusedError, "refusal-adjust-none", rep=seen.name)
    rep_id = seen.subject.rep_id
    item = _rating(desk, cycle)
    require_known("level", [str(after[0])], [str(n + 1) for n in range(len(item.options))])
    entries = read_entries(desk.store, actor, cycle, rep_id)
    kept = entries.get((_SECTION, item.key, "manager"))
    before = dict(kept.value) if kept is not None and isinstance(kept.value, Mapping) else {}
    words = "\n".join(part for part in (str(before.get("reason") or ""), reason) if part)
    place = Place(cycle, rep_id, _SECTION, item.key, "manager")
    value = {**before, "level": after[0], "reason": words}
    change = Adjustment(
        cycle=cycle, rep_id=rep_id, level_before=seen.now[0], level_after=after[0],
        growth_before=seen.now[1], growth_after=after[1], reason=reason,
    )  # fmt: skip
    return adjust(desk.store, actor, change, (place, value, kept.version if kept else 0))


def _rating(desk: Desk, cycle: str) -> Item:
    found = [item for item in desk.template(cycle).forms.get(_SECTION, ()) if item.kind == _KIND]
    require_known("rating in the template of", [cycle], [cycle] if found else [])
    return found[0]


def _seats(
    desk: Desk, actor: Actor, cycle: str, meeting: Meeting, names: Mapping[str, str]
) -> tuple[Seat, ...]:
    """List whom a manager is to see, the own people first."""
    mine = own_views(desk.store, actor, cycle)
    found = [
        _seat(desk, actor, subject, names, mine.get(subject.rep_id))
        for subject in meeting.reviews
        if not is_signed(subject) and may_calibrate(actor, subject, meeting.leads)
        if has_rating(desk.template_of(cycle, subject.rep_id))
    ]
    return tuple(sorted(found, key=lambda each: (not each.is_own, each.subject.rep_id)))


def _seat(
    desk: Desk, actor: Actor, subject: Subject, names: Mapping[str, str], view: View | None
) -> Seat:
    is_own = part(actor, subject) == "manager"
    proposed = None
    if is_own and view is None:
        entries = read_entries(desk.store, actor, subject.cycle, subject.rep_id)
        entry = entries.get((_SECTION, _rating(desk, subject.cycle).key, "manager"))
        level = entry.value.get("level") if entry and isinstance(entry.value, Mapping) else None
        proposed = level if isinstance(level, int) else None
    return Seat(subject, names.get(subject.rep_id, subject.rep_id), is_own, view, proposed)


def _seen(
    desk: Desk, actor: Actor, cycle: str, meeting: Meeting, names: Mapping[str, str]
) -> tuple[Seen, ...]:
    given, changed = laid_open(desk.store, actor, cycle)
    told = {view.rep_id for view in given}
    reviews = desk.reviews(actor, cycle)
    own = {who: desk.template_of(cycle, who) for who in told}
    weighed = {key for template in own.values() for key in weighted_items(template)}
    levels = laid_levels(desk.store, actor, cycle, weighed)
    rated = {who: weighted(template, levels.get(who, {})) for who, template in own.items()}
    found = [
        _side_by_side(
            reviews[subject.rep_id], actor, subject, names, given, changed, rated[subject.rep_id]
        )
        for subject in meeting.reviews
        if subject.rep_id in told
    ]
    return tuple(sorted(found, key=lambda each: (-each.spread, each.subject.rep_id)))


def _side_by_side(
    review: Brief,
    actor: Actor,
    subject: Subject,
    names: Mapping[str, str],
    given: Sequence[View],
    changed: Sequence[Adjustment],
    rated: Weighted | None,
) -> Seen:
    rep_id, own = subject.rep_id, (subject.manager_id, subject.delegate_id)
    views = [view for view in given if view.rep_id == rep_id]
    views.sort(key=lambda view: (view.person_id not in own, view.person_id))
    changes = tuple(each for each in changed if each.rep_id == rep_id)
    now = calibrated(subject, views, changes)
    score = score_of(review).value
    can = now is not None and may_write(actor, subject, "manager")
    name = names.get(rep_id, rep_id)
    return Seen(subject, name, tuple(views), changes, now, score, rated, can)
