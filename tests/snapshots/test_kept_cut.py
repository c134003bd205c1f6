"""The file of a cut is made once, read in place by all, and made anew when it is damaged."""

import signal
import stat
import subprocess
import sys

import duckdb
import pytest

from workbench.snapshots import engine
from workbench.snapshots.facts import rows_behind
from workbench.snapshots.kept_cut import cut_file, open_cut
from workbench.snapshots.where import Where

DEALS = """
    deal_id,rep_id,name,stage,amount,is_closed,is_won,created_on,close_on
    A,ana,Alone,won,40,true,true,2026-07-01,2026-07-11
    B,ana,Lost,lost,60,true,false,2026-07-01,2026-09-30
    C,ana,Open,offer,30,false,false,2026-09-01,2026-10-15
"""
ELSEWHERE = """
import sys
from workbench.snapshots import open_snapshot
from workbench.snapshots.kept_cut import open_cut
from workbench.snapshots.where import Where
from workbench.sources.workspace import open_workspace
space = open_workspace(sys.argv[1])
cut = open_cut(open_snapshot(space, None), space)
print(cut.whole("won_deals", space.calendar.period("2026-Q3"), Where()).value)
"""

KILLED = """
import os, signal, sys
from workbench.snapshots import cut_file, open_snapshot
from workbench.snapshots.kept_cut import open_cut
from workbench.sources.workspace import open_workspace
cut_file._write_known = lambda *given: os.kill(os.getpid(), signal.SIGKILL)
space = open_workspace(sys.argv[1])
open_cut(open_snapshot(space, None), space)
"""


@pytest.fixture
def made(company):
    found = company(DEALS)
    found.snapshot = found.freeze()
    found.file = cut_file(found.snapshot, found.workspace)
    return found


def won(made):
    cut = open_cut(made.snapshot, made.workspace)
    return cut.whole("won_deals", made.workspace.calendar.period("2026-Q3"), Where()).value


def test_it_is_made_once_for_its_owner_alone(made):
    won(made)
    before = made.file.stat().st_mtime_ns
    won(made)

    assert made.file.stat().st_mtime_ns == before
    assert stat.S_IMODE(made.file.stat().st_mode) == 0o600
    assert files_of(made) == [made.file.name]


def test_another_process_reads_it_while_it_is_open(made):
    here = open_cut(made.snapshot, made.workspace)
    command = [sys.executable, "-c", ELSEWHERE, str(made.folder)]
    there = subprocess.run(command, capture_output=True, text=True, check=True)

    assert there.stdout.strip() == "1"
    assert here.whole("lost_deals", made.workspace.calendar.period("2026-Q3"), Where()).value == 1


def files_of(made):
    return [each.name for each in made.file.parent.glob("*cut*") if each.suffix != ".lock"]


@pytest.mark.parametrize("damage", [b"", b"no database at all"], ids=["empty", "other bytes"])
def test_a_damaged_one_is_made_anew(made, damage):
    assert won(made) == 1
    made.file.write_bytes(damage)

    assert won(made) == 1


def test_a_maker_that_is_killed_leaves_nothing_that_is_found_or_stays(made):
    command = [sys.executable, "-c", KILLED, str(made.folder)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert not made.file.exists()
    assert len(files_of(made)) == 1  # the folder it wrote in

    assert won(made) == 1
    assert files_of(made) == [made.file.name]


def test_data_larger_than_the_limit_are_cut_and_opened_all_the_same(made, monkeypatch):
    tried = []
    limited = engine._tables

    def watched(snapshot, limit_mb):
        tried.append(limit_mb)
        return limited(snapshot, limit_mb)

    monkeypatch.setattr(engine, "_limit_mb", lambda *_given: 1)
    monkeypatch.setattr(engine, "_tables", watched)
    period = made.workspace.calendar.period("2026-Q3")

    assert won(made) == 1
    assert rows_behind(made.snapshot, made.workspace, period, "ana", "won_deals").num_rows > 0
    assert tried[0] == 1
    assert None in tried  # short of memory it is tried again without a limit


def test_an_answer_that_takes_more_memory_than_a_kernel_has_is_given(made):
    cut = open_cut(made.snapshot, made.workspace)
    answers = cut._relations._answers
    answers.connection.execute("SET memory_limit = '2MB'")
    answers.connection.execute("SET temp_directory = ''")
    wide = "SELECT count(*) AS n FROM (SELECT DISTINCT i, i::VARCHAR FROM range(300000) t(i))"
    with pytest.raises(duckdb.OutOfMemoryException):
        answers.connection.execute(wide)

    assert answers.run(wide) == [{"n": 300000}]
