"""docs/privacy.md tells who adds, reads and ends a line of a register; the rules say the same."""

from datetime import date
from itertools import product

import pytest
from test_table import is_refused
from written_table import table

from workbench.store import Actor
from workbench.store.line import REGISTERS, Line
from workbench.store.register_rules import (
    as_told,
    may_end,
    may_read_line,
    require_add,
    require_end,
)

LED = {Actor("mia", "manager"): {"ana"}, Actor("kim", "manager"): {"bo"}}
DESKS = {"pat": ("presales", "售前"), "zoe": ("service", "")}
PEOPLE = {
    "rep": [Actor("ana", "rep")],
    "owner": [Actor("own", "rep")],
    "maker": [Actor("mad", "rep")],
    "manager": [Actor("mia", "manager")],
    "sales ops": [Actor("O1", "sales_ops")],
    "HR": [Actor("H1", "hr")],
    "another rep": [Actor(name, "rep") for name in ("bo", "mia", "")],
    "another manager": [Actor(name, "manager") for name in ("kim", "max")],
    "finance": [Actor(name, "finance") for name in ("F1", "own", "ana", "mad", "mia")],
    "support": [Actor(name, "support") for name in ("S1", "ana", "mad", "mia", "zoe", "")],
    "support asked": [Actor(name, "support") for name in ("own", "pat")],
    "program": [Actor.program(name) for name in ("awards", "own", "ana")],
}


def line(register):
    return Line(
        register=register, what="x", rep_id="ana", owner="own", made_by="mad", grounds="y",
        due_on=date(2026, 9, 1), about={"desk": "presales", "value": "0.61", "period": "2026-Q3"},
    )  # fmt: skip


def cell(actor, told):
    led, desks = LED.get(actor, set()), DESKS.get(actor.person_id, ())
    assert is_refused(require_end, actor, told, desks) != may_end(actor, told, desks)
    return (
        "a" * (not is_refused(require_add, actor, told, led))
        + "r" * may_read_line(actor, told, led, desks)
        + "e" * may_end(actor, told, desks)
    ) or "–"


def test_a_line_is_added_read_and_ended_as_the_table_tells():
    told = table("Registers")
    found = {
        (about, who, register): {cell(actor, line(register)) for actor in PEOPLE[who]}
        for about, who, register in told
    }

    assert set(told) == set(product(["a rep"], PEOPLE, REGISTERS))
    assert {key: found[key] for key in told if found[key] != {told[key]}} == {}


@pytest.mark.parametrize("register", REGISTERS)
def test_the_own_work_is_praised_and_awarded_by_others(register):
    for role in ("rep", "manager", "sales_ops", "hr"):
        refused = is_refused(require_add, Actor("ana", role), line(register), set())
        is_given = register in ("praise", "award", "reward")
        assert refused == (is_given or role not in REGISTERS[register].made_by)


@pytest.mark.parametrize("register", ["award", "reward", "case"])
def test_figures_of_others_are_read_by_those_who_lead_and_the_program_that_counts(register):
    for who, actors in PEOPLE.items():
        for actor in actors:
            is_theirs = actor.person_id in ("ana", "own", "mad")
            is_cut = actor.role in ("rep", "support") and not is_theirs
            told = {"period": "2026-Q3"} if is_cut else line(register).about
            assert as_told(actor, line(register)).about == told, who


def test_a_request_is_told_whole_to_who_answers_it():
    asked = line("support")

    assert as_told(Actor("pat", "support"), asked) == asked


def test_a_line_without_an_owner_is_ended_by_who_made_it():
    told = Line(register="activity", what="x", made_by="mad", due_on=date(2026, 9, 1))

    assert may_end(Actor("mad", "rep"), told)
    assert not may_end(Actor("own", "rep"), told)
    assert not may_end(Actor("", "rep"), told)
