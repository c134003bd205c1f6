"""Why deals were lost stands beside what people write of it: as recorded, and no more."""

from datetime import date
from decimal import Decimal

import pytest

from tests.review.by_hand import brief, company_of_nothing, told
from workbench.review.rows import DealRow


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def deal(deal_id, amount):
    known = None if amount is None else Decimal(amount)
    closed = date(2026, 8, 1)
    return DealRow(deal_id, f"Deal {deal_id}", "", "", closed, closed, known, Decimal(1))


def problems(folder, reasons, *lost, lang="en"):
    made = brief(
        folder, lang=lang,
        deal_rows=lambda state: lost if state == "lost" else (), lost_reasons=lambda: reasons,
    )  # fmt: skip
    return told("problems", made)


def test_the_commonest_reason_is_named_and_each_has_its_money(folder):
    finding, lines = problems(
        folder, {"1": "price", "2": "price", "3": "timing"},
        deal("1", 100_000), deal("2", 300_000), deal("3", 50_000), deal("4", 7_000),
    )  # fmt: skip

    assert finding == (
        "4 deals were lost, ¥457k in all; the reason recorded most often is “price” (2 deals)"
    )
    assert [line.split()[0] for line in lines if "Deal " in line] == ["price", "timing", "None"]
    assert next(line for line in lines if line.startswith("price")).split()[1:3] == ["2", "¥400k"]


@pytest.mark.parametrize("each", [1, 2], ids=["once each", "twice each"])
def test_no_reason_leads_where_two_are_as_often(folder, each):
    reasons = {str(n): ("price", "timing")[n % 2] for n in range(2 * each)}
    finding, _lines = problems(folder, reasons, *(deal(deal_id, 1000) for deal_id in reasons))

    assert finding == (
        f"{2 * each} deals were lost, ¥{2 * each},000 in all; the reasons recorded stand below"
    )


def test_an_unknown_amount_is_counted_and_is_not_nothing(folder):
    finding, lines = problems(folder, {"1": "price"}, deal("1", None), lang="zh")
    assert finding == "丢了 1 单，金额未知；原因见下表"
    assert next(line for line in lines if line.startswith("price")).split() == [
        "price", "1", "—", "金额未知",
    ]  # fmt: skip

    mixed, _lines = problems(folder, {}, deal("1", None), deal("2", 5000))
    assert (
        mixed == "2 deals were lost, ¥5,000 in all (and 1 of unknown amount); no reason is recorded"
    )


def test_where_nothing_was_lost_people_write_alone(folder):
    assert problems(folder, {})[0] == "Problems are written by the rep, what can be changed first"
