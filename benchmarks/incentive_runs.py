"""Runs from inputs in memory into a real store: what is issued before them, and one more draft."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from benchmarks.incentive_inputs import CALENDAR, QUARTERS, days_on_plan, given_of
from workbench.incentives.ledger.carrying import continued
from workbench.incentives.ledger.drafting import Drafted, Today, drafted
from workbench.incentives.ledger.standing import LOST, Fate
from workbench.incentives.paying import deal_of
from workbench.model.period import Period
from workbench.review.pay.drafts import Issue
from workbench.review.pay.issued import issue_of
from workbench.review.pay.kept import draft_of
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

    def whole(self, rep_id: str, chained: tuple[Period, ...]) -> Today:
        """Give the input of every period, without the first deal of the one before the last."""
        given = given_of(rep_id, self.deals, chained)
        lost = next(each for each in given.items if each.on >= chained[-2].start)
        left = tuple(each for each in given.items if each.item_id != lost.item_id)
        return self._today(rep_id, replace(given, items=left), chained)

    def last(self, rep_id: str, chained: tuple[Period, ...], issue: Issue) -> Today:
        """Give the input of the last period, and the deals of before that wait."""
        given = given_of(rep_id, self.deals, chained[-2:])
        waiting = issue.left[rep_id].waiting if rep_id in issue.left else ()
        items = tuple(
            item for item in given.items
            if item.on >= chained[-1].start or deal_of(item) in waiting
        )  # fmt: skip
        return self._today(rep_id, replace(given, items=items), chained)

    def _today(self, rep_id: str, given, chained: tuple[Period, ...]) -> Today:
        segments = days_on_plan(rep_id, chained[-1])
        day = chained[-1].last_day
        return Today(given, segments, chained, CALENDAR, lambda deals: _lost(deals, day))


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


def draft(company: Company, store: Store, period: Period, changed: int = 0) -> tuple[str, float]:
    """Draft a run; gives its name and the processor seconds of it.

    Parameters
    ----------
    changed
        Of one rep in so many a deal of the past was lost; 0: of none.
    """
    clock, told = Clock(), []
    with clock.running():
        seen, found = last_approval(store), issue_of(store, OPS)
    made = _Made(period, found, dict.fromkeys(company.names, _MARK))
    for number, rep_id in enumerate(company.names):
        is_changed = bool(changed) and number % changed == 0
        told.append(_drafted(company, rep_id, made, clock, is_changed=is_changed))
    with clock.running():
        run = begin_run(store, OPS, _head(period), told, seen=seen)
    return run, clock.seconds


def _drafted(
    company: Company, rep_id: str, made: _Made, clock: Clock, *, is_changed: bool
) -> Draft:
    chained = QUARTERS[: QUARTERS.index(made.period) + 1]
    is_quick = rep_id in made.issue.left and not is_changed
    given = company.whole(rep_id, chained) if is_changed else company.last(
        rep_id, chained, made.issue
    )  # fmt: skip
    with clock.running():
        found = draft_of(rep_id, _computed(given, made.issue, is_quick=is_quick), made)
    assert found is not None
    return found


def _computed(today: Today, found: Issue, *, is_quick: bool) -> Drafted:
    rep_id = today.given.rep_id
    if is_quick:
        return continued(today, found.left[rep_id])
    return drafted(today, found.before(rep_id) if rep_id in found.left else ())


def _head(period: Period) -> RunHead:
    return RunHead(period.name, (), (), "0" * 64, period.last_day, "", {"ae": ["1", "0" * 64]})


def _lost(deals: Iterable[str], day: date) -> dict[str, Fate]:
    return {deal: Fate(LOST, day) for deal in deals}
