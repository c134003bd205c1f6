"""What a run pays in all: by plan, team and kind of line, beside what was issued last."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from workbench.review.pay.sums import KINDS, NONE, of_kind, plan_ids
from workbench.store.pay.statements import Line

ALL, PLAN, TEAM, KIND = "all", "plan", "team", "kind"
EARNED = "earned"  # of the kinds it is the one that may be more than is known
Group = tuple[str, str, str]  # by what, its name, and the currency


@dataclass(frozen=True)
class Total:
    """One sum of a run, in one currency, and the same sum of what was issued last."""

    by: str  # all, plan, team or kind
    name: str  # of the plan, the team or the kind of line; "" for all, or for no team
    currency: str
    n: int  # people
    paid: Decimal
    is_partial: bool  # something in it is unknown: it is "at least"
    last_n: int
    last: Decimal | None  # None where nothing like it was issued last

    @property
    def change(self) -> Decimal | None:
        """By how much it is more than last; None where there is no last."""
        return None if self.last is None else self.paid - self.last


@dataclass(frozen=True)
class Limits:
    """The plans and people a run was limited to; none: all."""

    plans: tuple[str, ...] = ()
    reps: tuple[str, ...] = ()

    def hold(self, line: Line) -> bool:
        """Whether a statement is within them."""
        is_of_plan = not self.plans or bool({*self.plans}.intersection(plan_ids(line)))
        return is_of_plan and (not self.reps or line.rep_id in self.reps)


EVERYBODY = Limits()


@dataclass
class _Sum:
    """A sum while it is being added up."""

    n: int = 0
    paid: Decimal = NONE
    is_partial: bool = False


def totals_of(
    lines: Iterable[Line], last: Iterable[Line], teams: Mapping[str, str]
) -> tuple[Total, ...]:
    """Add up a run, and beside it what was issued last.

    Parameters
    ----------
    lines
        Of the run; what could not be computed is in no sum.
    last
        What was issued in the period before, as `last_of` gives it.
    teams
        By rep, as of the run's period: for both, so that who moved changes no team's sum.

    Returns
    -------
    tuple of Total
        The whole first, then plans, teams and kinds of lines; each by currency. Somebody on two
        plans in one period is in a group of both. The kinds add up to the whole.
    """
    now, then = _grouped(lines, teams), _grouped(last, teams)
    found = [_total(key, now.get(key, _Sum()), then.get(key)) for key in {**now, **then}]
    return tuple(sorted(found, key=_place))


def last_of(lines: Iterable[Line], issued: Sequence[Line], asked: Limits) -> list[Line]:
    """Choose what a run is held against: the period issued last to its people or by its plans.

    Parameters
    ----------
    issued
        Of other periods, what was approved first first.
    """
    plans, reps = _named(lines)
    akin = [line for line in issued if line.rep_id in reps or plans.intersection(plan_ids(line))]
    if not akin:
        return []
    last = [line for line in issued if line.period == akin[-1].period]
    return [line for line in last if asked.hold(line)]


def _named(lines: Iterable[Line]) -> tuple[set[str], set[str]]:
    listed = list(lines)
    return {plan for line in listed for plan in plan_ids(line)}, {line.rep_id for line in listed}


def _grouped(lines: Iterable[Line], teams: Mapping[str, str]) -> dict[Group, _Sum]:
    found: dict[Group, _Sum] = {}
    for line in lines:
        if line.pay is None:
            continue
        for by, name, amount in _parts(line, line.pay, teams.get(line.rep_id, "")):
            held = found.setdefault((by, name, line.currency), _Sum())
            held.n += 1
            held.paid += amount
            held.is_partial |= line.is_partial and (by != KIND or name == EARNED)
    return found


def _parts(line: Line, pay: Decimal, team: str) -> Iterable[tuple[str, str, Decimal]]:
    yield ALL, "", pay
    yield PLAN, _plans(line), pay
    yield TEAM, team, pay
    for kind in KINDS:
        amount = of_kind(line, kind)
        if amount or (kind == EARNED and line.is_partial):
            yield KIND, kind, amount


def _plans(line: Line) -> str:
    return ", ".join(plan_ids(line))


def _total(key: Group, now: _Sum, then: _Sum | None) -> Total:
    return Total(
        *key, now.n, now.paid, now.is_partial,
        last_n=then.n if then else 0, last=then.paid if then else None,
    )  # fmt: skip


def _place(total: Total) -> tuple[int, str, int, str]:
    kind = list(KINDS).index(total.name) if total.by == KIND else 0
    return (ALL, PLAN, TEAM, KIND).index(total.by), total.currency, kind, total.name
