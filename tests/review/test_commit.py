"""What is committed stands with its money and deals; where the data tell none, nothing does."""

import pytest

from tests.review.by_hand import brief, company_of_nothing, fact
from workbench.page.text import blocks_text
from workbench.review.figures import Figures
from workbench.review.sections.commit import commit


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def money(metric, amount, n, reason=""):
    return fact(metric, amount, "money", n=n, reason=reason)


OPEN = [money("open_pipeline", 900_000, 9), money("won_revenue", None, 0, "outside_record")]
CALLED = [money("commit_pipeline", 300_000, 2), money("best_case_pipeline", 0, 0)]
UNTOLD = [
    money(metric, None, 0, "column_missing") for metric in ("commit_pipeline", "best_case_pipeline")
]


def lines(folder, ahead, *facts, lang="en"):
    made = brief(folder, *facts, lang=lang, next_figures=Figures.of(ahead, ()))
    return [line for line in blocks_text(commit(made), lang) if line]


def test_each_call_stands_with_its_amount_and_its_deals(folder):
    found = lines(folder, [*OPEN, *CALLED])

    assert found[0] == "Commit and best case of Q4 2026"
    assert [line.split() for line in found if "¥" in line] == [
        ["Commit", "¥300k", "2"], ["Best", "case", "¥0", "0"], ["Open", "pipeline", "¥900k", "9"],
    ]  # fmt: skip
    assert not any("Won" in line for line in found)  # of a period to come nothing is won yet


def test_what_came_of_it_is_told_with_both_amounts(folder):
    kept = fact("commit_hit_rate", "0.75", "share", top=300_000, bottom=400_000, n=3)

    found = lines(folder, [*OPEN, *CALLED], kept, lang="zh")
    assert [line for line in found if "第一天承诺了" in line] == [
        "2026 年第三季度第一天承诺了40.0万元（3 单），后来赢下30.0万元，兑现 75.0%。"
    ]


def test_without_categories_there_is_nothing(folder):
    assert lines(folder, [*OPEN, *UNTOLD]) == []
