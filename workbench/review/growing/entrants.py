"""The reps of a period as the rule of an award sees them: figure, drawn figure, tenure, data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any

from workbench.errors import ParameterError
from workbench.i18n import error
from workbench.metrics.recognition.award import FEWEST, Entrant, Rule
from workbench.metrics.recognition.drawn import (
    Drawn,
    Segments,
    drawn_attainment,
    drawn_rate,
    typical_deal,
)
from workbench.metrics.recognition.teamwork import Help, by_helper, teamwork_of
from workbench.model.money import quotient
from workbench.model.period import Period
from workbench.review.person import Person, people
from workbench.snapshots import Snapshot
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import Workspace

_SEGMENT = "pipeline"
_READ = ("quota_attainment", "effective_quota", "won_revenue", "win_rate")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Field:
    """Everybody's figures of one period, as rules read them."""

    period: Period
    reps: Mapping[str, Person]  # those reviewed in the period
    facts: Mapping[tuple[str, str], Row]  # totals by rep and metric
    won: Mapping[str, tuple[Decimal, ...]]  # known amounts of won deals by rep
    segments: Mapping[str, Segments]  # win rate by segment, by rep
    helps: tuple[Help, ...] = field(default=())

    @cached_property
    def middles(self) -> Mapping[str, "_Middle"]:
        """By role, what figures of attainment are drawn to; roles of five or more alone."""
        found = {}
        for role, group in self._roles().items():
            known = [
                key for key in group if self.facts[key, "quota_attainment"]["value"] is not None
            ]
            amounts = sorted(amount for key in known for amount in self.won.get(key, ()))
            typical = typical_deal(amounts)
            if len(known) >= FEWEST and typical is not None:
                won, quota = (self._sum(known, m) for m in ("won_revenue", "effective_quota"))
                found[role] = _Middle(quotient(won, quota), typical)
        return found

    @cached_property
    def mixes(self) -> Mapping[str, Segments]:
        """By role, hits and cases of all by segment; roles of five or more alone."""
        return {
            role: _added(self.segments.get(key, {}) for key in group)
            for role, group in self._roles().items()
            if sum(key in self.segments for key in group) >= FEWEST
        }

    @cached_property
    def helps_by(self) -> Mapping[str, Sequence[Help]]:
        """What each rep did for others."""
        return by_helper(self.helps)

    def _roles(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, one in sorted(self.reps.items()):
            if not one.has_team_scope:
                found.setdefault(one.role, []).append(key)
        return found

    def _sum(self, reps: Iterable[str], metric: str) -> Decimal:
        values = (self.facts[key, metric]["value"] for key in reps)
        return sum((value for value in values if value is not None), Decimal(0))


@dataclass(frozen=True)
class _Middle:
    attainment: Decimal  # won revenue of all by quota of all
    typical: Decimal  # deal of all


def field_of(
    snapshot: Snapshot,
    workspace: Workspace,
    period: Period,
    members: Iterable[str],
    helps: Iterable[Help] = (),
) -> Field:
    """Read everybody's figures of a period."""
    found = period_facts(snapshot, workspace, period)
    rows = found.facts.to_pylist()
    everybody = people(snapshot, period, workspace.manager_scope)
    won: dict[str, list[Decimal]] = {}
    for row in found.deals.select(["rep_id", "state", "amount"]).to_pylist():
        if row["state"] == "won" and row["amount"] is not None:
            won.setdefault(row["rep_id"], []).append(row["amount"])
    return Field(
        period=period,
        reps={rep_id: everybody[rep_id] for rep_id in sorted(members)},
        facts={(r["rep_id"], r["metric"]): r for r in rows if not r["by"] and r["metric"] in _READ},
        won={rep_id: tuple(sorted(amounts)) for rep_id, amounts in won.items()},
        segments=_segments(rows),
        helps=tuple(sorted(helps)),
    )


def entrants(
    rule: Rule, now: Field, before: Field | None, won_in: Mapping[str, Sequence[str]]
) -> list[Entrant]:
    """Give one entrant per rep of a period, in order of id.

    Parameters
    ----------
    before
        The period before; only `improvement` reads it.
    won_in
        By rep, the periods just before in which this award was won.

    Raises
    ------
    ParameterError
        When improvement is asked and there is no period before.
    """
    if rule.figure == "improvement" and before is None:
        raise error(ParameterError, "refusal-award-before", award=rule.key)
    read = _FIGURES[rule.figure]
    found = []
    for rep_id, person in sorted(now.reps.items()):
        figure = read(rule, rep_id, now, before)
        found.append(
            Entrant(
                rep_id=rep_id, value=figure.value, drawn=figure.drawn, n=figure.n,
                reason=figure.reason, grade=figure.grade, hired_on=person.hired_on,
                left_on=person.left_on, is_team=person.has_team_scope,
                won_in=tuple(won_in.get(rep_id, ())),
            )
        )  # fmt: skip
    return found


@dataclass(frozen=True)
class _Figure:
    value: Decimal | None
    drawn: Drawn | None = None
    n: int = 0
    reason: str = ""
    grade: str = ""


def _attainment(rule: Rule, rep_id: str, now: Field, _before: Field | None) -> _Figure:
    fact, middle = now.facts[rep_id, "quota_attainment"], now.middles.get(now.reps[rep_id].role)
    own = now.won.get(rep_id, ())
    if fact["value"] is None or middle is None:
        reason = fact["reason"] or "group_too_small"
        return _Figure(None, n=len(own), reason=reason, grade=fact["grade"])
    quota = now.facts[rep_id, "effective_quota"]["value"]
    n = quota / (typical_deal(own) or middle.typical)
    drawn = drawn_attainment(fact["value"], n, middle.attainment, rule.strength)
    return _Figure(fact["value"], drawn, len(own), grade=fact["grade"])


def _win_rate(rule: Rule, rep_id: str, now: Field, _before: Field | None) -> _Figure:
    fact, mix = now.facts[rep_id, "win_rate"], now.mixes.get(now.reps[rep_id].role)
    if fact["value"] is None or mix is None:
        reason = fact["reason"] or "group_too_small"
        return _Figure(None, n=fact["n"], reason=reason, grade=fact["grade"])
    drawn = drawn_rate(now.segments.get(rep_id, {}), mix, rule.strength)
    return _Figure(fact["value"], drawn, fact["n"], grade=fact["grade"])


def _improvement(rule: Rule, rep_id: str, now: Field, before: Field | None) -> _Figure:
    figure = _attainment(rule, rep_id, now, None)
    if figure.value is None or before is None or rep_id not in before.reps:
        return _Figure(None, n=figure.n, reason=figure.reason or "not_here_before")
    earlier = _attainment(rule, rep_id, before, None)
    if earlier.value is None or figure.drawn is None or earlier.drawn is None:
        return _Figure(None, n=figure.n, reason=f"{earlier.reason or 'no_figure'}_before")
    n, grade = min(figure.n, earlier.n), max(figure.grade, earlier.grade)
    return _Figure(figure.value - earlier.value, figure.drawn.less(earlier.drawn), n, grade=grade)


def _colleagues(_rule: Rule, rep_id: str, now: Field, _before: Field | None) -> _Figure:
    managers = {rep_id: now.reps[rep_id].manager_id}
    found = teamwork_of(rep_id, now.helps_by.get(rep_id, ()), managers)
    return _Figure(Decimal(found.colleagues), n=found.evidence)


_FIGURES = {
    "attainment": _attainment,
    "win_rate": _win_rate,
    "improvement": _improvement,
    "colleagues_helped": _colleagues,
}


def _segments(rows: Iterable[Row]) -> dict[str, Segments]:
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for row in rows:
        if (row["metric"], row["by"]) == ("win_rate", _SEGMENT) and row["denominator"]:
            cases = (int(row["numerator"]), int(row["denominator"]))
            found.setdefault(row["rep_id"], {})[row["level"]] = cases
    return dict(found)


def _added(parts: Iterable[Segments]) -> Segments:
    found: dict[str, tuple[int, int]] = {}
    for part in parts:
        for level, (hits, cases) in part.items():
            before = found.get(level, (0, 0))
            found[level] = (before[0] + hits, before[1] + cases)
    return found
