"""A copy of the made company, with its sessions; every test prepares what it needs."""

import shutil

import pytest

from workbench.review.coaching.opened import open_coaching_desk
from workbench.sources.workspace import open_workspace
from workbench.store.opening import store_of


@pytest.fixture(scope="session")
def company_folder(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("coaching") / "demo"
    shutil.copytree(shipped, folder)
    store_of(open_workspace(folder)).engine.dispose()
    (folder / "store.db").rename(folder / "fresh.db")  # read from store.jsonl once
    return folder


@pytest.fixture
def folder(company_folder, tmp_path, monkeypatch):
    """The company with a store of its own, run from an empty folder."""
    monkeypatch.chdir(tmp_path)
    for file in company_folder.glob("store.db*"):
        file.unlink()
    shutil.copyfile(company_folder / "fresh.db", company_folder / "store.db")
    return company_folder


@pytest.fixture
def desk_of(folder):
    """Open the desk of R13 for somebody; R13 has an open session, the fourth."""
    opened = []

    def open_(actor="M03:manager", rep_id="R13", period="2026-Q3", lang="en"):
        desk = open_coaching_desk(rep_id, period, str(folder), actor=actor, lang=lang)
        opened.append(desk)
        return desk

    yield open_
    for desk in opened:
        desk.store.engine.dispose()
