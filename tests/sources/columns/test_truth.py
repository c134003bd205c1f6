"""Words that say true or false."""

import pytest


@pytest.mark.parametrize(
    ("text", "meant"),
    [("true", True), ("TRUE", True), ("t", True), ("1", True), ("1.0", True), ("Yes", True),
     ("y", True), ("是", True), ("真", True), ("√", True), ("false", False), ("F", False),
     ("0", False), ("no", False), ("否", False), ("假", False), ("１", True), (None, None),
     ("maybe", None), ("2", None), ("Won", None), ("有效", None)],
)  # fmt: skip
def test_plain_words_of_both_languages(read, text, meant):
    assert read("boolean", text, "true", column="is_named").values == [meant, True]


@pytest.mark.parametrize(
    ("text", "is_won", "is_closed"),
    [("Closed Won", True, True), ("Won", True, True), ("赢单", True, True), ("已成交", True, True),
     ("Closed Lost", False, True), ("丢单", False, True), ("Verloren", False, True),
     ("closed", None, True), ("open", None, False), ("进行中", None, False),
     ("Negotiation", None, None), ("是", True, True), ("0", False, False)],
)  # fmt: skip
def test_stages_say_what_is_won_and_what_is_closed(read, text, is_won, is_closed):
    assert read("boolean", text, column="is_won").values == [is_won]
    assert read("boolean", text, column="is_closed").values == [is_closed]


def test_states_say_who_is_active(read):
    texts = ["在职", "离职", "Active", "inactive", "won"]
    assert read("boolean", *texts, column="is_active").values == [True, False, True, False, None]


def test_text_stays_as_it_is(read):
    texts = ["007", "１２", "1,200.50", "2026/3/1", None]
    assert read("text", *texts).values == texts
