"""An appeal: once per round, decided by somebody who did not rate, and nothing is closed before."""

from datetime import date, datetime

import pytest
from desk import ANA, CYCLE, HR, MIA, OPS
from test_plan import PLAN, cycle

from workbench.errors import ParameterError, RefusedError
from workbench.i18n import told
from workbench.model.calendar import Calendar
from workbench.store import Actor, open_store
from workbench.store.appeals import (
    GRANTED,
    REFUSED,
    appeals_of,
    decide_appeal,
    waive_window,
    window_of,
)
from workbench.store.cycles import Member, open_cycle
from workbench.store.entries import Place, save_entry
from workbench.store.inbox import answer, ask, inbox_of
from workbench.store.moves import advance, reopen
from workbench.store.schema import audit
from workbench.store.signing import sign
from workbench.store.standing import standings
from workbench.store.subjects import delegate

DAYS, REVIEW = Calendar(country="CN", zone="Asia/Shanghai"), (CYCLE, "ana")
WORDS = "定额没有按假期折算"


@pytest.fixture
def clock():
    return [datetime(2026, 10, 9, 4)]


@pytest.fixture
def signed(url, clock):
    """A review both have signed; lea rated it as a delegate, who leads it no more."""
    store = open_store(url, clock=lambda: clock[0])
    open_cycle(store, HR, cycle(), [Member("ana", "mia", ("max",))])
    advance(store, ANA, *REVIEW)
    advance(store, ANA, *REVIEW)
    delegate(store, HR, *REVIEW, "lea")
    rating = Place(*REVIEW, "rating", "rating", "manager")
    save_entry(store, Actor("lea", "manager"), rating, {"level": 2, "reason": "why"}, 0)
    delegate(store, HR, *REVIEW, "")
    for actor in (MIA, HR, MIA):
        advance(store, actor, *REVIEW)
    sign(store, ANA, *REVIEW, "agreed")
    sign(store, MIA, *REVIEW, "agreed")
    yield store
    store.engine.dispose()


def file(store, actor=ANA, kind="appeal", text=WORDS):
    return ask(store, actor, REVIEW, kind, text, calendar=DAYS)


def stands(store):
    (found,) = standings(store, HR, CYCLE)
    return found


def test_nothing_is_closed_while_an_appeal_or_a_question_is_open(signed, clock):
    item = file(signed)
    doubt = file(signed, kind="question", text="which deals?")
    clock[0] = datetime(2026, 11, 30)  # the window is long over
    with pytest.raises(ParameterError) as refused:
        advance(signed, HR, *REVIEW)

    for lang, appeal, question in (
        ("en", "an appeal is open, due 2026-10-22", "a question is not answered"),
        ("zh", "有一项申诉尚未裁定，期限 2026-10-22", "有一项疑问尚未答复"),
    ):
        sentence = told(refused.value, lang)
        assert appeal in sentence
        assert question in sentence
        assert doubt in sentence
        assert "open until" not in sentence
    decide_appeal(signed, HR, *REVIEW, REFUSED, "the leave was counted")
    with pytest.raises(ParameterError, match="a question is not answered"):
        advance(signed, HR, *REVIEW)
    answer(signed, OPS, doubt, "D-1")

    assert advance(signed, HR, *REVIEW) == "closed"
    (kept,) = appeals_of(signed, ANA, *REVIEW)
    assert (kept.item, kept.outcome, kept.answer) == (item, "refused", "the leave was counted")


def test_a_granted_appeal_reopens_with_the_reason_and_a_later_round_may_appeal(signed):
    file(signed)
    assert stands(signed).is_appealed
    assert decide_appeal(signed, HR, *REVIEW, GRANTED, "leave was left out") == "manager_review"
    assert not stands(signed).is_appealed
    assert stands(signed).due_on == PLAN.day("manager_review")
    for actor in (MIA, HR, MIA):
        advance(signed, actor, *REVIEW)
    sign(signed, ANA, *REVIEW, "agreed")
    sign(signed, MIA, *REVIEW, "agreed")
    file(signed, text="again")

    found = [(each.round, each.outcome) for each in appeals_of(signed, HR, *REVIEW)]
    assert found == [(1, "granted"), (2, "")]
    with signed.reading() as connection:
        rows = connection.execute(audit.select().where(audit.c.rep_id == "ana")).all()
    words = [(row.verb, row.after) for row in rows]
    assert any(verb == "decide" and "leave was left out" in after for verb, after in words)
    assert any(verb == "reopen" and "leave was left out" in after for verb, after in words)
    assert any(verb == "ask" and WORDS in after for verb, after in words)


def test_one_round_is_appealed_once(signed):
    file(signed)
    with pytest.raises(ParameterError, match="already in this round"):
        file(signed)
    decide_appeal(signed, HR, *REVIEW, REFUSED, "looked at")
    with pytest.raises(ParameterError, match="already in this round"):
        file(signed)

    assert len(inbox_of(signed, ANA)) == 1  # what was refused left nothing behind


def test_who_rated_or_was_rated_does_not_decide_whatever_the_role(signed):
    file(signed)
    for person in ("mia", "ana", "lea"):
        with pytest.raises(RefusedError, match="Somebody else of HR"):
            decide_appeal(signed, Actor(person, "hr"), *REVIEW, REFUSED, "no")
    for actor in (ANA, MIA, OPS):
        with pytest.raises(RefusedError):
            decide_appeal(signed, actor, *REVIEW, REFUSED, "no")
    with pytest.raises(ParameterError, match="reason"):
        decide_appeal(signed, HR, *REVIEW, REFUSED, " ")

    assert decide_appeal(signed, HR, *REVIEW, REFUSED, "looked at") == "appeal"
    with pytest.raises(ParameterError, match="no appeal is open"):
        decide_appeal(signed, HR, *REVIEW, REFUSED, "looked at")


def test_reopening_is_no_way_around_an_open_appeal(signed):
    file(signed)
    for actor in (OPS, HR):
        with pytest.raises(ParameterError, match="granting it reopens"):
            reopen(signed, actor, *REVIEW, "manager_review", "typo")


def test_the_rep_may_waive_the_window_and_may_not_while_an_appeal_is_open(signed):
    with pytest.raises(ParameterError, match="window is open until"):
        advance(signed, HR, *REVIEW)
    with pytest.raises(RefusedError):
        waive_window(signed, HR, *REVIEW)
    assert window_of(signed, ANA, *REVIEW) == (date(2026, 10, 15), False)
    waive_window(signed, ANA, *REVIEW)
    with pytest.raises(ParameterError, match="waived already"):
        waive_window(signed, ANA, *REVIEW)

    assert window_of(signed, ANA, *REVIEW)[1]
    assert advance(signed, HR, *REVIEW) == "closed"


def test_an_appeal_holds_after_a_waiver_and_a_waiver_does_not_hold_in_a_later_round(signed):
    waive_window(signed, ANA, *REVIEW)
    file(signed)
    with pytest.raises(ParameterError, match="an appeal is open"):
        advance(signed, HR, *REVIEW)
    decide_appeal(signed, HR, *REVIEW, GRANTED, "why")
    for actor in (MIA, HR, MIA):
        advance(signed, actor, *REVIEW)
    sign(signed, ANA, *REVIEW, "agreed")
    sign(signed, MIA, *REVIEW, "agreed")

    with pytest.raises(ParameterError, match="window is open until"):
        advance(signed, HR, *REVIEW)


def test_the_words_are_for_the_rep_and_hr_and_others_see_that_one_stands(signed):
    file(signed)
    for actor in (ANA, HR):
        assert [each.text for each in appeals_of(signed, actor, *REVIEW)] == [WORDS]
    for actor in (MIA, OPS, Actor("max", "manager")):
        assert [each.text for each in appeals_of(signed, actor, *REVIEW)] == [""]
    with pytest.raises(RefusedError):
        appeals_of(signed, Actor("bo", "rep"), *REVIEW)
