"""Coaching sessions of the made company: two held, one skipped, one open, for two reps."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from workbench.i18n import Lang
from workbench.model.day import day_of
from workbench.review.coaching.agenda import load_agenda, side_of
from workbench.review.coaching.desk import CoachingDesk
from workbench.review.coaching.stuck import evidence_kept
from workbench.review.cycle.desk import Desk
from workbench.review.cycle.made_clock import Clock
from workbench.review.cycle.made_talks import TALKS
from workbench.review.person import person
from workbench.review.review import Review
from workbench.review.template import load_template
from workbench.store import Actor
from workbench.store.coaching.rules import Session
from workbench.store.coaching.sessions import prepare, stand_at
from workbench.store.coaching.words import carried, save_word

REPS: Mapping[str, Lang] = {"R01": "zh", "R13": "en"}
PERIOD = "2026-Q3"
HELD = (datetime(2026, 10, 8, 6), datetime(2026, 10, 22, 6))
SKIPPED, OPEN = datetime(2026, 11, 5, 6), datetime(2026, 11, 17, 6)
_LASTS = timedelta(minutes=44)


def make_sessions(desk: Desk, clock: Clock) -> None:
    """Let two reps and their managers talk."""
    for rep_id, lang in REPS.items():
        talk = _desk(desk, rep_id, lang)
        for n, begun in enumerate(HELD):
            _hold(talk, clock, begun, TALKS[lang][n])
        clock.now = SKIPPED
        talk.skip(_session(talk, day_of(SKIPPED, talk.zone)), TALKS[lang][2]["skipped"])
        clock.now = OPEN - timedelta(days=1)
        opened = _session(talk, day_of(OPEN, talk.zone))
        _write(talk, opened, TALKS[lang][2])
        stand_at(talk.store, talk.actor, opened, "opening")


def _hold(talk: CoachingDesk, clock: Clock, begun: datetime, said: Mapping[str, Any]) -> None:
    clock.now = begun - timedelta(days=1)
    session = _session(talk, day_of(begun, talk.zone))
    clock.now = begun
    session = talk.begin(session)
    for kept, (state, reason) in zip(
        carried(talk.store, talk.actor, session), said["answers"], strict=False
    ):
        if state != "open":
            talk.answer(session, kept, state, reason)
    deals = talk.walk.deals[:1]
    talk.pick(session, [[deal.deal_id, evidence_kept(deal, talk.review)] for deal in deals], 0)
    _write(talk, session, said)
    clock.now = begun + _LASTS
    talk.hold(session)


def _write(talk: CoachingDesk, session: Session, said: Mapping[str, Any]) -> None:
    for key, value in said.items():
        item = talk.agenda.items.get(key)
        if item is None:
            continue
        told = value
        if item.kind == "feedback" and value.get("evidence") == "deal":
            told = {**value, "evidence": evidence_kept(talk.walk.deals[0], talk.review)}
        save_word(talk.store, talk.actor, session, key, side_of(item), told, 0)


def _session(talk: CoachingDesk, planned_on: date) -> Session:
    rep = talk.review.rep
    return prepare(talk.store, talk.actor, rep.rep_id, rep.manager_id, PERIOD, planned_on)


def _desk(desk: Desk, rep_id: str, lang: Lang) -> CoachingDesk:
    space, span = desk.workspace, desk.workspace.calendar.period(PERIOD)
    rep = person(desk.snapshot, rep_id, span, space.manager_scope)
    template = load_template("coaching", space.folder)
    leading = Actor(rep.manager_id, "manager")
    review = Review(space, desk.snapshot, span, rep, template, lang, leading)
    return CoachingDesk(review, desk.store, leading, load_agenda())
