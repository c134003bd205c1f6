"""By which day each stage is left: working days from the period's end, wherever it is told."""

from datetime import date, datetime

import pytest
from desk import ANA, BO, CYCLE, HR, MIA, OPS

from workbench.errors import ParameterError, RefusedError
from workbench.i18n import told
from workbench.store import Actor, open_store
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.due import set_due
from workbench.store.joining import excuse, join_cycle, lay_plan
from workbench.store.moves import advance, reopen
from workbench.store.plan import PLANNED, Plan, read_plan
from workbench.store.schema import audit
from workbench.store.signing import sign, signatures_of
from workbench.store.standing import standings

DAYS = dict(zip(PLANNED, (4, 8, 12, 15, 19, 22, 32), strict=True))
# The first working day after 30 September 2026 is 8 October: the week of the National Day is free,
# and Saturday the 10th is worked in its place
PLAN = Plan(date(2026, 9, 30), DAYS, window=5, country="CN", zone="Asia/Shanghai")


def cycle(plan=PLAN):
    return Cycle(
        cycle=CYCLE, period="2026-Q3", template="quarterly", as_of=date(2026, 9, 30),
        snapshot="abc", opened_at=datetime(2026, 10, 9), opened_by="",
        plan=plan.to_json() if plan else "",
    )  # fmt: skip


@pytest.fixture
def clock():
    return [datetime(2026, 10, 9, 4)]


@pytest.fixture
def opened(url, clock):
    store = open_store(url, clock=lambda: clock[0])
    open_cycle(store, HR, cycle(), [Member("ana", "mia"), Member("bo", "mia")])
    yield store
    store.engine.dispose()


def stands(store, rep_id="ana"):
    (found,) = [each for each in standings(store, HR, CYCLE) if each.subject.rep_id == rep_id]
    return found.subject.stage, found.due_on


def to_sign_off(store):
    for actor in (ANA, ANA, MIA, HR, MIA):
        advance(store, actor, CYCLE, "ana")


def test_working_days_leave_holidays_out_and_days_worked_in_their_place_in():
    assert [PLAN.day(stage) for stage in PLANNED[:3]] == [
        date(2026, 10, 12), date(2026, 10, 16), date(2026, 10, 22),
    ]  # fmt: skip
    assert PLAN.day("closed") is None
    assert read_plan(PLAN.to_json()) == PLAN


def test_every_stage_has_the_plans_day_also_after_the_second_signature(opened):
    found = [stands(opened)]
    for actor in (ANA, ANA, MIA, HR, MIA):
        advance(opened, actor, CYCLE, "ana")
        found.append(stands(opened))
    sign(opened, ANA, CYCLE, "ana", "agreed")
    sign(opened, MIA, CYCLE, "ana", "agreed")
    found.append(stands(opened))

    assert found == [(stage, PLAN.day(stage)) for stage in PLANNED]


def test_who_is_late_takes_it_from_nobody(opened, clock):
    clock[0] = datetime(2026, 10, 19, 4)  # four working days after the data check was due
    advance(opened, ANA, CYCLE, "ana")
    advance(opened, BO, CYCLE, "bo", date(2026, 11, 2))

    # the self-review has its own four working days from then on
    assert stands(opened) == ("self_review", date(2026, 10, 23))
    assert stands(opened, "bo") == ("self_review", date(2026, 11, 2))


def test_what_is_reopened_has_a_day_again(opened, clock):
    to_sign_off(opened)
    clock[0] = datetime(2026, 12, 1, 4)
    reopen(opened, HR, CYCLE, "ana", "manager_review", "a figure was corrected")

    assert stands(opened) == ("manager_review", date(2026, 12, 7))


def test_a_day_set_against_the_plan_needs_a_reason_and_is_audited(opened):
    with pytest.raises(ParameterError, match="reason"):
        set_due(opened, OPS, CYCLE, "ana", "self_review", date(2026, 11, 5), " ")
    with pytest.raises(RefusedError):
        set_due(opened, MIA, CYCLE, "ana", "self_review", date(2026, 11, 5), "leave")
    with pytest.raises(ParameterError, match="still to come"):
        set_due(opened, OPS, CYCLE, "ana", "self_review", date(2026, 10, 8), "leave")
    set_due(opened, OPS, CYCLE, "ana", "self_review", date(2026, 11, 5), "on leave")
    set_due(opened, OPS, CYCLE, "ana", "data_check", date(2026, 10, 30), "on leave")

    assert stands(opened) == ("data_check", date(2026, 10, 30))
    advance(opened, ANA, CYCLE, "ana")
    assert stands(opened) == ("self_review", date(2026, 11, 5))
    with pytest.raises(ParameterError, match="left data check already") as refused:
        set_due(opened, OPS, CYCLE, "ana", "data_check", date(2026, 10, 30), "leave")
    assert "已经离开数据核对" in told(refused.value, "zh")
    assert "data_check" not in told(refused.value, "en")
    with opened.reading() as connection:
        noted = connection.execute(audit.select().where(audit.c.verb == "due")).all()
    assert [("on leave" in row.after, row.person_id) for row in noted] == [(True, "O1")] * 2


def test_the_appeal_window_is_open_for_its_days_and_due_after_them(opened, clock):
    to_sign_off(opened)
    clock[0] = datetime(2027, 1, 4, 4)  # long after all was due
    sign(opened, ANA, CYCLE, "ana", "agreed")
    sign(opened, MIA, CYCLE, "ana", "agreed")
    with pytest.raises(ParameterError, match="open until 2027-01-11"):
        advance(opened, HR, CYCLE, "ana")
    clock[0] = datetime(2027, 1, 11, 15)  # 23:00 of its last day in Shanghai
    with pytest.raises(ParameterError, match="open until 2027-01-11"):
        advance(opened, HR, CYCLE, "ana")
    clock[0] = datetime(2027, 1, 11, 17)  # 01:00 of the day after

    assert advance(opened, HR, CYCLE, "ana") == "closed"
    assert stands(opened) == ("closed", None)


def test_who_joins_late_is_added_once_with_days_from_then_on(opened, clock):
    clock[0] = datetime(2026, 11, 2, 4)
    members = [Member("ana", "mia"), Member("cy", "mia")]
    own = {"cy": (date(2026, 11, 1), "def")}

    assert join_cycle(opened, OPS, CYCLE, members, own) == ["cy"]
    assert join_cycle(opened, OPS, CYCLE, members, own) == []
    assert stands(opened, "cy") == ("data_check", date(2026, 11, 6))
    assert stands(opened) == ("data_check", PLAN.day("data_check"))
    with pytest.raises(RefusedError):
        join_cycle(opened, MIA, CYCLE, [Member("di", "mia")])


def test_who_has_left_is_asked_nothing_more(opened):
    advance(opened, BO, CYCLE, "bo")
    assert excuse(opened, OPS, CYCLE, "bo", date(2026, 10, 8))
    assert not excuse(opened, OPS, CYCLE, "bo", date(2026, 10, 8))
    (bo,) = [s for s in standings(opened, HR, CYCLE) if s.subject.rep_id == "bo"]
    assert (bo.subject.stage, bo.turn) == ("manager_review", ("manager",))
    for actor in (MIA, HR, MIA):
        advance(opened, actor, CYCLE, "bo")

    assert sign(opened, MIA, CYCLE, "bo", "agreed") == "appeal"  # nobody waits for bo's signature
    assert [each.side for each in signatures_of(opened, HR, CYCLE, "bo")] == ["manager"]
    assert advance(opened, HR, CYCLE, "bo") == "closed"


def test_a_leaver_whose_signature_alone_was_missing_holds_nothing_up(opened):
    to_sign_off(opened)
    sign(opened, MIA, CYCLE, "ana", "agreed")
    excuse(opened, OPS, CYCLE, "ana", date(2026, 10, 8))

    assert stands(opened)[0] == "appeal"


def test_a_cycle_opened_without_days_gets_them_once(url):
    store = open_store(url, clock=lambda: datetime(2026, 10, 9, 4))
    open_cycle(store, HR, cycle(None), [Member("ana", "mia")])
    advance(store, ANA, CYCLE, "ana")
    before = stands(store)
    laid = [lay_plan(store, OPS, cycle()), lay_plan(store, OPS, cycle())]
    advance(store, Actor("ana", "rep"), CYCLE, "ana")
    after = stands(store)
    store.engine.dispose()

    assert (before, laid) == (("self_review", None), [True, False])
    assert after == ("manager_review", PLAN.day("manager_review"))
