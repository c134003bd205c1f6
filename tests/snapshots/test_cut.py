"""The cut says what the facts say, of any deals."""

import shutil
from decimal import Decimal

import pytest

from workbench.metrics.catalogue import CATALOGUE, is_state
from workbench.metrics.cutting import is_cut
from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.snapshots.kept_cut import open_cut
from workbench.snapshots.where import Where
from workbench.sources.workspace import open_workspace

KEYS = [key for key in CATALOGUE if is_cut(key)]

# Ana and Bo share S, worth 100; Ana won A alone, lost B, and still works on C.
DEALS = """
    deal_id,rep_id,name,pipeline,stage,amount,is_closed,is_won,created_on,close_on
    S,ana,Shared,big,won,100,true,true,2026-06-01,2026-08-01
    A,ana,Alone,small,won,40,true,true,2026-07-01,2026-07-11
    B,ana,Lost,small,lost,60,true,false,2026-07-01,2026-09-30
    C,ana,Open,small,offer,30,false,false,2026-09-01,2026-10-15
    E,bo,Earlier,small,won,70,true,true,2026-01-01,2026-02-01
"""
SPLITS = "deal_id,rep_id,share\nS,ana,0.6\nS,bo,0.4\n"


@pytest.fixture(scope="module")
def small(read_company):
    made = read_company(DEALS, deal_splits=SPLITS)
    cut = open_cut(made.freeze(), made.workspace)
    cut.q3 = made.workspace.calendar.period("2026-Q3")
    cut.q1 = made.workspace.calendar.period("2026-Q1")
    return cut


@pytest.fixture(scope="module")
def demo(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("cut") / "demo"
    workspace = open_workspace(shutil.copytree(shipped, folder))
    return workspace, open_snapshot(workspace)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["2026-Q3", "2025-11", "2024-H1"])
def test_of_all_deals_it_gives_the_facts_to_the_last_digit(demo, name):
    workspace, snapshot = demo
    period, cut = workspace.calendar.period(name), open_cut(snapshot, workspace)
    managers = {row["manager_id"] for row in snapshot.table("reps").to_pylist()}
    facts = [
        row
        for row in period_facts(snapshot, workspace, period).facts.to_pylist()
        if not row["by"] and row["rep_id"] not in managers and row["metric"] in KEYS
    ]
    found = {key: cut.by_rep(key, period, Where()) for key in KEYS}

    assert len(facts) == 22 * len(KEYS)
    is_past = period.last_day < snapshot.as_of  # a cut tells how things stand today
    for row in facts:
        if is_past and is_state(row["metric"]):
            continue
        told = found[row["metric"]].get(row["rep_id"]) or cut.nothing(row["metric"])
        names = ("value", "numerator", "denominator", "n", "low", "high", "reason")
        assert [getattr(told, each) for each in names] == [row[each] for each in names], row


def added(rows, column):
    return sum((row[column] for row in rows if row[column] is not None), Decimal(0))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("reps", [None, ("ana",)])
def test_a_figure_of_a_cut_opens_to_rows_that_add_up_to_it(small, key, reps):
    where = Where(reps=reps)
    whole, (rows, n) = small.whole(key, small.q3, where), small.opened(key, small.q3, where, 99)

    assert len(rows) == n
    if whole.value is not None:
        assert sum(row["in_n"] for row in rows) == whole.n
        assert whole.numerator in (None, added(rows, "to_numerator"))
        assert whole.denominator in (None, added(rows, "to_denominator"))


def test_an_opened_cut_lists_the_rows_that_count_first_and_a_shared_deal_once(small):
    rows, n = small.opened("win_rate", small.q3, Where(), most=2)

    assert [(row["deal_id"], row["in_numerator"]) for row in rows] == [("S", True), ("A", True)]
    assert n == 3


def test_a_shared_deal_counts_once_in_the_whole_and_for_each_rep(small):
    each = small.by_rep("won_revenue", small.q3, Where())

    assert small.whole("won_deals", small.q3, Where()).value == 2
    assert small.whole("won_revenue", small.q3, Where()).value == 140
    assert {rep: found.value for rep, found in each.items()} == {"ana": 60 + 40, "bo": 40}


@pytest.mark.parametrize(
    ("where", "won"),
    [
        (Where(segment="small"), 1),
        (Where(reps=("bo",)), 1),
        (Where(reps=("bo", "who left before any deal")), 1),
        (Where(reps=("who left before any deal",)), 0),
        (Where(reps=()), 0),
        (Where(days=(0, 10)), 1),
        (Where(amount=(Decimal(41), Decimal(60))), 1),
        (Where(amount=(Decimal("4E+1"), Decimal("1E+2"))), 2),
        (Where(segment="small' OR true --"), 0),
    ],
    ids=[
        "segment",
        "rep",
        "one known",
        "none known",
        "nobody",
        "days",
        "amount",
        "power of ten",
        "hostile",
    ],
)
def test_a_choice_leaves_only_the_deals_that_answer_it(small, where, won):
    assert small.whole("won_deals", small.q3, where).value == won


@pytest.mark.parametrize(
    "reps", [("ana", "cy"), ("cy", "bo", "ana"), ("bo",), ("ana", "bo", "ana")]
)
def test_some_reps_have_the_deals_of_each_of_them(company, reps):
    rows = "".join(
        f"{rep}{n},{rep},true,true,2026-08-01\n" for rep in ("ana", "bo", "cy") for n in (1, 2)
    )
    made = company(
        f"deal_id,rep_id,is_closed,is_won,close_on\n{rows}", reps="rep_id,name\nana,A\nbo,B\ncy,C\n"
    )
    cut = open_cut(made.freeze(), made.workspace)
    found = cut.by_rep("won_deals", made.workspace.calendar.period("2026-Q3"), Where(reps=reps))

    assert {rep: told.value for rep, told in found.items()} == dict.fromkeys(reps, 2)


def test_of_no_deals_a_count_is_0_and_a_rate_is_absent(small):
    nobody = Where(segment="none")

    assert small.whole("won_revenue", small.q3, nobody).value == 0
    assert small.whole("win_rate", small.q3, nobody).value is None
    assert small.whole("win_rate", small.q3, nobody).reason == "no_closed_deals"


def test_a_course_is_the_whole_of_each_period(small):
    course = small.course("won_revenue", [small.q1, small.q3], Where())

    assert [found.value for found in course] == [70, 140]


def test_the_rows_listed_add_up_to_the_figure(small):
    rows = small.deals.rows(small.q3, Where(), ("won",))

    assert [(row["deal_id"], row["rep_id"], row["amount"]) for row in rows] == [
        ("S", "ana", 60), ("A", "ana", 40), ("S", "bo", 40)
    ]  # fmt: skip
    counted = small.deals.counted(small.q3, Where(), ("won",))
    assert counted == {"n": 3, "known": 3, "placed": 3, "total": 140}


def test_what_closed_and_what_is_open_count_together(small):
    counted = small.deals.counted(small.q3, Where(reps=("ana",)), ("won", "lost", "open"))

    assert counted == {"n": 4, "known": 4, "placed": 4, "total": 60 + 40 + 60 + 30}
    assert small.deals.counted(small.q3, Where(segment="none"), ("open",))["total"] is None


def test_a_map_places_each_open_deal_or_says_how_many_it_cannot(small):
    (spot,) = small.deals.points(Where(), (10, 10), 100)

    assert (spot["days"], spot["amount"], spot["name"], spot["late"]) == (29, 30, "Open", 0)
    assert small.deals.unplaced(Where()) == 0


def test_many_open_deals_share_cells_and_none_is_lost(small):
    spots = small.deals.points(Where(), (10, 10), 0)

    assert sum(spot["n"] for spot in spots) == 1


def test_without_close_dates_it_says_what_is_missing(company):
    made = company("deal_id,rep_id,amount,is_closed,is_won\nA,ana,40,true,true\n")
    cut = open_cut(made.freeze(), made.workspace)

    assert cut.whole("win_rate", made.workspace.calendar.period("2026-Q3"), Where()).value is None
    assert cut.nothing("win_rate").reason == "column_missing"
