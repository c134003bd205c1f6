"""The draft of a statement: what a rep is paid for a period, after all that was issued before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.errors import PlanError
from workbench.incentives.adjustment import Adjustment
from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import RepInput
from workbench.incentives.ledger.adjusting import agreed, differences, paid_by
from workbench.incentives.ledger.cancelling import only_own
from workbench.incentives.ledger.causes import Causes
from workbench.incentives.ledger.frozen import Frozen, computed, finished
from workbench.incentives.ledger.sparing import spared
from workbench.incentives.ledger.standing import Fate, Known, key_of, known_of, standing
from workbench.incentives.paying import deal_of
from workbench.incentives.statement import Balances, Statement
from workbench.incentives.terms import Label
from workbench.model.calendar import Calendar
from workbench.model.period import Period

Fates = Callable[[Iterable[str]], Mapping[str, Fate]]
Accepted = tuple[str, str, str, Decimal]  # id, period, line, and by how much it is corrected


class NotNextError(PlanError):
    """A period that does not follow what was issued last."""


@dataclass(frozen=True)
class Today:
    """What the data and the plans of today say of a rep."""

    given: RepInput
    segments: tuple[Segment, ...]  # of issued periods as issued, see `segments.merged`
    periods: tuple[Period, ...]  # from the first on a plan to the one that is paid
    calendar: Calendar
    fates: Fates  # of deals, for those that were issued and are not among the rows any more
    accepted: tuple[Accepted, ...] = ()  # disputes not yet paid

    @property
    def period(self) -> Period:
        """The period that is paid."""
        return self.periods[-1]


@dataclass(frozen=True)
class Drafted:
    """What the next statement of a rep is made from, and the statements computed from it."""

    frozen: Frozen
    made: tuple[Statement, ...]  # without adjustments


def drafted(today: Today, issued: Sequence[Frozen], opening: Balances | None = None) -> Drafted:
    """Compute what the next statement of a rep is made from.

    Parameters
    ----------
    issued
        What the statements issued so far were made from, in their order. Without any, everything
        before this period counts as paid as it is computed now.
    opening
        What the first of the periods begins with, where what was issued before it is left as it
        is: `issued` is what came after. None: nothing was before.

    Raises
    ------
    PlanError
        When the period does not follow the one issued last.
    """
    disputes = tuple(agreed(today.accepted))
    segments = _up_to(today.segments, today.period)
    if not issued:
        segments = only_own(segments, today.given.items)
        first = Frozen(today.given, segments, today.periods, today.calendar, adjustments=disputes)
        return Drafted(first, computed(first))
    require_next(today, issued[-1].period)
    known = known_of(issued)
    if opening is not None:
        known = known.since(today.periods[0].start)
    return _settled(_stood(today, segments, known, opening), issued, known, disputes)


def require_next(today: Today, last: Period) -> None:
    """Refuse a period that was issued, or that leaves one out."""
    rep_id, period = today.given.rep_id, today.period
    if last.end > period.start:
        raise NotNextError(
            f"{last.name} of {rep_id} is issued, so {period.name} cannot be paid any more. What "
            f"changed about it comes as an adjustment of the period after {last.name}."
        )
    if last.kind != period.kind:
        raise PlanError(
            f"{last.name} of {rep_id} was issued by {last.kind}, and {period.name} is a "
            f"{period.kind}. Let the plans of {rep_id} go on by {last.kind}."
        )
    between = [each for each in today.periods if last.end <= each.start < period.start]
    left_out = next(
        (one for one in between if any(each.within(one) for each in today.segments)), None
    )
    if left_out is not None:
        raise NotNextError(
            f"{left_out.name} of {rep_id} was never issued, and {last.name} was. Pay it first: "
            f"workbench pay run --period {left_out.name} --reps {rep_id}"
        )


def _stood(
    today: Today, segments: Sequence[Segment], known: Known, opening: Balances | None
) -> Frozen:
    """Complete the input of today by what was issued."""
    fates = today.fates(_missing(today.given, known))
    plans = [each.plan for each in segments]
    told = {code for plan in plans for code in (plan.currency, *plan.fx)}
    found = standing(today.given, known, fates, today.period, told)
    waiting = () if opening is None else [each.item for each in opening.kept]
    own = only_own(segments, (*found.given.items, *waiting))
    return Frozen(
        found.given, own, today.periods, today.calendar, opening, gone=found.gone, held=found.held
    )


def _settled(
    whole: Frozen, issued: Sequence[Frozen], known: Known, disputes: tuple[Adjustment, ...]
) -> Drafted:
    """Set what was issued beside the statements of today."""
    made = computed(whole)
    then = _issued(issued) if whole.is_whole else tuple(map(_last, issued))
    causes = Causes(known, whole)
    changed = differences(
        paid_by(made[:-1]), paid_by(then), causes, _labels((*then, *made)),
        whole.segments[-1].plan.places,
    )  # fmt: skip
    told = replace(
        whole, adjustments=(*changed, *disputes), owed=then[-1].owed,
        spared=spared(whole, made),
    )  # fmt: skip
    return Drafted(told, made)


def _issued(issued: Sequence[Frozen]) -> tuple[Statement, ...]:
    """Give what was issued, and what the first statement took as paid before it."""
    first, *later = issued
    told = finished(computed(first), first, "")
    return (*told, *map(_last, later))


def _last(frozen: Frozen) -> Statement:
    return finished(computed(frozen), frozen, "")[-1]


def _up_to(segments: Iterable[Segment], period: Period) -> tuple[Segment, ...]:
    """Cut days on plans at the end of a period; a statement tells nothing of later ones."""
    return tuple(
        replace(each, end=min(each.end, period.end))
        for each in segments if each.start < period.end
    )  # fmt: skip


def _missing(given: RepInput, known: Known) -> set[str]:
    """Name the deals of which a row was issued that is not among the rows of today."""
    there = {key_of(item) for item in given.items}
    return {deal_of(item) for key, item in known.items.items() if key not in there}


def _labels(made: Iterable[Statement]) -> dict[tuple[str, str], Label]:
    return {
        (one.period.name, each.key): each.component.label for one in made for each in one.earned
    }
