"""The made company: same bytes each time, sums that agree, the stories its README promises."""

import hashlib
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from workbench.errors import ParameterError
from workbench.incentives.evaluate import statements
from workbench.snapshots import freeze
from workbench.snapshots.facts import period_facts, reviewed
from workbench.snapshots.pay.inputs import Payroll
from workbench.snapshots.pay.plans import plans_of
from workbench.sources.demo import make_company
from workbench.sources.workspace import open_workspace

SHIPPED = Path(__file__).parents[2] / "data" / "demo"


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "made"
    make_company(folder)
    return folder


@pytest.fixture(scope="module")
def frozen(company):
    workspace = open_workspace(company)
    return workspace, freeze(workspace, None)


@pytest.fixture(scope="module")
def figures(frozen):
    workspace, snapshot = frozen
    facts = period_facts(snapshot, workspace, workspace.calendar.period("2026-Q3")).facts
    return facts.to_pandas().query("by == ''").set_index(["rep_id", "metric"])["value"]


def _table(company, name):
    return pd.read_csv(company / f"{name}.csv")


def _digests(folder):
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (*folder.iterdir(), *(folder / "plans").iterdir())
        if file.is_file() and not file.name.startswith("store.")  # what people wrote
    }


def test_the_shipped_company_is_the_one_the_generator_makes(company):
    assert _digests(company) == _digests(SHIPPED)


def test_another_seed_is_another_company(company, tmp_path):
    make_company(tmp_path, seed=7)

    assert (tmp_path / "deals.csv").read_bytes() != (company / "deals.csv").read_bytes()


def test_a_deal_is_the_sum_of_its_lines(company):
    deals = _table(company, "deals").drop_duplicates().set_index("deal_id")["amount"].dropna()
    lines = _table(company, "deal_lines").groupby("deal_id")["amount"].sum()

    assert (lines.loc[deals.index] == deals).all()


def test_the_parts_of_a_shared_deal_make_one(company):
    shares = _table(company, "deal_splits").groupby("deal_id")["share"].sum().round(9)

    assert (shares == 1).all()


def test_every_table_is_there(frozen):
    _workspace, snapshot = frozen
    tables = (
        "reps assignments accounts products deals deal_lines deal_splits deal_history contracts "
        "activities leads surveys receipts quotas forecasts trainings absences fx_rates "
        "group_attributes"
    )

    assert all(snapshot.has(name) for name in tables.split())


def test_twenty_four_are_reviewed(frozen):
    workspace, snapshot = frozen

    assert len(reviewed(snapshot, workspace, workspace.calendar.period("2026-Q3"))) == 24


def test_the_discounter_gives_more_than_twice_the_usual_discount(company):
    lines = _table(company, "deal_lines").query("list_price != unit_price")
    rep = _table(company, "deals").drop_duplicates("deal_id").set_index("deal_id")["rep_id"]
    given = 1 - lines["unit_price"] / lines["list_price"]
    by_rep = given.groupby(lines["deal_id"].map(rep)).median()

    assert by_rep["R03"] > 2 * by_rep.median()


def test_the_lucky_rep_won_three_of_four(figures):
    assert (figures["R07", "won_deals"], figures["R07", "lost_deals"]) == (3, 1)


def test_the_better_of_the_simpson_pair_wins_less_overall(company):
    decided = _table(company, "deals").drop_duplicates("deal_id").query("is_closed")
    overall = decided.groupby("rep_id")["is_won"].mean()
    parts = decided.groupby(["rep_id", "pipeline"])["is_won"].mean()

    assert overall["R11"] < overall["R12"]
    assert parts["R11", "enterprise"] > parts["R12", "enterprise"]
    assert parts["R11", "smb"] > parts["R12", "smb"]


def test_the_slipping_pipeline_has_pushed_most_of_its_dates(company):
    course = _table(company, "deal_history")
    pushed = course.groupby("deal_id")["close_on"].agg(lambda days: days.iloc[-1] > days.iloc[0])
    rep = _table(company, "deals").drop_duplicates("deal_id").set_index("deal_id")["rep_id"]
    share = pushed.groupby(pushed.index.map(rep)).mean()

    assert share.filter(like="R").idxmax() == "R15"


def test_the_quiet_top_performer_is_above_quota_with_few_activities(figures):
    activity = figures.loc[:, ["calls", "meetings", "visits"], :].astype(float)
    each = activity.groupby("rep_id").sum().loc[lambda sums: sums.index.str.match("R(0|1)")]

    assert figures["R18", "quota_attainment"] > 1.2
    assert each["R18"] <= each.quantile(0.25)


def test_attainment_looks_like_a_company(figures):
    reached = figures.xs("quota_attainment", level="metric").dropna().astype(float)

    assert 0.85 < reached.median() < 1.15
    assert reached.between(0.4, 1.7).mean() > 0.9


def test_the_blemishes_of_a_crm_are_there(frozen):
    _workspace, snapshot = frozen
    reasons = {note.reason for note in snapshot.notes}

    assert {"unknown_rep", "duplicate_row"} <= reasons


def test_everybody_is_on_one_plan_and_who_ramps_is_named(frozen):
    workspace, snapshot = frozen
    period = workspace.calendar.period("2026-Q3")
    found = Payroll(snapshot, workspace, plans_of(workspace), period).payables()
    on = {rep: [each.plan.id for each in payable.segments] for rep, payable in found.items()}

    assert set(reviewed(snapshot, workspace, period)) <= set(on)
    assert on["R05"] == on["R07"] == ["ramp-2026", "ae-2026"]
    assert on["M01"] == ["managers-2026"]


def test_the_deal_of_the_readme_gives_its_pay_back(frozen):
    workspace, snapshot = frozen
    period = workspace.calendar.period("2026-Q3")
    payable = Payroll(snapshot, workspace, plans_of(workspace), period, "R01").payables()["R01"]
    last = statements(payable.given, payable.segments, payable.periods, workspace.calendar)[-1]

    assert [(each.kept.item.item_id, each.reason) for each in last.taken] == [
        ("D03994", "cancelled")
    ]
    assert last.amount("clawback") < 0


def test_what_is_credited_in_a_quarter_is_the_revenue_won(frozen, figures):
    workspace, snapshot = frozen
    period = workspace.calendar.period("2026-Q3")
    found = Payroll(snapshot, workspace, plans_of(workspace), period).payables()
    won = {
        rep: sum(
            item.values["amount"] * item.share * item.rate  # noqa: PD011 (no frame)
            for item in payable.given.items
            if period.start <= item.on
        )
        for rep, payable in found.items()
    }

    assert all(
        abs(amount - figures[rep, "won_revenue"]) < Decimal("0.01") for rep, amount in won.items()
    )


def test_a_larger_company_has_its_size_and_freezes(tmp_path):
    make_company(tmp_path / "large", reps=120)
    workspace = open_workspace(tmp_path / "large")
    snapshot = freeze(workspace, None)
    period = workspace.calendar.period("2026-Q3")

    assert len(reviewed(snapshot, workspace, period)) == 120 + 120 / 5


def test_a_company_too_small_for_its_stories_is_refused(tmp_path):
    with pytest.raises(ParameterError, match="Ask for 20 or more"):
        make_company(tmp_path, reps=3)
