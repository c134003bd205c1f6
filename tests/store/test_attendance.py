"""Team activities: who took part, noted by whom, seen by whom."""

from dataclasses import replace
from datetime import date

import pytest
from desk import ANA, BO, HR, MIA, OPS, begin

from workbench.errors import ParameterError, RefusedError, UnknownNameError
from workbench.store import open_store
from workbench.store.attendance import attended, note_attendance
from workbench.store.exchange import export_lines, import_lines
from workbench.store.registers import Line, add_line, lines_of

WALK = Line(register="activity", what="徒步", due_on=date(2026, 8, 1), about={"team": "north"})


@pytest.fixture
def opened(store):
    begin(store)
    return store


def test_who_took_part_is_noted_once(opened):
    walk = add_line(opened, MIA, WALK)

    assert note_attendance(opened, MIA, walk.line, ["ana", "bo", "ana"]) == ["ana", "bo"]
    assert note_attendance(opened, HR, walk.line, ["bo", "cy"]) == ["cy"]
    assert attended(opened, MIA) == {walk.line: {"ana", "bo", "cy"}}


def test_a_rep_notes_and_sees_the_own_part(opened):
    walk = add_line(opened, MIA, WALK)
    note_attendance(opened, BO, walk.line, ["bo"])
    note_attendance(opened, ANA, walk.line, ["ana"])
    with pytest.raises(RefusedError, match="not bo's"):
        note_attendance(opened, ANA, walk.line, ["ana", "bo"])

    assert attended(opened, ANA) == {walk.line: {"ana"}}
    assert attended(opened, HR) == {walk.line: {"ana", "bo"}}


def test_who_set_an_activity_up_notes_everybody(opened):
    walk = add_line(opened, ANA, WALK)

    assert note_attendance(opened, ANA, walk.line, ["bo"]) == ["bo"]


def test_only_an_activity_is_attended(opened):
    news = add_line(opened, HR, Line(register="announcement", what="x"))

    with pytest.raises(ParameterError, match="a line of announcement"):
        note_attendance(opened, HR, news.line, ["ana"])
    with pytest.raises(UnknownNameError):
        note_attendance(opened, HR, "no", ["ana"])


@pytest.mark.parametrize(
    "line",
    [
        Line(register="mentoring", what="weekly", rep_id="ana", owner="bo"),
        Line(register="reward", what="a fair", rep_id="ana", grounds="champion"),
    ],
)
def test_a_rep_neither_pairs_people_nor_gives_rewards(opened, line):
    made = add_line(opened, MIA, line)
    with pytest.raises(RefusedError):
        add_line(opened, BO, replace(line, rep_id="cy"))
    with pytest.raises(RefusedError):
        add_line(
            opened, replace(MIA, person_id="ana"), replace(line, register="reward", grounds="x")
        )

    assert made in lines_of(opened, MIA, line.register)


def test_mentoring_is_seen_by_the_two_and_who_leads(opened):
    made = add_line(
        opened, MIA, Line(register="mentoring", what="weekly", rep_id="ana", owner="cy")
    )

    for actor in (ANA, MIA, HR, replace(ANA, person_id="cy")):
        assert lines_of(opened, actor, "mentoring") == [made]
    assert lines_of(opened, BO, "mentoring") == []


def test_what_a_line_is_about_goes_out_and_comes_back(opened, tmp_path):
    walk = add_line(opened, MIA, WALK)
    note_attendance(opened, MIA, walk.line, ["ana"])
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    import_lines(other, OPS, export_lines(opened, OPS))

    assert lines_of(other, ANA, "activity") == [walk]
    assert attended(other, HR) == {walk.line: {"ana"}}
    other.engine.dispose()


def test_an_export_of_before_comes_in(opened, tmp_path):
    add_line(opened, MIA, replace(WALK, about={}))
    lines = [line.replace(', "about": "{}"', "") for line in export_lines(opened, OPS)]
    assert not any('"about"' in line for line in lines if '"table": "register"' in line)
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    import_lines(other, OPS, iter(lines))

    assert [line.about for line in lines_of(other, ANA, "activity")] == [{}]
    other.engine.dispose()
