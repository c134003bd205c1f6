"""Processes that are killed or come at once: all or nothing, and nothing is issued twice."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from select import select

import pytest
from paydesk import FIN, OPS, Q2, Q3, checked, draft, drafted, head, issued

from workbench.store.pay.runs import begin_run, runs
from workbench.store.pay.statements import lines_of, statement_of
from workbench.store.pay.steps import approve_run, check_run

REPS = [f"r{number}" for number in range(40)]
# Stops before the first statement that begins so, says it, and goes on when told; "" never stops
BEGIN = """
    import sys
    sys.path.insert(0, {here!r})
    from paydesk import *
    from sqlalchemy import event
    from workbench.store import open_store
    from workbench.store.pay.runs import begin_run
    from workbench.store.pay.steps import approve_run
    from workbench.errors import WorkbenchError
    url, before = sys.argv[1:]
    store, stopped = open_store(url), []
    def stop(statement):
        if before and statement.startswith(before) and not stopped:
            stopped.append(statement)
            print("stopped", flush=True)
            sys.stdin.readline()
    tell = lambda _connection, _cursor, statement, *_rest: stop(statement)
    event.listen(store.engine, "before_cursor_execute", tell)
    event.listen(store.engine, "commit", lambda _connection: stop("COMMIT"))
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        {act}
        print("done", flush=True)
    except WorkbenchError as reason:
        print(type(reason).__name__, str(reason), flush=True)
"""
DRAFT = 'begin_run(store, OPS, head(Q2), [draft(f"r{n}") for n in range(40)])'
APPROVE = "approve_run(store, {who}, Q2)"
LAST = "COMMIT"


class Process:
    """Another process that does one act on the same store."""

    def __init__(self, url, act, before=""):
        here = str(Path(__file__).parents[1])
        code = textwrap.dedent(BEGIN).format(here=here, act=act)
        self.popen = subprocess.Popen(
            [sys.executable, "-c", code, url, before],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.line() == "ready"

    def line(self):
        return self.popen.stdout.readline().strip()

    def go(self):
        self.popen.stdin.write("go\n")
        self.popen.stdin.flush()

    def waits(self):
        """Whether it is still held up a moment after it was let go."""
        self.go()
        time.sleep(0.5)
        return not select([self.popen.stdout], [], [], 0)[0]

    def kill(self):
        os.kill(self.popen.pid, signal.SIGKILL)
        self.end()

    def end(self):
        self.popen.communicate()


def state_of(store):
    return {each.run: each.state for each in runs(store, OPS)}


@pytest.mark.parametrize(
    "at",
    ["SELECT", "INSERT INTO pay_step", "INSERT INTO pay_run", "INSERT INTO pay_statement", LAST],
)
def test_a_draft_that_is_killed_leaves_nothing_and_is_made_again(store, url, at):
    other = drafted(store, "r3", "x")
    killed = Process(url, DRAFT, at)
    killed.go()
    assert killed.line() == "stopped"
    killed.kill()
    assert state_of(store) == {other: "draft"}
    run = begin_run(store, OPS, head(), [draft(rep) for rep in REPS])

    assert state_of(store) == {other: "replaced", run: "draft"}
    assert len(lines_of(store, OPS, run)) == len(REPS)


@pytest.mark.parametrize("at", ["SELECT", "INSERT INTO pay_issued", "INSERT INTO audit", LAST])
def test_an_approval_that_is_killed_issues_nothing_and_is_given_again(store, url, at):
    run = checked(store, *REPS)
    killed = Process(url, APPROVE.format(who="FIN"), at)
    killed.go()
    assert killed.line() == "stopped"
    killed.kill()
    assert state_of(store) == {run: "checked"}
    assert all(statement_of(store, OPS, rep, Q2) is None for rep in REPS)

    assert len(approve_run(store, FIN, run).issued) == len(REPS)


def test_of_two_who_approve_at_once_one_does(store, url):
    run = checked(store, *REPS)
    who = ('Actor("f1", "finance")', 'Actor("f2", "finance")')
    both = [Process(url, APPROVE.format(who=each)) for each in who]
    for each in both:
        each.go()
    said = sorted(each.line() for each in both)
    for each in both:
        each.end()

    approver = next(step.person_id for step in runs(store, OPS)[0].steps if step.step == "approved")
    assert said[1] == "done"
    assert said[0].startswith(f"ConflictError 2026-Q2 was approved by {approver} on ")
    assert len(lines_of(store, OPS, run)) == len(REPS)


@pytest.mark.parametrize("at", ["SELECT pay_run", LAST])
def test_who_approves_while_another_does_waits_and_is_told(store, url, at):
    checked(store, *REPS)
    first = Process(url, APPROVE.format(who="FIN"), at)
    second = Process(url, APPROVE.format(who='Actor("f2", "finance")'))
    first.go()
    assert first.line() == "stopped"
    assert second.waits()
    first.go()

    assert first.line() == "done"
    assert second.line().startswith("ConflictError 2026-Q2 was approved by f1 on ")
    for each in (first, second):
        each.end()


@pytest.mark.parametrize("at", ["SELECT pay_run", LAST])
def test_a_draft_made_while_another_approves_is_refused_by_name(store, url, at):
    checked(store, "r1", "x")
    approving = Process(url, APPROVE.format(who="FIN"), at)
    drafting = Process(url, DRAFT)
    approving.go()
    assert approving.line() == "stopped"
    assert drafting.waits()
    approving.go()

    assert approving.line() == "done"
    assert drafting.line().startswith("ConflictError Issued for 2026-Q2 already: r1 in 2026-Q2.")
    for each in (approving, drafting):
        each.end()
    assert state_of(store) == {Q2: "approved"}


@pytest.mark.parametrize("at", ["INSERT INTO pay_run", LAST])
def test_an_approval_while_another_drafts_finds_its_run_replaced(store, url, at):
    checked(store, "r1", "x")
    drafting = Process(url, DRAFT, at)
    approving = Process(url, APPROVE.format(who="FIN"))
    drafting.go()
    assert drafting.line() == "stopped"
    assert approving.waits()
    drafting.go()

    assert drafting.line() == "done"
    assert "2026-Q2.2 took its place), so it cannot be approved" in approving.line()
    for each in (approving, drafting):
        each.end()
    assert state_of(store) == {Q2: "replaced", f"{Q2}.2": "draft"}


def test_two_periods_approved_at_once_do_not_take_back_the_same_twice(store, url):
    issued(store, "x", period="2026-Q1")
    checked(store, "x", "y")
    run = drafted(store, "x", period=Q3)
    check_run(store, OPS, run)
    early = Process(url, APPROVE.format(who="FIN"), LAST)
    late = Process(url, APPROVE.format(who="FIN").replace("Q2", "Q3"))
    early.go()
    assert early.line() == "stopped"
    assert late.waits()
    early.go()

    assert early.line() == "done"
    assert late.line().startswith("ParameterError 2026-Q3 was computed before other statements")
    for each in (early, late):
        each.end()
    assert state_of(store) == {"2026-Q1": "approved", Q2: "approved", Q3: "checked"}
