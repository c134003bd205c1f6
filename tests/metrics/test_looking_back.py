"""Growth, season, projections, velocity, the coverage needed: what earlier times tell."""

from decimal import Decimal

YEARS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
A,ana,55,true,true,2023-06-01,2024-07-05
B,ana,45,true,true,2023-06-01,2024-09-20
C,ana,110,true,true,2024-06-01,2025-08-31
D,ana,90,true,true,2024-06-01,2025-09-01
E,ana,800,true,true,2026-07-01,2026-08-31
"""
AUGUST = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-08-31
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
"""
QUOTA = """
rep_id,start_on,end_on,target
ana,2026-07-01,2026-10-01,1500
"""


def test_pace_and_projections_of_the_golden_case(company):
    # 800 of 1,500 at 31 Aug; 62 of 92 days; earlier years had 55 % and 55 % by then
    made = company(YEARS, head=AUGUST, quotas=QUOTA)

    assert round(made.value("linear_pace"), 3) == Decimal("0.791")
    assert round(made.value("projection_linear"), 1) == Decimal("1187.1")
    assert round(made.value("seasonal_pace"), 3) == Decimal("0.970")
    assert round(made.value("projection_seasonal"), 1) == Decimal("1454.5")


def test_one_earlier_year_is_no_season(company):
    one = "\n".join(line for line in YEARS.splitlines() if line[:1] not in ("A", "B"))
    made = company(one, head=AUGUST, quotas=QUOTA)

    assert made.fact("seasonal_pace")["note"] == "linear_instead"
    assert made.value("seasonal_pace") == made.value("linear_pace")
    assert made.reason("projection_seasonal") == "season_unknown"


def test_growth_compares_the_same_days(company):
    # to 31 Aug: 800 against 110, the deal of 1 Sep 2025 is later in the period than today
    made = company(YEARS, head=AUGUST)
    fact = made.fact("revenue_growth_yoy")

    assert (fact["numerator"], fact["denominator"]) == (690, 110)


def test_growth_on_nothing_is_absent(company):
    made = company(YEARS, head=AUGUST)

    assert made.reason("revenue_growth_qoq") == "base_not_positive"
    assert made.reason("revenue_growth_yoy", period="2024-Q3") == "record_begins_later"
    assert made.reason("revenue_growth_yoy", period="2026-Q4") == "outside_record"


def test_velocity_of_the_published_example(company):
    # 18 open × 42,000 × 24 % / 78 days = 2,326.15 a day: 6 won of 25 decided
    won = [f"W{n},ana,42000,true,true,2026-05-01,2026-07-18" for n in range(6)]
    lost = [f"L{n},ana,1,true,false,2026-05-01,2026-07-18" for n in range(19)]
    waiting = [f"O{n},ana,1,false,false,2026-05-01,2026-11-18" for n in range(18)]
    head = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on"
    made = company("\n".join([head, *won, *lost, *waiting]))

    assert round(made.value("sales_velocity"), 2) == Decimal("2326.15")


def test_velocity_of_nothing_decided_is_absent(company):
    made = company("""
        deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
        O,ana,5,false,false,2026-05-01,2026-11-18
        """)

    assert made.reason("sales_velocity") == "no_closed_deals_in_year"


def test_needed_coverage_of_a_small_team_is_the_companys(company):
    made = company("""
        deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
        W,ana,100,true,true,2026-05-01,2026-07-18
        L,bo,300,true,false,2026-05-01,2026-07-18
        """)
    fact = made.fact("needed_coverage")

    assert (fact["value"], fact["note"]) == (4, "company_record")
