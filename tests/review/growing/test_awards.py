"""Awards of a tiny company: who is proposed, who grants, and that a grant can be proven."""

from dataclasses import replace

import pytest

from workbench.errors import ParameterError, RefusedError, UnknownNameError, WorkspaceError
from workbench.review.growing.awards import grant, proposals, prove
from workbench.review.growing.book import load_book
from workbench.review.growing.recognition import overlooked_board, recognition_board
from workbench.review.growing.rule_text import rule_text
from workbench.store import Actor
from workbench.store.registers import Line, add_line, lines_of

MIA, HR, ANA = Actor("mia", "manager"), Actor("H", "hr"), Actor("ana", "rep")
BO = Actor("bo", "rep")


def test_ten_deals_beat_one_lucky_one(made, desk_of):
    ((_award, found),) = proposals(desk_of(made()), HR, "2026-Q3", "champion")

    # Bo reached 180 % by one deal, Ana 120 % by ten
    assert found.candidates == ("ana",)
    bo = next(each for each in found.ranked if each.rep_id == "bo")
    assert (str(bo.value), bo.n) == ("1.8000000000", 1)
    assert {bar.rep_id: bar.reason for bar in found.barred} == {"flo": "too_new"}


def test_a_grant_carries_rule_figure_and_hash_and_comes_out_again(made, desk_of):
    desk = desk_of(made())
    line = grant(desk, MIA, "champion", "ana", "2026-Q3")

    assert line.grounds == rule_text(load_book(desk.workspace.folder).award[0], "en")
    assert (line.about["value"], line.about["n"], line.about["period"]) == (
        "1.2000000000", 10, "2026-Q3",
    )  # fmt: skip
    assert prove(desk, MIA, line.line).is_same
    (reward,) = lines_of(desk.store, MIA, "reward")
    assert (reward.what, reward.rep_id) == ("A seat at a fair", "ana")


def test_a_grant_is_proven_by_the_rule_it_was_given_by(made, desk_of):
    company = made()
    desk = desk_of(company)
    line = grant(desk, HR, "champion", "ana", "2026-Q3")
    text = (company.folder / "growth.toml").read_text(encoding="utf-8")
    (company.folder / "growth.toml").write_text(text.replace("strength = 8", "strength = 1"))

    assert prove(desk_of(company), HR, line.line).is_same


def test_praise_that_came_later_shows_in_the_hash(made, desk_of):
    desk = desk_of(made())
    add_line(desk.store, BO, praise("ana"))
    line = grant(desk, HR, "mate", "ana", "2026-Q3", "for the two visits")
    add_line(desk.store, BO, praise("cy"))

    assert not prove(desk, HR, line.line).is_same


def test_the_rule_proposes_and_a_person_grants_another_with_a_reason(made, desk_of):
    desk = desk_of(made())
    with pytest.raises(ParameterError, match="Say why"):
        grant(desk, MIA, "champion", "bo", "2026-Q3")
    line = grant(desk, MIA, "champion", "bo", "2026-Q3", "took over two teams in August")

    assert (line.about["is_proposed"], line.about["reason"]) == (
        False, "took over two teams in August",
    )  # fmt: skip


@pytest.mark.parametrize("actor", [ANA, Actor("mia", "finance")])
def test_who_leads_nobody_sees_and_grants_nothing(made, desk_of, actor):
    desk = desk_of(made())
    for act in (
        lambda: proposals(desk, actor, "2026-Q3"),
        lambda: grant(desk, actor, "champion", "bo", "2026-Q3"),
        lambda: overlooked_board(desk, actor, desk.workspace.calendar.period("2026-Q3")),
    ):
        with pytest.raises(RefusedError, match=rf"{actor.person_id} \({actor.role}\)"):
            act()
    with pytest.raises(UnknownNameError, match="'champion'"):
        proposals(desk, HR, "2026-Q3", "champio")
    with pytest.raises(ParameterError, match="one of a quarter"):
        proposals(desk, HR, "2026-09", "champion")


def test_the_winner_of_the_period_before_waits_where_the_rule_says_so(made, desk_of):
    company = made()
    text = (company.folder / "growth.toml").read_text(encoding="utf-8")
    waiting = text.replace("strength = 8", "strength = 8\npause = 1")
    (company.folder / "growth.toml").write_text(waiting, encoding="utf-8")
    desk = desk_of(company)
    before = Line(
        register="award", what="x", rep_id="ana", grounds="rule",
        about={"award": "champion", "period": "2026-Q2"},
    )  # fmt: skip
    add_line(desk.store, HR, before)
    add_line(desk.store, HR, replace(before, rep_id="cy", about={**before.about, "award": "mate"}))
    ((_award, found),) = proposals(desk, HR, "2026-Q3", "champion")

    assert {bar.rep_id: bar.reason for bar in found.barred} == {
        "ana": "won_lately",
        "flo": "too_new",
    }


def test_a_manager_sees_the_candidates_and_the_own_team_alone(made, desk_of):
    desk = desk_of(made())
    span = desk.workspace.calendar.period("2026-Q3")
    shown = recognition_board(desk, Actor("max", "manager"), span, "champion")

    assert [row[0] for row in shown.rows()] == ["Ana", "Di", "Ed", "Flo"]
    assert "2 reps of other teams are not shown" in shown.text()
    assert "Bo" not in shown.text()
    everybody = recognition_board(desk, HR, span, "champion")
    assert {row[0] for row in everybody.rows()} == {"Ana", "Bo", "Cy", "Di", "Ed", "Flo"}
    assert "too new: hired on 2026-08-20" in everybody.text()


def test_a_rep_reads_of_anothers_award_no_figure(made, desk_of):
    desk = desk_of(made())
    grant(desk, HR, "champion", "ana", "2026-Q3")
    ((mine,), (theirs,)) = (lines_of(desk.store, actor, "award") for actor in (ANA, BO))

    assert mine.about["value"] == "1.2000000000"
    assert {"value", "n", "ranked_by", "hash"} & set(theirs.about) == set()


def test_who_was_thanked_is_not_overlooked_nor_who_is_new(made, desk_of):
    desk = desk_of(made())
    add_line(desk.store, BO, praise("ana"))
    shown = overlooked_board(desk, HR, desk.workspace.calendar.period("2026-Q3"))

    # Flo came in August. A quota met speaks for Bo
    assert [row[0] for row in shown.rows()] == ["Bo", "Cy", "Di", "Ed"]
    assert "180.0%" in shown.rows()[0][2]


WRONG = {
    'figure = "attainmint"': "award 1 figure",
    "fewest = many": "not TOML",
    "smallest = 3": "has no use for award 1 smallest",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_mistake_in_growth_toml_names_file_and_place(tmp_path, line):
    text = '[[award]]\nkey = "a"\nlabel = { zh = "甲", en = "A" }\nevery = "month"\n'
    kept = text + ('figure = "attainment"\n' if "figure" not in line else "") + line + "\n"
    (tmp_path / "growth.toml").write_text(kept, encoding="utf-8")

    with pytest.raises(WorkspaceError) as told:
        load_book(tmp_path)
    assert "growth.toml" in str(told.value)
    assert WRONG[line] in str(told.value)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ('metric = "win_rat"\nat_least = 1', "Did you mean 'win_rate'"),
        ('metric = "win_rate"', "at_least or at_most"),
        ('metric = "past_due_share"\nat_most = 1', "how things stand today"),
        ('skill = "x"', "needs level"),
        ('months = 3\ncourse = "x"', "asks course and months"),
        ("months = 3\nquarters = 2\ntimes = 3", "times is at most"),
    ],
)
def test_an_expectation_asks_one_thing_that_can_be_told(tmp_path, asked, said):
    head = '[[level]]\nkey = "a"\nlabel = { zh = "甲", en = "A" }\n[[level.expects]]\n'
    label = 'label = { zh = "乙", en = "B" }\n'
    (tmp_path / "growth.toml").write_text(head + label + asked, encoding="utf-8")

    with pytest.raises(WorkspaceError, match="level 1 expects 1") as told:
        load_book(tmp_path)
    assert said in str(told.value)


def test_a_workspace_takes_list_by_list_what_it_does_not_name(tmp_path):
    text = '[[desk]]\nkey = "a"\nlabel = { zh = "甲", en = "A" }\n'
    (tmp_path / "growth.toml").write_text(text, encoding="utf-8")
    found = load_book(tmp_path)

    assert [desk.key for desk in found.desk] == ["a"]
    assert found.award == load_book().award


def praise(rep_id):
    return Line(register="praise", what="thanks", rep_id=rep_id, grounds="came along twice")
