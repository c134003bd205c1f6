"""What anybody can read of a workspace, to be compared before and after looks."""

import shutil
from dataclasses import asdict
from hashlib import sha256

from workbench.review.pay.text import statements_text
from workbench.review.quality.trend import trend_of
from workbench.review.review import open_review
from workbench.snapshots import open_snapshot
from workbench.snapshots.facts import period_facts
from workbench.snapshots.kept import FOLDER, days_of, earlier_days, kept_of, latest
from workbench.snapshots.sightings import earlier_states, sightings
from workbench.sources.workspace import open_workspace
from workbench.store.actor import Actor
from workbench.store.exchange import export_lines
from workbench.store.opening import store_of

# Caches, locks and the store's own files; the store is compared row by row
_PASSED_OVER = ("facts", "store.db", "store.db-wal", "store.db-shm")
_LOCKS = (".lock",)


def everything(folder, asked):
    """Read the workspace anew: figures are computed, not taken from what is kept of them."""
    shutil.rmtree(folder / "facts", ignore_errors=True)
    space = open_workspace(folder)
    snapshot = open_snapshot(space)
    period = space.calendar.period(space.default_period)
    seen = sightings(snapshot, earlier_states(snapshot))
    facts = period_facts(snapshot, space, period)
    return {
        **quickly(folder),
        "store": rows_of_store(space),
        "address": snapshot.address,
        "trend": trend_of(snapshot),
        "history": [each.address for each in earlier_states(snapshot)],
        "own days": [each.address for each in earlier_days(snapshot)],
        "sightings": None if seen is None else seen.to_pylist(),
        "facts": {name: _digest(vars(facts)[name].to_pylist()) for name in vars(facts)},
        "statements": [_statements(folder, rep) for rep in asked.reps],
    }  # fmt: skip


def quickly(folder):
    """Tell what can be told after every look: which files there are, and which is the latest."""
    space = open_workspace(folder)
    found = latest(space)
    looked_at = {each.folder for each in _kept(space) if each.day_by == "asked"}
    return {
        "latest": found and (found.as_of, found.folder.name, found.day_by),
        "own": {each.folder.name: _told(each.record) for each in _kept(space)
                if each.folder not in looked_at},
        "files": {str(file.relative_to(folder)): _digest(file.read_bytes())
                  for file in sorted(folder.rglob("*"))
                  if file.is_file() and not _is_passed_over(file, folder, looked_at)},
        "outputs": sorted(map(str, space.outputs.rglob("*"))),
    }  # fmt: skip


def rows_of_store(space):
    """Export every row of every table."""
    store = store_of(space)
    try:
        return list(export_lines(store, Actor.program("test")))
    finally:
        store.engine.dispose()


def _kept(space):
    return [each for day in days_of(space) for each in kept_of(space, day)]


def _told(record):
    """Leave out how files looked from outside: that may be looked up again."""
    content = {name: mark.sha256 for name, mark in record.files.items()}
    return {**asdict(record), "files": content}


def _is_passed_over(file, folder, looked_at):
    parts = file.relative_to(folder).parts
    is_record = parts[0] == FOLDER and file.name == "source.json"  # compared as it is read
    is_lock = file.name.endswith(_LOCKS)
    is_look = any(home in file.parents for home in looked_at)
    return parts[0] in _PASSED_OVER or is_record or is_lock or is_look


def _statements(folder, rep):
    review = open_review(rep, "", str(folder), lang="en", surface="document")
    return [statements_text(review.pay.statements, "json", "en")]


def _digest(value):
    return sha256(value if isinstance(value, bytes) else repr(value).encode()).hexdigest()
