"""How every line of a statement came about: one row per step, row and line."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from workbench.errors import require_known
from workbench.incentives.earning import Earned, Path
from workbench.incentives.plan import Component
from workbench.incentives.statement import Kept, Line, Statement
from workbench.incentives.terms import Bonus, PerUnit

STEPS = (
    "select", "currency", "multiply", "limit_deal", "cumulate", "quota", "earn", "modify", "gate",
    "limit_component", "cap", "payable", "clawback", "draw", "round", "carry",
)  # fmt: skip


class TraceRow(NamedTuple):
    """What one step did to one row or line."""

    step: int  # 1 to 16; named in STEPS
    line: str  # the line of the statement it works towards
    row_id: str  # the deal, or deal#line; "" for the whole line
    how: str  # the arithmetic, in figures
    value: Decimal | None  # what came out; None: absent for `reason`
    reason: str = ""

    @property
    def name(self) -> str:
        """The step's key."""
        return STEPS[self.step - 1]


def explain(statement: Statement, key: str) -> tuple[TraceRow, ...]:
    """Tell how a line came about, or with `A/D3` what one deal did in it.

    Raises
    ------
    UnknownNameError
        When the statement has no such line, or the line no such deal; offers the nearest.
    """
    name, _, row_id = key.partition("/")
    require_known("line", [name], [line.key for line in statement.lines])
    rows = tuple(row for row in trace(statement) if row.line == name)
    if row_id:
        known = [row.row_id for row in rows if row.row_id]
        require_known("deal in line {}", [row_id], known, of=name)
        rows = tuple(row for row in rows if row.row_id == row_id)
    return rows


def trace(statement: Statement) -> Iterator[TraceRow]:
    """Go through every step of a statement in the fixed order of each line."""
    share = {(each.kept.line, each.kept.row_id): each.kept for each in statement.payments}
    for each in statement.earned:
        yield from _left_out(each)
        for path in each.raw.paths:
            yield from _row_steps(each, path, share[each.key, path.row.row_id])
        yield from _line_steps(each)
    for line in statement.lines:
        yield from _OF_LINE.get(line.key, _nothing)(statement)
        yield TraceRow(15, line.key, "", _sum_of(statement, line), line.amount, line.reason)
    yield from _carried(statement)


def _row_steps(each: Earned, path: Path, kept: Kept) -> Iterator[TraceRow]:
    row, line, component = path.row, each.key, each.component
    basis, spot = component.credit.basis, (each.key, path.row.row_id)
    yield TraceRow(1, *spot, f"{_n(row.amount)} {basis} × {_n(row.share)}", row.amount * row.share)
    if row.rate != 1:
        how = f"{row.item.currency} × {_n(row.rate)}"
        yield TraceRow(2, *spot, how, row.amount * row.share * row.rate)
    whole = row.amount * row.share * row.rate * row.factor
    if row.factor != 1:
        yield TraceRow(3, *spot, f"× {_n(row.factor)}", whole)
    if row.credit != whole:
        yield TraceRow(4, *spot, f"{_n(whole)} → {_n(row.credit)}", row.credit)
    how = f"{_n(row.before)} + {_n(row.credit)}"
    yield TraceRow(5, *spot, how, row.before + row.credit)
    if not component.is_by_row:
        return
    yield TraceRow(7, *spot, walked(path, component), path.earned)
    if each.amount is None:
        yield TraceRow(9, *spot, "", None, each.reason)
        return
    yield from _scaled(each, path)
    scaled = path.earned * each.scale
    if kept.amount != scaled:
        yield TraceRow(11, *spot, f"{_n(scaled)} → {_n(kept.amount)}", kept.amount)
    yield TraceRow(12, line, row.row_id, f"{_n(kept.amount)} × {_n(kept.paid)}",
                   kept.amount * kept.paid)  # fmt: skip


def _scaled(each: Earned, path: Path) -> Iterator[TraceRow]:
    """Tell what modifier, gate and limit make of one row."""
    modifier, gate = each.modifier.factor or Decimal(0), each.gate.factor or Decimal(0)
    before, known = path.earned, modifier * gate
    limit = each.scale / known if known else Decimal(1)
    for step, factor in ((8, modifier), (9, gate), (10, limit)):
        if factor != 1:
            how = f"{_n(before)} × {_n(factor)}"
            before *= factor
            yield TraceRow(step, each.key, path.row.row_id, how, before)


def walked(path: Path, component: Component) -> str:
    """Write the tiers a row went through: `50,000 × 2% + 250,000 × 4%`."""
    is_sum = isinstance(component.earn, Bonus | PerUnit)
    parts = [
        f"{_n(part.credit)} × {_n(part.rate) if is_sum else _percent(part.rate)}"
        for part in path.parts
    ]
    ramp = f" × {_n(path.ramp)}" if path.ramp != 1 else ""
    told = " + ".join(parts) or "0"
    return f"({told}){ramp}" if ramp and len(parts) > 1 else f"{told}{ramp}"


def _left_out(each: Earned) -> Iterator[TraceRow]:
    for row in each.left_out:
        yield TraceRow(1, each.key, row.row_id, "", None, row.reason)


def _line_steps(each: Earned) -> Iterator[TraceRow]:
    """Tell steps 5 to 10 of a whole component."""
    line, raw = each.key, each.raw
    yield TraceRow(5, line, "", f"n = {len(raw.paths)}", each.credit)
    if each.quota is not None:
        given = "" if each.quota.given is None else _n(each.quota.given)
        note = f" {each.quota.note}".rstrip()
        yield TraceRow(6, line, "", f"{given}{note}", each.quota.value, each.quota.reason)
    reached = "" if raw.reached is None else f"{_measure(each.component)} {_n(raw.reached)}"
    yield TraceRow(7, line, "", reached, raw.amount, raw.reason)
    amount = raw.amount
    for step, factor in ((8, each.modifier), (9, each.gate)):
        if not factor.measure:
            continue
        known = amount is not None and factor.factor is not None
        amount = amount * factor.factor if known else None  # type: ignore[operator]
        shown = "—" if factor.value is None else _n(factor.value)
        by = "?" if factor.factor is None else _n(factor.factor)
        yield TraceRow(step, line, "", f"{factor.measure}: {shown} → × {by}", amount, factor.reason)
    if each.component.limit is not None and each.component.limit.per_component is not None:
        limit = each.component.limit.per_component
        yield TraceRow(10, line, "", f"≤ {_n(limit)}", each.amount, each.reason)


def _measure(component: Component) -> str:
    earn = component.earn
    return getattr(earn, "measure", "") or getattr(earn, "row_measure", "")


def _cap(statement: Statement) -> Iterator[TraceRow]:
    if statement.cap is not None:
        gross = statement.amount("gross")
        how = f"{_n(gross)} ≤ {_n(statement.cap)}"
        yield TraceRow(11, "cap_loss", "", how, min(gross, statement.cap))


def _deferred(statement: Statement) -> Iterator[TraceRow]:
    for kept, _now in statement.payments:
        if kept.paid != 1 and kept.amount:
            how = f"{_n(kept.amount)} × (1 − {_n(kept.paid)})"
            rest = kept.amount * (1 - kept.paid)
            yield TraceRow(12, "deferred", f"{kept.line}/{kept.row_id}", how, -rest)


def _released(statement: Statement) -> Iterator[TraceRow]:
    for kept, now in statement.releases:
        how = f"{kept.period}: {_n(kept.amount)} → {_n(kept.paid)}"
        yield TraceRow(12, "released", f"{kept.line}/{kept.row_id}", how, now)


def _clawback(statement: Statement) -> Iterator[TraceRow]:
    if statement.opening.due:
        yield TraceRow(16, "clawback", "", f"+ {_n(statement.opening.due)}", statement.opening.due)
    for each in statement.taken:
        by = "" if each.rate is None else f"{_n(each.kept.credit)} × {_percent(each.rate)}"
        how = f"{by} × {_n(each.kept.paid)}" if each.kept.paid != 1 else by
        yield TraceRow(13, "clawback", each.kept.row_id, how, -each.amount, each.reason)


def _draw(statement: Statement) -> Iterator[TraceRow]:
    drawn = statement.drawn
    owed = statement.opening.draw
    if drawn.kind == "recoverable":
        owed += drawn.amount if drawn.form == "plain" else Decimal(0)
    available = statement.amount("net") - statement.amount("draw_recovered")
    if owed:
        how = f"min({_n(owed)}; {_n(available)})"
        yield TraceRow(14, "draw_recovered", "", how, -drawn.recovered)


def _advanced(statement: Statement) -> Iterator[TraceRow]:
    drawn = statement.drawn
    if drawn.kind:
        how = f"{drawn.kind} {drawn.form}: {drawn.months} × {_n(drawn.amount / drawn.months)}"
        yield TraceRow(14, "draw_paid", "", how, drawn.paid)


def _adjusted(statement: Statement) -> Iterator[TraceRow]:
    for each in statement.adjustments:
        spot = f"{each.period}:{each.line}/{each.row_id}".strip(":/")
        how = f"{'+'.join(each.causes)}: {_n(each.was)} → {_n(each.now)}"
        yield TraceRow(16, "adjusted", spot, how, each.amount)


def _nothing(_statement: Statement) -> Iterator[TraceRow]:
    return iter(())


_OF_LINE: dict[str, Callable[[Statement], Iterator[TraceRow]]] = {
    "cap_loss": _cap,
    "deferred": _deferred,
    "released": _released,
    "clawback": _clawback,
    "draw_recovered": _draw,
    "draw_paid": _advanced,
    "adjusted": _adjusted,
}
_ADDED = {
    "payable": ("gross", "cap_loss", "deferred", "released"),
    "net": ("payable", "carried_negative", "clawback", "draw_recovered"),
    "cash": ("net", "draw_paid"),
    "pay": ("cash", "adjusted", "owed_before", "owed_after"),
}


def _sum_of(statement: Statement, line: Line) -> str:
    """Write a total as the sum of the lines it is made of."""
    if line.key == "gross":
        parts: Iterable[Decimal] = [
            each.amount or Decimal(0) for each in statement.lines if each.kind == "component"
        ]
    else:
        parts = [statement.amount(key) for key in _ADDED.get(line.key, ())]
    told = [_n(part) for part in parts if part]
    return " + ".join(told).replace("+ −", "− ") if len(told) > 1 else "".join(told)


def _carried(statement: Statement) -> Iterator[TraceRow]:
    opening, closing = statement.opening, statement.closing
    for name in ("due", "draw", "deferred"):
        before, after = getattr(opening, name), getattr(closing, name)
        if before or after:
            yield TraceRow(16, name, "", f"{_n(before)} → {_n(after)}", after)


def _n(value: Decimal) -> str:
    """Write a figure in full, grouped, without idle zeros; at most ten decimals."""
    text = f"{round(value, 10):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")


def _percent(rate: Decimal) -> str:
    return f"{_n(rate * 100)}%"
