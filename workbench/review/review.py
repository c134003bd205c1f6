"""The review: a template for one rep and one period, with everything its sections read."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from workbench.errors import ParameterError, require_known
from workbench.i18n import Lang, error, message, require_lang
from workbench.metrics.fact import Comparison, Fact, FactSet
from workbench.metrics.scenario import Changes, Scenario
from workbench.model.employment import Employment
from workbench.model.given import one_of, text_of, texts
from workbench.model.period import Period
from workbench.page.shown import Shown
from workbench.review.figures import Figures
from workbench.review.leaving import template_for
from workbench.review.open_figure import OpenFigure, open_figure
from workbench.review.person import Person, person
from workbench.review.rows import DealRow, deal_rows
from workbench.review.section import KEYS
from workbench.review.stylesheet import stylesheet
from workbench.review.template import Template, load_template, template_names
from workbench.review.what_if import what_if
from workbench.review.whom import rep_of
from workbench.snapshots import Snapshot, open_snapshot
from workbench.snapshots.employment import employment_of
from workbench.snapshots.facts import period_facts, rows_behind
from workbench.sources.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from workbench.review.cycle.answers import Answers
    from workbench.review.growing.lines import OwnLines
    from workbench.review.own_goals import OwnGoals
    from workbench.review.pay.statements import Pay
    from workbench.store.actor import Actor

_SURFACES = ("auto", "live", "document")


@dataclass(frozen=True)
class Review:
    """One rep, one period, one language; sections are made when asked for."""

    workspace: Workspace
    snapshot: Snapshot
    period: Period
    rep: Person
    template: Template
    lang: Lang
    reader: "Actor"  # who looks; the document of the rep where nobody does

    def section(self, key: str) -> Shown | None:
        """Make one section.

        Returns
        -------
        Section or None
            None when the template leaves the section out: then nothing is printed.

        Raises
        ------
        UnknownNameError
            When there is no section of that key.
        """
        from workbench.review.sections.every import section  # noqa: PLC0415 (loads the charts)

        require_known("section", [key], KEYS)
        return section(key, self) if key in self.template.sections else None

    @cached_property
    def answers(self) -> "Answers":
        """What people wrote, as the reader may see it at this stage; empty without a cycle."""
        from workbench.review.cycle.answers import answers_of  # noqa: PLC0415 (loads SQL)

        return answers_of(self)

    @cached_property
    def lines(self) -> "OwnLines":
        """What the registers hold of this rep and the reader may see; empty without a store."""
        from workbench.review.growing.lines import own_lines  # noqa: PLC0415 (loads SQL)

        return own_lines(self.workspace, self.reader, self.rep.rep_id, self.rep.team)

    @cached_property
    def own_goals(self) -> "OwnGoals":
        """The goals people set for this rep in the period; empty without a store."""
        from workbench.review.own_goals import own_goals  # noqa: PLC0415 (loads SQL)

        return own_goals(self)

    @cached_property
    def pay(self) -> "Pay":
        """The rep's incentive statements of the period, or why there are none."""
        from workbench.review.pay.statements import pay_of  # noqa: PLC0415 (loads the plans' grammar)

        return pay_of(self)

    @cached_property
    def employment(self) -> Employment:
        """The days of the period on which the rep is at work."""
        return employment_of(self.snapshot, self.rep.rep_id, self.period)

    @property
    def has_left(self) -> bool:
        """Whether the last day at work is over, so that no next period is theirs."""
        return self.employment.has_left(max(self.period.last_day, self.snapshot.as_of))

    @cached_property
    def figures(self) -> Figures:
        """The rep's figures of the period."""
        return _figures(self._facts)

    def figures_of(self, period: Period) -> Figures:
        """Give the rep's figures of another period."""
        return _figures(self._facts_of(period))

    @cached_property
    def next_period(self) -> Period | None:
        """The period after this one, seen from this one's end; None when the calendar ends."""
        return self.workspace.calendar.outlook(self.period, self.snapshot.as_of)

    @cached_property
    def next_figures(self) -> Figures | None:
        """What is known of the period after this one, at the end of this one once it is over."""
        return self._figures_of(self.next_period)

    @cached_property
    def earlier_period(self) -> Period | None:
        """The same period a year before; None where the calendar cannot tell it."""
        return self.workspace.calendar.year_before(self.period)

    @cached_property
    def earlier_figures(self) -> Figures | None:
        """The figures of a year before; None when no deal of the rep closed then."""
        found = self._figures_of(self.earlier_period)
        has_deals = found is not None and any(
            (found.value(metric) or 0) > 0 for metric in ("won_deals", "lost_deals")
        )
        return found if has_deals else None

    def deals(self, state: str) -> tuple[DealRow, ...]:
        """Give the rep's deals that are `won`, `lost` or `open`, in order of closing."""
        deals = self._facts.deals
        return deal_rows(deals.filter(pc.equal(deals["state"], state)).to_pylist())

    def rows(self, metric: str) -> pa.Table:
        """Give the rows a figure chose from, one per thing counted; see `rows_behind`."""
        rep_id = self.rep.rep_id
        return rows_behind(self.snapshot, self.workspace, self.period, rep_id, metric)

    def metric(self, key: str) -> OpenFigure:
        """Open a figure: definition, formula, numerator, denominator, n, and its deals.

        Raises
        ------
        UnknownNameError
            When there is no such metric; offers the nearest.
        """
        return open_figure(self, key)

    def what_if(self, **changes: Decimal) -> Scenario:
        """Give attainment and score under another driver of the result.

        Parameters
        ----------
        **changes
            `win_rate`, `deal_size`, `cycle_days`, `coverage` or `quota`, one or several.

        Raises
        ------
        UnknownNameError
            For anything else; offers the nearest.
        """
        require_known("driver", list(changes), [field.name for field in fields(Changes)])
        return what_if(self, Changes(**changes))

    @cached_property
    def earlier_won(self) -> tuple[DealRow, ...]:
        """Give the rep's won deals of a year before."""
        if self.earlier_period is None:
            return ()
        rows = self._facts_of(self.earlier_period).deals.filter(pa.compute.field("state") == "won")
        return deal_rows(rows.to_pylist())

    @cached_property
    def left_out(self) -> Mapping[tuple[str, str], int]:
        """Count the rep's rows that figures leave out, by metric and reason."""
        rows = self._facts.left_out.to_pylist()
        return {(row["metric"], row["reason"]): row["n"] for row in rows}

    @property
    def set_aside(self) -> int:
        """Count the rows of the whole snapshot that broke a contract."""
        return sum(note.count for note in self.snapshot.notes if note.is_set_aside)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        name, period = self.rep.name, self.period.name
        title = message(
            "review-title", self.lang, name=name, period=period,
            template=self.template.label.in_(self.lang),
        )  # fmt: skip
        return {"text/html": f"<style>{stylesheet()}</style>", "text/plain": title}

    @cached_property
    def _facts(self) -> FactSet:
        return self._facts_of(self.period)

    def _facts_of(self, period: Period) -> FactSet:
        return period_facts(self.snapshot, self.workspace, period, self.rep.rep_id)

    def _figures_of(self, period: Period | None) -> Figures | None:
        return None if period is None else self.figures_of(period)


def open_review(
    rep_id: str,
    period: str = "",
    workspace: str = "",
    *,
    as_of: str | date = "",
    template: str = "quarterly",
    lang: str = "zh",
    surface: str = "auto",
    actor: str = "",
) -> Review:
    """Open the review of one rep.

    Parameters
    ----------
    rep_id
        As the snapshot's reps have it, or the name; in whatever case. A number that papermill made
        of an id finds that id.
    period
        Any notation of the calendar; "" takes the workspace's default period.
    workspace
        Its folder; "" takes the default workspace.
    as_of
        ISO date of the snapshot to read, as `2026-09-30`, or a very one of that day by the first 8
        digits of its hash, as `2026-09-30/1a2b3c4d`; "" takes the latest.
    template, lang
        Which sections and forms, in which language.
    surface
        `document` opens no widget, `live` does, `auto` decides by where the notebook runs.
    actor
        Who looks, as `M03:manager`; "" reads it as the document of its rep.

    Raises
    ------
    UnknownNameError
        For an unknown rep, template or language; offers the nearest.
    RefusedError
        When it is not for this reader, or nobody is named where people are told apart.
    WorkspaceError, SnapshotError, PeriodError, ParameterError
        When one of the others cannot be used.
    """
    from workbench.review.reader import reader_of  # noqa: PLC0415 (loads SQL)

    told = texts(
        period=period, workspace=workspace, as_of=as_of, lang=lang, surface=surface, actor=actor
    )  # fmt: skip
    review = _opened(rep_id, template, told)
    return replace(review, reader=reader_of(review, told["actor"], told["surface"]))


def _opened(rep_id: str, template: str, told: Mapping[str, str]) -> Review:
    """Open it as the document of its rep; who looks is told by whom it is about."""
    from workbench.review.reader import document_of  # noqa: PLC0415 (loads SQL)

    require_known("surface", [told["surface"]], _SURFACES)
    space = open_workspace(told["workspace"] or None)
    snapshot = open_snapshot(space, *_asked(told["as_of"]))
    span = space.calendar.period(told["period"] or space.default_period)
    rep = person(snapshot, rep_of(snapshot, rep_id, space.aliases), span, space.manager_scope)
    chosen = load_template(one_of("template", template, template_names(space.folder)), space.folder)
    at_work = employment_of(snapshot, rep.rep_id, span)
    return Review(
        workspace=space,
        snapshot=snapshot,
        period=span,
        rep=rep,
        template=template_for(chosen, at_work, snapshot.as_of),
        lang=require_lang(told["lang"]),
        reader=document_of(rep.rep_id),
    )


def read_day(told: object) -> date | None:
    """Read the day of a snapshot; "" is None, the latest."""
    return _asked(text_of("as_of", told))[0]


def _asked(as_of: str) -> tuple[date | None, str]:
    day, _, pinned = as_of.partition("/")
    try:
        return (date.fromisoformat(day) if day else None), pinned
    except ValueError as reason:
        raise error(ParameterError, "given-no-day", value=as_of) from reason


def _figures(facts: FactSet) -> Figures:
    return Figures.of(_rows(Fact, facts.facts), _rows(Comparison, facts.comparisons))


def _rows(kind: type[Any], table: pa.Table) -> list[Any]:
    return [kind(**row) for row in table.to_pylist()]
