"""Goals under what they serve: how far each has come, and what is not covered."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from workbench.i18n import Lang, message, share
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.disclosure import FEWEST, rate_told, sum_told
from workbench.metrics.fact import Fact
from workbench.metrics.possible import adds_over_people, pooled
from workbench.model.period import Period
from workbench.page.number import value_text
from workbench.review.cycle.goals import (
    Branch,
    branches,
    is_behind,
    people_below,
    progress,
    unserved,
    weight_lacking,
)
from workbench.review.cycle.listing import listing
from workbench.review.cycle.smart import smart
from workbench.review.led import led_by
from workbench.snapshots.facts import period_facts
from workbench.store import Actor
from workbench.store.goals import Goal, goal_lines, goals_of

if TYPE_CHECKING:
    from workbench.review.cycle.desk import Desk

_HEADS = ("goal", "owner", "from", "to", "weight", "due", "progress", "lacking", "id")
_STEP = "› "


@dataclass(frozen=True)
class Tree:
    """All goals that hold, and what one reader may see of a period's."""

    desk: "Desk"
    actor: Actor
    led: frozenset[str]
    seen: Sequence[Goal]
    lines: Sequence[Goal]  # everybody's, without words: what is covered is so whoever looks
    facts: Mapping[tuple[str, str], Fact] = field(repr=False)  # by rep and metric

    def value(self, goal: Goal) -> Decimal | None:
        """Give the figure a goal is read by: the owner's, else that of all who serve it.

        None where it would tell of fewer than five people the reader does not lead.
        """
        own = self.facts.get((goal.owner_id, goal.metric))
        if own is not None and (goal.level == "rep" or self._may_tell([goal.owner_id])):
            return own.value
        found, known = self._below(goal), self._known(goal)
        if len(found) < len(people_below(goal, self.lines)) or not self._may_tell(known):
            return None  # who has no figure hides nobody's
        return pooled(list(found.values()))

    def _below(self, goal: Goal) -> dict[str, Fact]:
        """Give the figures of those who serve a goal, of who has a fact of it."""
        who = people_below(goal, self.lines)
        facts = {each: self.facts.get((each, goal.metric)) for each in who}
        return {each: fact for each, fact in facts.items() if fact is not None}

    def _known(self, goal: Goal) -> dict[str, Decimal]:
        return {
            each: fact.value for each, fact in self._below(goal).items() if fact.value is not None
        }

    def lacks(self, goal: Goal) -> list[str]:
        """Say what a goal lacks, by itself and of those below it; of a closed one, why it is."""
        lang = self.desk.lang
        if not goal.is_open:
            return [message("goal-closed", lang, reason=goal.reason)]
        told = smart(goal, lang, self.desk.today, self.desk.workspace.currency)
        if goal.goal in self._gaps:
            told.append(self._gap(self._gaps[goal.goal]))
        if goal.goal in self._unserved:
            told.append(message("goal-unserved", lang))
        lacking = weight_lacking(each for each in self.seen if self._is_beside(each, goal))
        if goal.weight and lacking and self._sees_all_of(goal.owner_id):
            told.append(message("goal-weights-lack", lang, owner=goal.owner_id, n=f"{lacking:f}"))
        return told

    @cached_property
    def _gaps(self) -> dict[str, Branch]:
        return {each.goal.goal: each for each in branches(self.lines) if each.gap > 0}

    @cached_property
    def _unserved(self) -> frozenset[str]:
        return frozenset(each.goal for each in unserved(self.lines))

    def _gap(self, branch: Branch) -> str:
        lang = self.desk.lang
        if not self._may_tell(branch.owners):
            return message("goal-gap-untold", lang)
        told = branch.gap if branch.is_sum else branch.of_children
        if self._others(branch.owners):
            coarse = sum_told(told, branch.parts, CATALOGUE[branch.goal.metric].unit)
            if not coarse:  # less than half a step: that it is there is all that may be told
                return message("goal-gap-untold", lang)
            told = coarse
        number = self.written(branch.goal, f"{told:f}")
        if branch.is_sum:
            return message("goal-gap", lang, gap=number)
        return message("goal-gap-mean", lang, mean=number)

    def written(self, goal: Goal, number: str) -> str:
        """Write a number in the unit of a goal's metric, as it stands where there is none."""
        if not number or goal.metric not in CATALOGUE:
            return number
        desk, unit = self.desk, CATALOGUE[goal.metric].unit
        return value_text(Decimal(number), unit, desk.workspace.currency, desk.lang)

    def _sees_all_of(self, owner_id: str) -> bool:
        is_all = self.actor.role in ("sales_ops", "hr")
        return is_all or owner_id in {self.actor.person_id, *self.led}

    def _is_beside(self, each: Goal, goal: Goal) -> bool:
        return each.is_open and each.owner_id == goal.owner_id

    def _may_tell(self, people: Collection[str]) -> bool:
        """Whether what some people come to may be told: not of a few whom the reader leads not."""
        others = self._others(people)
        return not others or len(others) >= FEWEST

    def _others(self, people: Collection[str]) -> frozenset[str]:
        """Name those of some people whose figures the reader has no part in."""
        if self.actor.role in ("sales_ops", "hr"):
            return frozenset()
        return frozenset(people) - self.led - {self.actor.person_id}

    def way(self, goal: Goal) -> str:
        """Write how far a goal has come: coarse where it is others' figures together."""
        value = self.value(goal)
        known = self._known(goal) if goal.level != "rep" else {}
        others = len(self._others(known))
        if value is not None and others >= FEWEST and adds_over_people(goal.metric):
            # A share of a small target would be the sum itself
            value = sum_told(value, list(known.values()), CATALOGUE[goal.metric].unit)
        return way_text(goal, value, self.desk.lang, others)


def goal_tree_text(desk: "Desk", actor: Actor, period: Period) -> str:
    """Write the goals an actor may see, each below the one it serves.

    Progress is read from the owner's figures, else from those of all who serve the goal; "lacking"
    says what is not SMART, what the goals below leave uncovered, and that nobody serves a line.
    """
    led = led_by(desk.snapshot, actor.person_id, period) if actor.role == "manager" else frozenset()
    tree = Tree(
        desk, actor, led, goals_of(desk.store, actor, period.name, led=led),
        lines := goal_lines(desk.store, actor),
        _facts(desk, period, {each.metric for each in lines}),
    )  # fmt: skip
    rows = [_row(tree, goal, depth) for goal, depth in _walked(tree.seen)]
    return listing([message(f"goal-{name}", desk.lang) for name in _HEADS], rows)


def _row(tree: Tree, goal: Goal, depth: int) -> list[str]:
    return [
        _STEP * depth + goal.what, goal.owner_id,
        tree.written(goal, goal.baseline), tree.written(goal, goal.target),
        f"{goal.weight}%" if goal.weight else "",
        "" if goal.due_on is None else goal.due_on.isoformat(),
        tree.way(goal) if goal.is_open else "",
        ("；" if tree.desk.lang == "zh" else "; ").join(tree.lacks(goal)), goal.goal,
    ]  # fmt: skip


def way_text(goal: Goal, value: Decimal | None, lang: Lang, others: int = 0) -> str:
    """Write how far a goal has come, coarse where so many others' figures are in it."""
    reached = progress(goal, value)
    if reached is None:
        return ""
    told = share(rate_told(reached, others), lang, 0) if others else share(reached, lang)
    return message("goal-behind", lang, share=told) if is_behind(goal, value) else told


def _walked(goals: Sequence[Goal], parent: str = "", depth: int = 0) -> Iterator[tuple[Goal, int]]:
    known = {goal.goal for goal in goals}
    for goal in goals:
        above = goal.parent if goal.parent in known else ""
        if above == parent:
            yield goal, depth
            yield from _walked(goals, goal.goal, depth + 1)


def _facts(desk: "Desk", period: Period, metrics: Collection[str]) -> dict[tuple[str, str], Fact]:
    facts = period_facts(desk.snapshot, desk.workspace, period).facts
    is_asked = pc.is_in(facts["metric"], pa.array(sorted(metrics), pa.string()))
    totals = facts.filter(pc.and_(pc.equal(facts["by"], ""), is_asked))
    return {(row["rep_id"], row["metric"]): Fact(**row) for row in totals.to_pylist()}
