"""Killed at any moment of advancing and signing, a store holds whole steps and nothing between."""

import random
import signal
import subprocess
import sys
from datetime import datetime

import pytest
from desk import CYCLE, HR, MIA
from sqlalchemy import func, select
from test_plan import cycle

from workbench.store import Actor, open_store
from workbench.store.cycles import Member, open_cycle, standings
from workbench.store.moves import advance
from workbench.store.rules import STAGES
from workbench.store.schema import audit, passages, signatures
from workbench.store.signing import sign

REPS = [f"r{n:02}" for n in range(24)]
GOES_ON = """
import sys
sys.path.insert(0, sys.argv[2])
from test_killed import go_on
from workbench.store import open_store
store = open_store(sys.argv[1])
print("ready", flush=True)
go_on(store)
"""


def go_on(store):
    """Move each review on by one step after the other, from where it stands to the signatures."""
    moved = True
    while moved:
        moved = False
        for each in standings(store, HR, CYCLE):
            moved |= step(store, each)


def step(store, standing):
    rep, stage = Actor(standing.subject.rep_id, "rep"), standing.subject.stage
    who = {"data_check": rep, "self_review": rep, "manager_review": MIA, "calibration": HR,
           "conversation": MIA}  # fmt: skip
    if stage in who:
        advance(store, who[stage], CYCLE, rep.person_id)
    elif stage == "sign_off":
        sign(store, MIA if "rep" in standing.done.signed else rep, CYCLE, rep.person_id, "agreed")
    return stage != "appeal"


@pytest.mark.slow
def test_kills_at_random_moments_leave_whole_steps(tmp_path):
    url = f"sqlite:///{tmp_path / 'store.db'}"
    store = open_store(url, clock=lambda: datetime(2026, 10, 9, 4))
    open_cycle(store, HR, cycle(), [Member(each, "mia") for each in REPS])
    chance = random.Random(23)
    for _ in range(6):
        killed(url, chance.uniform(0, 0.4))
        assert is_whole(store)
    go_on(store)
    ended = {each.subject.stage for each in standings(store, HR, CYCLE)}
    whole = is_whole(store)
    store.engine.dispose()

    assert ended == {"appeal"}
    assert whole


def is_whole(store):
    """Whether each stage left stands once on record and in the trail, and each has its day."""
    with store.reading() as connection:
        n = {
            "left": connection.execute(select(func.count()).select_from(passages)).scalar_one(),
            "told": count(connection, "advance"),
            "signed": connection.execute(select(func.count()).select_from(signatures)).scalar_one(),
            "signing": count(connection, "sign"),
        }
    found = standings(store, HR, CYCLE)
    reached = sum(STAGES.index(each.subject.stage) for each in found)
    return (
        n["left"] == n["told"] == reached
        and n["signed"] == n["signing"]
        and all(each.due_on is not None for each in found)
        and not any(len(each.done.signed) > 1 for each in found)
    )


def count(connection, verb):
    query = select(func.count()).select_from(audit).where(audit.c.verb == verb)
    return connection.execute(query).scalar_one()


def killed(url, seconds):
    here = str(__file__).rpartition("/")[0]
    running = subprocess.Popen([sys.executable, "-c", GOES_ON, url, here], stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline() == b"ready\n"
    try:
        running.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
