"""The people and the cycle the tests of the store write in."""

from datetime import date, datetime

from workbench.store import Actor
from workbench.store.cycles import Cycle, Member, open_cycle

HR = Actor("H1", "hr")
OPS = Actor("O1", "sales_ops")
ANA, BO = Actor("ana", "rep"), Actor("bo", "rep")
MIA = Actor("mia", "manager")
CYCLE = "2026-Q3:quarterly"
REVIEWS = (Member("ana", "mia"), Member("bo", "mia"))


def begin(store, members=REVIEWS, due_on=None):
    """Open the cycle the tests write in."""
    cycle = Cycle(
        cycle=CYCLE,
        period="2026-Q3",
        template="quarterly",
        as_of=date(2026, 9, 30),
        snapshot="abc",
        opened_at=datetime(2026, 10, 1),
        opened_by="",
    )
    open_cycle(store, HR, cycle, members, due_on)
