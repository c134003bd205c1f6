"""Ways in which a table of deals lies; a failing trap is a wrong figure and is never weakened."""

from decimal import Decimal


def test_activities_do_not_count_their_deal_twice(company):
    # One deal, three calls on it
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,true,true,2026-08-01
        """,
        activities="""
        activity_id,rep_id,kind,at,deal_id
        A1,ana,call,2026-07-01T01:00:00Z,D1
        A2,ana,call,2026-07-02T01:00:00Z,D1
        A3,ana,call,2026-07-03T01:00:00Z,D1
        """,
    )

    assert (made.value("won_deals"), made.value("won_revenue"), made.value("calls")) == (1, 100, 3)


def test_a_reopened_deal_counts_once_by_its_last_close(company):
    # Lost in June, opened again, won in August
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,true,true,2026-08-01
        """,
        deal_history="""
        deal_id,at,stage,close_on
        D1,2026-05-01T00:00:00Z,propose,2026-06-01
        D1,2026-06-01T00:00:00Z,closed_lost,2026-06-01
        D1,2026-08-01T00:00:00Z,closed_won,2026-08-01
        """,
    )

    assert made.value("lost_deals", period="2026-Q2") == 0
    assert made.value("won_deals") == 1


def test_a_deal_handed_over_after_closing_stays_with_who_closed_it(company):
    # The CRM now says Bo; when it closed it was Ana's
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,bo,100,true,true,2026-08-01
        """,
        deal_history="""
        deal_id,at,rep_id,stage
        D1,2026-07-01T00:00:00Z,ana,propose
        D1,2026-08-01T00:00:00Z,ana,closed_won
        D1,2026-08-20T00:00:00Z,bo,closed_won
        """,
    )

    assert (made.value("won_revenue", "ana"), made.value("won_revenue", "bo")) == (100, 0)


def test_an_open_deal_belongs_to_who_has_it_now(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,bo,100,false,false,2026-12-01
        """,
        deal_history="""
        deal_id,at,rep_id,stage
        D1,2026-07-01T00:00:00Z,ana,propose
        """,
    )

    assert (made.value("open_deals", "ana"), made.value("open_deals", "bo")) == (0, 1)


def test_marked_won_but_not_closed_is_open(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,false,true,2026-08-01
        """
    )

    assert (made.value("won_deals"), made.value("open_deals")) == (0, 1)


def test_midnight_on_the_edge_belongs_to_the_quarter_that_begins(company):
    # D1 closed at the last second of June in Shanghai, D2 at midnight: 16:00 UTC the day before
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,1,true,true,2026-06-30T15:59:59Z
        D2,ana,10,true,true,2026-06-30T16:00:00Z
        """,
        head='[workspace]\nas_of = 2026-09-30\n[calendar]\nzone = "Asia/Shanghai"\n',
    )

    assert made.value("won_revenue", period="2026-Q2") == 1
    assert made.value("won_revenue", period="2026-Q3") == 10


def test_a_rep_with_one_won_deal_is_not_told_from_chance(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,true,true,2026-08-01
        """
    )
    rate = made.fact("win_rate")

    assert (rate["value"], rate["n"]) == (1, 1)
    assert rate["low"] < Decimal("0.21")


def test_a_rate_over_months_is_no_average_of_rates(company):
    # July 1 of 1, August 1 of 3: 2 of 4, and not (100 % + 33 %) / 2
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,1,true,true,2026-07-01
        D2,ana,1,true,true,2026-08-01
        D3,ana,1,true,false,2026-08-02
        D4,ana,1,true,false,2026-08-03
        """
    )

    assert made.value("win_rate") == Decimal(2) / 4


def test_a_shared_deal_gives_each_their_part_and_no_more(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D1,ana,100,true,true,2026-08-01
        """,
        deal_splits="""
        deal_id,rep_id,share
        D1,ana,0.7
        D1,bo,0.3
        """,
    )

    assert (made.value("won_revenue", "ana"), made.value("won_revenue", "bo")) == (70, 30)
    assert (made.value("won_deals", "ana"), made.value("won_deals", "bo")) == (1, 1)


def test_an_excluded_deal_counts_nowhere_and_is_counted_as_left_out(company):
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on,is_excluded
        D1,ana,100,true,true,2026-08-01,true
        """
    )
    facts = made.facts()

    assert made.value("won_deals") == 0
    assert [(row["reason"], row["n"]) for row in facts.left_out.to_pylist()] == [("excluded", 1)]


def test_an_open_deal_without_a_date_is_not_on_time(company):
    undated = "O,ana,false,false,\n"
    dated = "P,ana,false,false,2026-08-01\n"
    head = "deal_id,rep_id,is_closed,is_won,close_on\n"

    assert company(head + undated).reason("past_due_share") == "close_dates_unknown"
    assert company(head + undated + dated).value("past_due_share") == 1
