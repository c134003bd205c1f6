"""Lists of open deals that ask for something: stuck, quiet, without a next step, past their date.

And what is promised of the open deals due in the period: committed, and the best case.
"""

from functools import partial

from workbench.metrics.categories import BEST_CASE, COMMIT
from workbench.metrics.deal_habits import has_no_next_step, is_quiet
from workbench.metrics.expression import Table, Value
from workbench.metrics.metric import (
    Finish,
    Metric,
    Outcome,
    Parts,
    absent,
    finish_count,
    finish_total,
)
from workbench.metrics.parts import COUNT, TOTAL, Expression, count_of, known_of, sum_of
from workbench.metrics.pipeline import is_past_due
from workbench.metrics.stages import is_measured, is_stuck


def _told(reason: str) -> Finish:
    """Count what can be told; of open deals none of which can, absent for `reason`."""

    def finish(parts: Parts) -> Outcome:
        known, everything = int(parts["known"] or 0), int(parts["all"] or 0)
        if everything and not known:
            return absent(reason)
        outcome = finish_count(parts)
        return outcome if known == everything else outcome.noted(f"untold:{everything - known}")

    return finish


def _promised(parts: Parts) -> Outcome:
    """Tell no sum of deals whose categories nobody gave: unknown is not "not promised"."""
    if int(parts["due"] or 0) and not int(parts["named"] or 0):
        return absent("forecast_categories_unknown")
    return finish_total(parts)


def _is_of(words: tuple[str, ...]) -> Expression:
    def is_of(deals: Table) -> Value:
        return deals.is_due & deals.forecast_category.lower().isin(words)

    return is_of


_LIST = partial(
    Metric,
    needs_open=True,
    rows=("open",),
    id="",
    unit="count",
    direction=-1,
    population="open",
    opens=COUNT,
)


def _promise(key: str, source: str, words: tuple[str, ...]) -> Metric:
    is_of = _is_of(words)
    return Metric(
        key=key,
        rows=("open",),
        id="",
        unit="money",
        direction=1,
        source=source,
        population="open",
        opens=TOTAL,
        parts={
            "total": sum_of(lambda t: t.amount, is_of),
            "known": known_of(lambda t: t.amount, is_of),
            "n": count_of(is_of),
            "due": count_of(lambda t: t.is_due),
            "named": known_of(lambda t: t.forecast_category, lambda t: t.is_due),
        },
        finish=_promised,
        needs=(
            "amount",
            "deals.close_on",
            "deals.forecast_category",
            "state.is_open",
            "state.amount",
            "state.close_on",
            "state.forecast_category",
        ),
        looks_ahead=True,
        needs_open=True,
    )


PROMISES = ("commit_pipeline", "best_case_pipeline")  # of the open deals due in the period alone

OPEN_LISTS = (
    _LIST(
        key="stuck_deals",
        source="The deals behind stuck_share",
        parts={"n": count_of(is_stuck), "known": count_of(is_measured), "all": count_of()},
        finish=_told("no_stage_record"),
        needs=("course.stage", "deals.close_on", "state.is_open"),
    ),
    _LIST(
        key="quiet_deals",
        source="The deals behind no_activity_share",
        parts={"n": count_of(is_quiet)},
        finish=finish_count,
        needs=("activities.deal_id", "state.is_open"),
    ),
    _LIST(
        key="deals_without_next_step",
        source="The deals behind no_next_step_share",
        parts={"n": count_of(has_no_next_step)},
        finish=finish_count,
        needs=("deals.next_step", "state.is_open", "state.next_step"),
    ),
    _LIST(
        key="past_due_deals",
        source="The deals behind past_due_share",
        parts={
            "n": count_of(is_past_due),
            "known": known_of(lambda t: t.close_on),
            "all": count_of(),
        },
        finish=_told("close_dates_unknown"),
        needs=("deals.close_on", "state.is_open", "state.close_on"),
    ),
    _promise(
        "commit_pipeline",
        "Open amount due in the period that is committed, whether or not its day has come",
        COMMIT,
    ),
    _promise(
        "best_case_pipeline",
        "Open amount due in the period that is a best case, whether or not its day has come",
        BEST_CASE,
    ),
)
