"""Maven's figures per rep and quarter, against plain SQL over the raw files.

The SQL shares no code with the package: it reads the raw CSV and counts.
"""

import io
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "maven"
QUARTERS = ["2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4"]
SQL = """
select t.sales_agent as rep_id,
       count(*) filter (where deal_stage = 'Won') as won_deals,
       count(*) filter (where deal_stage = 'Lost') as lost_deals,
       coalesce(sum(close_value) filter (where deal_stage = 'Won'), 0) as won_revenue,
       median(close_value) filter (where deal_stage = 'Won') as median_deal_size
from read_csv('{folder}/sales_teams.csv', header = true) t
left join (
    select * from read_csv('{folder}/sales_pipeline.csv', header = true)
    where close_date >= date '{start}' and close_date < date '{start}' + interval 3 month
) p using (sales_agent)
group by all order by 1
"""


def workbench(*arguments):
    """Run a command as a user does and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "workbench.cli", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def facts_of(workspace, period):
    """Give the facts of a period as text, one row per fact, totals only."""
    table = pd.read_csv(
        io.StringIO(
            workbench("metrics", "--workspace", workspace, "--period", period, "--format", "csv")
        ),
        dtype=str,
        keep_default_na=False,
    )
    return table[table["by"] == ""].set_index(["rep_id", "metric"])


def raw_figures(quarter):
    start = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}[quarter[-2:]]
    sql = SQL.format(folder=RAW.as_posix(), start=f"{quarter[:4]}-{start}-01")
    return duckdb.sql(sql).df().set_index("rep_id")


@pytest.mark.slow
@pytest.mark.parametrize("quarter", QUARTERS)
def test_each_rep_and_quarter_equals_plain_sql_over_the_raw_file(quarter):
    facts, raw = facts_of("data/maven", quarter), raw_figures(quarter)

    assert len(raw) == 35
    for rep_id, row in raw.iterrows():
        shown = {
            metric: facts.loc[(rep_id, metric), "value"]
            for metric in ("won_deals", "lost_deals", "won_revenue", "win_rate", "median_deal_size")
        }
        decided = int(row.won_deals + row.lost_deals)
        assert Decimal(shown["won_deals"]) == row.won_deals
        assert Decimal(shown["lost_deals"]) == row.lost_deals
        assert Decimal(shown["won_revenue"]) == Decimal(int(row.won_revenue))
        if decided:
            expected = Decimal(int(row.won_deals)) / Decimal(decided)
            assert abs(Decimal(shown["win_rate"]) - expected) <= Decimal("5e-11")
        else:
            assert shown["win_rate"] == ""
            assert facts.loc[(rep_id, "win_rate"), "reason"] == "no_closed_deals"
        if row.won_deals:
            assert Decimal(shown["median_deal_size"]) == Decimal(str(row.median_deal_size))
        else:
            assert shown["median_deal_size"] == ""


@pytest.mark.slow
def test_the_published_figures_come_out():
    facts = facts_of("data/maven", "2016-10-01..2017-12-31")

    def total(metric):
        values = facts.xs(metric, level="metric")["value"]
        return sum(Decimal(value) for value in values if value)

    won, lost = total("won_deals"), total("lost_deals")
    assert (won, lost, total("won_revenue")) == (4238, 2473, 10_005_534)
    assert round(won / (won + lost) * 100, 2) == Decimal("63.15")

    def of(rep_id, metric):
        return Decimal(facts.loc[(rep_id, metric), "value"])

    assert of("Hayden Neloms", "won_deals") + of("Hayden Neloms", "lost_deals") == 152
    assert round(of("Hayden Neloms", "win_rate") * 100, 1) == Decimal("70.4")
    assert of("Hayden Neloms", "won_revenue") == 272_111
    assert of("Maureen Marcano", "won_deals") + of("Maureen Marcano", "lost_deals") == 213
    assert round(of("Maureen Marcano", "win_rate") * 100, 1) == Decimal("70.0")
    assert of("Maureen Marcano", "won_revenue") == 350_395
    assert of("Darcel Schlecht", "won_revenue") == 1_153_214
    rates = facts.xs("win_rate", level="metric")["value"]
    lowest = min((Decimal(value), rep_id) for rep_id, value in rates.items() if value)
    assert lowest[1] == "Lajuana Vencill"
    assert round(lowest[0] * 100, 2) == Decimal("54.98")


@pytest.mark.slow
def test_what_maven_cannot_tell_is_absent_with_its_reason():
    facts = facts_of("data/maven", "2017-Q4")

    by_value = facts.xs("win_rate_by_value", level="metric")
    assert set(by_value["value"]) == {""}
    assert set(by_value["reason"]) <= {"lost_amounts_unknown", "no_closed_deals"}
    new = facts.xs("new_logos", level="metric")
    assert set(new["value"]) == {""}
    assert set(new["reason"]) == {"history_too_short"}


@pytest.mark.slow
def test_the_five_agents_without_deals_have_zero_counts_and_no_rates():
    facts = facts_of("data/maven", "2017-Q4")
    raw = pd.read_csv(RAW / "sales_pipeline.csv")
    roster = pd.read_csv(RAW / "sales_teams.csv")["sales_agent"]
    idle = sorted(set(roster) - set(raw["sales_agent"]))

    assert len(idle) == 5
    for rep_id in idle:
        assert facts.loc[(rep_id, "won_deals"), "value"] == "0"
        assert facts.loc[(rep_id, "won_revenue"), "value"] == "0"
        assert facts.loc[(rep_id, "win_rate"), "value"] == ""
        assert facts.loc[(rep_id, "win_rate"), "reason"] == "no_closed_deals"
