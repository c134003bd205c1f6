"""Every table of a workspace, read, mapped and held against its contract."""

from dataclasses import replace

import duckdb

from workbench.errors import SourceError, together
from workbench.model.tables import TABLES
from workbench.snapshots.checking.aliases import one_id_each
from workbench.snapshots.checking.check import Checked, check
from workbench.sources.mapping import mapped
from workbench.sources.read import read_source
from workbench.sources.scratch import Scratch
from workbench.sources.unforeseen import unforeseen
from workbench.sources.workspace import Workspace


def checked_tables(scratch: Scratch, workspace: Workspace) -> dict[str, Checked]:
    """Read, map and check every table.

    Raises
    ------
    SourceError
        With the faults of all tables, a sentence each.
    """
    known: set[str] = set()
    found: dict[str, Checked] = {}
    faults: list[SourceError] = []
    for name in TABLES:  # in contract order: reps before what names them
        if name in workspace.tables:
            try:
                found[name] = _checked(scratch, workspace, name, known)
            except SourceError as reason:
                faults.append(reason)
    if faults:
        raise together(faults)
    return found


def _checked(scratch: Scratch, workspace: Workspace, name: str, known: set[str]) -> Checked:
    source = workspace.tables[name]
    try:
        raw = read_source(scratch, workspace, name, source)
        typed = mapped(scratch, workspace, name, source, raw)
        typed, told = one_id_each(scratch, workspace, typed)
        found = check(scratch, typed, known)
        return replace(found, warnings={**found.warnings, **told}) if told else found
    except duckdb.Error as reason:
        raise unforeseen(source.file or f"[tables.{name}]", reason) from reason
