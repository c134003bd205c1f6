"""Cash: of what fell due, how much came in."""

from decimal import Decimal

from workbench.metrics.credits import NO, money, rated
from workbench.metrics.expression import Table, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Metric, Outcome, Parts, absent, exact
from workbench.metrics.parts import Opens, count_of, known_of, sum_of
from workbench.metrics.scope import scoped
from workbench.model.money import quotient


def dues(ground: Ground) -> Table:
    """Give the payments due in the elapsed part of the period, in the reporting currency.

    What came in before or after falls to the payment it was for, and never counts for more than
    was due. Payments without an amount or a rate have null money.
    """
    basis, table = ground.basis, ground.tables["receipts"]
    currency = table.currency if "currency" in table.columns else ibis.null().cast("string")
    due = table.filter((_.due_on >= basis.period.start) & (_.due_on < basis.end))
    came = (_.received_on <= basis.as_of).fill_null(NO).ifelse(_.amount_received, 0)
    counted = due.mutate(
        currency=currency.fill_null(basis.currency),
        day=_.due_on,
        came=ibis.least(came.fill_null(0).cast("decimal(18,4)"), _.amount_due),
    )
    priced = rated(counted, ground.tables, basis)
    parts = ground.credited.select("deal_id", "rep_id", "share")
    rows = priced.join(parts, "deal_id")
    return scoped(
        rows.select(
            "receipt_id",
            "rep_id",
            on="due_on",
            due=money(money(rows.amount_due, rows.share), rows.rate),
            came=money(money(rows.came, rows.share), rows.rate),
        ),
        ground.reports,
    )


def _collected(parts: Parts) -> Outcome:
    n, known = int(parts["n"] or 0), int(parts["known"] or 0)
    due, came = exact(parts["due"]), exact(parts["came"])
    if not n:
        return absent("nothing_due")
    if not known or due is None or due <= 0:
        return absent("amounts_missing", n=known)
    outcome = Outcome(quotient(came or Decimal(0), due), came or Decimal(0), due, known)
    return outcome if known == n else outcome.noted("amounts_missing")


CASH = (
    Metric(
        key="collection_rate",
        id="M38",
        unit="share",
        direction=1,
        source="Cash received of the payments due in the period, capped at what was due",
        population="dues",
        opens=Opens(top={"came": 1}, bottom={"due": 1}, n=("known",), among=("n",)),
        parts={
            "due": sum_of(lambda t: t.due),
            "came": sum_of(lambda t: t.came, lambda t: t.due.notnull()),
            "known": known_of(lambda t: t.due),
            "n": count_of(),
        },
        finish=_collected,
        needs=(
            "receipts.due_on",
            "receipts.received_on",
            "receipts.amount_due",
            "receipts.amount_received",
            "record",
        ),
    ),
)
