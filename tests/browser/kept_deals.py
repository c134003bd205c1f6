"""What a box keeps, told by SQL on a company's own files: nothing here is the workbench's.

Each company has a relation `told` with a row for each deal and rep who has a part in it: `deal_id`,
`rep_id`, `amount` (in the company's currency), `created_on`, `close_on`, `is_closed`, `stages`.
"""

import re
from decimal import Decimal

import duckdb

DEMO = """
with deals as (
    from '{folder}/deals.csv' where rep_id in (select rep_id from '{folder}/reps.csv')),
history as (
    select deal_id, rep_id, stage, "at"::timestamptz as at,
        ("at"::timestamptz at time zone 'Asia/Shanghai')::date as on_day
    from read_csv('{folder}/deal_history.csv', all_varchar = true)),
at_close as (
    select d.deal_id, arg_max(h.rep_id, h.at) as rep_id
    from deals d join history h using (deal_id)
    where d.is_closed and h.rep_id is not null and h.on_day <= d.close_on group by 1),
valued as (
    select d.*, case when d.is_closed then d.close_on else date '{as_of}' end as value_day
    from deals d),
rated as (
    select v.*, case v.currency when 'CNY' then 1 else f.rate end as rate
    from valued v asof left join '{folder}/fx_rates.csv' f
    on v.currency = f.currency and v.value_day >= f.on),
parts as (
    select r.deal_id, coalesce(s.rep_id, c.rep_id, r.rep_id) as rep_id,
        r.amount::decimal(18, 2) * r.rate::decimal(10, 4) * coalesce(s.share, 1)::decimal(6, 4)
            as amount,
        r.created_on, r.close_on, r.is_closed
    from rated r left join '{folder}/deal_splits.csv' s using (deal_id)
    left join at_close c on c.deal_id = r.deal_id),
told as (
    select parts.*, (select list(distinct stage) from history h where h.deal_id = parts.deal_id)
        as stages
    from parts)
"""
MAVEN = """
with told as (
    select opportunity_id as deal_id, sales_agent as rep_id,
        (case deal_stage when 'Won' then close_value when 'Lost' then null else sales_price end)
            ::decimal(18, 4) as amount,
        engage_date as created_on, close_date as close_on,
        deal_stage in ('Won', 'Lost') as is_closed, []::varchar[] as stages
    from '{folder}/sales_pipeline.csv' d left join '{folder}/products.csv' p
    on p.product = replace(d.product, 'GTXPro', 'GTX Pro'))
"""
MADE = """
with told as (
    select deal_id, rep_id, amount, created_on, close_on, is_closed, []::varchar[] as stages
    from '{folder}/deals.parquet')
"""
SQL = {"demo": DEMO, "maven": MAVEN, "made": MADE}
_KEPT = """
select count(*), coalesce(sum(amount), 0) from told
where case when is_closed then close_on between $start and $last else true end
    and coalesce(created_on <= $as_of, true)
    and ($low is null or amount between $low and $high)
    and ($fresh is null or
        date_diff('day', created_on, case when is_closed then close_on else $as_of end)
            between $fresh and $old)
    and ($rep is null or rep_id = $rep) and ($stage is null or list_contains(stages, $stage))
"""


def kept(company, quarter, *, days=None, amount=None, rep=None, stage=None):
    """Count the deals that choices keep, and add them up."""
    start, last = quarter
    bound = {
        "start": start, "last": last, "as_of": company.as_of, "rep": rep, "stage": stage,
        **dict(zip(("fresh", "old"), days or (None, None), strict=True)),
        **dict(zip(("low", "high"), amount or (None, None), strict=True)),
    }  # fmt: skip
    sql = SQL[company.kind].format(folder=company.folder, as_of=company.as_of)
    return duckdb.execute(sql + _KEPT, bound).fetchone()


_UNITS = {"": 1, "k": 10**3, "M": 10**6, "B": 10**9, "万": 10**4, "亿": 10**8}
_TOLD = re.compile(r"(?:of|/) ([\d,]+) ?(?:rows; together|行，合计)[^\d-]*([\d,.]*\d)([kMB万亿]?)")


def assert_told(text, found):
    """Compare the line over the table with rows and their sum, as exactly as it is written."""
    rows, total = found
    if not rows:
        assert "Clear one of them" in text or "去掉一项" in text
        return
    n, amount, unit = _TOLD.search(text).groups()
    written = Decimal(amount.replace(",", ""))
    step = Decimal(1).scaleb(written.as_tuple().exponent) * _UNITS[unit]

    assert int(n.replace(",", "")) == rows
    assert abs(written * _UNITS[unit] - total) <= step / 2
