"""Peers: at least five others of the role, told so that nobody can be recognised."""

from decimal import Decimal

import pytest

from workbench.metrics.comparison.peers import comparisons
from workbench.metrics.fact import Fact


def _facts(values, unit="share"):
    return [
        Fact("P", f"r{n}", "win_rate", "", "", Decimal(value), unit, "", None, None, 20, None,
             None, "", "", "")
        for n, value in enumerate(values)
    ]  # fmt: skip


def _of(found, rep):
    return next(row for row in found if row.rep_id == rep)


def test_four_others_are_too_few():
    facts = _facts(["0.1", "0.2", "0.3", "0.4", "0.5"])

    assert comparisons(facts, {fact.rep_id: "ae" for fact in facts}) == []


def test_the_rep_is_not_among_the_peers():
    facts = _facts(["0.9", "0.1", "0.2", "0.3", "0.4", "0.5"])

    found = _of(comparisons(facts, {fact.rep_id: "ae" for fact in facts}), "r0")

    assert (found.low, found.value, found.high, found.n_peers) == (
        Decimal("0.20"),
        Decimal("0.30"),
        Decimal("0.40"),
        5,
    )


def test_other_roles_are_no_peers():
    facts = _facts(["0.1"] * 7)
    roles = {fact.rep_id: "ae" for fact in facts} | {"r5": "boss", "r6": "boss"}

    assert comparisons(facts, roles) == []


@pytest.mark.parametrize(
    ("value", "unit", "shown"), [("0.1234", "share", "0.12"), ("123456", "money", "120000")]
)
def test_what_is_told_of_peers_is_rounded(value, unit, shown):
    facts = _facts([value] * 6, unit)

    found = comparisons(facts, {fact.rep_id: "ae" for fact in facts})

    assert {row.value for row in found} == {Decimal(shown)}
