"""What is written to while somebody is killed: stores with a cycle per round, and a mail server."""

from datetime import date, datetime

import pytest

from tests.killed.steps import HR, REPS
from tests.outreach.conftest import mails
from workbench.store import open_store
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.plan import PLANNED, Plan

assert mails  # a fixture
_DAYS = dict(zip(PLANNED, (4, 8, 12, 15, 19, 22, 32), strict=True))
PLAN = Plan(date(2026, 9, 30), _DAYS, window=5, country="CN", zone="Asia/Shanghai")


@pytest.fixture
def rounds(url):
    """Open a cycle of eight for each round; gives the store, and the begin of a round."""
    store = open_store(url)

    def begun(n):
        name = f"2026-Q3:round{n}"
        cycle = Cycle(
            cycle=name, period="2026-Q3", template=f"round{n}", as_of=date(2026, 9, 30),
            snapshot="abc", opened_at=datetime(2026, 10, 9), opened_by="", plan=PLAN.to_json(),
        )  # fmt: skip
        open_cycle(store, HR, cycle, [Member(each, "mia") for each in REPS])
        return url, name

    yield store, begun
    store.engine.dispose()
