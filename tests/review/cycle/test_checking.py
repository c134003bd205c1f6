"""What a form may hold, what counts as an answer, and what a stage still lacks."""

import pytest

from workbench.review.cycle.checking import fault, is_blank, lacking, missing
from workbench.review.template import Item, Template
from workbench.store.entries import Entry, Place
from workbench.store.naming import side_said

TWO = ({"zh": "低", "en": "low"}, {"zh": "高", "en": "high"})
COLUMNS = ({"zh": "甲", "en": "a"}, {"zh": "乙", "en": "b"})
MATRIX = ({**COLUMNS[0], "means": "skill"}, {**COLUMNS[1], "means": "level"})


def item(kind="text", **more):
    return Item.model_validate(
        {
            "key": "it",
            "kind": kind,
            "label": {"zh": "项", "en": "item"},
            "is_required": True,
            **more,
        }
    )


def template(*items):
    label = {"zh": "表", "en": "form"}
    return Template(name="t", label=label, sections=("commitments",), forms={"commitments": items})


def kept(value, side="rep", *, is_proposed=False):
    place = Place("c", "ana", "commitments", "it", side)
    entry = Entry(place, value, is_proposed, 1, None, "ana")
    return {("commitments", "it", side): entry}


CHOICE, RATING = item("select", options=TWO), item("rating", options=TWO)
ACTIONS, SKILLS = item("actions", columns=COLUMNS), item("competencies", columns=MATRIX)


@pytest.mark.parametrize(
    ("asked", "value", "is_wrong"),
    [
        (item("number"), "1,234.5", False),
        (item("number"), "many", True),
        (item("number"), "Infinity", True),
        (item("date"), "2026-12-31", False),
        (item("date"), "2026-02-30", True),
        (CHOICE, 1, False),
        (CHOICE, 2, False),
        (CHOICE, 0, True),
        (CHOICE, 3, True),
        (CHOICE, True, True),  # a tick is no first choice
        (RATING, {"level": 2, "words": "why"}, False),
        (RATING, {"level": 3, "words": "why"}, True),
        (RATING, {"level": None, "words": "why"}, False),  # a draft may have holes
        (ACTIONS, [["call", "today"]], False),
        (ACTIONS, [["call"]], True),
        (ACTIONS, ["ab"], True),  # two letters are no two cells
        (ACTIONS, "call", True),
        (SKILLS, [["calls", "1"], ["plans", "5"], ["more", " "]], False),
        (SKILLS, [["calls", "0"]], True),
        (SKILLS, [["calls", "5"], ["plans", "6"]], True),
        (SKILLS, [["calls", "good"]], True),
        (item(), "any words", False),
    ],
)
def test_a_value_fits_what_was_asked_or_is_told_in_both_languages(asked, value, is_wrong):
    assert bool(fault(asked, value, "en")) == bool(fault(asked, value, "zh")) == is_wrong


@pytest.mark.parametrize("asked", [item("number"), item("date"), CHOICE, RATING, ACTIONS, SKILLS])
@pytest.mark.parametrize("value", [None, "", " ", [], {}])
def test_an_empty_value_is_never_wrong(asked, value):
    assert fault(asked, value, "en") == ""


@pytest.mark.parametrize(
    ("value", "is_empty"),
    [
        (None, True), (" \n", True), ([["", " "], [None]], True), ({"level": None}, True),
        ({"level": None, "is_opinion": True}, True),  # a mark on nothing
        ("0", False), (0, False), (False, False), ([["", ""], ["", "x"]], False),
        ({"level": None, "words": "x"}, False),
    ],
)  # fmt: skip
def test_nothing_written_is_told_from_a_nought(value, is_empty):
    assert is_blank(value) == is_empty


@pytest.mark.parametrize(
    ("asked", "entries", "is_lacking"),
    [
        (item(), {}, True),
        (item(), kept("done"), False),
        (item(), kept("done", is_proposed=True), True),  # nobody touched it
        (item(), kept("done", side="manager"), True),  # another's side
        (item(filled_by="manager"), {}, False),  # not the rep's to fill in
        (item(is_required=False), {}, False),
        (item("number"), kept("many"), True),  # what cannot be read answers nothing
        (item("rating", options=TWO), kept({"level": None, "words": "why"}), True),
        (item("rating", options=TWO), kept({"level": 1, "words": ""}), False),
        (item("competencies", columns=MATRIX), kept([["calls", ""]]), True),  # only what it asks
        (item("competencies", columns=MATRIX), kept([["calls", "3"]]), False),
        (item("competencies", columns=MATRIX), kept(5), True),  # no table at all
        (item("actions", columns=COLUMNS), kept([["call", ""]]), False),
        (item("values", columns=COLUMNS), kept([["courage", ""]]), False),  # the rep's own word
        (item("values", columns=COLUMNS, rows=TWO), kept([["low", ""]]), True),  # the form's
        (item("values", columns=COLUMNS, rows=TWO), kept([["low", "a deed"]]), False),
        (item("rating", options=TWO), kept(1), False),  # a level alone
    ],
)
def test_a_required_item_is_lacking_until_its_side_has_answered(asked, entries, is_lacking):
    form = template(asked)

    assert missing(form, entries, ("rep",)) == ([("commitments", asked)] if is_lacking else [])
    told = lacking(form, entries, "data_check", ("rep",))
    assert [each.key for each in told] == (["plan-lacks-item"] if is_lacking else [])


def test_of_two_sides_only_who_has_not_answered_is_named():
    form = template(item(filled_by="both"))
    (told,) = lacking(form, kept("done"), "conversation", ("rep", "manager"))

    assert dict(told.values)["side"] == side_said("manager")


@pytest.mark.parametrize(
    ("entries", "stage", "told"),
    [
        ({}, "self_review", ["plan-lacks-words"]),
        ({}, "manager_review", []),
        (kept("a line"), "self_review", []),
        (kept("a line", is_proposed=True), "self_review", ["plan-lacks-words"]),
        (kept(" "), "self_review", ["plan-lacks-words"]),
        (kept("a line", side="manager"), "self_review", ["plan-lacks-words"]),
        (kept("a line", side="shared"), "self_review", []),
    ],
)
def test_a_self_review_without_a_word_of_the_rep_lacks_everything(entries, stage, told):
    form = template(item(is_required=False))

    assert [each.key for each in lacking(form, entries, stage, ("rep",))] == told


def test_who_is_asked_nothing_owes_no_words():
    form = template(item(filled_by="manager", is_required=False))

    assert lacking(form, {}, "self_review", ("rep",)) == []
    assert lacking(template(), {}, "self_review", ("rep",)) == []
