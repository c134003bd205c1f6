"""Revenue kept: gross (M34) and net (M35) retention of running contracts."""

from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from workbench.metrics.credits import money, rated
from workbench.metrics.expression import Table, Value, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Finish, Metric, Outcome, Parts, absent, exact
from workbench.metrics.parts import Opens, Part, count_of, sum_of
from workbench.metrics.scope import scoped
from workbench.model.money import quotient


def retained(ground: Ground) -> Table:
    """Give the accounts under contract as the period began, at their yearly value then and now.

    Both values at the rates of the first day, so that a rate's move is no expansion. What an
    account is worth at the end is shared among its reps of the beginning by what each had then.
    """
    basis, first = ground.basis, ground.basis.period.start
    table = ground.tables["contracts"]
    currency = table.currency if "currency" in table.columns else ibis.null().cast("string")
    rep = table.rep_id if "rep_id" in table.columns else ibis.null().cast("string")
    rows = table.mutate(
        currency=currency.fill_null(basis.currency), day=ibis.literal(first), rep_id=rep
    )
    priced = rated(rows, ground.tables, basis)
    valued = priced.mutate(value=money(priced.annual_value, priced.rate))
    opening = _running(valued, first - timedelta(days=1)).filter(_.rep_id.notnull())
    before = opening.group_by("rep_id", "account_id").aggregate(
        opening=_.value.sum(), gaps=_.value.isnull().ifelse(1, 0).sum()
    )
    whole = before.group_by("account_id").aggregate(whole=_.opening.sum())
    after = (
        _running(valued, basis.end - timedelta(days=1))
        .group_by("account_id")
        .aggregate(closing=_.value.sum())
    )
    joined = before.join(whole, "account_id").left_join(after, "account_id")
    closing = joined.closing.fill_null(0).cast("decimal(38,8)")
    part = _part(closing, joined.opening, joined.whole)
    return scoped(
        joined.select("rep_id", "account_id", "opening", "gaps", closing=part).mutate(
            on=ibis.literal(first)
        ),
        ground.reports,
    )


def _part(closing: Value, opening: Value, whole: Value) -> Value:
    """Give a rep's part of an account's end value; all of it where no other rep has a part."""
    share = (opening / whole.nullif(0)).cast("decimal(38,8)")
    return (opening == whole).ifelse(closing, money(closing, share))


def _running(contracts: Table, day: date) -> Table:
    return contracts.filter(
        (contracts.start_on <= day) & (contracts.end_on.isnull() | (contracts.end_on > day))
    )


def _finish(kept: str) -> Finish:
    def finish(parts: Parts) -> Outcome:
        opening, n = exact(parts["opening"]), int(parts["n"] or 0)
        if not n:
            return absent("no_contracts")
        if opening is None or opening <= 0 or int(parts["gaps"] or 0) == n:
            return absent("amounts_missing", n=n)
        top = exact(parts[kept]) or Decimal(0)
        outcome = Outcome(quotient(top, opening), top, opening, n)
        return outcome.noted("amounts_missing") if parts["gaps"] else outcome

    return finish


def _opens(kept: str) -> Opens:
    return Opens(top={kept: 1}, bottom={"opening": 1}, n=("n",))


def _is_valued(accounts: Table) -> Value:
    return accounts.opening.notnull()


_PARTS: dict[str, Part] = {
    "opening": sum_of(lambda t: t.opening),
    "kept": sum_of(lambda t: ibis.least(t.opening, t.closing), _is_valued),
    "closing": sum_of(lambda t: t.closing, _is_valued),
    "gaps": sum_of(lambda t: t.gaps),
    "n": count_of(),
}
_RETENTION = partial(
    Metric,
    unit="share",
    direction=1,
    population="retained",
    parts=_PARTS,
    needs=("contracts", "contracts.rep_id", "started"),
)

CONTRACTS = (
    _RETENTION(
        key="grr",
        id="M34",
        source="Yearly value kept of what was under contract, growth never counted",
        opens=_opens("kept"),
        finish=_finish("kept"),
    ),
    _RETENTION(
        key="nrr",
        id="M35",
        source="Yearly value now of the accounts under contract then, growth counted",
        opens=_opens("closing"),
        finish=_finish("closing"),
    ),
)
