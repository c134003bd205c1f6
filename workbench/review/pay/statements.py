"""The pay of a review: the rep's statements for the periods it covers."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.errors import PlanError
from workbench.incentives.evaluate import statements
from workbench.incentives.periods import pay_periods
from workbench.incentives.plan import Plan
from workbench.incentives.statement import Statement
from workbench.metrics.record import Span
from workbench.model.period import Period, PeriodKind
from workbench.review.pay.from_reviews import told_by_reviews
from workbench.review.pay.own import OwnLedger, next_statement, own_ledger
from workbench.review.reader import leads
from workbench.snapshots.pay.inputs import Payable, Payroll
from workbench.snapshots.pay.missed import missed
from workbench.snapshots.pay.plans import plans_of

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod

_NOTHING_ISSUED = OwnLedger()


@dataclass(frozen=True)
class Pay:
    """What a review says of pay."""

    has_plans: bool  # whether the workspace has any plan
    statements: tuple[Statement, ...]  # one per period the plans pay by, inside the review's
    problem: str = ""  # bad_plan, too_short, no_plan, withheld; "" when there are statements
    ledger: OwnLedger = _NOTHING_ISSUED  # what was issued to the rep


def pay_of(review: "RepPeriod") -> Pay:
    """Compute the statements of a review.

    A plan that cannot be used leaves the review without them; `statements_of` says why. So does a
    reader whom pay is not for: who acts for the manager of one review leads nobody by that.
    """
    if review.reader.role == "manager" and not leads(review.reader, review):
        return Pay(has_plans=False, statements=(), problem="withheld")
    ledger = own_ledger(review)
    try:
        plans = plans_of(review.workspace)
    except PlanError:
        return _kept(review, "bad_plan", ledger)
    if not plans:
        return _kept(review, "no_plans", ledger)
    try:
        found = statements_of(review, plans, ledger)
    except PlanError:
        return _kept(review, _problem(review, plans), ledger)
    problem = "" if found else "no_plan"
    return Pay(has_plans=True, statements=found, problem=problem, ledger=ledger)


def issued_in(period: Period, ledger: OwnLedger) -> tuple[Statement, ...]:
    """Give the statements issued for periods inside one, whatever became of the plans."""
    inside = [each for each in ledger.issued.values() if period.holds(each.period)]
    made = (each.statement for each in inside)
    return tuple(sorted(made, key=lambda each: each.period.start))


def _kept(review: "RepPeriod", problem: str, ledger: OwnLedger) -> Pay:
    """Give what was issued where the plans of today cannot be used, or are gone."""
    kept = issued_in(review.period, ledger)
    has_plans = bool(kept) or problem != "no_plans"
    return Pay(has_plans, statements=kept, problem="" if kept else problem, ledger=ledger)


def statements_of(
    review: "RepPeriod", plans: tuple[Plan, ...], ledger: OwnLedger = _NOTHING_ISSUED
) -> tuple[Statement, ...]:
    """Give the statements of the periods that plans pay by inside a review's period.

    What was issued stays as it was issued; the period after it is what the next run would pay.

    Parameters
    ----------
    ledger
        What was issued to the rep; without it everything is computed by the data of today.

    Returns
    -------
    tuple of Statement
        None for a rep who is on no plan.

    Raises
    ------
    PlanError
        When the plans cannot be used for this rep, or pay by a longer period.
    """
    asked = pay_periods(review.period, kind_of(plans, review), review.calendar)
    begun = [period for period in asked if period.start <= review.as_of] or asked[:1]
    found = [_statement(review, plans, period, ledger) for period in begun]
    return tuple(each for each in found if each is not None)


def _statement(
    review: "RepPeriod", plans: tuple[Plan, ...], period: Period, ledger: OwnLedger
) -> Statement | None:
    if period.name in ledger.issued:
        return ledger.issued[period.name].statement
    if ledger.issue is not None:
        told = next_statement(review, plans, period, ledger.issue)
        if told is not None:
            return told
    return statement_of(review, plans, period)


def statement_of(review: "RepPeriod", plans: tuple[Plan, ...], period: Period) -> Statement | None:
    """Compute the statement of one period that the plans pay by; None for who is on no plan.

    Each is computed for itself, so that it is the same whatever review it stands in.
    """
    found = payable_of(review, plans, period)
    if found is None:
        return None
    calendar = review.calendar
    told = statements(found.given, found.segments, found.periods, calendar)[-1]
    span = _missed(review, found, period)
    return told if span is None else replace(told, notes=(*told.notes, span.note))


def _missed(review: "RepPeriod", found: Payable, period: Period) -> Span | None:
    """Give the record a pay period lies outside of, of what its plans pay for; None if it is on it.

    Nothing found there is then no pay of 0: what was earned is not known.
    """
    plans = {segment.plan.id: segment.plan for segment in found.segments}.values()
    return missed(review.snapshot, review.workspace, plans, period)


def payable_of(review: "RepPeriod", plans: tuple[Plan, ...], period: Period) -> Payable | None:
    """Gather the frozen input of a statement; None for who is on no plan."""
    rep_id = review.rep.rep_id
    roll = Payroll(review.snapshot, review.workspace, plans, period, rep_id)
    found = roll.payables().get(rep_id)
    told = told_by_reviews(review, plans, found.periods) if found is not None else {}
    return replace(roll, told={rep_id: told}).payables()[rep_id] if told else found


def kind_of(plans: tuple[Plan, ...], review: "RepPeriod") -> PeriodKind:
    """Give the period the rep's plans pay by; that of any plan for who is on none."""
    rep_id, role = review.rep.rep_id, review.rep.role
    mine = [
        plan for plan in plans for each in plan.assignments
        if rep_id in each.reps or role in each.roles
    ]  # fmt: skip
    return (mine or list(plans))[0].period


def _problem(review: "RepPeriod", plans: tuple[Plan, ...]) -> str:
    try:
        pay_periods(review.period, kind_of(plans, review), review.calendar)
    except PlanError:
        return "too_short"
    return "bad_plan"
