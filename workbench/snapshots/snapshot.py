"""A snapshot: a company's tables as they were known at the end of a day, never changed again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

from workbench.errors import SnapshotError, require_known
from workbench.snapshots.held import held, rows_where, schema_of
from workbench.snapshots.manifest import MANIFEST, file_hash, is_whole
from workbench.snapshots.parquet import read
from workbench.snapshots.source_record import read_record


@dataclass(frozen=True)
class Note:
    """How many rows or cells of a table are odd, and in which way."""

    table: str
    reason: str
    count: int
    # Rows that count nowhere, cells missing in rows that count, rows that are worth knowing
    kind: Literal["set_aside", "blanked", "kept"]

    @property
    def is_set_aside(self) -> bool:
        """Whether these are rows kept apart, which count nowhere."""
        return self.kind == "set_aside"


# Of a table's entry in the manifest
_PARTS: tuple[tuple[str, Literal["set_aside", "blanked", "kept"]], ...] = (
    ("set_aside", "set_aside"), ("blanked", "blanked"), ("warnings", "kept"),
)  # fmt: skip


class Snapshot:
    """One frozen folder of tables."""

    def __init__(self, folder: Path, manifest: Mapping[str, Any]) -> None:
        self.folder = folder
        self.manifest = manifest
        self.as_of = date.fromisoformat(manifest["as_of"])
        self.hash: str = manifest["hash"]
        self._columns: dict[str, tuple[str, ...]] = {}  # asked dozens of times for one document

    @property
    def address(self) -> str:
        """Name this very snapshot, as the parameter `as_of` takes it."""
        return f"{self.as_of.isoformat()}/{self.hash[:8]}"

    def has(self, table: str) -> bool:
        """Whether the source gave that table."""
        return table in self.manifest["tables"]

    def path(self, table: str) -> Path:
        """Give the Parquet file of a table.

        Raises
        ------
        UnknownNameError
            When the snapshot has no such table.
        """
        require_known("table", [table], self.manifest["tables"])
        return self.folder / "tables" / f"{table}.parquet"

    def table(self, name: str) -> pa.Table:
        """Read the sound rows of a table; UnknownNameError when there is no such table."""
        return rows_where(self.path(name))

    def rejected(self, name: str) -> pa.Table:
        """Read the rows of a table that were set aside.

        Returns
        -------
        Table
            `reason`, `column`, `value` (as it stood), `row` (as a person counts them in the file),
            `file`, `key`, `record` (the row as read, as JSON); one row per reason, so a row of the
            source may stand twice. No rows when all are sound.
        """
        return self._told("rejected", name)

    def blanked(self, name: str) -> pa.Table:
        """Read the cells that are missing in rows that count, for they could not be read.

        Returns
        -------
        Table
            As `rejected`, one row per cell.
        """
        return self._told("blanked", name)

    def _told(self, part: str, name: str) -> pa.Table:
        kept = self.folder / part / self.path(name).name
        names = ("reason", "column", "value", "row", "file", "key", "record")
        nothing = pa.schema([(each, pa.string()) for each in names])
        return read(kept) if kept.exists() else pa.Table.from_batches([], nothing)

    def columns(self, table: str) -> tuple[str, ...]:
        """Name the columns of a table."""
        if table not in self._columns:
            self._columns[table] = tuple(schema_of(self.path(table)).names)
        return self._columns[table]

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """List what is odd about the data, by table and reason."""
        return tuple(
            Note(table, reason, count, kind)
            for table, entry in sorted(self.manifest["tables"].items())
            for part, kind in _PARTS
            for reason, count in sorted(entry.get(part, {}).items())
        )

    def decided(self, table: str) -> list[str]:
        """Tell what was decided about a table's file and columns without being told.

        As workbench.toml would say it; then sentences on what the file cannot tell.
        """
        record = read_record(self.folder)
        if record is None:
            return []
        return [*record.decided.get(table, []), *record.notes.get(table, [])]

    def unmapped(self, table: str) -> list[str]:
        """Name the columns of the source that nothing used when it was last frozen."""
        record = read_record(self.folder)
        if record is not None:
            return list(record.unmapped.get(table, []))
        return list(self.manifest["tables"][table].get("unmapped", []))

    def changes(self, table: str) -> Mapping[str, list[str]]:
        """Tell which columns of a table's source came or went: new, gone, and lines to paste."""
        record = read_record(self.folder)
        return record.changes.get(table, {}) if record is not None else {}

    def verify(self) -> None:
        """Check that no file was changed since the snapshot was frozen.

        Raises
        ------
        SnapshotError
            Names the first file that differs.
        """
        for name, entry in self.manifest["files"].items():
            file = self.folder / name
            if not file.is_file() or file_hash(file) != entry:
                raise SnapshotError(
                    f"{file} was changed or removed after the snapshot was frozen. Put the "
                    "original back, or delete this snapshot's folder and run `workbench snapshot` "
                    "to freeze the corrected source as a new one."
                )


def read_snapshot(folder: Path) -> Snapshot:
    """Open a frozen folder and check it.

    Raises
    ------
    SnapshotError
        When it is no snapshot, or was changed.
    """
    return held(("snapshot", folder), lambda: _read_snapshot(folder))


def _read_snapshot(folder: Path) -> Snapshot:
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        snapshot = Snapshot(folder, manifest)
    except (OSError, ValueError, KeyError) as reason:
        raise SnapshotError(
            f"{folder} holds no readable {MANIFEST}. Delete the folder and freeze again."
        ) from reason
    if not is_whole(manifest):
        raise SnapshotError(
            f"{folder / MANIFEST} was changed after the snapshot was frozen. Delete the folder "
            "and freeze again."
        )
    snapshot.verify()
    return snapshot
