"""Deals in a language nobody listed: known by their shape, and every word that counts is asked."""

import re

import pytest

from tests.proposal.conftest import value
from workbench.errors import SourceError

# Two are won (수주), two lost (실주), two open (협상)
KOREAN = """
    번호,담당자,금액,단계,생성일,마감일
    A-1,김철수,"₩7,170,000",수주,2026-01-02,2026-03-01
    A-2,이영희,"₩2,100,000",실주,2026-01-03,2026-03-02
    A-3,김철수,"₩3,900,000",협상,2026-01-04,2026-09-03
    A-4,이영희,"₩4,200,000",수주,2026-01-05,2026-03-04
    A-5,김철수,"₩5,300,000",협상,2026-01-06,2026-09-05
    A-6,이영희,"₩6,000,000",실주,2026-01-07,2026-03-06
"""
COLUMNS = ("tables", "deals", "columns")
OWNER, STAGE, AMOUNT = ((*COLUMNS, name) for name in ("rep_id", "stage", "amount"))
SETTLED = {OWNER: "담당자", STAGE: "단계"}
WORDS = {("outcome", "수주"): "won", ("outcome", "실주"): "lost", ("outcome", "협상"): "open"}


def asked(proposal):
    return {each.path: [c.value for c in each.choices] for each in proposal.questions}


def test_which_column_is_the_owner_and_which_the_stage_is_asked(proposed):
    found = proposed({"수출.csv": KOREAN})

    assert asked(found) == {OWNER: ["담당자", "단계"], STAGE: ["담당자", "단계", ""]}
    assert value(found, "tables.deals.columns.close_on") == "마감일"
    assert value(found, "tables.deals.columns.is_won") is None  # nothing is taken for won meanwhile
    assert value(found, "tables.deals.constants.is_won") is None


def test_then_every_word_of_the_stage_is_asked_until_it_is_told(proposed):
    files = {"수출.csv": KOREAN}

    assert set(asked(proposed(files, SETTLED))) == WORDS.keys()
    assert set(asked(proposed(files, SETTLED | {("outcome", "수주"): "won"}))) == {
        ("outcome", "실주"), ("outcome", "협상"),
    }  # fmt: skip


def test_what_was_told_is_the_outcome(proposed):
    found = proposed({"수출.csv": KOREAN}, SETTLED | WORDS)

    assert found.questions == ()
    assert value(found, "money.currency") == "KRW"
    assert value(found, "tables.deals.values.is_won") == {"수주": True, "else": False}
    assert value(found, "tables.deals.values.is_closed") == {
        "수주": True, "실주": True, "else": False,
    }  # fmt: skip


def test_words_of_which_none_is_won_are_not_asked_again(proposed):
    found = proposed({"수출.csv": KOREAN}, SETTLED | dict.fromkeys(WORDS, "open"))

    assert found.questions == ()


def test_a_list_of_what_was_sold_has_no_stage_where_somebody_says_so(proposed):
    found = proposed({"수출.csv": KOREAN}, {OWNER: "담당자", STAGE: ""})

    assert found.questions == ()
    assert value(found, "deals.kind") == "orders"


def test_sums_without_decimals_are_asked_about_not_taken(proposed):
    whole = re.sub(r'"₩([\d,]+)"', lambda sum_: sum_[1].replace(",", ""), KOREAN)
    head, *rows = whole.replace("5300000", "53000000").split()
    coded = [f"{head},코드", *(f"{row},1000{n}" for n, row in enumerate(rows))]
    files = {"수출.csv": "\n".join(coded)}  # keys are of one length, and no sums

    assert asked(proposed(files, SETTLED | WORDS))[AMOUNT] == ["금액", ""]


def test_a_file_without_days_or_sums_is_no_deals(proposed):
    rows = (line.split(",") for line in KOREAN.split())
    people = "\n".join(",".join([row[0], row[1], row[-3]]) for row in rows)

    with pytest.raises(SourceError, match="tells of deals"):
        proposed({"사람.csv": people})


def test_a_file_of_owners_and_nothing_else_that_comes_again_is_no_deals(proposed):
    rows = "\n".join(re.sub("(수주|실주|협상|단계),", "", line) for line in KOREAN.split())

    with pytest.raises(SourceError, match="tells of deals"):
        proposed({"비용.csv": rows})
