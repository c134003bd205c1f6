"""A rep is found by id or name however it is typed, and nobody is guessed."""

import pytest

from workbench.errors import ParameterError, UnknownNameError
from workbench.review.whom import whom

#          r2 and R2 are two people; two are named Ana
NAMES = {"R01": "Ana", "R03": "Ana", "R04": "Zoë Bo", "r2": "Cy", "R2": "Di", "00123": "Ed"}


@pytest.mark.parametrize(
    ("asked", "rep_id"),
    [
        ("R01", "R01"), ("r01", "R01"), (" R01 ", "R01"), ("Ｒ０１", "R01"),
        ("zoë bo", "R04"), ("r2", "r2"), (" R2", "R2"), (123, "00123"), ("00123", "00123"),
    ],
)  # fmt: skip
def test_an_id_or_a_name_is_found_in_any_case_and_width(asked, rep_id):
    assert whom(asked, NAMES) == rep_id


def test_an_id_as_it_stands_wins_over_a_name():
    assert whom("Ana", {"Ana": "Bo", "bo": "Ana"}) == "Ana"


@pytest.mark.parametrize(("asked", "listed"), [("Ana", "R01, R03"), ("ana", "R01, R03")])
def test_who_may_be_several_is_refused_with_their_ids(asked, listed):
    with pytest.raises(ParameterError, match=listed):
        whom(asked, NAMES)


def test_an_id_in_one_case_and_a_name_in_another_are_two():
    with pytest.raises(ParameterError, match="AB, B1"):
        whom("ab", {"AB": "Bo", "B1": "aB"})


@pytest.mark.parametrize("asked", ["R05", "123", "", " "])
def test_nobody_is_guessed(asked):
    with pytest.raises(UnknownNameError, match="There is no rep"):
        whom(asked, NAMES)
