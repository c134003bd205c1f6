"""Freeze a source into dated Parquet with a manifest; open one; never overwrite."""

from workbench.snapshots.current import current_snapshot
from workbench.snapshots.freeze import freeze
from workbench.snapshots.open import open_snapshot
from workbench.snapshots.snapshot import Note, Snapshot

__all__ = ["Note", "Snapshot", "current_snapshot", "freeze", "open_snapshot"]
