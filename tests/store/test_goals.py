"""Goals are set for the own people, weigh 100 together, change and end with a reason."""

from dataclasses import replace
from datetime import date
from threading import Thread

import pytest
from desk import ANA, BO, HR, MIA, OPS, begin
from sqlalchemy import insert, select, text

from workbench.errors import ConflictError, ParameterError, RefusedError, UnknownNameError
from workbench.i18n import told
from workbench.store import Actor
from workbench.store.goals import Goal, goal_lines, goal_of, goals_of, save_goal
from workbench.store.schema import audit, goals

KIM = Actor("kim", "manager")
TOP = Goal(
    period="2026-Q3", level="company", owner_id="ceo", what="Grow revenue",
    metric="won_revenue", baseline="900", target="1000", due_on=date(2026, 9, 30),
)  # fmt: skip
MINE = replace(TOP, level="rep", owner_id="ana", what="My part", target="600")


def test_goals_are_kept_and_a_rep_sets_and_sees_the_own(store):
    top = save_goal(store, OPS, TOP)
    mine = save_goal(store, ANA, replace(MINE, parent=top.goal))
    save_goal(store, OPS, replace(MINE, parent=top.goal, owner_id="bo"))

    assert {each.owner_id for each in goals_of(store, ANA, "2026-Q3")} == {"ceo", "ana"}
    for stolen in (replace(mine, owner_id="bo"), replace(top, target="1")):
        with pytest.raises(RefusedError, match="their own goals"):
            save_goal(store, ANA, replace(stolen, reason="x"))
    save_goal(store, OPS, replace(mine, target="700", reason="More came"))
    with pytest.raises(ConflictError):
        save_goal(store, ANA, replace(mine, target="500", reason="Less came"))


def test_a_manager_sets_and_sees_goals_of_the_own_people_alone(store):
    begin(store)  # mia keeps the reviews of ana and bo
    save_goal(store, MIA, MINE)
    save_goal(store, KIM, replace(MINE, owner_id="cyd"), led={"cyd", "South"})
    save_goal(store, KIM, replace(MINE, owner_id="South", level="team"), led={"cyd", "South"})

    for goal in (MINE, replace(MINE, owner_id="North", level="team"), TOP):
        with pytest.raises(RefusedError):
            save_goal(store, KIM, goal, led={"cyd", "South"})
    assert {each.owner_id for each in goals_of(store, MIA, "2026-Q3")} == {"ana", "South"}
    assert {each.owner_id for each in goals_of(store, HR, "2026-Q3")} == {"ana", "cyd", "South"}


def test_a_refusal_is_told_in_both_languages(store):
    with pytest.raises(RefusedError) as raised:
        save_goal(store, KIM, MINE)

    assert told(raised.value, "en") == (
        "kim (manager) does not lead ana in 2026-Q3 and cannot set a goal there; "
        "the manager of ana, sales ops or HR can."
    )
    assert told(raised.value, "zh").startswith("kim（经理）在 2026-Q3 不带 ana")


def test_weights_come_to_100_and_more_is_refused_with_what_is_left(store):
    save_goal(store, ANA, replace(MINE, weight="60"))
    for weight in ("300", "0", "-5"):
        with pytest.raises(ParameterError, match="percentage above 0"):
            save_goal(store, ANA, replace(MINE, weight=weight))
    with pytest.raises(ParameterError, match="the others leave 40"):
        save_goal(store, ANA, replace(MINE, weight="41"))
    second = save_goal(store, ANA, replace(MINE, weight="40"))
    save_goal(store, ANA, replace(second, weight="30", reason="Less of it"))

    save_goal(store, BO, replace(MINE, owner_id="bo", weight="100"))
    save_goal(store, ANA, replace(MINE, weight="100", period="2026-Q4"))


def test_a_closed_goal_weighs_nothing_and_changes_no_more(store):
    kept = save_goal(store, ANA, replace(MINE, weight="60"))
    closed = save_goal(store, ANA, replace(kept, state="closed", reason="Withdrawn"))
    save_goal(store, ANA, replace(MINE, weight="100"))

    with pytest.raises(ParameterError, match=r"closed \(Withdrawn\)"):
        save_goal(store, ANA, replace(closed, target="1", reason="Again"))
    with pytest.raises(ParameterError, match="that goal is closed"):
        save_goal(store, ANA, replace(MINE, parent=closed.goal))
    assert closed.goal not in {each.goal for each in goal_lines(store, HR)}


def test_a_change_has_its_reason_in_the_audit(store):
    kept = save_goal(store, ANA, MINE)
    with pytest.raises(ParameterError, match="--reason"):
        save_goal(store, ANA, replace(kept, target="500"))
    save_goal(store, ANA, replace(kept, target="500", reason="Two accounts went"))

    with store.reading() as connection:
        rows = connection.execute(select(audit).where(audit.c.verb == "goal").order_by(audit.c.n))
        first, last = rows.all()
    assert first.before is None
    assert '"target": "600"' in last.before
    assert '"target": "500"' in last.after
    assert "Two accounts went" in last.after


def test_what_adds_up_is_read_of_all_without_words_and_weights(store):
    top = save_goal(store, OPS, TOP)
    save_goal(store, BO, replace(MINE, owner_id="bo", parent=top.goal, weight="50"))

    lines = {each.owner_id: each for each in goal_lines(store, ANA)}
    assert lines["bo"].parent == top.goal
    assert (lines["bo"].what, lines["bo"].weight) == ("", "")


def test_another_goal_is_as_good_as_none(store):
    kept = save_goal(store, ANA, MINE)

    assert goal_of(store, ANA, kept.goal).what == "My part"
    for who, goal in ((BO, kept.goal), (KIM, kept.goal), (ANA, "nowhere")):
        with pytest.raises(UnknownNameError):
            goal_of(store, who, goal)


def test_a_goal_does_not_serve_itself_and_numbers_are_numbers(store):
    top = save_goal(store, OPS, TOP)
    mine = save_goal(store, OPS, replace(MINE, parent=top.goal))

    with pytest.raises(ParameterError, match="cannot serve"):
        save_goal(store, OPS, replace(top, parent=mine.goal, reason="x"))
    with pytest.raises(ParameterError, match="cannot serve"):
        save_goal(store, OPS, replace(MINE, parent="nowhere"))
    with pytest.raises(ParameterError, match="write a number"):
        save_goal(store, OPS, replace(MINE, parent=top.goal, target="a lot"))


def is_waiting(store):
    if store.engine.dialect.name == "sqlite":
        return True  # the second writer waits before it reads anything
    with store.reading() as connection:
        return bool(connection.execute(text("SELECT 1 FROM pg_locks WHERE NOT granted")).all())


def test_two_who_weigh_at_once_do_not_pass_100(store):
    refused = []

    def weigh():
        try:
            save_goal(store, ANA, replace(MINE, weight="60"))
        except ParameterError as reason:
            refused.append(reason)

    second = Thread(target=weigh)
    with store.writing() as connection:  # the first, before it has told
        connection.execute(insert(goals).values(vars(replace(MINE, goal="first", weight="60"))))
        second.start()
        while second.is_alive() and not is_waiting(store):
            pass
    second.join()

    assert len(refused) == 1
    assert [each.goal for each in goals_of(store, ANA, "2026-Q3")] == ["first"]
