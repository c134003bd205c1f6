"""Made and real groups of colleagues whose figures an attacker is after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import NamedTuple

import pyarrow.compute as pc

from benchmarks.disclosed import DISCOUNT, Figure
from workbench.review.person import people
from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.sources.workspace import open_workspace

Spread = Callable[[Random, Figure | None], Figure]  # one figure: any, or with one given near it
_UNITS = {"visits": "count", "won_deals": "count", "won_revenue": "money", "win_rate": "share"}
_FEWEST = 8  # people of a real company from whom groups are drawn
_ABOUT = 0.2  # how far what is known of a company is from the list of what its people have
LISTED, _GIVEN = 1000, 0.03  # the list price, and how far a discount varies about a person's own
_CASES = 3  # of a rate, drawn anew at most where one near it is drawn


class Person(NamedTuple):
    """One person's figures, and what they are drawn from."""

    figures: tuple[Figure, ...]
    spreads: tuple[Spread, ...]

    def near(self, random: Random) -> "Person":
        """Draw one of the figures anew, the person being who it is."""
        which = random.randrange(len(self.figures))
        now = list(self.figures)
        now[which] = self.spreads[which](random, now[which])
        return Person(tuple(now), self.spreads)


@dataclass(frozen=True)
class Source:
    """Where the figures of people come from, one of each or several of the same people."""

    name: str
    units: tuple[str, ...]
    spreads: Callable[[Random], tuple[Spread, ...]]  # who somebody is; all know how people are
    quota: int = 0  # the same for all, known to all; the share of it is told besides
    metrics: tuple[str, ...] = ("",)  # what each figure is called; "" where there is one

    def draw(self, random: Random) -> Person:
        """Draw a person of the company."""
        spreads = self.spreads(random)
        return Person(tuple(spread(random, None) for spread in spreads), spreads)


def made() -> list[Source]:
    """Give figures as companies have them: small and large counts, money, rates."""
    return [
        Source("made, few deals", ("count",), lambda _r: (_counts(4),)),
        Source("made, visits", ("count",), lambda r: (_counts(r.gammavariate(6, 5)),)),
        Source("made, money", ("money",), lambda _r: (_money,)),
        Source("made, money of a quota", ("money",), lambda _r: (_money,), quota=500_000),
        Source("made, rate", ("share",), _some_rate),
        Source("made, discount", (DISCOUNT,), _some_discount),
    ]


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
        found.append(Source(f"{name}, all together", units, _like(everybody), metrics=tuple(known)))
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


def _like(those: Sequence[tuple[Figure, ...]]) -> Callable[[Random], tuple[Spread, ...]]:
    """Draw people like some: one of them, every figure moved."""
    known = [tuple(_moved(figure) for figure in each) for each in those]
    return lambda random: random.choice(known)


def _moved(figure: Figure) -> Spread:
    top, bottom = figure

    def moved(random: Random, near: Figure | None) -> Figure:
        if bottom == 1:
            return round(top * random.lognormvariate(0, _ABOUT)), 1
        cases = max(round(bottom * random.lognormvariate(0, _ABOUT)), 2)
        return _hits(random, cases, (top + 1) / (bottom + 2), near)

    return moved


def _figure(row: dict[str, Decimal], unit: str) -> Figure:
    if unit == "share":
        return int(row["numerator"]), int(row["denominator"])
    return round(row["value"]), 1


def _some_rate(random: Random) -> tuple[Spread, ...]:
    cases, chance = random.randint(6, 40), random.betavariate(6, 12)
    return (lambda again, near: _hits(again, cases, chance, near),)


def _some_discount(random: Random) -> tuple[Spread, ...]:
    share = random.betavariate(2, 18)  # a tenth, of most between nothing and a quarter
    return (lambda again, _near: (round(again.gauss(share, _GIVEN) * LISTED), LISTED),)


def _hits(random: Random, cases: int, chance: float, near: Figure | None) -> Figure:
    """Draw a rate; near another a few of its cases anew, which keeps how rates are spread."""
    if near is None:
        return sum(random.random() < chance for _ in range(cases)), cases
    hits, cases = near
    for _ in range(random.randint(1, _CASES)):
        hits += (random.random() < chance) - (random.random() < hits / cases)
    return hits, cases


def _counts(mean: float) -> Spread:
    return lambda random, _near: (_poisson(random, mean), 1)


def _money(random: Random, _near: Figure | None) -> Figure:
    return round(random.lognormvariate(13, 0.6)), 1


def _poisson(random: Random, mean: float) -> int:
    count, passed = 0, random.expovariate(1)
    while passed < mean:
        count, passed = count + 1, passed + random.expovariate(1)
    return count
