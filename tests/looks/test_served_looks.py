"""Behind a served page nothing is frozen, whatever its address or a cell asks for."""

import os
import subprocess
import sys
from datetime import date
from socket import socket

import pytest

from workbench.errors import ParameterError, SnapshotError, WorkspaceError
from workbench.serve.asking import read_address
from workbench.serve.page import PAGES
from workbench.serve.served import Serving
from workbench.serve.server import serve
from workbench.snapshots import current_snapshot, freeze, open_snapshot
from workbench.snapshots.freeze import ONLY_KEPT
from workbench.snapshots.kept import days_of

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,100,true,true,2026-05-01,2026-08-01
"""
OWN, BEFORE, AHEAD = date(2026, 9, 30), date(2026, 8, 31), date(2026, 12, 31)
DATED = [page for page in PAGES if "as_of" in page.takes]
CELL = "import workbench as wb\nwb.{}\n"


def test_some_pages_take_a_day():
    assert DATED


@pytest.mark.parametrize("page", DATED, ids=lambda page: page.name)
@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("zh", "没有2026-07-31的快照。现有：2026-08-31, 2026-09-30。"),
        ("en", "There is no snapshot of 2026-07-31. There are: 2026-08-31, 2026-09-30."),
    ],
)
def test_a_day_without_a_snapshot_is_answered_by_the_days_that_have_one(
    company, page, lang, sentence
):
    space = company(DEALS).workspace
    freeze(space, None)
    freeze(space, BEFORE)

    with pytest.raises(ParameterError) as told:
        read_address(f"as_of=2026-07-31&lang={lang}", page, space, None)

    # The isolates around variables are for right-to-left text
    assert str(told.value).translate({0x2068: None, 0x2069: None}) == sentence
    assert days_of(space) == [BEFORE, OWN]


@pytest.mark.parametrize("page", DATED, ids=lambda page: page.name)
def test_a_day_that_has_one_passes(company, page):
    space = company(DEALS).workspace
    freeze(space, None)
    freeze(space, BEFORE)

    assert read_address("as_of=2026-08-31", page, space, None).values["as_of"] == "2026-08-31"


@pytest.mark.parametrize(
    "cell",
    [
        "open_snapshot(wb.open_workspace(), __import__('datetime').date(2026, 8, 31))",
        "freeze(wb.open_workspace())",
        "freeze(wb.open_workspace(), __import__('datetime').date(2026, 12, 31))",
        "open_review('ana', as_of='2026-08-31', lang='en')",
        "open_data_quality('2026-08-31', lang='en')",
    ],
)
def test_a_cell_of_a_served_page_freezes_nothing(company, cell):
    made = company(DEALS)
    freeze(made.workspace, None)
    environment = {**os.environ, ONLY_KEPT: "1", "WORKBENCH_WORKSPACE": str(made.folder)}

    done = subprocess.run(
        [sys.executable, "-c", CELL.format(cell)],
        check=False,
        env=environment,
        capture_output=True,
        text=True,
    )

    assert "SnapshotError" in done.stderr
    assert "workbench snapshot" in done.stderr  # the next step
    assert days_of(made.workspace) == [OWN]


def test_what_is_kept_is_read_all_the_same(company, monkeypatch):
    made = company(DEALS)
    own, before = freeze(made.workspace, None), freeze(made.workspace, BEFORE)
    monkeypatch.setenv(ONLY_KEPT, "1")

    assert open_snapshot(made.workspace).hash == own.hash
    assert current_snapshot(made.workspace).hash == own.hash
    assert open_snapshot(made.workspace, BEFORE).hash == before.hash


def test_who_served_may_freeze_again(company):
    made = company(DEALS)
    with socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(WorkspaceError, match="cannot be used"):
            serve(made.workspace, Serving(port=taken.getsockname()[1]))

    assert freeze(made.workspace, None).as_of == OWN


def test_a_look_ahead_is_not_the_own_day_once_it_comes(company):
    made = company(DEALS)
    freeze(made.workspace, None)
    freeze(made.workspace, AHEAD)
    toml = made.folder / "workbench.toml"
    toml.write_text(toml.read_text().replace("2026-09-30", "2026-12-31"))

    with pytest.raises(SnapshotError, match=r"own day, 2026-12-31\. There are: 2026-09-30\."):
        current_snapshot(made.workspace, is_frozen=True)
    current_snapshot(made.workspace)
    assert current_snapshot(made.workspace, is_frozen=True).as_of == AHEAD
