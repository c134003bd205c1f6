"""What is killed: opening, advancing, signing and sending, each as a process of its own does it.

Each makes ready, yields, and then does the step. So each is also gone on with afterwards.
"""

from pathlib import Path

from workbench.outreach.sending import send_waiting
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.sources.workspace import open_workspace
from workbench.store import Actor, open_store
from workbench.store.moves import advance
from workbench.store.promises import Promise, keep_promise
from workbench.store.signing import sign
from workbench.store.standing import standings

HR, OPS, MIA = Actor("H1", "hr"), Actor("O1", "sales_ops"), Actor("mia", "manager")
REPS = [f"r{n}" for n in range(8)]


def opens(folder, template):
    """Open the cycle of a template in a workspace."""
    desk = open_desk(open_workspace(Path(folder)), "en")
    desk.snapshot  # noqa: B018 (frozen before anybody is killed)
    yield
    begin(desk, OPS, "2026-Q3", template, reps=REPS)
    desk.store.engine.dispose()


def advances(url, cycle):
    """Move every review of a cycle on, one stage after the other, until it is to be signed."""
    store = open_store(url)
    yield
    while _each(store, cycle, _moved_on):
        pass
    store.engine.dispose()


def signs(url, cycle):
    """Let rep and manager sign every review of a cycle."""
    store = open_store(url)
    yield
    while _each(store, cycle, _signed):
        pass
    store.engine.dispose()


def sends(url, channels, keys):
    """Send what waits."""
    store = open_store(url)
    yield
    send_waiting(store, channels, keys)
    store.engine.dispose()


def goes_on(work, given):
    """Do a step to its end, where it was cut off."""
    for _ in work(*given):
        pass


def _each(store, cycle, step):
    """Do one step in each review; says whether there was one to do."""
    done = [step(store, each) for each in standings(store, HR, cycle)]
    return any(done)


def _moved_on(store, standing):
    subject = standing.subject
    rep = Actor(subject.rep_id, "rep")
    who = {"data_check": rep, "self_review": rep, "manager_review": MIA, "calibration": HR,
           "conversation": MIA}.get(subject.stage)  # fmt: skip
    if who is None:
        return False
    advance(store, who, subject.cycle, subject.rep_id, keeps=lambda *at: _promised(store, *at))
    return True


def _promised(store, connection, subject):
    """Keep what both agreed on, with the stage it is agreed in."""
    if subject.stage == "conversation":
        made = Promise(
            cycle=subject.cycle, rep_id=subject.rep_id, owner_id=subject.rep_id, what="two visits"
        )
        keep_promise(store, connection, MIA, made)


def _signed(store, standing):
    subject, signed = standing.subject, standing.done.signed
    if subject.stage != "sign_off":
        return False
    who = MIA if "rep" in signed else Actor(subject.rep_id, "rep")
    sign(store, who, subject.cycle, subject.rep_id, "agreed")
    return True
