"""Which columns came or went with a freeze, as sentences of the log."""

from collections.abc import Iterator

from workbench.snapshots.snapshot import Snapshot
from workbench.sources.limits import Limits
from workbench.sources.reading.shown import several


def column_changes(snapshot: Snapshot) -> Iterator[str]:
    """Say it once: freezing the same columns again tells nothing."""
    for table in snapshot.manifest["tables"]:
        changes = snapshot.changes(table)
        gone, new = (several(changes.get(key, ()), Limits().echo) for key in ("gone", "new"))
        if gone:
            yield f"The source of {table} has no column {gone} any more: what it told is missing."
        if new:
            head, *lines = changes.get("paste") or [""]
            paste = f" As it seems, under {head} of workbench.toml: {'; '.join(lines)}"
            yield f"New in the source of {table}: {new}.{paste if lines else ''}"
