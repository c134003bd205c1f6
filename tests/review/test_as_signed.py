"""What a signed document keeps as data, and who is told its words."""

from datetime import date

import pytest

from tests.review.by_hand import brief, company_of_nothing, written
from workbench.model.calendar import Calendar
from workbench.model.rules import Rules
from workbench.review.as_signed import Basis, Held, held_in, with_data
from workbench.review.differing.end import End
from workbench.review.differing.opened import _signed
from workbench.review.figures import Figures
from workbench.review.sections.every import section
from workbench.review.told_rules import told_rules

PLACE = ("Wins", "What worked?", "Ana")
HELD = Held({PLACE: "early visits"}, Basis({}, {}))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def end(why=""):
    return End("A", date(2026, 9, 1), "x", Figures.of([], []), None, why, is_signed=True)


def test_words_of_a_round_are_told_to_who_may_read_all_of_them():
    assert _signed(end(), HELD, 1, "en").words == HELD.words

    kept_back = _signed(end("The words are not for you now."), HELD, 1, "en")
    assert kept_back.words is None
    assert kept_back.why == "The words are not for you now."
    assert kept_back.basis == HELD.basis


def test_a_document_signed_before_there_were_any_holds_none():
    held = held_in([{"key": "cover"}, {"key": "highlights"}])

    assert held == Held(None, None)
    told = _signed(end(), held, 1, "en")
    assert "Read them in the signed document." in told.why
    assert held_in([{"words": []}]).words == {}  # nobody wrote, which is something else


def test_an_unsigned_document_keeps_nothing_twice(folder):
    made = brief(folder, answers=written("highlights", "lessons", "early visits"))
    shown = section("highlights", made)

    assert with_data(shown, made, "talk") is shown


def test_every_rule_is_told_by_its_option():
    q3 = Calendar().period("2026-Q3")
    told = told_rules(Rules(calendar=Calendar(periods=(q3,), country="CN"), currency="CNY"))

    assert told["quotas.prorate"] == "False"
    assert told["deals.age_edges"] == "30, 60, 90, 180"
    assert told["calendar.country"] == "CN"
    assert told["calendar.periods"] == "2026-Q3 (2026-07-01 – 2026-09-30)"
    assert told["calendar.weeks"] == "—"
    assert len(told) == len(Rules.__dataclass_fields__) - 1 + len(Calendar.__dataclass_fields__)
