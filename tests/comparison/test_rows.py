"""The comparisons a period gives: who is compared with whom, and when nothing is said."""

from decimal import Decimal

import pytest

from workbench.metrics.comparison.rows import every_comparison
from workbench.metrics.fact import Fact
from workbench.metrics.intervals import wilson

HEAD = "deal_id,rep_id,pipeline,amount,is_closed,is_won,created_on,close_on\n"


def _team(size, hits=3, cases=6):
    reps = "rep_id,name,role\n" + "".join(f"r{n},Rep {n},seller\n" for n in range(size))
    deals = "".join(
        f"D{rep}-{n},r{rep},{'ab'[n % 2]},10,true,{str(n < hits + rep % 2).lower()},"
        "2026-06-01,2026-08-01\n"
        for rep in range(size)
        for n in range(cases)
    )
    return HEAD + deals, reps


def _methods(made, metric="win_rate"):
    rows = made.facts().comparisons.to_pylist()
    return {row["method"] for row in rows if row["metric"] == metric}


def test_six_of_a_role_are_compared_and_five_are_not(company):
    deals, reps = _team(6)
    made = company(deals, reps=reps)

    assert _methods(made) == {"peers", "shrunk", "mix_adjusted"}


def test_five_of_a_role_are_not_compared(company):
    deals, reps = _team(5)

    assert _methods(company(deals, reps=reps)) == set()


def test_nobody_is_ranked_on_fewer_than_five_cases(company):
    deals, reps = _team(6, hits=1, cases=4)

    assert "percentile" not in _methods(company(deals, reps=reps))


@pytest.mark.parametrize(
    ("people", "verdict"), [(13, "within_chance"), (12, "not_distinguishable")]
)
def test_like_rates_are_within_chance_and_of_few_only_not_apart(company, people, verdict):
    deals, reps = _team(people)
    rows = company(deals, reps=reps).facts().comparisons.to_pylist()
    verdicts = {row["verdict"] for row in rows
                if (row["metric"], row["method"]) == ("win_rate", "shrunk")}  # fmt: skip

    assert verdicts == {verdict}


# Against the others' median 14 of 20 is apart, drawn to the rates of all it is not; 16 of 20 is
@pytest.mark.parametrize(
    ("hits", "people", "said"),
    [
        (14, 7, {"not_distinguishable"}),
        (14, 13, {"above", "not_distinguishable"}),
        (16, 7, {"above"}),
    ],
)
def test_of_few_a_rate_is_apart_only_where_both_ways_to_judge_say_so(hits, people, said):
    others = [(n, 20) for n in (4, 6, 8, 10, 12, 14)] * 2
    facts = [
        Fact("P", f"r{n}", "win_rate", "", "", Decimal(own) / 20, "share", "", Decimal(own),
             Decimal(20), 20, *wilson(own, 20), "", "", "")
        for n, (own, _cases) in enumerate([(hits, 20), *others][:people])
    ]  # fmt: skip
    rows = every_comparison(facts, [], {fact.rep_id: "ae" for fact in facts})

    assert {
        row.verdict for row in rows if row.rep_id == "r0" and row.method in ("peers", "shrunk")
    } == said


def test_the_parts_of_a_change_sum_to_it(company):
    made = company(
        """
        deal_id,rep_id,product_id,amount,is_closed,is_won,created_on,close_on
        Z,bo,p,1,true,false,2025-01-01,2025-02-01
        A,ana,p,100,true,true,2025-06-01,2025-08-01
        B,ana,p,130,true,true,2026-06-01,2026-08-01
        C,ana,q,70,true,true,2026-06-01,2026-08-01
        """,
        products="product_id,name\np,P\nq,Q\n",
    )
    rows = made.facts().comparisons.to_pylist()
    parts = {row["method"]: row["value"] for row in rows if row["method"].startswith("change_")}

    assert parts["change_new"] == 70
    assert parts["change_price"] == 30
    assert sum(parts.values(), Decimal(0)) == made.fact("revenue_growth_yoy")["numerator"] == 100


def test_what_the_lines_do_not_hold_is_a_part_of_its_own(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
        Z,bo,1,true,false,2025-01-01,2025-02-01
        A,ana,100,true,true,2025-06-01,2025-08-01
        B,ana,160,true,true,2026-06-01,2026-08-01
        """,
        products="product_id,name\np,P\n",
        deal_lines="deal_id,product_id,quantity,amount\nA,p,1,100\nB,p,1,140\n",
    )
    rows = made.facts().comparisons.to_pylist()
    parts = {row["method"]: row["value"] for row in rows if row["method"].startswith("change_")}

    assert (parts["change_price"], parts["change_other"]) == (40, 20)


def test_a_managers_team_counts_no_second_time_in_what_the_top_fifth_brings(company):
    # ten sellers, each with 30 or 40; their manager has all of it, and another role
    deals, reps = _team(10)
    lines = reps.replace("role\n", "role,manager_id\n").replace("seller\n", "seller,boss\n")
    made = company(deals, reps=lines + "boss,Boss,manager,\n")
    rows = [row for row in made.facts().comparisons.to_pylist() if row["method"] == "pareto"]

    assert [(row["verdict"], row["n_peers"]) for row in rows] == [("seller", 10)]
    assert rows[0]["value"] == round(Decimal(80) / 350, 10)
