"""One rep in one period, as a snapshot has them: every figure a review may show."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pyarrow as pa

from workbench.i18n import Lang
from workbench.metrics.fact import Comparison, Fact, FactSet
from workbench.model.calendar import Calendar
from workbench.model.employment import Employment
from workbench.model.period import Period
from workbench.review.figures import Figures
from workbench.review.growing.book import Book, load_book
from workbench.review.person import Person, names_of
from workbench.review.rows import DealRow, deal_rows
from workbench.review.template import Template
from workbench.snapshots import Snapshot
from workbench.snapshots.employment import employment_of
from workbench.snapshots.facts import period_facts, rows_behind
from workbench.snapshots.held import rows_of as held_rows
from workbench.snapshots.held import rows_where
from workbench.snapshots.parquet import are
from workbench.snapshots.snapshot import Note
from workbench.sources.workspace import Workspace

if TYPE_CHECKING:
    import pandas as pd

    from workbench.store.actor import Actor

# What shows that a period has a past: what closed, or what was done where no deals are recorded
_CLOSED = ("won_deals", "lost_deals")
_DONE = ("calls", "meetings", "visits", "emails", "tasks")


@dataclass(frozen=True)
class RepPeriod:
    """One rep, one period, one language, one reader; figures are read when asked for."""

    workspace: Workspace
    snapshot: Snapshot
    period: Period
    rep: Person
    template: Template
    lang: Lang
    reader: "Actor"  # who looks; the document of the rep where nobody does

    @property
    def as_of(self) -> date:
        """The day the data were taken."""
        return self.snapshot.as_of

    @property
    def currency(self) -> str:
        """The company's currency, in which its money is told."""
        return self.workspace.currency

    @property
    def time_zone(self) -> ZoneInfo:
        """The company's time zone, in which days begin."""
        return self.workspace.time_zone

    @property
    def calendar(self) -> Calendar:
        """The company's calendar."""
        return self.workspace.calendar

    @property
    def is_made(self) -> bool:
        """Whether the company is an invented one."""
        return self.workspace.is_made

    @property
    def has_store(self) -> bool:
        """Whether the company keeps people's words."""
        return self.workspace.has_store

    @cached_property
    def book(self) -> Book:
        """The company's courses, levels, values and awards."""
        return load_book(self.workspace.folder)

    @property
    def company(self) -> str:
        """The company's name."""
        return self.workspace.title(self.lang)

    @property
    def amount_basis(self) -> str:
        """Which amount of a deal the company counts."""
        return self.workspace.figure_rules.amount_basis

    @property
    def data_stamp(self) -> str:
        """The first signs of the hash of the data, by which two documents are held together."""
        return self.snapshot.hash[:8]

    @property
    def data_notes(self) -> Sequence[Note]:
        """What was found wrong in the data."""
        return self.snapshot.notes

    def has(self, table: str) -> bool:
        """Whether the company has data of a kind."""
        return self.snapshot.has(table)

    @cached_property
    def has_deals(self) -> bool:
        """Whether the company has a deal on record, of whoever."""
        return bool(self.snapshot.manifest["tables"].get("deals", {}).get("rows", 0))

    def own_rows(self, table: str) -> list[dict[str, Any]]:
        """Give the rep's rows of a table of the data; none where the company has no such table."""
        if not self.has(table):
            return []
        rows: list[dict[str, Any]] = held_rows(
            self.snapshot.path(table), self.rep.rep_id
        ).to_pylist()
        return rows

    def names(self, wanted: Collection[str]) -> dict[str, str]:
        """Name people by id; who is not in the list of reps is left out."""
        return names_of(self.snapshot, wanted)

    @cached_property
    def employment(self) -> Employment:
        """The days of the period on which the rep is at work."""
        return employment_of(self.snapshot, self.rep.rep_id, self.period)

    @property
    def has_left(self) -> bool:
        """Whether the last day at work is over, so that no next period is theirs."""
        return self.employment.has_left(max(self.period.last_day, self.as_of))

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
        return self.calendar.outlook(self.period, self.as_of)

    @cached_property
    def next_figures(self) -> Figures | None:
        """What is known of the period after this one, at the end of this one once it is over."""
        return self._figures_of(self.next_period)

    @cached_property
    def earlier_period(self) -> Period | None:
        """The same period a year before; None where the calendar cannot tell it.

        None too where the rep came only after it: what colleagues handed over is no own past.
        """
        before, hired_on = self.calendar.year_before(self.period), self.rep.hired_on
        came_after = before is not None and hired_on is not None and hired_on > before.last_day
        return None if came_after else before

    @cached_property
    def earlier_figures(self) -> Figures | None:
        """The figures of a year before; None when no deal of the rep closed then.

        Of a company that records no deals, None when nothing was done then.
        """
        found, told = self._figures_of(self.earlier_period), _CLOSED if self.has_deals else _DONE
        is_told = found is not None and any((found.value(metric) or 0) > 0 for metric in told)
        return found if is_told else None

    @cached_property
    def deals(self) -> "pd.DataFrame":
        """The rep's deals of the period as a table, one row each, for looking and drawing.

        `state` is won, lost or open; `deal_id`, `name`, `account`, `stage`, `created_on`,
        `close_on` (of an open deal the expected day), `amount` the part that counts for the rep in
        the company's currency, `share` 0..1, `is_past_due`. Absent numbers are NaN.
        """
        from workbench.snapshots.frame import frame  # noqa: PLC0415 (pandas: documents need none)

        return frame(self._facts.deals.drop_columns("rep_id"))

    def deal_rows(self, state: str) -> tuple[DealRow, ...]:
        """Give the rep's deals that are `won`, `lost` or `open`, in order of closing."""
        deals = self._facts.deals
        return deal_rows(deals.filter(are(deals["state"], state)).to_pylist())

    def lost_reasons(self) -> dict[str, str]:
        """Give why deals were lost, by deal, where a reason is recorded."""
        if "lost_reason" not in self.snapshot.columns("deals"):
            return {}
        ids = [row.deal_id for row in self.deal_rows("lost")]
        chosen = [("deal_id", "in", ids)]
        told = rows_where(self.snapshot.path("deals"), ["deal_id", "lost_reason"], chosen)
        found = told.to_pylist()
        return {row["deal_id"]: row["lost_reason"] for row in found if row["lost_reason"]}

    def rows(self, metric: str) -> pa.Table:
        """Give the rows a figure chose from, one per thing counted; see `rows_behind`."""
        rep_id = self.rep.rep_id
        return rows_behind(self.snapshot, self.workspace, self.period, rep_id, metric)

    @cached_property
    def earlier_won(self) -> tuple[DealRow, ...]:
        """Give the rep's won deals of a year before."""
        if self.earlier_period is None:
            return ()
        deals = self._facts_of(self.earlier_period).deals
        return deal_rows(deals.filter(are(deals["state"], "won")).to_pylist())

    @cached_property
    def left_out(self) -> Mapping[tuple[str, str], int]:
        """Count the rep's rows that figures leave out, by metric and reason."""
        rows = self._facts.left_out.to_pylist()
        return {(row["metric"], row["reason"]): row["n"] for row in rows}

    @property
    def set_aside(self) -> int:
        """Count the rows of the whole snapshot that broke a contract."""
        return sum(note.count for note in self.snapshot.notes if note.is_set_aside)

    @cached_property
    def _facts(self) -> FactSet:
        return self._facts_of(self.period)

    def _facts_of(self, period: Period) -> FactSet:
        return period_facts(self.snapshot, self.workspace, period, self.rep.rep_id)

    def _figures_of(self, period: Period | None) -> Figures | None:
        return None if period is None else self.figures_of(period)


def _figures(facts: FactSet) -> Figures:
    return Figures.of(_rows(Fact, facts.facts), _rows(Comparison, facts.comparisons))


def _rows(kind: type[Any], table: pa.Table) -> list[Any]:
    return [kind(**row) for row in table.to_pylist()]
