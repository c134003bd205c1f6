"""Documents tell ramp, leave, moves and first days beside the figures they touch."""

import pytest

from workbench.review.review import open_review

QUOTA = "rep_id,metric,start_on,end_on,target\nana,won_revenue,2026-07-01,2026-10-01,300000\n"
RAMP = "rep_id,start_on,end_on,kind,factor\nana,2026-07-01,2026-10-01,ramp,0.75\n"
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,112500,true,true,2026-07-01,2026-07-10
"""


def review(made, lang="en", rep="ana"):
    return open_review(rep, "2026-Q3", str(made.folder), lang=lang)


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "¥225k while ramping (full ¥300k)"), ("zh", "22.5万元（爬坡中，全额30.0万元）")],
)
def test_a_lowered_target_stands_beside_the_full_one_wherever_it_is_shown(company, lang, said):
    found = review(company(DEALS, quotas=QUOTA, absences=RAMP), lang)
    summary, goals, results = (found.section(key).html for key in ("summary", "goals", "results"))

    assert said in summary
    assert said in goals
    assert said in results


def test_both_attainments_are_in_reach(company):
    found = review(company(DEALS, quotas=QUOTA, absences=RAMP))
    half, full = (found.figures.value(f"{part}quota_attainment") for part in ("", "full_"))

    assert (half, full) == (112500 / 225000, 112500 / 300000)
    assert "Attainment of the full quota" in found.section("results").html


def test_a_target_that_nothing_lowers_stands_alone(company):
    found = review(company(DEALS, quotas=QUOTA))

    assert "(full" not in "".join(found.section(key).html for key in ("summary", "goals"))
    assert "At work" not in found.section("cover").html


def test_the_cover_tells_a_move_between_teams(company):
    moves = """
    rep_id,start_on,end_on,team
    ana,2025-01-01,2026-08-01,North
    ana,2026-08-01,,South
    bo,2025-01-01,,South
    """
    made = company(DEALS, assignments=moves)

    assert "South since 1 Aug 2026, North before" in review(made).section("cover").html
    assert "since" not in review(made, rep="bo").section("cover").html


def test_peers_are_of_the_role_somebody_ends_the_period_in(company):
    # Ana becomes a senior in August; five seniors closed deals, no other junior did
    seniors = [f"s{n}" for n in range(5)]
    reps = "rep_id,name,role\nana,Ana,junior\n" + "".join(f"{s},{s},senior\n" for s in seniors)
    deals = "deal_id,rep_id,amount,is_closed,is_won,close_on\n" + "".join(
        f"{who}{n},{who},10,true,true,2026-08-15\n" for who in ("ana", *seniors) for n in range(5)
    )
    moves = "rep_id,start_on,end_on,role\nana,2026-08-01,,senior\n"
    made = company(deals, reps=reps, assignments=moves)
    rows = made.facts().comparisons.to_pylist()

    assert [row["n_peers"] for row in rows if (row["rep_id"], row["metric"], row["method"]) == (
        "ana", "won_revenue", "peers",
    )] == [5]  # fmt: skip
