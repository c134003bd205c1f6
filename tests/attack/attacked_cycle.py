"""The made company's reviews, written in and handed on until each stands where it is to stand."""

from datetime import date
from pathlib import Path

from attacked_company import (
    CYCLE,
    DELEGATE,
    FINANCE,
    HR,
    LEADS,
    MANAGER,
    OPS,
    PERIOD,
    STAND,
    STRANGER,
    Town,
    planted,
    write_files,
)

from workbench.model.calendar import Calendar
from workbench.review.coaching.agenda import NOTES
from workbench.review.cycle import opening
from workbench.review.cycle.desk import open_desk
from workbench.review.pay.running import Asked, make_run
from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.appeals import waive_window
from workbench.store.coaching.sessions import begin, prepare
from workbench.store.coaching.words import save_word
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.goals import Goal, save_goal
from workbench.store.inbox import ask
from workbench.store.pay.steps import approve_run, check_run
from workbench.store.registers import Line, add_line
from workbench.store.subjects import delegate

_DAY = date(2026, 12, 1)


def make_company(folder: Path, store_url: str) -> Town:
    """Write the files, freeze them, and walk every review to where it stands."""
    write_files(folder, store_url)
    freeze(open_workspace(folder), None)
    desk = open_desk(open_workspace(folder), "en")
    try:
        opening.begin(desk, OPS, PERIOD, reps=[*STAND, STRANGER])
        for rep_id, stage in {**STAND, STRANGER: "self_review"}.items():
            _walk(desk, rep_id, stage)
        _around(desk.store)
        run = make_run(desk.workspace, desk.store, OPS, Asked(PERIOD, reps=("R15", "R17")))
        check_run(desk.store, OPS, run)
        approve_run(desk.store, FINANCE, run)
    finally:
        desk.store.engine.dispose()
    return Town(folder, store_url)


def _walk(desk, rep_id, until):
    """Write and hand on, stage by stage, until a review stands where it is to stand."""
    rep, lead = Actor(rep_id, "rep"), Actor(LEADS.get(rep_id, MANAGER), "manager")
    if rep_id != STRANGER:
        delegate(desk.store, HR, CYCLE, rep_id, DELEGATE)
    for stage in ("data_check", "self_review", "manager_review", "calibration", "conversation",
                  "sign_off", "appeal", "closed"):  # fmt: skip
        _write(desk.store, stage, rep, lead)
        if stage == until:
            return
        if stage == "sign_off":
            desk.sign(rep, CYCLE, rep_id)
            desk.sign(lead, CYCLE, rep_id)
            continue
        if stage == "appeal":
            waive_window(desk.store, rep, CYCLE, rep_id)
        mover = {"calibration": HR, "appeal": HR, "data_check": rep, "self_review": rep}
        desk.advance(mover.get(stage, lead), CYCLE, rep_id)


def _write(store, stage, rep, lead):
    """Plant what each side writes once it may."""
    word = {side: planted(rep.person_id, side) for side in ("rep", "manager", "shared", "private")}
    if stage == "data_check":
        _put(store, rep, "highlights", "cases", "rep", word["rep"])
        _put(store, rep, "feedback", "upward", "private", word["private"])
        plan = [[word["shared"], "win_rate", "40%", _DAY.isoformat(), ""]]
        _put(store, rep, "plan", "actions", "shared", plan)
    if stage == "manager_review":
        rating = {"level": 3, "reason": word["manager"]}
        _put(store, lead, "rating", "rating", "manager", rating, rep.person_id)


def _put(store, actor, section, item, side, value, rep_id=""):
    place = Place(CYCLE, rep_id or actor.person_id, section, item, side)
    kept = read_entries(store, actor, CYCLE, place.rep_id).get((section, item, side))
    save_entry(store, actor, place, value, kept.version if kept else 0)


def _around(store):
    """Plant what is written beside the reviews: goals, a request, notes before a talk."""
    for rep_id in ("R12", STRANGER):
        rep, lead = Actor(rep_id, "rep"), Actor(LEADS.get(rep_id, MANAGER), "manager")
        goal = Goal(period=PERIOD, owner_id=rep_id, what=planted(rep_id, "goal"))
        save_goal(store, rep, goal)
        asked = planted(rep_id, "request")
        add_line(
            store,
            rep,
            Line(register="support", what=asked, rep_id=rep_id, owner="sup", due_on=_DAY),
        )
        talk = prepare(store, lead, rep_id, lead.person_id, PERIOD, _DAY)
        save_word(store, lead, talk, NOTES.key, "private", planted(rep_id, "note"), 0)
        save_word(store, rep, talk, NOTES.key, "private", planted(rep_id, "thought"), 0)
        begin(store, lead, talk)
        doubt = planted(rep_id, "question")
        ask(store, rep, (CYCLE, rep_id), "question", doubt, calendar=Calendar())
    colleague, word = Actor("R13", "rep"), planted("R12", "feedback")
    ask(store, colleague, (CYCLE, "R12"), "feedback", word, calendar=Calendar())
    place, word = (CYCLE, "R17"), planted("R17", "appeal")
    ask(store, Actor("R17", "rep"), place, "appeal", word, calendar=Calendar())
