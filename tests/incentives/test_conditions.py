"""What a condition of a plan takes, and what it does not; each is read anew."""

from datetime import date
from decimal import Decimal

import pytest

from workbench.incentives.predicate import contradiction, predicate

DAY = date(2026, 8, 1)
DEAL = {"kind": "new", "amount": Decimal(100), "on": DAY, "is_key": True, "n": 3, "tags": ("a",)}


@pytest.mark.parametrize(
    ("text", "is_met"),
    [
        ("kind == 'new'", True),
        ("kind != 'new'", False),
        ("'new' == kind", True),
        ("amount > 100", False),
        ("amount >= 100", True),
        ("100 <= amount", True),  # turned round
        ("100 < amount", False),
        ("200 > amount", True),
        ("amount >= -5", True),
        ("amount == 100.0", True),
        ("50 <= amount < 100", False),
        ("50 <= amount < 101", True),
        ("n < amount", True),  # two fields
        ("kind in ['old', 'new']", True),
        ("kind not in ('old', 'new')", False),
        ("'a' in tags", True),
        ("'b' in tags", False),
        ("'b' not in tags", True),
        ("is_key", True),
        ("not is_key", False),
        ("is_key == True", True),
        ("n", False),  # a number is no yes
        ("kind == 'new' and amount > 100", False),
        ("kind == 'new' or amount > 100", True),
        ("kind == 'old' or amount > 100", False),
        ("not (kind == 'old' or amount > 100)", True),
        ("on >= '2026-08-01'", True),
        ("on > '2026-08-01'", False),
        ("'2026-07-01' <= on < '2026-08-02'", True),
        ("missing == 'new'", False),
        ("missing != 'new'", False),  # of what is not known nothing holds
        ("not missing == 'new'", True),
        ("kind > 5", False),  # of another kind
        ("5 < kind < 6", False),
    ],
)
def test_a_row_meets_a_condition_or_not(text, is_met):
    assert predicate(text).test(DEAL) == is_met


def test_numbers_are_those_written_and_never_floats():
    row = {"amount": Decimal("0.1") + Decimal("0.2")}

    assert predicate("amount == 0.3").test(row)
    assert predicate("amount == 0.30 and 0.3 == amount").test(row)


def test_a_condition_knows_its_fields_texts_and_bounds():
    told = predicate(" 50 <= amount < 200 and kind == 'new' and -1 < n and not n > 7 ")

    assert told.names == ("amount", "kind", "n")
    assert told.texts == (("kind", "new"),)
    # what stands under a `not` need not hold
    assert told.bounds == (("amount", ">=", 50), ("amount", "<", 200), ("n", ">", -1))
    assert predicate("amount > 1 or amount < 0").bounds == ()
    assert predicate("5 == n and 7 >= n and 3 > n").bounds == (
        ("n", "==", 5), ("n", "<=", 7), ("n", "<", 3)
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["f(x) == 1", "amount + 1 > 2", "1", "'new'", "kind is None", "5 < amount + 1", "[a]"]
)
def test_what_is_no_comparison_is_refused_with_one_that_is(text):
    with pytest.raises(ValueError, match=r"is not a comparison .* deal_type == 'new' and amount"):
        predicate(text)


@pytest.mark.parametrize(
    ("text", "advice"),
    [("kind = 'new'", True), ("a <= 1 and b = 2", True), ("kind ==", False), ("a <= ", False),
     ("a >= ", False), ("a != ", False)],
)  # fmt: skip
def test_who_writes_one_equals_sign_is_told_of_two(text, advice):
    with pytest.raises(ValueError, match="cannot be read") as caught:
        predicate(text)
    assert ("equality is written ==" in str(caught.value)) == advice


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("n > 5 and n < 5", "n"),
        ("n >= 5 and n < 5", "n"),
        ("n >= 5 and n <= 5", ""),
        ("n == 5 and n > 5", "n"),
        ("n == 5 and n == 6", "n"),
        ("n > 5 and n > 7 and n < 8", ""),
        ("n > 7 and n >= 5 and n <= 7", "n"),
        ("n < 7 and n <= 9 and n >= 7", "n"),
        ("n > 5 or n < 5", ""),
        ("share > 1", "share"),  # it reaches from 0 to 1
        ("share >= 1", ""),
        ("share < 0", "share"),
        ("share <= 0", ""),
        ("share > 1 and n > 1", "share"),
    ],
)
def test_what_no_row_can_meet_is_named(text, name):
    assert contradiction(predicate(text), {"share": (Decimal(0), Decimal(1))}) == name
