"""Made and real groups of colleagues whose figures an attacker is after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

import pyarrow.compute as pc

from benchmarks.disclosed import Figure
from workbench.review.person import people
from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import open_workspace

Draw = Callable[[Random], Figure]  # how such a figure is spread in the company, which all know
_REAL = ("visits", "won_deals", "won_revenue", "win_rate")
_UNITS = {"visits": "count", "won_deals": "count", "won_revenue": "money", "win_rate": "share"}
_FEWEST = 8  # people of a real company from whom groups are drawn


@dataclass(frozen=True)
class Source:
    """Where figures of one kind come from."""

    name: str
    unit: str
    draw: Draw
    quota: int = 0  # the same for all, known to all; the share of it is told besides


def made() -> list[Source]:
    """Give figures as companies have them: small and large counts, money, rates."""
    return [
        Source("made, few deals", "count", lambda r: (_poisson(r, 4), 1)),
        Source("made, visits", "count", lambda r: (_poisson(r, r.gammavariate(6, 5)), 1)),
        Source("made, money", "money", lambda r: (round(r.lognormvariate(13, 0.6)), 1)),
        Source("made, money of a quota", "money", lambda r: (round(r.lognormvariate(13, 0.6)), 1),
               quota=500_000),
        Source("made, rate", "share", _rate),
    ]  # fmt: skip


def real(folder: str, period: str) -> list[Source]:
    """Give figures of a company's data, drawn from those its reps have."""
    workspace = open_workspace(folder)
    snapshot = open_snapshot(workspace, None)
    span = workspace.calendar.period(period)
    facts = period_facts(snapshot, workspace, span).facts
    reps = {key for key, each in people(snapshot, span, workspace.manager_scope).items()
            if not each.has_team_scope}  # fmt: skip
    found = []
    for metric in _REAL:
        rows = facts.filter(pc.and_(pc.equal(facts["metric"], metric), pc.equal(facts["by"], "")))
        known = [row for row in rows.to_pylist() if row["rep_id"] in reps and row["value"]]
        figures = [_figure(row, _UNITS[metric]) for row in known]
        if len(figures) >= _FEWEST:
            name = f"{workspace.folder.name}, {metric}"
            found.append(Source(name, _UNITS[metric], _one_of(figures)))
    return found


def _one_of(figures: Sequence[Figure]) -> Draw:
    return lambda random: random.choice(figures)


def _figure(row: dict[str, Decimal], unit: str) -> Figure:
    if unit == "share":
        return int(row["numerator"]), int(row["denominator"])
    return round(row["value"]), 1


def _rate(random: Random) -> Figure:
    cases, chance = random.randint(6, 40), random.betavariate(6, 12)
    return sum(random.random() < chance for _ in range(cases)), cases


def _poisson(random: Random, mean: float) -> int:
    count, passed = 0, random.expovariate(1)
    while passed < mean:
        count, passed = count + 1, passed + random.expovariate(1)
    return count
