"""What the made company granted and agreed on is proven on the very data it was made of."""

import shutil

import pytest

from workbench.review.cycle.desk import open_desk
from workbench.review.growing.awards import prove
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.registers import lines_of

HR = Actor("HR", "hr")


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("made") / "demo"
    shutil.copytree(shipped, folder)
    opened = open_desk(open_workspace(folder), "en")
    yield opened
    opened.store.engine.dispose()


def test_a_fresh_clone_finds_what_its_cycles_are_pinned_to(desk):
    open_snapshot(desk.workspace)

    pinned = list_cycles(desk.store)
    found = [open_snapshot(desk.workspace, each.as_of, each.snapshot).hash for each in pinned]
    assert found == [each.snapshot for each in pinned]


def test_awards_are_proven_again(desk):
    # One in four: each costs the figures of several quarters
    granted = [line for line in lines_of(desk.store, HR, "award") if "hash" in line.about]

    failed = [line.what for line in granted[::4] if not prove(desk, HR, line.line).is_same]
    assert (len(granted), failed) == (21, [])
