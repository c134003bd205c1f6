"""Peers: at least five others of the role, told so that nobody can be recognised."""

from decimal import Decimal

from workbench.metrics.comparison.peers import comparisons
from workbench.metrics.fact import Fact
from workbench.metrics.intervals import wilson


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


def _rates(*cases):
    """Make win rates with their intervals of hits and cases."""
    return [
        Fact("P", f"r{n}", "win_rate", "", "", Decimal(hits) / out_of, "share", "", Decimal(hits),
             Decimal(out_of), out_of, *wilson(hits, out_of), "", "", "")
        for n, (hits, out_of) in enumerate(cases)
    ]  # fmt: skip


def test_everybody_of_a_role_is_told_the_same_and_no_median_of_five_others():
    facts = _facts(["0.9", "0.1", "0.2", "0.3", "0.4", "0.5"])

    found = comparisons(facts, {fact.rep_id: "ae" for fact in facts})

    # The median is 0.35, and the middle half lies 0.25 apart: the step is half
    assert {(row.value, row.low, row.high, row.n_peers) for row in found} == {
        (None, Decimal(0), Decimal("0.5"), 5)
    }


def test_a_verdict_is_judged_against_the_others_alone():
    # 70 of 100 has an interval of 60.4 to 78.1 %. The median of the others is 60 %, with it 65 %
    facts = _rates((70, 100), (5, 10), (5, 10), (6, 10), (8, 10), (9, 10))

    found = _of(comparisons(facts, {fact.rep_id: "ae" for fact in facts}), "r0")

    assert found.verdict == "above"


def test_other_roles_are_no_peers():
    facts = _facts(["0.1"] * 7)
    roles = {fact.rep_id: "ae" for fact in facts} | {"r5": "boss", "r6": "boss"}

    assert comparisons(facts, roles) == []


def test_of_twelve_others_the_quartiles_are_told_rounded():
    facts = _facts([f"0.{n:02}" for n in range(10, 23)])  # 10 % to 22 %, quartiles 13, 16, 19

    found = comparisons(facts, {fact.rep_id: "ae" for fact in facts})

    assert {(row.low, row.value, row.high) for row in found} == {
        (Decimal("0.15"), Decimal("0.15"), Decimal("0.20"))
    }
