"""What people wrote heads its section, in their words; before, the heading says what is asked."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from by_hand import brief, company_of_nothing, told, written

from workbench.review.cycle.answers import Answers
from workbench.store.signing import Signature


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


@pytest.mark.parametrize(
    ("key", "item", "value", "heading"),
    [
        ("highlights", "cases", "D-1 · Pumps · ¥5\nCalled in week one. Then met.",
         "“Called in week one. Then met.”"),
        ("problems", "problems", "找得太晚。已改。", "“找得太晚”"),
        ("plan", "actions", [["Call weekly", "", "", "", ""], ["Visit", "", "", "", ""]],
         "“Call weekly” and one more"),
        ("problems", "problems", "long " * 30, "Problems are written by the rep, what can be"
         " changed first"),
    ],
)  # fmt: skip
def test_the_first_words_head_their_section(folder, key, item, value, heading):
    answers = written(key, item, value, "shared" if key == "plan" else "rep")

    assert told(key, brief(folder, answers=answers))[0] == heading


def test_a_draft_nobody_took_heads_nothing(folder):
    answers = written("highlights", "cases", "Called in week one")
    drafts = {at: replace(each, is_proposed=True) for at, each in answers.entries.items()}
    made = brief(folder, answers=replace(answers, entries=drafts))

    assert told("highlights", made)[0] == "Cases are written by the rep, each with its deal"


@pytest.mark.parametrize(
    ("stage", "days", "heading"),
    [
        ("sign_off", (24,), "A signature means read and discussed, not agreed"),
        ("appeal", (24, 24), "Both signed on 24 Oct 2026"),
        ("closed", (22, 24), "Both have signed, the later on 24 Oct 2026"),
    ],
)
def test_a_signed_review_says_when(folder, stage, days, heading):
    signed = tuple(
        Signature(side, 1, "x", "agreed", "", datetime(2026, 10, day, 8, tzinfo=UTC))
        for side, day in zip(("rep", "manager"), days, strict=False)
    )
    answers = Answers(cycle="2026-Q3:quarterly", stage=stage, signatures=signed)

    assert told("signoff", brief(folder, answers=answers))[0] == heading
