"""The sheet of the next level: facts and gaps, no verdict, and silence where nothing is known."""

import pytest

from workbench.errors import RefusedError
from workbench.review.growing.readiness import readiness_of
from workbench.review.growing.team import open_team
from workbench.review.review import open_review
from workbench.store import Actor
from workbench.store.registers import Line, add_line

TRAININGS = """
rep_id,course,status,completed_on
ana,talk,completed,2026-07-20
cy,talk,enrolled,
"""
ASSIGNMENTS = """
rep_id,start_on,end_on,manager_id,level
ana,2020-01-01,2025-01-01,mia,L1
ana,2025-01-01,,mia,L1
bo,2020-01-01,2026-06-01,mia,L0
bo,2026-06-01,,mia,L1
"""


def sheet(made, rep_id, **tables):
    review = open_review(rep_id, "2026-Q3", str(made(**tables).folder), lang="en")
    found = readiness_of(review)
    return {each.label: (each.fact, each.gap, each.state) for each in found.criteria}


def test_each_criterion_stands_beside_its_fact_and_gap(made):
    found = sheet(made, "ana", trainings=TRAININGS, assignments=ASSIGNMENTS)

    # 120 % in Q3 and 0 % in three quarters before: one of the two asked is there
    fact, gap, state = found["Meets the quota"]
    assert fact == "25-Q4 0.0%, 26-Q1 0.0%, 26-Q2 0.0%, 26-Q3 120.0% (1 of 4)"
    assert (gap, state) == ("one quarter", "open")
    # since 1 January 2020, over two assignments of one level: 80 whole months to 30 September
    assert found["Time"] == ("80 months, since 1 Jan 2020", "20 months", "open")
    assert found["Course"] == ("20 Jul 2026", "—", "met")
    assert found["Skill"] == ("—", "not rated by the manager yet, or not shared yet", "unknown")
    assert found["Colleagues"] == ("0", "one colleague", "open")
    assert found["Wants to"][2] == "people"


def test_time_begins_anew_with_a_level(made):
    found = sheet(made, "bo", assignments=ASSIGNMENTS)

    assert found["Time"][0] == "3 months, since 1 Jun 2026"


def test_what_no_table_tells_is_unknown_and_not_short(made):
    assert sheet(made, "ana")["Course"] == ("—", "no trainings are on record", "unknown")


def test_quarters_without_a_figure_are_unknown_not_missed(made):
    # No quota before Q3: three quarters unknown, so two of four may still be there
    quotas = "rep_id,metric,start_on,end_on,target\nana,won_revenue,2026-07-01,2026-10-01,100\n"
    fact, _gap, state = sheet(made, "ana", quotas=quotas)["Meets the quota"]

    assert fact.endswith("(1 of 1)")
    assert state == "unknown"


def test_help_is_counted_over_the_quarters(made):
    splits = "deal_id,rep_id,share\nbo0,bo,0.7\nbo0,ana,0.3\n"

    assert sheet(made, "ana", deal_splits=splits)["Colleagues"] == ("1", "—", "met")


@pytest.mark.parametrize(
    ("rep_id", "said"),
    [
        ("ed", "Director is the top of the ladder."),
        ("flo", "L9 is not a level of the company&#39;s ladder"),
        ("mia", "No level is on record yet"),
    ],
)
def test_where_there_is_no_next_level_one_line_says_so(made, rep_id, said):
    review = open_review(rep_id, "2026-Q3", str(made().folder), lang="en", surface="document")

    assert said in review.section("rating").html


def test_a_company_without_a_ladder_is_told_how_to_add_one(made):
    review = open_review("ana", "2026-Q3", str(made(growth="").folder), lang="en")

    assert "The company has no career ladder" in review.section("rating").html


def test_the_sheet_gives_no_verdict(made):
    html = open_review("ana", "2026-Q3", str(made().folder), lang="en").section("rating").html

    assert "Associate → Senior: 3 not yet, 2 not known, 1 for people" in html
    assert "people decide on a promotion" in html


def test_a_sheet_is_for_the_rep_and_who_leads_them(made):
    folder = str(made().folder)
    for actor in ("ana:rep", "mia:manager", "H:hr"):
        assert "Ana" in open_team("2026-Q3", folder, actor=actor, lang="en").readiness("ana").text()
    for actor in ("bo:rep", "max:manager", "mia:finance"):
        with pytest.raises(RefusedError):
            open_team("2026-Q3", folder, actor=actor, lang="en").readiness("ana")


def test_mentoring_and_praise_count_as_help(made, desk_of):
    company = made()
    desk = desk_of(company)
    add_line(desk.store, Actor("bo", "rep"), Line(
        register="praise", what="x", rep_id="ana", grounds="y"))  # fmt: skip
    add_line(desk.store, Actor("mia", "manager"), Line(
        register="mentoring", what="x", rep_id="cy", owner="ana"))  # fmt: skip
    review = open_review("ana", "2026-Q3", str(company.folder), lang="en")
    facts = {each.label: each.fact for each in readiness_of(review).criteria}

    assert facts["Colleagues"] == "2"
