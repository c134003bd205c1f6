"""What the fairness pack looks at: the ratings of a cycle, the figures beside, the words used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from workbench.errors import RefusedError
from workbench.i18n import error
from workbench.metrics.fairness.effects import tenure_band
from workbench.model.period import Period
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.desk import Desk
from workbench.review.person import Person, people
from workbench.review.review import Review
from workbench.review.scoring import score_of
from workbench.snapshots import Snapshot, open_snapshot
from workbench.snapshots.some_facts import some_facts
from workbench.store import Actor
from workbench.store.calibration import calibrated, laid_open
from workbench.store.cycles import Cycle, find_cycle
from workbench.store.entries import read_entries
from workbench.store.meeting import meeting_of
from workbench.store.naming import actor_said
from workbench.store.rules import Subject, is_signed, may_audit
from workbench.store.standing import standings

_DAYS_A_MONTH = Decimal("30.4375")
_SAID = (("rating", "rating"), ("feedback", "keep"), ("feedback", "change"), ("values", "example"))


@dataclass(frozen=True)
class Rated:
    """One rating that holds, with the score of the same person from figures alone."""

    rep_id: str
    manager_id: str
    level: int
    objective: Decimal | None


@dataclass(frozen=True)
class Audit:
    """One cycle in the eyes of who may audit it."""

    desk: Desk
    actor: Actor
    cycle: Cycle
    period: Period
    snapshot: Snapshot

    @cached_property
    def ratings(self) -> tuple[Rated, ...]:
        """Every rating that may be read: all once the views are laid open, else the signed ones."""
        found = []
        for subject in self._subjects:
            level = self._level(subject)
            if level is not None:
                manager = subject.delegate_id or subject.manager_id
                review = self._reviews[subject.rep_id]
                found.append(Rated(review.rep.rep_id, manager, level, score_of(review).value))
        return tuple(found)

    @cached_property
    def levels(self) -> int:
        """How many levels the rating has, in whichever template a review was opened with."""
        found = (self._reviews[subject.rep_id].template for subject in self._subjects)
        items = [item for template in found for item in template.forms.get("rating", ())]
        return max((len(item.options) for item in items if item.kind == "rating"), default=0)

    @cached_property
    def comments(self) -> tuple[tuple[str, str], ...]:
        """What managers wrote, as far as it may be read: manager and text."""
        return tuple((manager, text) for manager, text in self._said() if text.strip())

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody by id, as placed on the last day of the period."""
        return people(self.snapshot, self.period, self.desk.workspace.manager_scope)

    @cached_property
    def attainment(self) -> Mapping[str, Decimal]:
        """The attainment of everybody in the cycle who has one."""
        table = some_facts(
            self.snapshot, self.desk.workspace, self.period, ("quota_attainment", "won_revenue")
        )
        members = {self._reviews[subject.rep_id].rep.rep_id for subject in self._subjects}
        return {
            row["rep_id"]: row["value"]
            for row in table.to_pylist()
            if row["metric"] == "quota_attainment" and row["value"] is not None
            and row["rep_id"] in members and not self.people[row["rep_id"]].has_team_scope
        }  # fmt: skip

    @cached_property
    def attributes(self) -> Mapping[str, Mapping[str, str]]:
        """Group attributes by name, then by rep; empty where the company gives none."""
        if not self.snapshot.has("group_attributes"):
            return {}
        found: dict[str, dict[str, str]] = {}
        for row in self.snapshot.table("group_attributes").to_pylist():
            found.setdefault(row["attribute"], {})[row["rep_id"]] = row["value"]
        return found

    def tenure(self, rep_id: str) -> str:
        """Name the band of somebody's time in the company at the end of the period."""
        hired: date | None = self.people[rep_id].hired_on
        if hired is None:
            return ""
        days = (min(self.period.last_day, self.snapshot.as_of) - hired).days
        return tenure_band(int(days / _DAYS_A_MONTH))

    @cached_property
    def _reviews(self) -> Mapping[str, Review]:
        return self.desk.reviews(self.actor, self.cycle.cycle)

    @cached_property
    def _subjects(self) -> tuple[Subject, ...]:
        found = standings(self.desk.store, self.actor, self.cycle.cycle)
        return tuple(each.subject for each in found)

    @cached_property
    def _laid_open(self) -> tuple[Any, Any]:
        store, name = self.desk.store, self.cycle.cycle
        if not meeting_of(store, self.actor, name).is_open:
            return (), ()
        return laid_open(store, self.actor, name)

    @cached_property
    def _entries(self) -> Mapping[str, Mapping[Any, Any]]:
        store, name = self.desk.store, self.cycle.cycle
        return {
            each.rep_id: read_entries(store, self.actor, name, each.rep_id)
            for each in self._subjects
            if is_signed(each)
        }

    def _level(self, subject: Subject) -> int | None:
        now = calibrated(subject, *self._laid_open)
        if now is not None:
            return now[0]
        entry = self._entries.get(subject.rep_id, {}).get(("rating", "rating", "manager"))
        level = entry.value.get("level") if entry and isinstance(entry.value, Mapping) else None
        return level if isinstance(level, int) else None

    def _said(self) -> Iterator[tuple[str, str]]:
        for view in self._laid_open[0]:
            yield view.person_id, view.reason
        for subject in self._subjects:
            entries = self._entries.get(subject.rep_id, {})
            for section, item in _SAID:
                entry = entries.get((section, item, "manager"))
                if entry is not None:
                    yield subject.delegate_id or subject.manager_id, _words(entry.value)


def open_audit(desk: Desk, actor: Actor, period: str = "") -> Audit:
    """Open the fairness pack of a period's cycle.

    Raises
    ------
    RefusedError
        For all but sales ops and HR.
    UnknownNameError
        When no cycle was opened for that period.
    """
    if not may_audit(actor):
        raise error(RefusedError, "refusal-fairness", who=actor_said(actor))
    space = desk.workspace
    span = space.calendar.period(period or space.default_period)
    name = cycle_name(span.name, space.template)
    cycle = find_cycle(desk.store, name)
    return Audit(desk, actor, cycle, span, open_snapshot(space, cycle.as_of, cycle.snapshot))


def _words(value: object) -> str:
    if isinstance(value, Mapping):
        return " ".join(_words(part) for key, part in value.items() if key != "evidence")
    return value if isinstance(value, str) else ""
