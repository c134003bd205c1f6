"""Ways in which a period is compared with one that is none of its like."""

from decimal import Decimal

# 13 weeks a quarter in months of 4, 4 and 5; one table holds both, and the year
PERIODS = """
name,start_on,end_on
F26-M1,2025-12-29,2026-01-26
F26-M2,2026-01-26,2026-02-23
F26-M3,2026-02-23,2026-03-30
F26-M4,2026-03-30,2026-04-27
F26-M5,2026-04-27,2026-05-25
F26-M6,2026-05-25,2026-06-29
F26-Q1,2025-12-29,2026-03-30
F26-Q2,2026-03-30,2026-06-29
F26,2025-12-29,2026-12-28
"""
# 200 in Q1, 20 of them in its last month; 500 in Q2
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,180,true,true,2025-12-29
D2,ana,20,true,true,2026-03-29
D3,ana,500,true,true,2026-03-30
"""
TOML = """
[workspace]
default_period = "F26-Q2"
as_of = 2026-06-28
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
periods = { file = "periods.csv" }
"""


def with_periods(company, deals=DEALS, periods=PERIODS, head=TOML, **tables):
    made = company(deals, head=head, **tables)
    (made.folder / "periods.csv").write_text(periods.lstrip(), encoding="utf-8")
    return made


def test_a_quarter_grows_from_the_quarter_before_not_from_a_month(company):
    made = with_periods(company)

    assert made.value("revenue_growth_qoq", period="F26-Q2") == Decimal(500 - 200) / 200


def test_a_month_grows_from_the_month_before(company):
    # March had 20, April 500: the quarter that begins with April is no month before it
    made = with_periods(company)

    assert made.value("revenue_growth_qoq", period="F26-M4") == Decimal(500 - 20) / 20


def test_growth_over_a_hole_is_none(company):
    # Without the row of Q2, Q3 has nobody before it
    periods = PERIODS.replace("F26-Q2,2026-03-30", "F26-Q3,2026-06-29").replace(
        "F26-Q3,2026-06-29,2026-06-29", "F26-Q3,2026-06-29,2026-09-28"
    )
    deals = DEALS + "D4,ana,50,true,true,2026-07-01\n"
    made = with_periods(company, deals, periods, head=TOML.replace("06-28", "09-27"))

    assert made.reason("revenue_growth_qoq", period="F26-Q3") == "no_earlier_period"


def test_the_same_quarter_of_a_year_of_53_weeks_has_its_number(company):
    # FY2026 ends on 31 January 2026 after 53 weeks; Q1 of FY2027 begins on 1 February
    made = company(
        """
        deal_id,rep_id,amount,is_closed,is_won,close_on
        D0,ana,1,true,true,2024-01-31
        D1,ana,100,true,true,2025-01-26
        D2,ana,200,true,true,2026-01-31
        D3,ana,150,true,true,2026-02-01
        """,
        head="""
[workspace]
as_of = 2026-05-02
[calendar]
weeks = "4-4-5"
year_ends = "last Saturday of January"
""",
    )

    assert made.value("revenue_growth_yoy", period="FY2027-Q1") == Decimal(150 - 100) / 100
    assert made.value("won_revenue", period="FY2026-W53") == 200
    assert made.value("revenue_growth_qoq", period="FY2027-W01") == Decimal(150 - 200) / 200


def test_forecasts_of_the_companys_quarters_are_not_mixed_with_calendar_quarters(company):
    # Of Q1 100 were foretold and 200 came; what was said of the calendar's quarter is another span
    forecasts = """
rep_id,period,made_on,category,amount
ana,F26-Q1,2025-12-29,forecast,100
ana,2026-Q1,2025-12-29,forecast,9999
"""
    made = with_periods(company, forecasts=forecasts)

    assert made.value("forecast_bias", period="F26-Q2") == Decimal(100 - 200) / 200


def test_last_days_typed_as_the_ends_of_quotas(company):
    # As the house reads ends, three days of the quarter have no quota
    quotas = """
rep_id,start_on,end_on,target
ana,2026-07-01,2026-07-31,100
ana,2026-08-01,2026-08-31,100
ana,2026-09-01,2026-09-30,100
"""
    deals = "deal_id,rep_id,amount,is_closed,is_won,close_on\nD1,ana,150,true,true,2026-08-01\n"
    toml = '[tables.quotas]\nfile = "quotas.csv"\n'

    as_typed = company(deals, toml=toml, quotas=quotas).reason("quota_attainment")
    made = company(deals, toml=toml + 'ends = "inclusive"\n', quotas=quotas)

    assert as_typed == "quota_does_not_cover_period"
    assert made.value("effective_quota") == 300
    assert made.value("quota_attainment") == Decimal(150) / 300
