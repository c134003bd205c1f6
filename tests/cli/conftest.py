"""A workspace with a plan and two quarters, and the command that pays by it."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the office the tests of this room share
from pay_office import DEALS, PLAN, REPS, TOML, Pay


@pytest.fixture
def pay(company):
    made = company(DEALS, TOML, reps=REPS)
    (made.folder / "plans").mkdir()
    (made.folder / "plans" / "ae.toml").write_text(PLAN, encoding="utf-8")
    return Pay(made.folder)
