"""docs/privacy.md tells who has which part in sessions and calibrations; the rules say the same."""

from datetime import date, datetime
from itertools import product

from test_table import is_refused
from written_table import PEOPLE, table

from workbench.store import Actor
from workbench.store.coaching.rules import (
    Session,
    is_of,
    may_read,
    may_write,
    require_lead,
    require_part,
    require_prepare,
    require_write,
)
from workbench.store.rules import Subject, may_audit, may_calibrate
from workbench.store.table_rules import may_meet, require_calibrate, require_meet

BEGUN = datetime(2026, 9, 1, 9)


def session(**told):
    return Session("ana", 1, "mia", "2026-Q3", date(2026, 9, 1), **told)


SESSIONS = {
    "prepared": session(),
    "running": session(begun_at=BEGUN),
    "held": session(state="held", begun_at=BEGUN),
    "held and shared": session(state="held", begun_at=BEGUN, visibility="shared"),
    "skipped": session(state="skipped"),
}
# Above the manager or in their place, one is a stranger to the talks of the two
TALKING = {
    who: actors + ([*PEOPLE["delegate"], *PEOPLE["upper manager"]] * (who == "another manager"))
    for who, actors in PEOPLE.items()
    if who not in ("delegate", "upper manager")
}
SIDES = ("shared", "manager", "own notes", "notes of others")
LEADS = {"mia", "lea", "tim"}
SITTING = {**PEOPLE, "at the table": [Actor("tim", "manager")]}


def cell(actor, held, side):
    if side == "own notes":
        told = may_read(actor, held, "private", actor.person_id), may_write(actor, held, "private")
    elif side == "notes of others":
        told = may_read(actor, held, "private", "somebody"), False
    else:
        told = may_read(actor, held, side), may_write(actor, held, side)
        assert is_refused(require_write, actor, held, side) != told[1]
    return "r" * told[0] + "w" * told[1] or "–"


def differing(told, found):
    return {key: found[key] for key in told if found[key] != {told[key]}}


def test_a_session_is_read_written_and_led_as_the_table_tells():
    told = table("Coaching sessions")
    acts = {
        "know of it": lambda actor, held: bool(is_of(actor, held)),
        "lead it": lambda actor, held: not is_refused(require_lead, actor, held),
    }
    found = {
        (what, who, state): {
            ("yes" if acts[what](actor, SESSIONS[state]) else "–")
            if what in acts
            else cell(actor, SESSIONS[state], what)
            for actor in TALKING[who]
        }
        for what, who, state in told
    }

    assert set(told) == set(product((*SIDES, *acts), TALKING, SESSIONS))
    assert differing(told, found) == {}


def test_who_has_no_part_in_a_session_is_refused():
    for who, state in product(TALKING, SESSIONS):
        for actor in TALKING[who]:
            held = SESSIONS[state]
            assert is_refused(require_part, actor, held) != bool(is_of(actor, held))


def test_a_session_is_prepared_by_the_two_who_will_sit_in_it():
    for who, actors in TALKING.items():
        for actor in actors:
            assert is_refused(require_prepare, actor, "ana", "mia") != (who in ("rep", "manager"))
    for role in ("rep", "manager", "hr"):
        assert is_refused(require_prepare, Actor("", role), "", "")


def test_a_session_that_runs_is_not_shared_yet_and_one_without_a_manager_is_nobodys():
    running = session(begun_at=BEGUN, visibility="shared")
    led_by_nobody = Session("ana", 1, "", "2026-Q3", date(2026, 9, 1))

    assert not may_read(PEOPLE["HR"][0], running, "shared")
    assert is_of(Actor("", "manager"), led_by_nobody) == ""


def subject(rep_id):
    return Subject("2026-Q3:quarterly", rep_id, "mia", "lea", "calibration", ("max", "gil"))


def test_views_are_given_and_the_meeting_held_as_the_table_tells():
    told = table("Views of a calibration")
    acts = {
        "give a view": may_calibrate,
        "take part in the meeting": lambda actor, _subject, leads: may_meet(actor, leads),
        "open the fairness pack": lambda actor, _subject, _leads: may_audit(actor),
    }
    whom = {
        "on a rep": (subject("ana"), LEADS),
        "on who leads reviews": (subject("ana"), {*LEADS, "ana"}),
    }
    found = {
        (act, who, on): {
            "yes" if acts[act](actor, *whom[on]) else "–"
            for actor in SITTING[who]
            if actor.person_id != "ana" or actor.role != "manager"  # is at the table there
        }
        for act, who, on in told
    }

    assert set(told) == set(product(acts, SITTING, whom))
    assert differing(told, found) == {}


def test_who_gives_no_view_or_is_not_at_the_table_is_refused():
    for actors in SITTING.values():
        for actor in actors:
            may = may_calibrate(actor, subject("ana"), LEADS)
            assert is_refused(require_calibrate, actor, subject("ana"), LEADS) != may
            assert is_refused(require_meet, actor, LEADS) != may_meet(actor, LEADS)


def test_a_signed_review_needs_no_view():
    for stage in ("appeal", "closed"):
        signed = Subject("2026-Q3:quarterly", "ana", "mia", "lea", stage)
        assert is_refused(require_calibrate, PEOPLE["manager"][0], signed, LEADS)
