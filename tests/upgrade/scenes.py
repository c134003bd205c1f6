"""What people did in the two workspaces before the upgrade, in the order in which they did it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from workbench.review.cycle.desk import Desk, open_desk
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import Place, read_entries, save_entry

Run = Callable[..., str]
HR = Actor("HR", "hr")
COSME, ANNA, CECILY = "Corliss Cosme", "Anna Snelling", "Cecily Lampkin"
CARA = "Cara Losch"  # leads Corliss Cosme
MET, ONES = "2017-Q3:quarterly", "2017-Q4:short"
# A deal of Corliss Cosme, decided after the first snapshot: its value is corrected after the second
WRONG, RIGHT = "Won,2017-10-01,2017-10-03,1176", "Won,2017-10-01,2017-10-03,1076"
VISIT, UNTIL = "每周拜访两家 visit two a week 🙂", "2018-03-31"
PLANS = {MET: [[VISIT, "win_rate", "", UNTIL, ""]], ONES: [[VISIT, "win_rate", UNTIL]]}
OWN_WORDS = "我们自己的笔记本 · Our own notebook"
OWN_TEMPLATE = """\
# Our own review: one page, one action.
name = "short"
label = { zh = "一页述职", en = "One-page review" }
sections = ["cover", "summary", "results", "pipeline", "plan", "signoff", "appendix"]

[[forms.summary]]
key = "ask"
filled_by = "rep"
is_required = true
label = { zh = "我们自己的问题：卡在哪里？", en = "Our own question: where are you stuck?" }

[[forms.plan]]
key = "actions"
kind = "actions"
filled_by = "both"
is_required = true
label = { zh = "下季行动", en = "Actions for the next quarter" }
columns = [
    { zh = "行动", en = "Action", means = "what" },
    { zh = "指标", en = "Measure", means = "metric" },
    { zh = "日期", en = "Date", means = "due" },
]

[[forms.signoff]]
key = "signatures"
kind = "signatures"
filled_by = "both"
is_required = true
label = { zh = "签署", en = "Signatures" }
"""


def commands_of(checkout: Path, folder: Path) -> Run:
    """Give the command line of a checkout, as a person types it for one workspace."""

    def run(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "workbench.cli", *words, "--workspace", str(folder)],
            capture_output=True, text=True, check=False, cwd=folder.parent,
            env={**os.environ, "PYTHONPATH": str(checkout)},
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"workbench {' '.join(words)}: {done.stderr}")
        return done.stdout

    return run


def copied(checkout: Path, name: str, root: Path) -> Path:
    """Copy the source of a workspace; its documents lie in a folder of its own."""
    folder = root / name
    made = ("snapshots", "facts", "outputs", "store.db*", ".made.db*")
    shutil.copytree(checkout / "data" / name, folder, ignore=shutil.ignore_patterns(*made))
    replaced(folder / "workbench.toml", "[workspace]\n", '[workspace]\noutputs = "outputs"\n')
    return folder


def replaced(file: Path, old: str, new: str) -> None:
    """Replace one text of a file, which must be there once; line ends stay as they are."""
    text = file.read_bytes().decode()
    if text.count(old) != 1:
        raise RuntimeError(f"{file} holds {old!r} {text.count(old)} times, not once.")
    file.write_bytes(text.replace(old, new).encode())


def live_in_demo(folder: Path, run: Run) -> None:
    """Sign reviews of the made company's open cycle, one of them twice, and make documents."""
    run("snapshot", "--as-of", "2026-06-30")
    run("snapshot")
    for period, day in (("2026-Q2", "2026-06-30"), ("2026-Q3", ""), ("2026-09", "")):
        run("metrics", "--period", period, *(("--as-of", day) if day else ()), "--format", "csv")
    desk = open_desk(open_workspace(folder), "zh")
    ask = Place("2026-Q3:quarterly", "R07", "summary", "ask", "rep")
    write(desk, Actor("R07", "rep"), ask, "草稿 draft 🙂 <b>")
    desk.store.engine.dispose()
    sign(run, "R04", "M01")
    sign(run, "R10", "M02", "--seen", "--comment", "评级理由不同意")
    why = ("--reason", "申诉成立", "--as", "HR:hr")
    run("cycle", "reopen", "R10", "--to", "conversation", *why, "--cycle", "2026-Q3:quarterly")
    run("cycle", "advance", "R10", "--as", "M02:manager", "--cycle", "2026-Q3:quarterly")
    sign(run, "R10", "M02")
    run("batch", "--period", "2026-Q3", "--reps", "R05,R01", "--jobs", "1")
    run("cycle", "close", "R05", "--as", "HR:hr", "--cycle", "2026-Q3:quarterly")
    run("batch", "--period", "2026-Q2", "--reps", "R01", "--jobs", "1")


def live_in_maven(folder: Path, run: Run, notebook: Path) -> None:
    """Open a cycle on an earlier day and one on a day whose source is corrected afterwards."""
    own_copies(folder, notebook)
    run("snapshot", "--as-of", "2017-09-30")
    run("cycle", "open", "--period", "2017-Q3", "--reps", f"{COSME},{ANNA},{CECILY}")
    replaced(folder / "sales_pipeline.csv", RIGHT, WRONG)
    run("snapshot")
    run("cycle", "open", "--period", "2017-Q4", "--template", "short", "--reps", f"{COSME},{ANNA}")
    replaced(folder / "sales_pipeline.csv", WRONG, RIGHT)
    run("snapshot")
    desk = open_desk(open_workspace(folder), "zh")
    write_in_maven(desk)
    desk.store.engine.dispose()
    sign(run, COSME, CARA, cycle=MET)
    sign(run, COSME, CARA, cycle=ONES)
    run("batch", "--period", "2017-Q3", "--reps", f"{COSME},{ANNA}", "--jobs", "1")
    own = ("--period", "2017-Q4", "--template", "short")
    run("batch", *own, "--reps", f"{COSME},{ANNA}", "--jobs", "1")
    for period in ("2017-Q4", "2017-06-01..2017-08-31"):
        run("metrics", "--period", period, "--format", "csv")


def own_copies(folder: Path, notebook: Path) -> None:
    """Give a workspace its own template, and its own notebook: another title, no peers."""
    (folder / "templates").mkdir()
    (folder / "templates" / "short.toml").write_text(OWN_TEMPLATE, encoding="utf-8")
    found = json.loads(notebook.read_text(encoding="utf-8"))
    cells = [cell for cell in found["cells"] if 'section("peers")' not in "".join(cell["source"])]
    cells[0]["source"] = [f"# {OWN_WORDS}"]
    (folder / "notebooks").mkdir()
    text = json.dumps({**found, "cells": cells}, ensure_ascii=False, indent=1)
    (folder / "notebooks" / notebook.name).write_text(text + "\n", encoding="utf-8")


def write_in_maven(desk: Desk) -> None:
    """Bring Corliss Cosme to the signatures in both cycles; Anna Snelling is left with drafts."""
    rep, boss = Actor(COSME, "rep"), Actor(CARA, "manager")
    for cycle in (MET, ONES):
        desk.advance(rep, cycle, COSME)
        write(desk, rep, Place(cycle, COSME, "summary", "ask", "rep"), "需要报价支持 🙂")
        desk.advance(rep, cycle, COSME)
        if cycle == MET:
            rated = {"level": 3, "reason": "稳定"}
            write(desk, boss, Place(cycle, COSME, "rating", "rating", "manager"), rated)
        desk.advance(boss, cycle, COSME, date(2018, 1, 31))
        desk.advance(HR, cycle, COSME)
        write(desk, boss, Place(cycle, COSME, "plan", "actions", "shared"), PLANS[cycle])
        desk.advance(boss, cycle, COSME)
    anna, lead = Actor(ANNA, "rep"), Actor("Dustin Brinkmann", "manager")
    ask = Place(ONES, ANNA, "summary", "ask", "rep")
    desk.advance(anna, ONES, ANNA)
    write(desk, anna, ask, "第一稿 first draft")
    write(desk, anna, ask, "第二稿 second draft 🙂\n<script>alert(1)</script>")
    desk.advance(anna, MET, ANNA)
    desk.advance(anna, MET, ANNA)
    draft = {"level": 2, "reason": "草稿：还要再看"}
    write(desk, lead, Place(MET, ANNA, "rating", "rating", "manager"), draft)


def write(desk: Desk, actor: Actor, place: Place, value: object) -> None:
    """Save an entry from the version that stands there."""
    entries = read_entries(desk.store, actor, place.cycle, place.rep_id)
    kept = entries.get((place.section, place.item, place.side))
    save_entry(desk.store, actor, place, value, kept.version if kept else 0)


def sign(
    run: Run, rep_id: str, manager_id: str, *how: str, cycle: str = "2026-Q3:quarterly"
) -> None:
    """Let the rep sign, in the way told, then the manager: that makes the documents."""
    run("cycle", "sign", rep_id, "--as", f"{rep_id}:rep", "--cycle", cycle, *how)
    run("cycle", "sign", rep_id, "--as", f"{manager_id}:manager", "--cycle", cycle)
