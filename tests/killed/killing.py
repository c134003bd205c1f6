"""Ends a process at a random moment of a step, drawn by a seed that is told when something breaks.

Every other moment is one of the clock, within the time the step takes here; the others are before a
statement, so that no boundary between two transactions is left out by chance.
"""

import logging
import multiprocessing
import os
import random
import signal
import time
from contextlib import contextmanager

from sqlalchemy import Engine, event, text

KILLS = int(os.environ.get("WORKBENCH_KILLS", "3"))
# In CI always the same; a proof draws one
DRAWN = random.SystemRandom().randrange(10**6) if "WORKBENCH_KILLS" in os.environ else 23
SEED = int(os.environ.get("WORKBENCH_KILL_SEED", DRAWN))
_ROUNDS = 10  # for each kill, at the most
_LONGEST = 120  # seconds until a step that nobody ends has to be over
_log = logging.getLogger("killed")
# Processes are copies of one that holds what they import, and no thread of ours
_context = multiprocessing.get_context("forkserver")
_context.set_forkserver_preload(["tests.killed.steps"])


def killed_rounds(kind, work, begun, check):
    """Let a step be killed until it was `KILLS` times, each in a state of its own.

    Where it was over before its moment it is quicker than it was at first: the next moments are
    drawn within the time it had, so that a busy machine makes more rounds and no fewer kills.

    Parameters
    ----------
    kind
        Names the step, where something breaks.
    work
        A generator function of `tests.killed.steps`: it makes ready, yields, and does the step.
    begun
        Begins a round by its number, and gives what the work is told.
    check
        Looks at what a killed step left, told the same.
    """
    chance, ends = random.Random(f"{SEED}:{kind}"), []
    _undisturbed(work, begun(-1))  # the first one makes what the next ones find
    seconds, statements = _undisturbed(work, begun(0))
    while ends.count(-signal.SIGKILL) < KILLS:
        n = len(ends) + 1
        assert n <= _ROUNDS * KILLS, ends
        at = chance.uniform(0, seconds) if n % 2 else chance.randrange(statements)
        with _telling(kind, n, at):
            given = begun(n)
            ends.append(_ended(work, given, at))
            assert ends[-1] in (0, -signal.SIGKILL)  # it did not fail by itself
            check(given)
        if ends[-1] == 0 and isinstance(at, float):
            seconds = at
    _log.info("%s: killed %d of %d (seed %d)", kind, KILLS, len(ends), SEED)


@contextmanager
def _telling(kind, n, at):
    try:
        yield
    except BaseException as broken:
        when = f"after {at:.3f} s" if isinstance(at, float) else f"before statement {at}"
        broken.add_note(f"{kind}: round {n}, killed {when}; WORKBENCH_KILL_SEED={SEED}")
        raise


def _undisturbed(work, given):
    """Do the step once to its end; gives the seconds it took, and its statements."""
    here, there = _context.Pipe()
    running = _context.Process(target=_do, args=(there, work, given, None))
    running.start()
    here.recv()
    begin = time.perf_counter()
    assert here.poll(_LONGEST)
    seconds, statements = time.perf_counter() - begin, here.recv()
    running.join(_LONGEST)
    assert running.exitcode == 0
    return seconds, statements


def _ended(work, given, at):
    """Do the step and kill it at a moment; gives how the process ended."""
    here, there = _context.Pipe()
    last = at if isinstance(at, int) else None
    running = _context.Process(target=_do, args=(there, work, given, last))
    running.start()
    here.recv()
    running.join(at if last is None else _LONGEST)
    running.kill()  # one that is over stays as it ended
    running.join(_LONGEST)
    return running.exitcode


def _do(told, work, given, last):
    """Do a step, as a process of its own; before statement `last` it kills itself."""
    count = 0

    def counted(*_args):
        nonlocal count
        if count == last:
            os.kill(os.getpid(), signal.SIGKILL)
        count += 1

    step = work(*given)
    next(step)
    for moment in ("before_cursor_execute", "commit"):
        event.listen(Engine, moment, counted)
    told.send("begun")
    next(step, None)
    told.send(count)


def alone(store):
    """Wait until the database has let go of who was killed: it may still end a commit."""
    if store.engine.dialect.name != "postgresql":
        return
    others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until:
        with store.reading() as connection:
            if connection.execute(text(others)).scalar_one() == 1:
                return
        time.sleep(0.01)
    raise AssertionError("the database still serves who was killed")
