"""Whom a delegate stands in for: asked whenever a page is opened, and told of the own only."""

import pytest
from desk import BO, CYCLE, MIA, begin

from workbench.store import Actor
from workbench.store.delegates import stands_in
from workbench.store.subjects import delegate

LEA = Actor("lea", "manager")


@pytest.fixture
def opened(store):
    begin(store)
    delegate(store, MIA, CYCLE, "ana", "lea")
    return store


def test_a_delegate_is_told_whose_manager_they_stand_in_for(opened):
    assert stands_in(opened, LEA, "2026-Q3") == {"ana"}


def test_it_ends_with_the_delegation_and_holds_for_its_period(opened):
    assert stands_in(opened, LEA, "2026-Q2") == frozenset()
    delegate(opened, MIA, CYCLE, "ana", "")

    assert stands_in(opened, LEA, "2026-Q3") == frozenset()


@pytest.mark.parametrize("actor", [MIA, BO, Actor("", "manager")])
def test_nobody_else_stands_in_for_anybody(opened, actor):
    assert stands_in(opened, actor, "2026-Q3") == frozenset()
