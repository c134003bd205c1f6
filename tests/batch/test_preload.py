"""What the notebooks of a batch read of a snapshot is read once, before the first is run."""

import os
import shutil

import pytest

from workbench.batch.choice import choose
from workbench.batch.plan import Request, plan
from workbench.batch.warm import preload
from workbench.review.review import open_review
from workbench.review.section import KEYS
from workbench.snapshots import held
from workbench.sources.workspace import open_workspace

PERIOD = "2026-Q3"
# Of the made company every fourth; the whole walk (`make proofs`) opens everybody's
WHOLE = bool(os.environ.get("WORKBENCH_WHOLE_WALK"))


@pytest.fixture
def shelf(monkeypatch):
    monkeypatch.setattr(held, "_SHELF", held._Shelf())
    held.hold()
    return held._SHELF


def test_no_notebook_reads_what_another_read(shelf, shipped, tmp_path):
    demo = shutil.copytree(shipped, tmp_path / "demo")
    asked = {"period": PERIOD, "workspace": str(demo), "surface": "document"}
    request = Request(period=PERIOD, is_forced=True)
    planned = plan(open_workspace(demo), request)
    for parameters in choose(planned, request).jobs[0].running.books:
        preload.warm_up(parameters)
    before = set(shelf.kept)

    chosen = planned.chosen if WHOLE else planned.chosen[::4]
    for rep_id in chosen:
        review = open_review(rep_id, **asked)
        for key in KEYS:
            review.section(key)

    assert before
    assert len(chosen) > 3
    assert set(shelf.kept) - before == set()
