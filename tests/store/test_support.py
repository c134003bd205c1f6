"""Support reads the requests addressed to it, answers them, and does nothing else."""

from datetime import date

import pytest
from desk import ANA, HR, begin

from workbench.errors import RefusedError
from workbench.store import Actor
from workbench.store.registers import Line, add_line, end_line, lines_of

PAT = Actor("pat", "support")
DESKS = ("presales", "售前", "Pre-sales")


@pytest.fixture
def asked(store):
    """Requests to pat, to the desk by its key or its name, to a colleague, and to another desk."""
    begin(store)
    told = {}
    for what, owner, desk in (
        ("to pat", "pat", ""),
        ("to the desk", "max", "presales"),
        ("by its name", "售前", ""),
        ("to max", "max", ""),
        ("elsewhere", "kim", "service"),
    ):
        line = Line(
            register="support", what=what, rep_id="ana", owner=owner, due_on=date(2026, 9, 1),
            about={"desk": desk} if desk else {},
        )  # fmt: skip
        told[what] = add_line(store, ANA, line).line
    return store, told


def seen(store, actor, register="support", desks=()):
    return {line.what for line in lines_of(store, actor, register, desks=desks)}


def test_what_is_addressed_to_them_or_their_desk_is_read_and_no_other(asked):
    store, _ids = asked

    assert seen(store, PAT) == {"to pat"}
    assert seen(store, PAT, desks=DESKS) == {"to pat", "to the desk", "by its name"}
    assert seen(store, Actor("ana", "support"), desks=("",)) == set()  # who asked, in that role


def test_a_desk_gives_no_other_role_anything(asked):
    store, ids = asked
    for role in ("rep", "manager", "finance"):
        actor = Actor("pat", role)
        assert "to the desk" not in seen(store, actor, desks=DESKS)
        with pytest.raises(RefusedError, match="max can"):
            end_line(store, actor, ids["to the desk"], "done", desks=DESKS)


def test_they_answer_what_they_read_and_no_other(asked):
    store, ids = asked
    for what in ("to the desk", "to max", "elsewhere"):
        with pytest.raises(RefusedError, match="pat cannot end this"):
            end_line(store, PAT, ids[what], "done")
    ended = end_line(store, PAT, ids["to the desk"], "two demos", desks=DESKS)
    end_line(store, PAT, ids["to pat"], "sent")

    assert (ended.outcome, ended.ended_by) == ("two demos", "pat")


def test_a_line_of_another_register_is_not_a_request(store):
    mentored = Line(register="mentoring", what="calls", rep_id="ana", owner="pat",
                    about={"desk": "presales"})  # fmt: skip
    line = add_line(store, HR, mentored).line
    with pytest.raises(RefusedError, match="pat cannot end this"):
        end_line(store, PAT, line, "done", desks=DESKS)

    assert seen(store, PAT, "mentoring", DESKS) == set()


def test_of_others_awards_support_reads_no_figures(store):
    add_line(
        store, HR,
        Line(register="award", what="Most helpful", rep_id="ana", grounds="rule",
             about={"period": "2026-Q3", "value": "0.61"}),
    )  # fmt: skip
    (award,) = lines_of(store, PAT, "award")

    assert award.about == {"period": "2026-Q3"}
