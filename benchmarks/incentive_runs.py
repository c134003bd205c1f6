"""Runs from inputs in memory into a real store: what is issued before them, and one more draft."""

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from benchmarks.incentive_inputs import CALENDAR, QUARTERS, days_on_plan, given_of
from workbench.incentives.ledger.carrying import continued
from workbench.incentives.ledger.drafting import Drafted, Today, drafted
from workbench.incentives.ledger.resuming import resumed
from workbench.incentives.ledger.standing import LOST, Fate
from workbench.incentives.paying import deal_of
from workbench.model.period import Period
from workbench.review.pay.before import Issue
from workbench.review.pay.issued import issue_of
from workbench.review.pay.kept import draft_of
from workbench.review.pay.starts import start_of
from workbench.review.pay.uncollected import uncollected
from workbench.store.actor import Actor
from workbench.store.pay.run import RunHead
from workbench.store.pay.runs import begin_run
from workbench.store.pay.statement import Draft
from workbench.store.pay.statements import last_approval
from workbench.store.pay.steps import approve_run, check_run
from workbench.store.store import Store

OPS, FINANCE = Actor("ops", "sales_ops"), Actor("F1", "finance")
CHANGED_REP = "R0000"  # one of those whose past was changed
_MARK = "f" * 64  # stands for a fingerprint of the past, which inputs in memory have none of


class Clock:
    """Processor seconds of the parts of a run; making its inputs is no part of it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        begin = time.process_time()
        with uncollected():
            yield
        self.seconds += time.process_time() - begin


@dataclass(frozen=True)
class Company:
    """So many reps with so many deals a quarter."""

    reps: int
    deals: int

    @property
    def names(self) -> list[str]:
        return [f"R{number:04d}" for number in range(self.reps)]

    def whole(self, rep_id: str, chained: tuple[Period, ...], changed: Period) -> Today:
        """Give the input of every period, without the first deal of one of them."""
        given = given_of(rep_id, self.deals, chained)
        lost = next(each for each in given.items if each.on >= changed.start)
        left = tuple(each for each in given.items if each.item_id != lost.item_id)
        return self._today(rep_id, replace(given, items=left), chained)

    def last(self, rep_id: str, chained: tuple[Period, ...], issue: Issue) -> Today:
        """Give the input of the last period, and the deals of before that wait."""
        given = given_of(rep_id, self.deals, chained[-2:])
        today = self._today(rep_id, given, chained)
        left = issue.left.get(rep_id)
        return later(today, left.waiting if left else (), chained[-1].start)

    def _today(self, rep_id: str, given, chained: tuple[Period, ...]) -> Today:
        segments = days_on_plan(rep_id, chained[-1])
        day = chained[-1].last_day
        return Today(given, segments, chained, CALENDAR, lambda deals: _lost(deals, day))


def later(today: Today, waiting: Collection[str], first: date) -> Today:
    """Leave out the rows before a day but of the deals that wait."""
    given = today.given
    items = tuple(each for each in given.items if each.on >= first or deal_of(each) in waiting)
    return replace(today, given=replace(given, items=items))


@dataclass(frozen=True)
class _Made:
    """What `draft_of` asks of the drafts of a run."""

    period: Period
    issue: Issue
    marks_now: dict[str, str]


def issue(company: Company, store: Store, periods: Iterable[Period]) -> None:
    """Issue periods, one after the other."""
    for period in periods:
        run, _seconds = draft(company, store, period)
        check_run(store, OPS, run)
        approve_run(store, FINANCE, run)


def draft(
    company: Company, store: Store, period: Period, changed: int = 0, lost_in: Period | None = None
) -> tuple[str, float]:
    """Draft a run; gives its name and the processor seconds of it.

    Parameters
    ----------
    changed
        Of one rep in so many a deal of the past was lost; 0: of none.
    lost_in
        The period of that deal.
    """
    clock, told = Clock(), []
    with clock.running():
        seen, found = last_approval(store), issue_of(store, OPS)
    made = _Made(period, found, dict.fromkeys(company.names, _MARK))
    for number, rep_id in enumerate(company.names):
        lost = lost_in if changed and number % changed == 0 else None
        told.append(_drafted(company, rep_id, made, clock, lost))
    with clock.running():
        run = begin_run(store, OPS, _head(period), told, seen=seen)
    return run, clock.seconds


def _drafted(
    company: Company, rep_id: str, made: _Made, clock: Clock, lost: Period | None
) -> Draft:
    chained = QUARTERS[: QUARTERS.index(made.period) + 1]
    if lost is None:
        today = company.last(rep_id, chained, made.issue)
        computing = partial(_unchanged, today, made.issue)
    else:
        today = company.whole(rep_id, chained, lost)
        computing = partial(_changed, today, made.issue, lost)
    with clock.running():
        found = draft_of(rep_id, computing(), made)
    assert found is not None
    return found


def _unchanged(today: Today, found: Issue) -> Drafted:
    left = found.left.get(today.given.rep_id)
    return drafted(today, ()) if left is None else continued(today, left)


def _changed(today: Today, found: Issue, lost: Period) -> Drafted:
    """Compute as a run does: from the quarter of the deal on, where one was issued before it."""
    issued = found.before(today.given.rep_id)
    start = start_of(issued, lambda end: _MARK if end <= lost.start else "")
    if start is None:
        return drafted(today, [each.frozen for each in issued])
    rows = later(today, start.left.waiting, lost.start)
    told = resumed(rows, start.left, [each.frozen for each in issued[start.number :]])
    assert told is not None
    return told


def _head(period: Period) -> RunHead:
    return RunHead(period.name, (), (), "0" * 64, period.last_day, "", {"ae": ["1", "0" * 64]})


def _lost(deals: Iterable[str], day: date) -> dict[str, Fate]:
    return {deal: Fate(LOST, day) for deal in deals}
