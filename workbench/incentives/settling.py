"""Steps 13 to 16 for the whole statement: gross to net, in cents, and the balances carried."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.incentives.crediting import LeftOut
from workbench.incentives.drawing import settle_draw
from workbench.incentives.earning import Earned
from workbench.incentives.paying import rounded
from workbench.incentives.statement import UNKNOWN, Kept, Line, LineKind, Statement, Taken

NONE, ONE = Decimal(0), Decimal(1)
TOTALS = ("gross", "payable", "net", "cash")


def settled(draft: Statement, loss: Decimal, places: int) -> Statement:
    """Add up gross to net and carry the balances.

    Every line is rounded half up as it enters, so that lines add up to the cent.

    Parameters
    ----------
    draft
        Steps 1 to 13 row by row; its lines are still empty.
    loss
        What the cap took, step 11.
    places
        Decimals of a line.
    """
    components = _component_lines(draft.earned, places)
    gross = sum((line.amount or NONE for line in components), NONE)
    loss = rounded(loss, places)
    deferred = _deferred((pay.kept for pay in draft.payments), places)
    freed = _freed(draft, places)
    payable = gross - loss - deferred + freed
    carried = max(NONE, -payable)  # a negative result is owed; there is no negative cheque
    due = draft.opening.due + _clawback(draft.taken, places) + carried
    took = min(due, max(NONE, payable))
    drawn, draw = settle_draw(draft.drawn, draft.opening.draw, max(NONE, payable) - took)
    recovered, advanced = rounded(drawn.recovered, places), rounded(drawn.paid, places)
    net = payable + carried - took - recovered
    told = {
        "gross": gross, "cap_loss": -loss, "deferred": -deferred, "released": freed,
        "payable": payable, "carried_negative": carried, "clawback": -took,
        "draw_recovered": -recovered, "net": net, "draw_paid": advanced, "cash": net + advanced,
    }  # fmt: skip
    sums = [Line(key, amount, _kind(key)) for key, amount in told.items()]
    lines = (*components, *_unknown(draft.not_counted), *sums)
    waiting = _deferred(draft.closing.kept, places)
    closing = replace(draft.closing, due=due - took, draw=draw, deferred=waiting)
    return replace(draft, lines=lines, drawn=drawn, closing=closing)


def _kind(key: str) -> LineKind:
    return "total" if key in TOTALS else "change"


def _unknown(left: Iterable[LeftOut]) -> list[Line]:
    """Make a line of each row whose amount is unknown: the sums are then at least what they say."""
    return [
        Line("unknown", None, "unknown", row.reason, row_id=row.row_id)
        for row in left if row.reason in UNKNOWN
    ]  # fmt: skip


def _component_lines(earned: Sequence[Earned], places: int) -> list[Line]:
    """Make one line per component; the parts of a plan changed in mid-period stand apart."""
    return [
        Line(
            each.key,
            None if each.amount is None else rounded(each.amount, places),
            "component", each.reason, each.component.label, each.segment.plan.id,
        )
        for each in earned
    ]  # fmt: skip


def _deferred(kept: Iterable[Kept], places: int) -> Decimal:
    """Add up what waits: per line, what was earned less what is payable, both in cents."""
    rows = list(kept)
    waiting = {(each.period, each.line) for each in rows if each.paid != ONE}
    if not waiting:
        return NONE
    earned, paid = dict.fromkeys(waiting, NONE), dict.fromkeys(waiting, NONE)
    for each in rows:
        key = (each.period, each.line)
        if key in waiting:
            earned[key] += each.amount
            paid[key] += each.amount * each.paid
    return sum((rounded(earned[key], places) - rounded(paid[key], places) for key in earned), NONE)


def _freed(draft: Statement, places: int) -> Decimal:
    """Add up what became payable of earlier periods.

    Per line, paid so far less paid before, both in cents: so that in the end the cents released
    are the cents deferred. What went back to a customer is taken back, and released by nothing.
    """
    then = {_place(pay.kept): pay.kept.amount * pay.kept.paid - pay.now for pay in draft.releases}
    lines = {(period, line) for period, line, _row in then}
    if not lines:
        return NONE
    after, before = dict.fromkeys(lines, NONE), dict.fromkeys(lines, NONE)
    for each in draft.closing.kept:
        key = (each.period, each.line)
        if key in lines:
            paid = each.amount * each.paid
            after[key] += paid
            before[key] += then.get(_place(each), paid)
    return sum((rounded(after[key], places) - rounded(before[key], places) for key in after), NONE)


def _place(kept: Kept) -> tuple[str, str, str]:
    return kept.period, kept.line, kept.row_id


def _clawback(taken: Iterable[Taken], places: int) -> Decimal:
    return sum((rounded(each.amount, places) for each in taken), NONE)
