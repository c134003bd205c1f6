"""Small registers: what a line needs, who adds, who reads, who ends it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from desk import ANA, BO, HR, MIA, OPS, begin

from workbench.errors import ConflictError, ParameterError, RefusedError, UnknownNameError
from workbench.store import Actor
from workbench.store.registers import Line, add_line, end_line, lines_of, mark_read, readers

DAY = date(2026, 10, 20)
HELP = Line(
    register="support", what="A demo for <b>Acme</b>", rep_id="ana", owner="pre", due_on=DAY
)
PRAISE = Line(register="praise", what="谢谢 🙂", rep_id="ana", grounds="took over two calls")
AWARD = replace(PRAISE, register="award", grounds="highest attainment, at least 5 deals")
NEWS = Line(register="announcement", what="Goals of Q4")
OTHER = Actor("max", "manager")


@pytest.fixture
def opened(store):
    begin(store)
    return store


def test_a_request_is_answered_by_its_owner_once(opened):
    made = add_line(opened, ANA, HELP)
    assert made.is_overdue(DAY + timedelta(days=1))
    assert not made.is_overdue(DAY)
    with pytest.raises(RefusedError, match="pre can"):
        end_line(opened, ANA, made.line, "done")
    done = end_line(opened, Actor("pre", "rep"), made.line, "shown on the 12th")

    assert lines_of(opened, ANA, "support") == [done]
    assert done.what == HELP.what
    assert done.handling is not None
    assert not done.is_overdue(DAY + timedelta(days=1))
    with pytest.raises(ConflictError, match="already"):
        end_line(opened, HR, made.line, "again")


def test_a_request_is_read_by_who_it_concerns(opened):
    made = add_line(opened, ANA, HELP)

    for actor in (ANA, MIA, HR, OPS, Actor("pre", "rep")):
        assert lines_of(opened, actor, "support") == [made], actor
    for actor in (BO, OTHER):
        assert lines_of(opened, actor, "support", "ana") == [], actor


def test_praise_and_awards_are_for_all_to_see_with_their_grounds(opened):
    praise, award = add_line(opened, BO, PRAISE), add_line(opened, HR, AWARD)

    assert lines_of(opened, BO, "praise") == [praise]
    assert lines_of(opened, BO, "award") == [award]


@pytest.mark.parametrize(
    ("actor", "line", "reason"),
    [
        (ANA, replace(HELP, owner=""), ParameterError),
        (ANA, replace(HELP, what=" "), ParameterError),
        (HR, replace(AWARD, grounds=""), ParameterError),  # no award without its rule
        (HR, replace(AWARD, register="prize"), UnknownNameError),
        (BO, HELP, RefusedError),  # in another's name
        (OTHER, HELP, RefusedError),  # leads others
        (BO, AWARD, RefusedError),
        (ANA, PRAISE, RefusedError),  # the own work
        (ANA, NEWS, RefusedError),
    ],
)
def test_what_is_no_line_is_refused_and_nothing_is_kept(opened, actor, line, reason):
    with pytest.raises(reason):
        add_line(opened, actor, line)
    for register in ("support", "praise", "award", "announcement"):
        assert lines_of(opened, HR, register) == []


def test_an_announcement_knows_who_has_read_it(opened):
    made = add_line(opened, OPS, NEWS)
    for actor in (ANA, BO, ANA):
        mark_read(opened, actor, made.line)

    assert readers(opened, OPS, made.line) == ["ana", "bo"]
    with pytest.raises(RefusedError):
        readers(opened, ANA, made.line)
