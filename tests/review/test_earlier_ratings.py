"""Ratings of signed reviews before: those, in their words, and for who may see them."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.review.by_hand import brief, company_of_nothing, told
from workbench.errors import RefusedError
from workbench.model.calendar import Calendar
from workbench.review.cycle.earlier import Earlier, read_earlier
from workbench.review.text import Text
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.entries import Place, save_entry
from workbench.store.inbox import ask
from workbench.store.moves import advance
from workbench.store.signing import Scored, sign

PINNED = date(2026, 9, 30)  # data of a later day: the period is what tells which is earlier
HR, ANA, MIA = Actor("H1", "hr"), Actor("ana", "rep"), Actor("mia", "manager")
Q2 = ("2026-Q2:quarterly", "ana")
BEFORE = date(2026, 9, 30)  # the last day of the period after


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


@pytest.fixture(scope="module")
def space(folder):
    return open_workspace(folder)


def begin(store, period, as_of, template="quarterly"):
    cycle = Cycle(f"{period}:{template}", period, template, as_of, "abc", datetime(2026, 7, 1), "")
    open_cycle(store, HR, cycle, [Member("ana", "mia", ("dan",)), Member("bo", "kim")])


def rate(store, review, level):
    """Let the review come to where both sign it."""
    for actor in (ANA, ANA):
        advance(store, actor, *review)
    save_entry(store, MIA, Place(*review, "rating", "rating", "manager"), {"level": level}, 0)
    for actor in (MIA, HR, MIA):
        advance(store, actor, *review)


def seen(store, actor, space, before=BEFORE):
    return [
        (each.period, each.rating and each.rating.en, each.is_appealed)
        for each in read_earlier(store, actor, "ana", before, space)
    ]


GOOD = ("2026-Q2", "Above goal, method reusable", False)


def test_a_rating_is_listed_once_both_have_signed_it(store, space):
    begin(store, "2026-Q2", PINNED)
    rate(store, Q2, 4)
    sign(store, ANA, *Q2, "agreed")
    assert seen(store, ANA, space) == seen(store, MIA, space) == []

    sign(store, MIA, *Q2, "agreed")
    assert seen(store, ANA, space) == [GOOD]


def test_only_who_has_a_part_in_that_review_sees_its_rating(store, space):
    begin(store, "2026-Q2", PINNED)
    rate(store, Q2, 4)
    for actor in (ANA, MIA):
        sign(store, actor, *Q2, "agreed")

    sees = [ANA, MIA, HR, Actor("dan", "manager")]
    others = [Actor("bo", "rep"), Actor("kim", "manager"), Actor("F1", "finance")]
    assert [seen(store, actor, space) for actor in sees] == [[GOOD]] * len(sees)
    assert [seen(store, actor, space) for actor in others] == [[]] * len(others)


def test_the_own_cycle_and_a_later_one_are_not_earlier(store, space):
    begin(store, "2026-Q2", PINNED)
    rate(store, Q2, 4)
    for actor in (ANA, MIA):
        sign(store, actor, *Q2, "agreed")

    assert seen(store, ANA, space, date(2026, 6, 30)) == []
    assert seen(store, ANA, space, date(2026, 3, 31)) == []


def test_an_open_appeal_takes_the_effect(store, space):
    begin(store, "2026-Q2", PINNED)
    rate(store, Q2, 4)
    for actor in (ANA, MIA):
        sign(store, actor, *Q2, "agreed")
    ask(store, ANA, Q2, "appeal", "the quota", calendar=Calendar())

    assert seen(store, ANA, space) == [(*GOOD[:2], True)]


NAME = Text(zh="季度述职", en="Quarterly review")
RELIABLE = Text(zh="稳定达成目标", en="Goals met reliably")
SIGNED = datetime(2026, 7, 20, tzinfo=UTC)


def rating_lines(folder, *found, lang="en"):
    return told("rating", brief(folder, lang=lang, earlier_reviews=found))[1]


def test_each_stands_in_words_and_without_words_by_its_level(folder):
    lines = rating_lines(
        folder,
        Earlier("2025-Q4", NAME, SIGNED, None, 3),
        Earlier("2026-Q1", NAME, SIGNED),
        Earlier("2026-Q2", NAME, SIGNED, RELIABLE, 3, is_appealed=True),
    )

    rows = [re.split(r"  +", line) for line in lines if line.startswith("202")]
    assert rows == [
        ["2025-Q4", "Quarterly review", "Level 3", "20 Jul 2026"],
        ["2026-Q1", "Quarterly review", "no overall rating", "20 Jul 2026"],
        ["2026-Q2", "Quarterly review", "under appeal, no effect yet", "20 Jul 2026"],
    ]


SCORED = Scored(Decimal("0.964"), Decimal("0.8"))


def test_the_score_that_was_signed_stands_beside_its_rating(folder):
    lines = rating_lines(
        folder,
        Earlier("2026-Q1", NAME, SIGNED, RELIABLE, 3),
        Earlier("2026-Q2", NAME, SIGNED, RELIABLE, 3, scored=SCORED),
    )

    heads, old, new = (
        re.split(r"  +", line) for line in lines if RELIABLE.en in line or "Signed" in line
    )
    assert heads[-3:] == ["Signed", "Weighted score", "Weight scored"]
    assert old[3:] == ["20 Jul 2026", "not kept"]
    assert new[3:] == ["20 Jul 2026", "96.4%", "80%"]


def test_where_no_score_was_kept_there_is_no_column_of_it(folder):
    lines = rating_lines(folder, Earlier("2026-Q2", NAME, SIGNED, RELIABLE, 3))

    assert not any("score" in line.lower() and "Signed" in line for line in lines)


def test_a_score_is_kept_with_its_signature_and_never_computed_anew(store, space):
    begin(store, "2026-Q2", PINNED)
    rate(store, Q2, 4)
    sign(store, ANA, *Q2, "agreed", scored=lambda: Scored(Decimal("0.9"), Decimal(1)))
    sign(store, MIA, *Q2, "agreed", scored=lambda: SCORED, rules={"a": "b"})

    (found,) = read_earlier(store, ANA, "ana", BEFORE, space)
    assert found.rules == {"a": "b"}
    assert found.scored == SCORED  # that of the signature that came last


def test_who_may_not_sign_asks_for_no_score(store):
    begin(store, "2026-Q2", PINNED)
    asked = []
    with pytest.raises(RefusedError):
        sign(store, Actor("kim", "manager"), *Q2, "agreed", scored=lambda: asked.append(1))
    assert not asked


def test_the_first_review_has_a_warm_sentence_and_no_table(folder):
    lines = rating_lines(folder, lang="zh")
    assert "还没有可以列出的往期评级；签署之后，每一期都会留在这里。" in " ".join(lines)

    nowhere = told("rating", brief(folder, earlier_reviews=None))[1]
    assert not any("rating to list" in line for line in nowhere)
