"""A document says in people's words what the program has a key for."""

import re
from datetime import UTC, date, datetime

import pytest

from tests.review.by_hand import brief, company_of_nothing, written
from workbench.i18n import LANGS
from workbench.model.tables import TABLES
from workbench.review.cycle.answers import Answers
from workbench.review.forms import form, is_to_write
from workbench.review.sections.appendix import reason_told
from workbench.review.verdict.signed import signed_day
from workbench.review.words import table_name
from workbench.snapshots.checking.rules import rules_of, warnings_of
from workbench.store.signing import Signature

KEY = re.compile(r"[a-z]_[a-z]|\[|=|\.toml")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("words"))


def reasons():
    yield from ("aliased", "merged", "superseded", "duplicate_row", "conflicting_key")
    for contract in TABLES.values():
        columns = [column.name for column in contract.columns]
        yield from (rule.reason for rule in rules_of(contract, columns, TABLES))
        yield from warnings_of(contract, columns, TABLES)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_odd_about_the_data_is_told_without_a_table_column_or_setting(lang):
    told = [reason_told(each, lang) for each in sorted(set(reasons()))]
    told += [table_name(each, lang) for each in TABLES]

    assert [each for each in told if KEY.search(each)] == []


def signature(side, number=1):
    at = datetime(2026, 10, 20, 8, tzinfo=UTC)
    return Signature(side, number, side, "agreed", "", at)


def item(made, section, key):
    asked = [each.key for each in made.template.forms[section]]
    return form(section, made).items[asked.index(key)]


ACTIONS = [["Fewer discounts", "discount_depth", "≤ 10%", "2026-12-15", "", ""],
           ["Call more", "own count", "20", "2026-12-15", "", ""]]  # fmt: skip


def test_a_measure_chosen_by_its_key_is_called_by_its_name(folder):
    for lang, name in (("en", "Discount"), ("zh", "折扣率")):
        made = brief(folder, lang=lang, answers=written("plan", "actions", ACTIONS, "shared"))
        rows = item(made, "plan", "actions").written[0].rows

        assert [row[1] for row in rows] == [name, "own count"]


def test_what_is_written_is_explained_no_more_in_any_edition(folder):
    open_ = item(brief(folder), "plan", "actions")
    answers = written("plan", "actions", ACTIONS, "shared")
    made = item(brief(folder, answers=answers), "plan", "actions")

    assert (bool(open_.help), bool(open_.to_write)) == (True, True)
    assert (made.help, made.to_write, made.withheld) == ("", "", "")


def signed(*signatures, stage="closed", **more):
    return Answers(stage=stage, signatures=signatures, **more)


def test_what_was_signed_asks_for_nothing_and_says_where_nothing_was_written(folder):
    both = signed(signature("rep"), signature("manager"))
    empty = item(brief(folder, answers=both), "plan", "actions")

    assert (empty.help, empty.to_write) == ("", "")
    assert empty.withheld == "Nothing was written here before the signatures."
    assert not is_to_write("plan", brief(folder, answers=both))
    assert is_to_write("plan", brief(folder, answers=signed(signature("rep"), stage="sign_off")))


LEFT = {"to_sign": ("manager",), "left_on": date(2026, 8, 15)}


@pytest.mark.parametrize(
    ("answers", "number"),
    [
        (signed(signature("rep"), signature("manager")), 1),
        (signed(signature("manager")), 0),
        (signed(signature("manager"), **LEFT), 1),
        (signed(signature("manager"), stage="manager_review", **LEFT), 0),  # it was reopened
        (signed(signature("rep"), signature("manager"), signature("manager", 2)), 0),
        (signed(signature("rep"), signature("manager"), signature("manager", 2), **LEFT), 2),
    ],
)
def test_a_review_is_signed_by_all_whose_signatures_are_awaited(folder, answers, number):
    assert answers.signed_round == number
    assert (signed_day(brief(folder, answers=answers)) is not None) == bool(number)


def test_of_who_has_left_the_managers_signature_stands_and_is_told_as_such(folder):
    made = brief(folder, answers=signed(signature("manager"), **LEFT))
    (section,) = [key for key, items in made.template.forms.items()
                  if any(each.kind == "signatures" for each in items)]  # fmt: skip
    told = form(section, made)

    assert len(told.signers) == 1
    assert [(each.who, each.day) for each in told.signed][1] == ("Ana", "2026-08-15")
    assert "has left, no signature is asked" in told.signed[1].verdict
