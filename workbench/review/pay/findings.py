"""What of a run to look at before it is approved, statement by statement; anomalies first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from workbench.incentives.unusual import usual
from workbench.review.pay.sums import KINDS, NONE, causes, components, known, of_kind, plan_ids
from workbench.store.pay.statements import Line

Weight = Literal["stops", "unusual", "know"]
WEIGHTS: tuple[Weight, ...] = ("stops", "unusual", "know")
LARGE = Decimal("0.1")  # of gross: adjustments above it are looked at
MOST = 2  # causes a sentence names
# In the order they are told
CODES: Mapping[str, Weight] = {
    "fault": "stops", "negative": "stops", "below": "stops", "doubly": "stops",
    "unknown": "unusual", "nothing": "unusual", "history": "unusual", "adjusted": "unusual",
    "owed": "unusual", "two-plans": "unusual", "no-plan": "unusual",
    "capped": "know", "held": "know",
}  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One thing to look at."""

    code: str
    reps: tuple[str, ...]  # none: the run as a whole
    currency: str = ""
    sums: Mapping[str, Decimal] = field(default_factory=dict)
    n: int = 0  # rows, or earlier statements
    told: str = ""  # the fault, the plans, the components
    parts: tuple[tuple[str, Decimal], ...] = ()  # as ledger-cause-lost, pay-kind-draw: how much

    @property
    def weight(self) -> Weight:
        """Whether it stops an approval, is unusual, or is to be known."""
        return CODES[self.code]


def findings_of(
    lines: Sequence[Line], issued: Iterable[Line], on_no_plan: Sequence[str]
) -> tuple[Finding, ...]:
    """Find what to look at in a run.

    Parameters
    ----------
    lines
        Of the run.
    issued
        What was issued for earlier periods.
    on_no_plan
        People of the period whom nobody put on a plan.

    Returns
    -------
    tuple of Finding
        What stops an approval, what is unusual, what is to know; alike ones by rep.
    """
    history: dict[tuple[str, str], list[Decimal]] = {}
    for each in issued:
        if each.pay is not None:
            history.setdefault((each.rep_id, each.currency), []).append(each.pay)
    found = [*_of_all(lines), *_without_a_plan(on_no_plan)]
    for line in lines:
        earlier = history.get((line.rep_id, line.currency), [])
        found += [_fault(line)] if line.fault else _of_one(line, earlier)
    codes = list(CODES)
    return tuple(sorted(found, key=lambda each: (codes.index(each.code), each.reps)))


def _fault(line: Line) -> Finding:
    return Finding("fault", (line.rep_id,), told=line.fault)


def _of_all(lines: Iterable[Line]) -> Iterable[Finding]:
    sums: dict[str, Decimal] = {}
    for line in lines:
        sums[line.currency] = sums.get(line.currency, NONE) + (line.pay or NONE)
    for currency, paid in sums.items():
        if paid < 0:
            yield Finding("below", (), currency, {"pay": paid})


def _without_a_plan(reps: Sequence[str]) -> Iterable[Finding]:
    if reps:
        yield Finding("no-plan", tuple(reps), n=len(reps))


def _of_one(line: Line, earlier: Sequence[Decimal]) -> list[Finding]:
    found = [rule(line) for rule in _RULES]
    return [each for each in (*found, _history(line, earlier)) if each is not None]


def _of(line: Line, code: str, *keys: str, n: int = 0, told: str = "") -> Finding:
    sums = {key: known(line, key) for key in keys}
    return Finding(code, (line.rep_id,), line.currency, {**sums, "pay": line.pay or NONE}, n, told)


def _negative(line: Line) -> Finding | None:
    return _of(line, "negative") if line.pay is not None and line.pay < 0 else None


def _nothing(line: Line) -> Finding | None:
    if line.pay != 0 or known(line, "gross") <= 0:
        return None
    parts = ((f"pay-kind-{kind}", of_kind(line, kind)) for kind in KINDS)
    taken = tuple((name, amount) for name, amount in parts if amount < 0)
    return replace(_of(line, "nothing", "gross"), parts=taken)


def _adjusted(line: Line) -> Finding | None:
    adjusted, gross = known(line, "adjusted"), known(line, "gross")
    is_large = abs(adjusted) > LARGE * abs(gross)
    if not is_large:
        return None
    most = tuple((f"ledger-cause-{name}", amount) for name, amount in causes(line).items())[:MOST]
    return replace(_of(line, "adjusted", "adjusted", "gross"), parts=most)


def _owed(line: Line) -> Finding | None:
    return _of(line, "owed", "owed_after") if known(line, "owed_after") > 0 else None


def _capped(line: Line) -> Finding | None:
    return _of(line, "capped", "cap_loss", "gross") if known(line, "cap_loss") else None


def _two_plans(line: Line) -> Finding | None:
    return _of(line, "two-plans", told=line.plans) if len(plan_ids(line)) > 1 else None


def _unknown(line: Line) -> Finding | None:
    names = [name.rpartition("/")[2] for name, sum_ in components(line).items() if sum_ is None]
    is_unknown = line.is_partial or known(line, "count/unknown") > 0
    return _of(line, "unknown", n=len(names), told=", ".join(names)) if is_unknown else None


def _held(line: Line) -> Finding | None:
    n = int(known(line, "count/held"))
    return _of(line, "held", n=n) if n else None


def _doubly(line: Line) -> Finding | None:
    n = int(known(line, "count/doubly"))
    return _of(line, "doubly", n=n) if n else None


_RULES: tuple[Callable[[Line], Finding | None], ...] = (
    _negative, _doubly, _unknown, _nothing, _adjusted, _owed, _two_plans, _capped, _held,
)  # fmt: skip


def _history(line: Line, earlier: Sequence[Decimal]) -> Finding | None:
    """Tell a pay beyond chance against what the same person was issued before."""
    found = usual(earlier)
    if found is None or line.pay is None or found.holds(line.pay):
        return None
    sums = {"pay": line.pay, "low": max(NONE, found.low), "high": found.high}
    return Finding("history", (line.rep_id,), line.currency, sums, found.n)
