"""What was expected of a period when it began: slippage (M26) and the commit kept (M32)."""

from datetime import timedelta
from decimal import Decimal

from workbench.metrics.categories import COMMIT
from workbench.metrics.courses import is_open_until, stood_on
from workbench.metrics.credits import NO
from workbench.metrics.expression import Table, Value, _
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Finish, Metric, Outcome, Parts, absent, exact, finish_rate
from workbench.metrics.parts import RATE, Opens, count_of, known_of, sum_of
from workbench.model.money import quotient


def expected(ground: Ground) -> Table:
    """Give the deals open when the period began and then expected to close in it."""
    period = ground.basis.period
    rows = stood_on(ground, period.start - timedelta(days=1), "close_on").filter(
        (_.then_close_on >= period.start) & (_.then_close_on < period.end)
    )
    return ground.one_row_per_deal(
        rows.mutate(amount=_.then_amount, has_slipped=is_open_until(rows, period.end))
    )


def committed(ground: Ground) -> Table:
    """Give the deals committed for the period at the end of its first day."""
    period = ground.basis.period
    rows = stood_on(ground, period.start, "forecast_category").filter(
        _.then_category.lower().isin(COMMIT),
        (_.then_close_on >= period.start) & (_.then_close_on < period.end),
    )
    is_kept = (rows.is_closed & rows.is_won & (rows.close_on < period.end)).fill_null(NO)
    return ground.one_row_per_deal(rows.mutate(amount=_.then_amount, is_kept=is_kept))


def _part_of_total(part: str, reason: str) -> Finish:
    """Give the amount of some of the deals of all their amounts; of no deals, absent."""

    def finish(parts: Parts) -> Outcome:
        top, total, n = exact(parts[part]), exact(parts["total"]), int(parts["known"] or 0)
        if not int(parts["n"] or 0):
            return absent(reason)
        if not n or total is None or total <= 0:
            return absent("amounts_missing", n=n)
        return Outcome(quotient(top or Decimal(0), total), top or Decimal(0), total, n)

    return finish


def _amount(deals: Table) -> Value:
    return deals.amount


def _of_amount(part: str) -> Opens:
    return Opens(top={part: 1}, bottom={"total": 1}, n=("known",), among=("n",))


_PRICED = {"total": sum_of(_amount), "known": known_of(_amount), "n": count_of()}

PROMISED = (
    Metric(
        key="slippage_rate",
        id="M26",
        unit="share",
        direction=-1,
        source="Still open at the end, of the deals expected to close in the period as it began",
        population="expected",
        opens=RATE,
        parts={"hits": count_of(lambda t: t.has_slipped), "out_of": count_of()},
        finish=finish_rate("nothing_expected"),
        needs=(
            "deals.close_on",
            "deals.created_on",
            "course.close_on",
            "whole_period",
            "record.deals",
        ),
        needs_open=True,
    ),
    Metric(
        key="slippage_rate_by_value",
        id="M26",
        unit="share",
        direction=-1,
        source="The same by the amount the deals had as the period began",
        population="expected",
        opens=_of_amount("slipped"),
        parts={"slipped": sum_of(_amount, lambda t: t.has_slipped), **_PRICED},
        finish=_part_of_total("slipped", "nothing_expected"),
        needs=(
            "deals.close_on",
            "deals.created_on",
            "course.close_on",
            "course.amount",
            "amount",
            "whole_period",
            "record.deals",
        ),
        needs_open=True,
    ),
    Metric(
        key="commit_hit_rate",
        id="M32",
        unit="share",
        direction=1,
        source="Won, of the amount committed for the period at the end of its first day",
        population="committed",
        opens=_of_amount("kept"),
        parts={"kept": sum_of(_amount, lambda t: t.is_kept), **_PRICED},
        finish=_part_of_total("kept", "nothing_committed"),
        needs=(
            "deals.close_on",
            "deals.created_on",
            "course.forecast_category",
            "course.close_on",
            "course.amount",
            "amount",
            "whole_period",
            "record.deals",
        ),
        needs_open=True,
    ),
)
