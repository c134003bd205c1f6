"""Whether anything that issued statements were computed from has changed since, rep by rep."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from workbench.incentives.assigning import Segment
from workbench.incentives.plan import Plan
from workbench.snapshots.pay.digests import digests
from workbench.snapshots.pay.inputs import Payroll


def marks(
    roll: Payroll, end: date, known: date, reps: Collection[str] | None = None
) -> Mapping[str, str]:
    """Give a fingerprint of what each rep's statements up to a day are computed from.

    Parameters
    ----------
    end
        The day after the last of these periods.
    known
        Refunds and cancellations of deals in them count up to this day.
    reps
        Of these alone; None: of everybody.

    Returns
    -------
    Mapping
        By rep on a plan. Equal: a computation would give the same but for cash that came since.
    """
    rows = digests(roll.snapshot, roll.workspace, roll.plans, end, known, reps)
    plans = {id(each.plan): each.plan for own in roll.on_plan.segments.values() for each in own}
    rules = {key: _rules(plan) for key, plan in plans.items()}
    rates = repr({code: [each for each in told if each[0] < end]
                  for code, told in roll.rates.items()})  # fmt: skip
    return {
        rep: _hashed(
            rows.get(rep, ""), _segments(segments, end, rules), _figures(roll, rep, end),
            repr(roll.absences.get(rep, ())), rates,
        )
        for rep, segments in roll.on_plan.segments.items() if reps is None or rep in reps
    }  # fmt: skip


def _rules(plan: Plan) -> str:
    """Hash what a plan pays; cancellations are told with the deals they are of."""
    return _hashed(plan.model_dump_json(exclude={"assignments", "cancellations"}))


def _segments(segments: tuple[Segment, ...], end: date, rules: Mapping[int, str]) -> str:
    told = []
    for each in segments:
        if each.start < end:
            part = replace(each, end=min(each.end, end))
            own = part.assignment.model_dump_json(exclude={"reps", "roles"})
            days = (part.start, part.end, part.begins, part.ends)
            told.append((rules[id(each.plan)], own, days))
    return repr(told)


def _figures(roll: Payroll, rep: str, end: date) -> str:
    """Tell the quotas and measures of the periods."""
    quotas = [
        (key, told) for key, told in sorted(roll.quotas[rep].items())
        if key.rpartition("..")[2] <= str(end)
    ]  # fmt: skip
    names = [each.name for each in roll.on_plan.periods[rep] if each.end <= end]
    return repr((quotas, [roll.measures[rep].get(name) for name in names]))


def _hashed(*told: str) -> str:
    return sha256("\0".join(told).encode()).hexdigest()
