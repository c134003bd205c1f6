"""Rows with a fault: what can still be counted is, what cannot is told, never guessed."""

from decimal import Decimal

import pytest

from workbench.incentives.evaluate import statements
from workbench.snapshots.pay.inputs import Payroll
from workbench.snapshots.pay.plans import plans_of

HEAD = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"
WON = "{},{},{},true,true,2026-07-01,2026-08-01\n"
THREE = "rep_id,name\nana,Ana\nbo,Bo\ncy,Cy\n"
PLAN = """
id = "p"
version = "1"
label = { zh = "方案", en = "Plan" }
currency = "CNY"
[[assignments]]
reps = ["ana", "bo", "cy"]
from = 2026-01-01
[[components]]
id = "commission"
label = { zh = "佣金", en = "Commission" }
earn = { kind = "flat", rate = 0.1 }
"""


def _statement(made, rep):
    (made.folder / "plans").mkdir(exist_ok=True)
    (made.folder / "plans" / "p.toml").write_text(PLAN, encoding="utf-8")
    space = made.workspace
    period = space.calendar.period("2026-Q3")
    found = Payroll(made.freeze(), space, plans_of(space), period, rep).payables()[rep]
    return statements(found.given, found.segments, found.periods, space.calendar)[-1]


@pytest.mark.parametrize("third", ["33.33%", "33.3%", "0.3333", "0.333333"])
def test_three_thirds_are_the_whole_and_each_a_third(company, noted, third):
    made = company(
        HEAD + WON.format("D1", "ana", 300000),
        reps=THREE,
        deal_splits="deal_id,rep_id,share\n"
        + "".join(f"D1,{rep},{third}\n" for rep in ("ana", "bo", "cy")),
    )
    revenue = [made.value("won_revenue", rep) for rep in ("ana", "bo", "cy")]
    pay = [_statement(made, rep).amount("commission") for rep in ("ana", "bo", "cy")]

    assert not noted(made)
    assert sum(revenue) == 300000
    assert pay == [10000, 10000, 10000]
    # Shares have eight decimals: what is left of 300000 is 0.003, which one of the three gets
    assert all(abs(each - 100000) <= Decimal("0.003") for each in revenue)


@pytest.mark.parametrize(
    "shares", [("0.7", "0.7"), ("0.5", "0.4"), ("50%", "60%"), ("50%", "49%"), ("1", "1")]
)
def test_parts_of_another_sum_are_nobodys_revenue_and_nobodys_pay(company, noted, shares):
    made = company(
        HEAD + WON.format("D1", "ana", 1000) + WON.format("D2", "ana", 50),
        reps=THREE,
        deal_splits=f"deal_id,rep_id,share\nD1,ana,{shares[0]}\nD1,bo,{shares[1]}\n",
    )

    assert noted(made) == {("deal_splits", "blanked", "split_sum"): 2}
    assert (made.value("won_revenue"), made.value("won_revenue", "bo")) == (50, None)
    for rep, paid in (("ana", 5), ("bo", 0)):
        statement = _statement(made, rep)
        left = [(row.row_id, row.reason) for row in statement.not_counted]
        assert left == [("D1", "credit_unknown")]
        assert statement.amount("commission") == paid


def test_a_deal_whose_every_part_is_set_aside_is_not_its_owners(company, noted):
    made = company(
        HEAD + WON.format("D1", "ana", 1000) + WON.format("D2", "ana", 50),
        reps=THREE,
        deal_splits="deal_id,rep_id,share\nD1,zoe,1\nD2,ana,0.5\nD2,bo,0.5\n",
    )

    assert noted(made)["deal_splits", "set_aside", "unknown_rep"] == 1
    assert made.value("won_revenue") == 25
    assert [row.reason for row in _statement(made, "ana").not_counted] == ["credit_unknown"]


def test_a_deal_won_before_it_was_created_is_revenue_and_pay_and_no_cycle(company, noted):
    made = company(
        HEAD + "D1,ana,500000,true,true,2026-08-03,2026-08-01\n" + WON.format("D2", "ana", 10),
        reps=THREE,
    )

    assert noted(made) == {("deals", "blanked", "closed_before_created"): 1}
    assert made.value("won_revenue") == 500010
    assert _statement(made, "ana").amount("commission") == 50001
    # Of D2 alone: 2026-07-01 to 2026-08-01
    assert made.fact("sales_cycle_days")["n"] == 1
    assert made.value("sales_cycle_days") == 31


CALLS = "".join(f"A{n},ana,call,2026-08-01T00:00:00Z\n" for n in range(40))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("B,ana,Demo,2026-08-01T00:00:00Z\n", {"unknown_choice": 1}),
        ("B,,call,2026-08-01T00:00:00Z\n", {"required_missing": 1}),
        ("B,ana,,2026-08-01T00:00:00Z\n", {"required_missing": 1}),
        (
            "B,ana,Demo,2026-08-01T00:00:00Z\nC,,call,2026-08-01T00:00:00Z\n",
            {"unknown_choice": 1, "required_missing": 1},
        ),
        ("B,,Demo,2026-08-01T00:00:00Z\n", {"required_missing": 1}),
    ],
)
def test_a_required_choice_outside_the_list_sets_its_row_aside(company, noted, rows, told):
    made = company(activities="activity_id,rep_id,kind,at\n" + CALLS + rows)

    expected = {("activities", "set_aside", reason): n for reason, n in told.items()}
    assert noted(made) == expected
    assert made.value("calls") == 40


def test_unreadable_labels_keep_the_deals(company, noted):
    head = HEAD.replace("\n", ",deal_type,probability\n")
    rows = "".join(WON.format(f"P{n}", "bo", 10).replace("\n", ",new,0.5\n") for n in range(40))
    odd = (
        WON.format("D1", "ana", 100).replace("\n", ",renewal,0.5\n")
        + WON.format("D2", "ana", 200).replace("\n", ",new,5\n")
        + WON.format("D3", "ana", "TBD").replace("\n", ",new,0.5\n")
    )
    made = company(head + rows + odd)

    assert noted(made) == {
        ("deals", "blanked", "unknown_choice"): 1,
        ("deals", "blanked", "unreadable_share"): 1,
        ("deals", "blanked", "unreadable_money"): 1,
    }
    assert (made.value("won_deals"), made.value("won_revenue")) == (3, 300)


def _twins(deals, twice, amounts=(100, 200)):
    rows = [
        WON.format(f"D{n}", "ana", amount)
        for n in range(deals)
        for amount in (amounts if n < twice else amounts[:1])
    ]
    return HEAD + "".join(rows)


def test_where_most_deals_contradict_themselves_there_is_no_figure(company, noted):
    made = company(_twins(30, 20))

    assert noted(made) == {("deals", "set_aside", "conflicting_key"): 40}
    for metric in ("won_revenue", "won_deals"):
        assert (made.value(metric), made.reason(metric)) == (None, "mostly_set_aside")


@pytest.mark.parametrize(
    ("twice", "amounts", "grade"),
    [
        (0, (100, 100), "A"),
        (1, (100, 99), "B"),  # 1 of 40 deals, and 100 of 4000
        (4, (100, 99), "C"),  # 4 of 40
        (12, (100, 99), "D"),  # 12 of 40
        (1, (100, 700), "C"),  # 1 of 40, but 700 of 3900 + 700: 15 %
        (1, (100, 2000), "D"),  # 2000 of 3900 + 2000: a third
    ],
)
def test_the_grade_falls_with_what_is_set_aside_by_number_and_by_money(
    company, twice, amounts, grade
):
    made = company(_twins(40, twice, amounts))

    assert made.fact("won_revenue")["grade"] == grade
    assert made.value("won_revenue") == (40 - twice) * 100
