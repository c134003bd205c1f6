"""Peers: at least five others of the role, told so that nobody can be recognised."""

from decimal import Decimal

import pytest

from workbench.metrics.comparison.peers import comparisons, is_better
from workbench.metrics.fact import Comparison, Fact
from workbench.metrics.intervals import wilson


def _facts(values, unit="share", metric="win_rate"):
    return [
        Fact("P", f"r{n}", metric, "", "", Decimal(value), unit, "", None, None, 20, None,
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
    facts = _facts(["900", "100", "200", "300", "400", "500"], "money", "won_revenue")

    found = comparisons(facts, {fact.rep_id: "ae" for fact in facts})

    # The median is 350, and the middle half lies 250 apart: three of it are less than a thousand
    assert {(row.value, row.low, row.high, row.n_peers) for row in found} == {
        (None, Decimal(0), Decimal(1000), 5)
    }


def test_a_verdict_is_judged_against_the_others_alone():
    # 70 of 100 has an interval of 60.4 to 78.1 %. The median of the others is 60 %, with it 65 %
    facts = _rates((70, 100), (5, 10), (5, 10), (6, 10), (8, 10), (9, 10))

    found = _of(comparisons(facts, {fact.rep_id: "ae" for fact in facts}), "r0")

    # Of fewer than twelve others the verdict is told, and not where they lie
    assert found == Comparison("P", "r0", "win_rate", "peers", None, None, None, 5, "above")


def test_who_won_all_as_the_others_did_is_not_below_them():
    # 20 of 20 has an interval that ends at 100 %, where the others' median is
    facts = _rates(*[(20, 20)] * 4, (10, 20), (5, 20))

    found = _of(comparisons(facts, {fact.rep_id: "ae" for fact in facts}), "r0")

    assert found.verdict == "not_distinguishable"


def test_a_band_ends_where_no_figure_can_be_more_but_one_of_attainment_does_not():
    # four of six have 1: of which how accounts are concentrated has no more, and a quota has
    facts = _facts(["0.5", "0.8", *["1"] * 4], "index", "account_hhi")
    attained = [fact._replace(metric="quota_attainment") for fact in facts]

    found = comparisons([*facts, *attained], {fact.rep_id: "ae" for fact in facts})

    # From 0.85 to 1 the middle half lies: three of it are 0.45, and the next power of ten is 1
    assert {(row.metric, row.low, row.high) for row in found} == {
        ("account_hhi", Decimal(0), Decimal(1)),
        ("quota_attainment", Decimal(1), Decimal(2)),
    }


def test_a_small_median_is_rounded_to_a_hundredth_before_it_is_judged():
    # 30 of 1000 have an interval of 2.1 to 4.3 %; the median of the others is 4.4 %, so about 4 %
    facts = _rates((30, 1000), (20, 1000), (44, 1000), (44, 1000), (44, 1000), (80, 1000))

    found = _of(comparisons(facts, {fact.rep_id: "ae" for fact in facts}), "r0")

    assert found.verdict == "not_distinguishable"


def test_a_figure_without_an_interval_has_no_verdict():
    facts = _facts(["90", "10", "20", "30", "40", "50"], "days", "sales_cycle_days")

    assert {row.verdict for row in comparisons(facts, {fact.rep_id: "ae" for fact in facts})} == {
        ""
    }


def test_of_a_rate_without_an_interval_nothing_is_told_of_eleven_others():
    facts = _facts([f"0.{n:02}" for n in range(10, 22)])

    assert comparisons(facts, {fact.rep_id: "ae" for fact in facts}) == []


@pytest.mark.parametrize(
    ("metric", "verdict", "told"),
    [
        ("win_rate", "above", True),
        ("win_rate", "below", False),
        ("sales_cycle_days", "above", False),
        ("sales_cycle_days", "below", True),
        ("open_deals", "above", None),  # neither more nor less is better
        ("win_rate", "not_distinguishable", None),
    ],
)
def test_more_is_better_or_worse_by_the_metric(metric, verdict, told):
    assert is_better(metric, verdict) is told


def test_other_roles_are_no_peers():
    facts = _facts(["0.1"] * 7)
    roles = {fact.rep_id: "ae" for fact in facts} | {"r5": "boss", "r6": "boss"}

    assert comparisons(facts, roles) == []


def test_of_thirty_others_the_quartiles_are_told_rounded():
    facts = _facts([f"0.{n:02}" for n in range(10, 41)])  # 10 % to 40 %, quartiles 17.5, 25, 32.5

    found = comparisons(facts, {fact.rep_id: "ae" for fact in facts})

    assert {(row.low, row.value, row.high) for row in found} == {
        (Decimal("0.20"), Decimal("0.30"), Decimal("0.30"))
    }


def _discounts(own, n=5, others=12, of_others="0.1"):
    facts = [
        fact._replace(n=n) for fact in _facts([own, *[of_others] * others], metric="discount_depth")
    ]
    return _of(comparisons(facts, {fact.rep_id: "ae" for fact in facts}), "r0").verdict


def test_a_discount_has_no_interval_and_is_far_above_where_it_is_more_than_twice_the_median():
    assert _discounts("0.21") == "far_above"
    assert _discounts("0.20") == ""
    # next to nothing twice is next to nothing
    assert _discounts("0.05", of_others="0") == ""
    assert _discounts("0.06", of_others="0") == "far_above"


def test_a_discount_on_few_deals_is_called_nothing():
    assert _discounts("0.5", n=4) == ""


def test_a_discount_beside_fewer_than_twelve_others_is_called_nothing():
    facts = _facts(["0.5", *["0.1"] * 11], metric="discount_depth")

    assert comparisons(facts, {fact.rep_id: "ae" for fact in facts}) == []


def test_no_other_rate_without_an_interval_has_the_verdict():
    facts = _facts(["0.9", *["0.1"] * 12], metric="collection_rate")

    assert {row.verdict for row in comparisons(facts, {f.rep_id: "ae" for f in facts})} == {""}
