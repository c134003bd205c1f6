"""An exploration: an opened snapshot and the figures of whatever view is asked for.

One definition per figure: what can be cut by deal comes from the cut, by the catalogue's own
expressions; every other figure is the fact of the period. Both are the figures of the documents.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from workbench.errors import PeriodError, SnapshotError, require_known
from workbench.metrics.catalogue import is_state, metric_of
from workbench.metrics.cutting import is_cut
from workbench.metrics.fact import Fact
from workbench.metrics.metric import Outcome, absent
from workbench.model.period import Period
from workbench.review.exploration.view import View
from workbench.review.person import Person, people
from workbench.snapshots import Snapshot
from workbench.snapshots.cut import Cut
from workbench.snapshots.engine import basis_of, computed
from workbench.snapshots.facts import period_facts
from workbench.snapshots.kept_cut import open_cut
from workbench.snapshots.where import Where
from workbench.sources.workspace import Workspace

_MONEY = ("money", "money_per_day")
_COURSE = 6  # periods a trend shows
T = TypeVar("T")


class Exploration:
    """One snapshot, opened to be looked at from any side."""

    def __init__(self, workspace: Workspace, snapshot: Snapshot) -> None:
        self.workspace, self.snapshot = workspace, snapshot
        self._kept: dict[object, object] = {}
        self._periods: dict[str, Period] = {}

    @cached_property
    def cut(self) -> Cut:
        """The deals, ready to be cut."""
        return open_cut(self.snapshot, self.workspace)

    def once(self, key: object, make: Callable[[], T]) -> T:
        """Give what was made under a key, making it at the first call.

        Raises
        ------
        SnapshotError
            When it is not made yet and the snapshot's folder was taken away meanwhile.
        """
        if key not in self._kept:
            if not self.snapshot.folder.is_dir():
                raise SnapshotError(
                    f"{self.snapshot.folder} is gone; what was computed before is still shown. "
                    "Put it back, or freeze again with `workbench snapshot`, and load the page."
                )
            self._kept[key] = make()
        return self._kept[key]  # type: ignore[return-value]  # what is kept under a key is what it made

    def period(self, view: View) -> Period:
        """Read a view's period; the workspace's own when it names none."""
        name = view.period or self.workspace.default_period
        if name not in self._periods:  # every fact of a page asks for it
            self._periods[name] = self.workspace.calendar.period(name)
        return self._periods[name]

    def before(self, view: View) -> Period:
        """Give the period a change is explained from.

        Raises
        ------
        PeriodError
            When the view names none and the calendar begins with its period.
        """
        if view.before:
            return self.workspace.calendar.period(view.before)
        found = self.workspace.calendar.preceding(self.period(view))
        if found is None:
            raise PeriodError(f"No period comes before {self.period(view).name}. Choose one.")
        return found

    def periods(self, view: View, most: int = _COURSE) -> list[Period]:
        """Give a view's period and those before it, the earliest first, as far as deals go."""
        found = [self.period(view)]
        while len(found) < most:
            earlier = self.workspace.calendar.preceding(found[0])
            if earlier is None or earlier.end <= self.cut.first_day:
                break
            found.insert(0, earlier)
        return found

    def people(self, view: View) -> Mapping[str, Person]:
        """Give everybody who works on deals of their own in the view's period, by rep_id.

        A manager's figures are those of a team; they stand beside no rep.
        """
        period = self.period(view)
        return self.once(("people", period), lambda: self._people(period))

    def _people(self, period: Period) -> Mapping[str, Person]:
        everybody = people(self.snapshot, period, "team")
        gone = {
            row["rep_id"]
            for row in self.snapshot.table("reps").to_pylist()
            if (row.get("left_on") and row["left_on"] < period.start)
            or (row.get("hired_on") and row["hired_on"] >= period.end)
            or (row.get("is_active") is False and not row.get("left_on"))
        }
        return {
            rep_id: person
            for rep_id, person in everybody.items()
            if not person.has_team_scope and rep_id not in gone
        }

    def teams(self, view: View) -> list[str]:
        """Name the teams of the view's period."""
        return sorted({person.team for person in self.people(view).values() if person.team})

    def members(self, view: View) -> list[str]:
        """Give the reps of the view's team, of all without one."""
        found = self.people(view).items()
        return [rep_id for rep_id, person in found if not view.team or person.team == view.team]

    def where(self, view: View) -> Where:
        """Say which deals a view keeps: those of its rep, else of its team."""
        return self.where_of(view, (view.rep,) if view.rep else self.team(view))

    def where_of(self, view: View, reps: tuple[str, ...] | None) -> Where:
        """Say which deals of some reps a view keeps, whoever it looks at; None: of everybody."""
        return Where(
            reps=reps, segment=view.segment, product=view.product, stage=view.stage,
            days=view.days, amount=view.amount,
        )  # fmt: skip

    def team(self, view: View) -> tuple[str, ...] | None:
        """Give the reps of the view's team; None, everybody, without one."""
        return tuple(self.members(view)) if view.team else None

    def fitted(self, view: View) -> View:
        """Let go of a team and of reps who are not there in the view's period."""
        people, teams = self.people(view), self.teams(view)
        gone: dict[str, str] = {
            name: ""
            for name, known in (("rep", people), ("against", people), ("team", teams))
            if getattr(view, name) not in known
        }
        return view.model_copy(update=gone)

    def checked(self, view: View) -> View:
        """Refuse a view that names what there is not.

        Raises
        ------
        UnknownNameError, PeriodError
            Names the value and offers the nearest.
        """
        if view.before:
            self.before(view)
        known = self.people(view)
        for kind, name, names in (
            ("team", view.team, self.teams(view)),
            ("segment", view.segment, self.cut.levels("segment")),
            ("product", view.product, self.cut.levels("products")),
            ("stage", view.stage, self.cut.stage_names),
            ("rep", view.rep, known),
            ("rep", view.against, known),
        ):
            if name:
                require_known(kind, [name], names)
        return view

    def standing(self, view: View, among: Sequence[str] | None = None) -> list[Fact]:
        """Give the view's figure for each rep of its team, one fact each.

        Parameters
        ----------
        among
            Only these of them, in this order; None: all.
        """
        reps = self.members(view)
        shown = reps if among is None else list(among)
        if not is_cut(view.metric):
            return self._whole_facts(view, shown)
        where = self.where_of(view, tuple(reps))
        found = self.cut.by_rep(view.metric, self.period(view), where, among)
        nothing = self.cut.nothing(view.metric, self.period(view))
        return [self.fact(view, rep_id, found.get(rep_id, nothing)) for rep_id in shown]

    def _whole_facts(self, view: View, reps: list[str]) -> list[Fact]:
        if view.is_of_deals:
            lack = absent("not_cut_by_deal")
            return [self.fact(view, rep_id, lack) for rep_id in reps]
        facts = self.facts(self.period(view))
        found = [facts.get((rep_id, view.metric)) for rep_id in reps]
        return [fact for fact in found if fact is not None]

    def total(self, view: View, where: Where) -> Fact | None:
        """Give the view's figure of all deals of a cut; None where it has no such total."""
        if not is_cut(view.metric):
            return None
        return self.fact(view, "", self.cut.whole(view.metric, self.period(view), where))

    def course(self, view: View, where: Where, periods: list[Period]) -> list[Fact]:
        """Give a figure of a cut over several periods.

        How things stood earlier cannot be told from today's snapshot: such figures have no course.
        """
        if is_state(view.metric) or not is_cut(view.metric):
            return []
        found = self.cut.course(view.metric, periods, where)
        return [
            self.fact(view.model_copy(update={"period": period.name}), "", outcome)
            for period, outcome in zip(periods, found, strict=True)
        ]

    def rep_course(self, view: View, rep_id: str, periods: list[Period]) -> list[Fact]:
        """Give a figure that is not cut by deal over several periods, for one rep."""
        if is_state(view.metric) or view.is_of_deals:
            return []
        found = [told.get(rep_id) for told in self._computed(view.metric, periods)]
        return [fact for fact in found if fact is not None]

    def _computed(self, key: str, periods: Sequence[Period]) -> list[Mapping[str, Fact]]:
        """Give a figure by rep for each period; what is not known yet, over one opening."""
        fresh = [period for period in periods if ("computed", key, period) not in self._kept]

        def make() -> list[Mapping[str, Fact]]:
            from workbench.metrics.totals import compute_facts  # noqa: PLC0415 (loads ibis)

            bases = [basis_of(self.snapshot, self.workspace, period) for period in fresh]
            told = computed(
                self.snapshot, lambda tables: [compute_facts(tables, each, [key]) for each in bases]
            )
            return [{fact.rep_id: fact for fact in facts} for facts in told]

        made = self.once(("course", key, *fresh), make) if fresh else []
        self._kept |= {
            ("computed", key, each): told for each, told in zip(fresh, made, strict=True)
        }
        return [self.once(("computed", key, each), dict[str, Fact]) for each in periods]

    def facts(self, period: Period) -> Mapping[tuple[str, str], Fact]:
        """Give all facts of a period by rep and metric, totals only."""

        def make() -> Mapping[tuple[str, str], Fact]:
            rows = period_facts(self.snapshot, self.workspace, period).facts.to_pylist()
            return {(row["rep_id"], row["metric"]): Fact(**row) for row in rows if not row["by"]}

        return self.once(("facts", period), make)

    def is_of_today(self, view: View) -> bool:
        """Whether a cut tells how deals stand at the snapshot's end, in a period over before it."""
        return is_state(view.metric) and self.period(view).last_day < self.snapshot.as_of

    def fact(self, view: View, rep_id: str, outcome: Outcome) -> Fact:
        """Give an outcome the form of a fact; a cut is not graded."""
        unit, period = metric_of(view.metric).unit, self.period(view)
        if is_cut(view.metric) and self.is_of_today(view):
            outcome = outcome.noted(f"today:{self.snapshot.as_of}")
        return Fact(
            period=period.name, rep_id=rep_id, metric=view.metric, by="", level="",
            value=outcome.value, unit=unit,
            currency=self.workspace.currency if unit in _MONEY else "",
            numerator=outcome.numerator, denominator=outcome.denominator, n=outcome.n,
            low=outcome.low, high=outcome.high, grade="", reason=outcome.reason, note=outcome.note,
        )  # fmt: skip
