"""The company of the drive on each database, with a clock the story sets."""

import pytest

from tests.review.cycle.drive.acting import Drive
from tests.review.cycle.drive.town import write_company
from workbench.store import store as stores


@pytest.fixture
def drive(url, tmp_path, monkeypatch):
    folder = tmp_path / "company"
    folder.mkdir()
    write_company(folder, url)
    driven = Drive(folder)
    monkeypatch.setattr(stores, "now", driven.clock)
    monkeypatch.chdir(tmp_path)  # where documents go
    yield driven
    driven.close()
