"""Made and real groups of colleagues whose figures an attacker is after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random

import pyarrow.compute as pc

from benchmarks.disclosed import Figure
from workbench.review.person import people
from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import open_workspace

Person = tuple[Figure, ...]  # one person's figures
Draw = Callable[[Random], Person]  # how such figures are spread in the company, which all know
_UNITS = {"visits": "count", "won_deals": "count", "won_revenue": "money", "win_rate": "share"}
_FEWEST = 8  # people of a real company from whom groups are drawn
_ABOUT = 0.2  # how far what is known of a company is from the list of what its people have


@dataclass(frozen=True)
class Source:
    """Where the figures of people come from, one of each or several of the same people."""

    name: str
    units: tuple[str, ...]
    draw: Draw
    quota: int = 0  # the same for all, known to all; the share of it is told besides


def made() -> list[Source]:
    """Give figures as companies have them: small and large counts, money, rates."""
    return [
        Source("made, few deals", ("count",), lambda r: ((_poisson(r, 4), 1),)),
        Source("made, visits", ("count",), lambda r: ((_poisson(r, r.gammavariate(6, 5)), 1),)),
        Source("made, money", ("money",), lambda r: ((round(r.lognormvariate(13, 0.6)), 1),)),
        Source("made, money of a quota", ("money",),
               lambda r: ((round(r.lognormvariate(13, 0.6)), 1),), quota=500_000),
        Source("made, rate", ("share",), lambda r: (_rate(r),)),
    ]  # fmt: skip


def real(folder: str, period: str) -> list[Source]:
    """Give figures of a company's data, each alone and then all together.

    They are drawn from those its reps have, each moved by about a fifth: the attacker knows how
    the company's figures are spread and go together, and not the list of them.
    """
    known = _known(folder, period)
    name = Path(folder).name
    found = [
        Source(f"{name}, {metric}", (_UNITS[metric],), _like([(each,) for each in of.values()]))
        for metric, of in known.items()
    ]
    everybody = [
        tuple(of[rep] for of in known.values())
        for rep in next(iter(known.values()), {})
        if all(rep in of for of in known.values())
    ]
    if len(found) > 1 and len(everybody) >= _FEWEST:
        units = tuple(_UNITS[metric] for metric in known)
        found.append(Source(f"{name}, all together", units, _like(everybody)))
    return found


def _known(folder: str, period: str) -> dict[str, dict[str, Figure]]:
    """Give the figures of a company's reps by metric, of those that enough of them have."""
    workspace = open_workspace(folder)
    snapshot = open_snapshot(workspace, None)
    span = workspace.calendar.period(period)
    facts = period_facts(snapshot, workspace, span).facts
    reps = {key for key, each in people(snapshot, span, workspace.manager_scope).items()
            if not each.has_team_scope}  # fmt: skip
    found = {}
    for metric, unit in _UNITS.items():
        rows = facts.filter(pc.and_(pc.equal(facts["metric"], metric), pc.equal(facts["by"], "")))
        known = [row for row in rows.to_pylist() if row["rep_id"] in reps and row["value"]]
        if len(known) >= _FEWEST:
            found[metric] = {row["rep_id"]: _figure(row, unit) for row in known}
    return found


def _like(those: Sequence[Person]) -> Draw:
    """Draw people like some: one of them, every figure moved."""
    return lambda random: tuple(_moved(random, figure) for figure in random.choice(those))


def _moved(random: Random, figure: Figure) -> Figure:
    top, bottom = figure
    about = random.lognormvariate(0, _ABOUT)
    if bottom == 1:
        return round(top * about), 1
    cases, chance = max(round(bottom * about), 2), (top + 1) / (bottom + 2)
    return sum(random.random() < chance for _ in range(cases)), cases


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
