"""Ways in which figures of deals are made of data that hold no such deals."""

from decimal import Decimal

import pytest

from workbench.review.review import open_review
from workbench.review.scoring import score_of

HEAD = "deal_id,rep_id,stage,amount,is_closed,is_won,created_on,close_on\n"
ORDERS = HEAD + "1,ana,won,30,true,true,2026-07-01,2026-07-10\n"
ORDERS += "".join(f"{n},bo,won,50,true,true,2026-07-02,2026-08-10\n" for n in (2, 3, 4, 5))
LOST = "6,bo,lost,9,true,false,2026-07-02,2026-08-10\n"
OPEN = "7,bo,open,9,false,false,2026-07-02,2026-12-10\n"
QUOTAS = (
    "rep_id,metric,start_on,end_on,target,weight\n"
    "ana,won_revenue,2026-07-01,2026-10-01,60,0.9\n"
    "ana,pipeline_coverage,2026-07-01,2026-10-01,2,0.1\n"
    "ana,won_revenue,2026-10-01,2027-01-01,60,0.9\n"
)
NEED_OPEN = (
    "open_deals", "open_pipeline", "weighted_pipeline", "pipeline_coverage", "pipeline_created",
    "past_due_share", "pipeline_age_days", "no_activity_share", "no_next_step_share",
    "stuck_share", "sales_velocity", "projection_pipeline", "slippage_rate", "commit_hit_rate",
    "push_count",
)  # fmt: skip
NEED_LOST = ("win_rate", "win_rate_by_value", "lost_deals", "needed_coverage", "cohort_win_rate")
AS_ORDERS = '[deals]\nkind = "orders"\n'


def reasons(made, metrics):
    return {made.reason(metric) for metric in metrics}


def test_orders_are_measured_by_nothing_that_needs_open_or_lost_deals(company):
    made = company(ORDERS, toml=AS_ORDERS)

    assert reasons(made, NEED_OPEN) == {"orders_are_not_open"}
    assert reasons(made, NEED_LOST) == {"orders_have_no_losses"}
    assert (made.value("won_revenue"), made.value("won_deals")) == (30, 1)


def test_data_without_a_single_open_or_lost_deal_are_orders_though_nobody_said_so(company):
    made = company(ORDERS)

    assert reasons(made, NEED_OPEN) == {"no_open_recorded"}
    assert reasons(made, NEED_LOST) == {"no_losses_recorded"}


def test_a_rep_without_open_or_lost_deals_among_others_who_have_some_has_a_true_0(company):
    # Ana won one deal; Bo has one lost and one open
    made = company(ORDERS + LOST + OPEN)

    assert (made.value("open_deals"), made.value("lost_deals")) == (0, 0)
    assert (made.value("open_pipeline"), made.value("win_rate")) == (0, 1 / 1)


@pytest.mark.parametrize(
    ("more", "reason_of_open", "reason_of_lost"),
    [(LOST, "no_open_recorded", ""), (OPEN, "", "no_losses_recorded")],
)
def test_open_and_lost_deals_are_told_apart(company, more, reason_of_open, reason_of_lost):
    made = company(ORDERS + more)

    assert made.reason("open_deals") == reason_of_open
    assert made.reason("win_rate") == reason_of_lost


def test_a_history_that_saw_a_deal_before_it_closed_has_open_deals(company):
    history = "deal_id,at,stage\n1,2026-07-02T08:00:00Z,propose\n1,2026-07-10T08:00:00Z,won\n"

    assert company(ORDERS, deal_history=history).value("open_deals") == 0


def test_a_history_of_closings_alone_has_none(company):
    history = "deal_id,at,stage\n1,2026-07-10T08:00:00Z,won\n"

    assert company(ORDERS, deal_history=history).reason("open_deals") == "no_open_recorded"


@pytest.mark.parametrize("closed", [0, 4])
def test_fewer_than_five_closed_deals_do_not_say_what_is_recorded(company, closed):
    made = company("".join(ORDERS.splitlines(keepends=True)[: 1 + closed]))

    assert (made.value("open_deals"), made.value("lost_deals")) == (0, 0)


def test_calls_and_orders_are_measured_by_calls_and_orders(company):
    # A call centre: three calls, one order, no deal ever open
    calls = "".join(f"{n},ana,call,2026-07-0{n}T09:00:00Z,true\n" for n in (1, 2, 3))
    made = company(
        ORDERS, toml=AS_ORDERS, activities="activity_id,rep_id,kind,at,is_done\n" + calls
    )

    assert (made.value("calls"), made.value("won_deals")) == (3, 1)
    assert made.reason("no_activity_share") == "orders_are_not_open"


DONE = "activity_id,rep_id,kind,at,is_done\n"


def calls_and(*others):
    """Four calls by Ana in July, and what else is given."""
    rows = [f"{n},ana,call,2026-07-0{n}T09:00:00Z,true" for n in (1, 2, 3, 4)]
    return DONE + "\n".join([*rows, *others]) + "\n"


def test_a_kind_of_activity_that_nobody_ever_recorded_is_absent_and_no_0(company):
    made = company(ORDERS, activities=calls_and("5,bo,call,2026-07-05T09:00:00Z,true"))

    assert (made.value("calls"), made.reason("visits")) == (4, "kind_never_recorded")


@pytest.mark.parametrize(
    "visit",
    [
        "5,bo,visit,2026-07-05T09:00:00Z,true",  # a colleague's
        "5,ana,visit,2026-03-05T09:00:00Z,true",  # of another period
        "5,ana,visit,2026-07-05T09:00:00Z,false",  # planned and not held
    ],
)
def test_of_a_kind_that_is_recorded_none_in_the_period_is_a_true_0(company, visit):
    assert company(ORDERS, activities=calls_and(visit)).value("visits") == 0


def test_a_kind_first_recorded_after_the_period_changes_nothing_of_it(company):
    calls = "".join(f"{n},bo,call,2026-06-0{n}T09:00:00Z,true\n" for n in range(1, 6))
    made = company(ORDERS, activities=DONE + calls + "6,bo,visit,2026-07-05T09:00:00Z,true\n")

    assert made.reason("visits", "bo", "2026-Q2") == "kind_never_recorded"
    assert made.value("visits", "bo", "2026-Q3") == 1


def test_fewer_than_five_activities_do_not_say_which_kinds_are_recorded(company):
    assert company(ORDERS, activities=calls_and()).value("visits") == 0


def test_a_goal_on_open_deals_leaves_the_score_of_orders_with_its_reason(company):
    # 30 of 60 won: half, of nine tenths of the weight
    made = company(ORDERS, quotas=QUOTAS, toml=AS_ORDERS)
    score = score_of(open_review("ana", "2026-Q3", str(made.folder), surface="document"))
    coverage = next(item for item in score.items if item.key == "pipeline_coverage")

    assert (score.value, score.share_used) == (Decimal("0.5"), Decimal("0.9"))
    assert (coverage.score, coverage.reason) == (None, "orders_are_not_open")


@pytest.mark.parametrize("toml", [AS_ORDERS, ""])
@pytest.mark.parametrize(
    ("lang", "never"),
    [
        ("zh", ("全部赢下", "管道覆盖", "赢单率", "未结金额", "停滞")),
        (
            "en",
            ("winning", "pipeline coverage", "win rate", "open pipeline", "stuck share"),
        ),
    ],
)
def test_no_section_of_orders_measures_by_a_pipeline(company, toml, lang, never):
    made = company(ORDERS, quotas=QUOTAS, toml=toml)
    review = open_review("ana", "2026-Q3", str(made.folder), lang=lang, surface="document")
    told = [review.section(key) for key in ("summary", "pipeline", "forecast", "peers")]
    text = " ".join(f"{section.finding} {section.html}" for section in told).lower()

    assert [word for word in never if word in text] == []
