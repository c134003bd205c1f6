"""What colleagues can work out of each other's figures from what documents tell of a group.

`python -m benchmarks.disclosure [ROUNDS]` (`--help` for parts of it) plays an attacker who has all
they could: the own figures, those of a colleague who helps, how such figures are spread in the
company, and the rule itself. Of all groups that agree with every word told they draw many
(Metropolis: one colleague's figure after the other is drawn anew, and kept where nothing told would
differ), and place each colleague where most of the draws lie. Chance is the same guess by who has
read nothing.

A recovery is a figure that all draws agree on, of a colleague by name or of the first, second,
third … of the group, though before reading they did not. Draws that hardly moved agree as well, so
where they do the walk goes on, up to ten times as long, and is asked again.

Placed is a guess within a tenth of the group's range of the truth. The later half of the draws
stands for the truth, for any of them may as well be it, and the earlier half makes the guess: so
one group is worth many and little is left to luck. Chance is the guess of who knows all the same,
the own figures, the form of the company's figures, how wide the group's range is, but was told
nothing; it is held against the same truths. Of who was told nothing both are the same, but for
half a point of luck in forty groups (tests/attack/test_disclosure.py).

The prior of a group's rates is looked up (benchmarks/disclosed_fit.py), so that a round ends. The
rule of before is played by two readers alone, to show that the attacker can.
"""

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice, product
from random import Random
from statistics import mean, stdev
from time import process_time

from benchmarks.disclosed import RATES, Rule, told_before, told_now, value_of
from benchmarks.disclosed_worlds import Person, Source, made, real
from workbench.metrics.disclosure import NARROWER_FROM

SIZES = (6, 7, 8, 10, 13, 14, 20, 30)  # people, the readers among them
WITH_RATES = (8, 14)  # sizes of groups with rates, which take longest
COMPANIES = (("data/demo", "2026-Q3"), ("data/maven", "2017-Q3"), ("data/adventureworks", "W12"))
# Readers, and what else they have read: nothing, the period after, a later snapshot of the same
# period in which one colleague's figure was corrected, or the same with one colleague less
ATTACKS = {
    "one reader": (1, ""), "two readers": (2, ""), "two periods": (2, "period"),
    "two snapshots": (2, "snapshot"), "one person more": (2, "person"),
}  # fmt: skip
_CHANGED = 0.5  # of the people, who have other figures in the period after
_BURNT, _DRAWN = 16, 64  # times each colleague is drawn anew before it counts, and then
_LONGEST = 10 * _DRAWN  # where all agree on a figure: so do draws of a walk that hardly moved
_TENTH = 0.1
_SURE, _OPEN = 0.99, 0.9  # draws that agree: a recovery, and not one that was known unread
Course = tuple[Person | None, ...]  # a colleague's figures in each state read; None: not there


@dataclass(frozen=True)
class Outcome:
    """What one attack on one group came to."""

    placed: float  # share of the colleagues
    chance: float
    recovered: int
    is_stirred: bool  # whether the draws left the truth; if not, they say nothing


class Group:
    """Colleagues, what is told of them, and who reads it."""

    def __init__(self, source: Source, size: int, attack: str, seed: int) -> None:
        """Draw a group and the states of it that are read."""
        self.source, self.random = source, Random(seed)
        self.readers, self.more = ATTACKS[attack]
        self.people: list[Course] = [self._drawn(person, size) for person in range(size)]

    def _drawn(self, person: int, size: int) -> Course:
        first, is_last = self.source.draw(self.random), person == size - 1
        if not self.more:
            return (first,)
        if self.more == "person":
            return (first, None if is_last else first)
        if self.more == "period":
            return (first, self._after(first))
        return (first, self.source.draw(self.random) if is_last else first)

    def _after(self, person: Person) -> Person:
        """Give a person's figures in the other period: half of them have the same."""
        return self.source.draw(self.random) if self.random.random() < _CHANGED else person

    def told(self, people: Sequence[Course], rule: Rule) -> Iterator[object]:
        """Give what the readers are told of a group in every state read, figure by figure."""
        readers, source = range(self.readers), self.source
        for state in zip(*people, strict=True):
            there = [person for person in state if person is not None]
            by_unit = zip(*(person.figures for person in there), strict=True)
            for unit, figures in zip(source.units, by_unit, strict=True):
                yield from rule(figures, unit, readers)
            if source.quota:
                tops = [person.figures[0][0] for person in there]
                shares = tuple((round(top * 1000 / source.quota), 1000) for top in tops)
                yield from rule(shares, "ratio", readers)

    def draws(self, rule: Rule | None) -> Iterator[list[Course]]:
        """Draw groups that agree with what is told, without end; with no rule, any."""
        now = list(self.people)
        truth = list(self.told(now, rule)) if rule else []
        for sweep in count():
            for person in range(self.readers, len(now)):
                other = self.random.randrange(self.readers, len(now))
                for those, anew in product(({person}, {person, other}), self._ways()):
                    tried = [anew(p, each) if p in those else each for p, each in enumerate(now)]
                    if rule is None or self._agrees(tried, rule, truth):
                        now = tried
            now = self._exchanged(now)
            if sweep >= _BURNT:
                yield now

    def _agrees(self, people: Sequence[Course], rule: Rule, truth: Sequence[object]) -> bool:
        """Whether a group would be told of in the same words; what differs first ends it."""
        return all(a == b for a, b in zip(self.told(people, rule), truth, strict=True))

    def _ways(self) -> list[Callable[[int, Course], Course]]:
        """Give how a colleague is drawn anew: whole, in one period, one figure of one state.

        Each keeps how people are spread. The small ones find groups that agree where so much is
        told that nobody else would fit.
        """
        ways: list[Callable[[int, Course], Course]] = [self._whole, self._near]
        return [*ways, self._one_period] if self.more == "period" else ways

    def _whole(self, person: int, _course: Course) -> Course:
        return self._drawn(person, len(self.people))

    def _one_period(self, _person: int, course: Course) -> Course:
        first, second = course if self.random.random() < _CHANGED else course[::-1]
        again = self._after(first) if first else second
        return (first, again) if first is course[0] else (again, first)

    def _near(self, _person: int, course: Course) -> Course:
        there = [person for person in course if person]
        before = self.random.choice(there)
        after = before.near(self.random)
        return tuple(after if person is before else person for person in course)

    def _exchanged(self, people: list[Course]) -> list[Course]:
        """Let colleagues exchange figures: nothing told tells one from the other by name."""
        last = len(people) - (self.more in ("person", "snapshot"))
        middle = people[self.readers : last]
        self.random.shuffle(middle)
        return [*people[: self.readers], *middle, *people[last:]]

    def attacked(self, rule: Rule) -> dict[str, Outcome]:
        """Say of each figure how many colleagues are placed, told and untold, and recovered."""
        walk = self.draws(rule)
        read = list(islice(walk, _DRAWN))
        unread = list(islice(self.draws(None), _DRAWN))
        sure = _SURE
        while len(read) < _LONGEST and self._is_known(read, unread, sure):
            read += islice(walk, _DRAWN)
            sure = _OPEN  # what nearly all still agree on is asked at the end
        return {
            metric: self._aimed(read, unread, figure)
            for figure, metric in enumerate(self.source.metrics)
        }

    def _is_known(
        self, read_of: Sequence[list[Course]], unread_of: Sequence[list[Course]], sure: float
    ) -> bool:
        """Whether so many draws agree on any figure of anybody."""
        for figure in range(len(self.source.metrics)):
            read, unread = ([_values(each, figure) for each in of] for of in (read_of, unread_of))
            if self._recovered(read, unread, _same(read), sure):
                return True
        return False

    def _aimed(
        self, read_of: Sequence[list[Course]], unread_of: Sequence[list[Course]], figure: int
    ) -> Outcome:
        """Say the same of one of the figures."""
        read, unread = ([_values(each, figure) for each in of] for of in (read_of, unread_of))
        half = len(read) // 2
        truths = read[half:]
        near = mean(_near(truth) for truth in truths)
        placed, chance = (
            mean(
                abs(guess - truth[p]) <= _near(truth)
                for p, guess in self._guesses(draws, near)
                for truth in truths
            )
            for draws in (read[:half], unread)
        )
        recovered = self._recovered(read, unread, _same(read), _SURE)
        return Outcome(placed, chance, recovered, self._stirred(read, unread))

    def _stirred(self, read: list[list[float]], unread: list[list[float]]) -> bool:
        """Whether groups were drawn that differ, as far as such figures can."""
        after, before = (
            len({tuple(sorted(draw[self.readers :])) for draw in draws}) for draws in (read, unread)
        )
        return after >= min(len(read) // 2, before // 2)

    def _guesses(self, draws: list[list[float]], near: float) -> Iterator[tuple[int, float]]:
        """Guess each colleague's figure: the same for all of whom the same is known."""
        size = len(self.people)
        apart = size - 1 if self.more in ("person", "snapshot") else size
        alike = [draw[p] for draw in draws for p in range(self.readers, apart)]
        guess = _densest(alike, near)
        yield from ((p, guess) for p in range(self.readers, apart))
        yield from ((p, _densest([draw[p] for draw in draws], near)) for p in range(apart, size))

    def _recovered(
        self, read: list[list[float]], unread: list[list[float]], same: float, sure: float
    ) -> int:
        """Count colleagues, by name and by rank, whose figure is known only from reading."""
        named = [[draw[self.readers :] for draw in draws] for draws in (read, unread)]
        ranked = [[sorted(draw) for draw in draws] for draws in named]
        return sum(
            _agreeing(after, same) >= sure and _agreeing(before, same) < _OPEN
            for of_read, of_unread in (named, ranked)
            for after, before in zip(
                zip(*of_read, strict=True), zip(*of_unread, strict=True), strict=True
            )
        )


def _values(people: Sequence[Course], figure: int) -> list[float]:
    return [float(value_of(course[0].figures[figure])) for course in people if course[0]]


def _near(truth: Sequence[float]) -> float:
    return _TENTH * (max(truth) - min(truth))


def _same(draws: Sequence[list[float]]) -> float:
    """Give how far apart two guesses are one: a tenth of what is near, of the later draws."""
    return mean(_near(draw) for draw in draws[len(draws) // 2 :]) / 10


def _densest(values: list[float], near: float) -> float:
    """Give the middle of the stretch of twice `near` that holds most of the values."""
    values = sorted(values)
    best, first = (0, values[0]), 0
    for last, value in enumerate(values):
        while value - values[first] > 2 * near:
            first += 1
        best = max(best, (last - first, (values[first] + value) / 2))
    return best[1]


def _agreeing(values: Sequence[float], same: float) -> float:
    """Give the share of draws that agree on a figure."""
    middle = sorted(values)[len(values) // 2]
    return mean(abs(value - middle) <= same for value in values)


def main() -> None:
    """Print each rule's attacks, by kind of figure, attack and size, and all of each."""
    asked = _asked()
    named = [*COMPANIES, *zip(asked.companies[::2], asked.companies[1::2], strict=True)]
    sources = [*made(), *(source for company in named for source in real(*company))]
    wanted = [source for source in sources if asked.source in source.name]
    if not asked.source:
        _print("before", attacks(made()[:3], told_before, ["two readers"], asked.rounds))
    _print("now", attacks(wanted, told_now, asked.attack or list(ATTACKS), asked.rounds))


def _asked() -> Namespace:
    parser = ArgumentParser(description="Attack what documents tell of a group.")
    parser.add_argument("rounds", nargs="?", type=int, default=3, help="groups of each case")
    parser.add_argument("companies", nargs="*", default=[], help="more: FOLDER PERIOD ...")
    parser.add_argument("--attack", action="append", choices=list(ATTACKS), help="these alone")
    parser.add_argument("--source", default="", help="figures whose name holds this alone")
    return parser.parse_args()


def _print(name: str, found: Iterator[tuple[str, Outcome]]) -> None:
    by: dict[str, list[Outcome]] = defaultdict(list)
    start = process_time()
    for key, outcome in found:
        by[key].append(outcome)
    for key, outcomes in by.items():
        print(f"{name}: {key}: {_summed(outcomes)}", flush=True)
    print(f"{name}: {process_time() - start:.0f} s of one core", flush=True)


def attacks(
    sources: Sequence[Source], rule: Rule, ways: Sequence[str], rounds: int
) -> Iterator[tuple[str, Outcome]]:
    """Attack groups of each kind and size in each way; with rates of few sizes alone."""
    for source, attack, size in product(sources, ways, SIZES):
        if RATES.keys() & set(source.units) and size not in WITH_RATES:
            continue
        for seed in range(rounds):
            found = Group(source, size, attack, seed * 100 + size).attacked(rule)
            others = "5 to 11" if size <= NARROWER_FROM else "12 and more"
            for metric, outcome in found.items():
                figure = f"{source.name}, {metric}" if metric else source.name
                case = f"{figure}, {attack}, {others} others"
                yield from ((key, outcome) for key in (case, attack, f"{others} others", "all"))


def _summed(outcomes: Sequence[Outcome]) -> str:
    told = [each for each in outcomes if each.is_stirred]
    apart = f"{len(outcomes) - len(told)} groups say nothing"
    if not told:
        return apart
    placed, chance = mean(o.placed for o in told), mean(o.chance for o in told)
    over = [(o.placed - o.chance) * 100 for o in told]
    error = f" ± {stdev(over) / len(over) ** 0.5:.1f}" if len(over) > 1 else ""
    return (
        f"placed {placed:.1%}, by chance {chance:.1%}, {mean(over):+.1f}{error} points; "
        f"recovered {sum(o.recovered for o in told)} in {len(told)} groups; {apart}"
    )


if __name__ == "__main__":
    main()
