"""Pay runs as a list: where each stands, who took which step, and what it pays in all."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.i18n import Lang, listed, message, money_exact
from workbench.review.cycle.listing import listing
from workbench.review.pay.sums import NONE
from workbench.store import Actor, Store
from workbench.store.pay.finding import runs
from workbench.store.pay.run import Run
from workbench.store.pay.statements import Line, lines_of

FORMATS = ("table", "json")
_HEADS = ("run", "state", "data", "people", "total", "not-computed", "steps")


@dataclass(frozen=True)
class RunSums:
    """A run and what it pays."""

    run: Run
    n: int  # statements that were computed
    paid: tuple[tuple[str, Decimal], ...]  # by currency
    is_partial: bool  # something is unknown: the sums are "at least"
    faults: tuple[tuple[str, str], ...]  # reps whose statement could not be computed, and why


def sums_of(run: Run, lines: Sequence[Line]) -> RunSums:
    """Add a run up."""
    paid: dict[str, Decimal] = {}
    for line in lines:
        if line.pay is not None:
            paid[line.currency] = paid.get(line.currency, NONE) + line.pay
    faults = tuple((line.rep_id, line.fault) for line in lines if line.fault)
    is_partial = any(line.is_partial and not line.fault for line in lines)
    return RunSums(run, len(lines) - len(faults), tuple(sorted(paid.items())), is_partial, faults)


def all_sums(store: Store, actor: Actor, period: str = "") -> list[RunSums]:
    """Add up the runs of a period, or all, that an actor may read."""
    return [sums_of(run, lines_of(store, actor, run.run)) for run in runs(store, actor, period)]


def runs_text(found: Iterable[RunSums], form: str, lang: Lang) -> str:
    """Write one line per run, or the same as JSON; ends with a line feed."""
    told = list(found)
    if form == "json":
        return json.dumps([_record(each) for each in told], ensure_ascii=False, indent=1) + "\n"
    if not told:
        return f"{message('pay-none', lang)}\n"
    heads = [message(f"pay-head-{name}", lang) for name in _HEADS]
    return listing(heads, [_line(each, lang) for each in told])


def total_text(sums: RunSums, lang: Lang) -> str:
    """Write what a run pays in all; "" where nothing was computed."""
    told = listed((money_exact(paid, currency, lang) for currency, paid in sums.paid), lang)
    return message("pay-at-least", lang, amount=told) if sums.is_partial and told else told


def _line(each: RunSums, lang: Lang) -> list[str]:
    run = each.run
    steps = [
        message(
            "pay-step", lang, state=message(f"pay-state-{step.step}", lang),
            person=step.person_id, at=f"{step.at:%Y-%m-%d %H:%M} UTC",
        )
        for step in run.steps
    ]  # fmt: skip
    return [
        run.run, message(f"pay-state-{run.state}", lang), f"{run.head.as_of}", f"{each.n}",
        total_text(each, lang), f"{len(each.faults) or ''}", listed(steps, lang),
    ]  # fmt: skip


def _record(each: RunSums) -> dict[str, object]:
    run = each.run
    return {
        "run": run.run, "state": run.state, "period": run.head.period,
        "plans": list(run.head.plans), "reps": list(run.head.reps),
        "as_of": f"{run.head.as_of}", "snapshot": run.head.snapshot, "rules": run.head.rules,
        "statements": each.n, "is_at_least": each.is_partial,
        "totals": {currency: f"{paid:f}" for currency, paid in each.paid},
        "faults": dict(each.faults),
        "steps": [
            {"step": step.step, "person": step.person_id, "role": step.role,
             "at": f"{step.at:%Y-%m-%dT%H:%M:%SZ}", "why": step.why}
            for step in run.steps
        ],
    }  # fmt: skip
