"""A computed statement as the store keeps it: sums by line, hashes, and the frozen text."""

from collections import Counter
from decimal import Decimal

from workbench.incentives.ledger.carrying import carried, carried_text
from workbench.incentives.ledger.drafting import Drafted
from workbench.incentives.ledger.frozen import Frozen, finished, frozen_text
from workbench.incentives.statement import Statement
from workbench.review.pay.drafts import Drafts
from workbench.store.pay.statement import Draft


def draft_of(rep_id: str, told: Drafted | str, made: Drafts) -> Draft | None:
    """Make the draft of a rep's statement; None where there is nothing to pay and nothing to tell.

    Parameters
    ----------
    told
        What it is computed from, or the sentence why it cannot be.
    """
    period = made.period.name
    if isinstance(told, str):
        return Draft(
            rep_id=rep_id, period=period, plans="", currency="", pay=None, is_partial=True,
            fault=told, figures={}, input_hash="", statement_hash="", past="", frozen="",
        )  # fmt: skip
    text = frozen_text(told.frozen)
    statement = finished(told.made, told.frozen, text)[-1]
    if is_idle(told.frozen, statement):
        return None
    left = carried_text(carried(told.frozen, statement, made.issue.left.get(rep_id)))
    return Draft(
        rep_id=rep_id, period=period, plans=plans_told(statement, told.frozen),
        currency=statement.currency, pay=statement.pay, is_partial=statement.is_partial,
        fault="", figures=figures_of(told.frozen, statement), input_hash=statement.input_hash,
        statement_hash=statement.hash, past=made.marks_now[rep_id], frozen=f"{left}\n{text}",
    )  # fmt: skip


def is_idle(frozen: Frozen, made: Statement) -> bool:
    """Whether a statement pays nothing, waits for nothing, and is of somebody on no plan."""
    is_on_plan = any(each.within(made.period) for each in frozen.segments)
    moves = any(line.amount for line in made.lines)
    return not (is_on_plan or moves or made.adjustments or made.closing.deferred or made.owed)


def plans_told(made: Statement, frozen: Frozen) -> str:
    """Name the plans of a period with their versions."""
    found = {
        each.plan.id: each.plan.version
        for each in frozen.segments if each.within(made.period) is not None
    }  # fmt: skip
    return ", ".join(f"{name} {version}" for name, version in found.items())


def figures_of(frozen: Frozen, made: Statement) -> dict[str, str]:
    """Give the sums of a statement by name, decimals as text; "" where one is unknown."""
    lines = {line.key: _text(line.amount) for line in made.lines if line.kind in _KINDS}
    parts = {
        f"component/{line.plan}/{line.key}": _text(line.amount)
        for line in made.lines if line.kind == "component"
    }  # fmt: skip
    balances = {
        f"balance/{name}": _text(getattr(made.closing, name))
        for name in ("deferred", "due", "draw")
    }
    causes: Counter[str] = Counter()
    for each in made.adjustments:
        causes[f"cause/{each.causes[0]}"] += each.amount  # type: ignore[assignment]
    told = {name: _text(Decimal(amount)) for name, amount in causes.items()}
    return {**lines, **parts, **told, **balances, **_counts(frozen, made)}


_KINDS = ("change", "total")


def _counts(frozen: Frozen, made: Statement) -> dict[str, str]:
    by_data = {each[:3] for each in made.adjustments if not each.dispute}
    by_dispute = {each[:3] for each in made.adjustments if each.dispute}
    told: dict[str, int] = {
        "deals": len({path.row.item.item_id for _each, path in made.paths()}),
        "unknown": sum(line.amount is None for line in made.lines),
        "held": len(frozen.held), "not_counted": len(made.not_counted),
        "adjusted": len(made.adjustments), "doubly": len(by_data & by_dispute),
    }  # fmt: skip
    return {f"count/{name}": str(n) for name, n in told.items()}


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}"
