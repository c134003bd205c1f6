"""Every error is a sentence with a next step."""

import pytest

from workbench.errors import UnknownNameError, hint, require_known


def test_an_unknown_name_offers_the_nearest():
    with pytest.raises(UnknownNameError, match=r"no rep 'Ana'\. Did you mean 'Anna'\?"):
        require_known("rep", ["Ana"], ["Anna", "Bo"])


def test_the_same_name_in_another_case_is_near():
    assert hint("BO", ["Anna", "bo"]) == "Did you mean 'bo'?"


def test_without_a_near_name_the_known_ones_are_listed():
    assert hint("zzz", ["Anna", "Bo"]) == "Known: 'Anna', 'Bo'."


def test_a_long_list_is_cut():
    assert hint("zzz", [f"rep{i}" for i in range(10)]).endswith("and 2 more.")


def test_with_nothing_known_it_says_so():
    assert hint("zzz", []) == "There are none yet."
