"""Every figure of the catalogue opens to rows that add up to it, in a company where each has one.

Ana's open deals on 20 September: O1 is stuck in propose, O2 and O3 are not, O4 stands in a stage
nobody won from. O2 is a best case and O3 committed, both due in the quarter; O1 is due after it,
O4 was due before. Bo won and lost too: none of his rows may appear.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from statistics import median

import pytest

from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.computation import Computation
from workbench.metrics.marked import MARKS
from workbench.metrics.opened import opened_in
from workbench.metrics.outcomes import outcomes_of
from workbench.metrics.populations import POPULATIONS
from workbench.metrics.survival import median_survival
from workbench.model.money import quotient
from workbench.snapshots import freeze
from workbench.snapshots.engine import basis_of, tables_of
from workbench.sources.workspace import open_workspace

DEALS = """
deal_id,rep_id,name,account_id,pipeline,stage,amount,probability,forecast_category,is_closed,is_won,created_on,close_on,lead_source,next_step
HA,ana,Oldest,C1,new,won,50,,,true,true,2024-05-01,2024-06-20,web,
H0,ana,Old,C1,new,won,100,,,true,true,2024-06-01,2024-08-01,web,
H1,ana,Older,C1,new,won,400,,,true,true,2025-05-01,2025-06-20,web,
H2,ana,Last year,C2,new,won,500,,,true,true,2025-07-01,2025-08-15,web,
H3,ana,Last quarter,C1,new,won,800,,,true,true,2026-04-02,2026-05-20,web,
W1,ana,One,C1,new,won,100,,,true,true,2026-07-02,2026-07-22,web,
W2,ana,Two,C2,new,won,200,,,true,true,2026-07-03,2026-08-02,web,
W3,ana,Three,C3,new,won,300,,,true,true,2026-07-05,2026-08-20,fair,
W4,ana,Four,C4,old,won,,,,true,true,2026-07-06,2026-09-01,web,
W5,ana,Five,C4,old,won,500,,,true,true,2026-06-01,2026-09-10,web,
L1,ana,Six,C5,old,lost,150,,,true,false,2026-07-08,2026-08-11,web,
L2,ana,Seven,C5,old,lost,250,,,true,false,2026-06-08,2026-08-12,web,
O1,ana,Eight,C6,new,propose,700,0.5,best_case,false,false,2026-04-01,2026-10-15,web,call
O2,ana,Nine,C6,new,propose,900,0.4,Best Case,false,false,2026-09-01,2026-09-25,web,
O3,ana,Ten,C1,new,qualify,300,0.2,commit,false,false,2026-06-10,2026-09-28,web,
O4,ana,Eleven,C2,new,demo,,0.2,,false,false,2026-05-05,2026-06-25,web,call
B1,bo,His,C7,new,won,5000,,,true,true,2026-07-01,2026-08-01,web,
B2,bo,His too,C7,new,lost,7000,,,true,false,2026-07-01,2026-08-01,web,
B3,bo,Shared,C3,new,won,600,,,true,true,2026-07-01,2026-08-05,web,
"""
# O1 was put off in August; W5 and O1 were expected in the quarter as it began, W5 was committed
HISTORY = """
deal_id,at,stage,amount,close_on,forecast_category
H3,2026-04-02T02:00:00Z,propose,800,2026-05-20,
W1,2026-07-02T02:00:00Z,qualify,100,2026-07-22,
W1,2026-07-10T02:00:00Z,propose,100,2026-07-22,
W1,2026-07-22T02:00:00Z,won,100,2026-07-22,
W2,2026-07-03T02:00:00Z,propose,200,2026-08-02,
W2,2026-08-02T02:00:00Z,won,200,2026-08-02,
W3,2026-07-05T02:00:00Z,propose,300,2026-08-20,
W3,2026-08-20T02:00:00Z,won,300,2026-08-20,
W4,2026-07-06T02:00:00Z,propose,,2026-09-01,
W4,2026-09-01T02:00:00Z,won,,2026-09-01,
W5,2026-06-01T02:00:00Z,propose,450,2026-09-10,commit
W5,2026-09-10T02:00:00Z,won,500,2026-09-10,
L1,2026-07-08T02:00:00Z,propose,150,2026-08-11,
L1,2026-08-11T02:00:00Z,lost,150,2026-08-11,
L2,2026-06-08T02:00:00Z,qualify,250,2026-08-12,commit
L2,2026-08-12T02:00:00Z,lost,250,2026-08-12,
O1,2026-04-01T02:00:00Z,propose,700,2026-08-15,best_case
O1,2026-08-10T02:00:00Z,propose,700,2026-10-15,best_case
O2,2026-09-01T02:00:00Z,propose,900,2026-09-25,Best Case
O3,2026-06-10T02:00:00Z,qualify,300,2026-09-28,commit
O4,2026-05-05T02:00:00Z,demo,,2026-06-25,
"""
ANSWERS = "response_id,rep_id,at,kind,score,scale_max\n"
ANSWERS += "".join(
    f"S{n},ana,2026-08-{n + 1:02}T02:00:00Z,csat,{score},5\n"
    for n, score in enumerate([5, 4, 4, 3, 1, ""])
)
ANSWERS += "".join(
    f"P{n},ana,2026-08-{n + 1:02}T02:00:00Z,nps,{score},10\n"
    for n, score in enumerate([10, 9, 9, 9, 8, 7, 7, 6, 3, 10])
)
TOUCHES = "activity_id,rep_id,kind,at,deal_id,account_id,is_automatic\n"
TOUCHES += "".join(
    f"T{n},ana,{kind},{day}T02:00:00Z,{deal},{account},{is_automatic}\n"
    for n, (kind, day, deal, account, is_automatic) in enumerate(
        [
            ("call", "2026-07-02", "O1", "", "false"),
            ("call", "2026-09-15", "O2", "", "false"),
            ("meeting", "2026-06-15", "", "C1", "false"),
            ("meeting", "2026-07-20", "", "C1", "false"),
            ("visit", "2026-07-21", "", "C2", "false"),
            ("email", "2026-07-22", "O3", "", "false"),
            ("email", "2026-07-23", "O3", "", "true"),
            ("task", "2026-07-24", "O4", "", "false"),
        ]
    )
)
TABLES = {
    "reps": "rep_id,name\nana,Ana\nbo,Bo\n",
    "deals": DEALS,
    "deal_history": HISTORY,
    "deal_splits": "deal_id,rep_id,share\nB3,ana,0.3\nB3,bo,0.7\n",
    "deal_lines": "deal_id,quantity,list_price,amount\nW1,2,60,100\nW2,1,250,200\nW3,1,,300\n",
    "accounts": "account_id,name,owner_id,is_named,created_on\n"
    + "".join(f"C{n},Customer {n},ana,{n < 4},2024-01-01\n" for n in range(1, 8)),
    "contracts": "contract_id,account_id,rep_id,start_on,end_on,annual_value\n"
    "K1,C1,ana,2026-01-01,2026-08-01,120\nK2,C2,ana,2026-01-01,,80\nK3,C2,ana,2026-08-01,,40\n",
    "activities": TOUCHES,
    "leads": "lead_id,rep_id,created_at,first_touch_at\n"
    "E1,ana,2026-07-06T02:00:00Z,2026-07-06T02:30:00Z\n"
    "E2,ana,2026-07-06T02:00:00Z,2026-07-06T05:00:00Z\nE3,ana,2026-07-07T02:00:00Z,\n",
    "surveys": ANSWERS,
    "receipts": "receipt_id,deal_id,due_on,received_on,amount_due,amount_received\n"
    "R1,W1,2026-08-01,2026-08-03,60,60\nR2,W2,2026-08-01,,200,\nR3,B3,2026-08-09,2026-08-09,90,90\n",
    "quotas": "rep_id,metric,start_on,end_on,target\n"
    "ana,won_revenue,2026-07-01,2026-08-01,1000\nana,won_revenue,2026-08-01,2026-10-01,2000\n"
    "bo,won_revenue,2026-07-01,2026-10-01,9000\n",
    "absences": "rep_id,start_on,end_on,kind,factor\nana,2026-07-06,2026-07-16,leave,0\n",
    "forecasts": "rep_id,period,made_on,category,amount\nana,2026-Q2,2026-04-01,forecast,900\n"
    "ana,2026-Q3,2026-07-01,commit,1500\n",
}  # fmt: skip
OVER, RUNNING = date(2026, 9, 30), date(2026, 9, 20)  # the quarter's last day, and a day of it
ADDITIVE = {"quota_gap", "projection_linear", "projection_seasonal", "projection_pipeline",
            "weighted_pipeline", "push_days"}  # fmt: skip


HEAD = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
"""


@pytest.fixture(scope="module")
def looks(tmp_path_factory):
    """Compute everything once for either day, all rows kept."""
    folder = tmp_path_factory.mktemp("opening")
    files = ""
    for name, rows in TABLES.items():
        (folder / f"{name}.csv").write_text(rows.lstrip(), encoding="utf-8")
        files += f'[tables.{name}]\nfile = "{name}.csv"\n'
    (folder / "workbench.toml").write_text(HEAD + files, encoding="utf-8")
    return {day: Look(open_workspace(folder), day) for day in (OVER, RUNNING)}


class Look:
    """One day's figures of Ana, and the rows behind them."""

    def __init__(self, workspace, as_of):
        snapshot = freeze(workspace, None)
        basis = basis_of(snapshot, workspace, workspace.calendar.period("2026-Q3"))
        basis = replace(basis, as_of=as_of, data_of=as_of)
        self.work = Computation(tables_of(snapshot), basis, again=POPULATIONS)
        self.outcomes = outcomes_of(self.work)["ana"]

    def rows(self, key):
        return opened_in(self.work, CATALOGUE[key], "ana").to_pylist()


def added(rows, column):
    return sum((row[column] for row in rows if row[column] is not None), Decimal(0))


def wrong(rows, outcome, key):
    """List what the rows of a figure do not add up to."""
    told = {
        "numerator": (outcome.numerator, added(rows, "to_numerator")),
        "denominator": (outcome.denominator, added(rows, "to_denominator")),
        "n": (outcome.n, sum(row["in_n"] for row in rows)),
        "value": (outcome.value if key in ADDITIVE else None, added(rows, "to_numerator")),
    }
    found = [(key, name, *pair) for name, pair in told.items() if pair[0] not in (None, pair[1])]
    sides = (("in_numerator", "to_numerator"), ("in_denominator", "to_denominator"))
    return found + [
        (key, mark, row)
        for row in rows
        for mark, adds in sides
        if row[adds] is not None and not row[mark]
    ]


def test_every_figure_has_a_value_on_one_of_the_days(looks):
    absent = {
        key: [looks[day].outcomes[key].reason for day in looks]
        for key in CATALOGUE
        if all(looks[day].outcomes[key].value is None for day in looks)
    }

    assert absent == {}


@pytest.mark.parametrize("day", [OVER, RUNNING])
def test_the_rows_of_every_figure_add_up_to_it(looks, day):
    look = looks[day]
    found = [
        each
        for key, metric in CATALOGUE.items()
        if look.outcomes[key].value is not None and not metric.withheld
        for each in wrong(look.rows(key), look.outcomes[key], key)
    ]

    assert found == []


@pytest.mark.parametrize("day", [OVER, RUNNING])
def test_a_median_is_the_middle_of_what_its_rows_bring(looks, day):
    look = looks[day]
    middles = {
        key: median(row["middle"] for row in look.rows(key) if row["in_n"])
        for key in ("median_deal_size", "sales_cycle_days", "pipeline_age_days")
    }

    assert {key: look.outcomes[key].value for key in middles} == middles


def test_the_median_stay_is_that_of_its_stays_one_by_one(looks):
    stays = {}
    for row in looks[OVER].rows("time_in_stage_days"):
        case = (row["days"], row["is_over"])
        stays[case] = stays.get(case, 0) + 1

    assert looks[OVER].outcomes["time_in_stage_days"].value == median_survival(stays)


def test_concentration_is_the_squares_of_its_rows(looks):
    rows = looks[OVER].rows("account_hhi")
    whole = added(rows, "to_denominator")

    value = quotient(added(rows, "to_numerator"), whole * whole)
    assert looks[OVER].outcomes["account_hhi"].value == value


def test_the_four_parts_of_velocity_are_named(looks):
    rows = looks[OVER].rows("sales_velocity")
    named = {row["deal_id"]: row["part"] for row in rows}

    assert (named["O1"], named["W1"], named["L1"]) == ("open", "won", "lost")


def test_a_stuck_share_tells_the_stuck_from_those_that_cannot_be(looks):
    rows = {row["deal_id"]: row for row in looks[RUNNING].rows("stuck_share")}
    marks = {deal: [row[mark] for mark in MARKS[:3]] for deal, row in rows.items()}

    assert marks["O1"] == [True, True, True]
    assert marks["O2"] == [False, True, True]
    assert marks["O4"] == [False, False, False]


@pytest.mark.parametrize(
    ("list_of", "share"),
    [
        ("stuck_deals", "stuck_share"),
        ("quiet_deals", "no_activity_share"),
        ("deals_without_next_step", "no_next_step_share"),
        ("past_due_deals", "past_due_share"),
    ],
)
def test_a_list_is_the_numerator_of_its_share(looks, list_of, share):
    listed = {row["deal_id"] for row in looks[RUNNING].rows(list_of)}
    top = {row["deal_id"] for row in looks[RUNNING].rows(share) if row["in_numerator"]}

    assert listed == top != set()


@pytest.mark.parametrize("day", [OVER, RUNNING])
def test_what_is_promised_is_due_in_the_quarter_though_its_day_has_come(looks, day):
    promised = {
        key: [row["deal_id"] for row in looks[day].rows(key)]
        for key in ("commit_pipeline", "best_case_pipeline")
    }

    assert promised == {"commit_pipeline": ["O3"], "best_case_pipeline": ["O2"]}


def test_leave_and_the_days_to_come_are_rows_of_their_own(looks):
    rows = {row["part"]: row for row in looks[RUNNING].rows("linear_pace")}
    effective = Decimal(3000) * (92 - 10) / 92

    assert round(rows["leave"]["to_denominator"] - (effective - 3000), 6) == 0
    assert round(rows["days_to_come"]["to_denominator"] + effective * 10 / 82, 6) == 0  # own days


def test_no_row_of_another_rep_is_opened(looks):
    seen = {
        row.get("rep_id") for look in looks.values() for key in CATALOGUE for row in look.rows(key)
    }
    deals = {row.get("deal_id") for key in CATALOGUE for row in looks[OVER].rows(key)}

    assert seen == {"ana"}
    assert not {"B1", "B2"} & deals


def test_what_a_team_or_company_won_opens_to_no_rows(looks):
    assert looks[OVER].outcomes["needed_coverage"].value is not None
    assert looks[OVER].rows("needed_coverage") == []


def test_of_a_weight_that_is_the_record_of_others_only_the_sum_is_told(looks):
    rows = looks[RUNNING].rows("weighted_pipeline")
    told = [row for row in rows if row["to_numerator"] is not None]

    assert looks[RUNNING].outcomes["weighted_pipeline"].note.startswith("stage_record")
    assert [row.get("deal_id") for row in told] == [None]
