"""M44, account coverage: how many of the named accounts a rep was in touch with."""

from workbench.metrics.credits import NO
from workbench.metrics.deal_course import completed
from workbench.metrics.expression import Table, _, ibis
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Metric, finish_rate
from workbench.metrics.parts import RATE, count_of
from workbench.metrics.scope import scoped


def named_accounts(ground: Ground) -> Table:
    """Give the named accounts of each owner as the period began, and whether they were touched.

    Touched is an account with an activity of a person completed in the period, by its owner, on
    the account itself or on one of its deals.
    """
    basis, accounts = ground.basis, ground.tables["accounts"]
    since = accounts.created_on if "created_on" in accounts.columns else ibis.null().cast("date")
    listed = accounts.filter(
        accounts.is_named.fill_null(NO),
        accounts.owner_id.notnull(),
        since.isnull() | (since < basis.period.start),
    ).select("account_id", rep_id="owner_id")
    met = _touched(ground).mutate(was_touched=ibis.literal(value=True))
    joined = listed.left_join(met, ["account_id", "rep_id"])
    rows = joined.mutate(
        was_touched=_.was_touched.fill_null(NO), on=ibis.literal(basis.period.start)
    ).select("account_id", "rep_id", "was_touched", "on")
    return scoped(rows, ground.reports)


def _touched(ground: Ground) -> Table:
    basis = ground.basis
    done = completed(ground).filter(
        ~_.is_automatic & (_.on >= basis.period.start) & (_.on < basis.end)
    )
    own = done.account_id if "account_id" in done.columns else ibis.null().cast("string")
    direct = done.mutate(own=own)
    deals = ground.tables["deals"]
    if "deal_id" in done.columns and "account_id" in deals.columns:
        of_deal = deals.select(named_deal="deal_id", deal_account="account_id")
        direct = direct.left_join(of_deal, direct.deal_id == of_deal.named_deal)
        account = ibis.coalesce(direct.own, direct.deal_account)
    else:
        account = direct.own
    met = direct.select("rep_id", account_id=account)
    return met.filter(_.account_id.notnull()).distinct()


NAMED_ACCOUNTS = (
    Metric(
        key="account_coverage",
        id="M44",
        unit="share",
        direction=1,
        source="Named accounts their owner was in touch with, of those named as the period began",
        population="named_accounts",
        opens=RATE,
        parts={"hits": count_of(lambda t: t.was_touched), "out_of": count_of()},
        finish=finish_rate("no_named_accounts"),
        needs=("accounts.is_named", "accounts.owner_id", "activities", "record.activities"),
    ),
)
