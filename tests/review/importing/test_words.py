"""What a person reads of a proposal: figures to recognise, and cells as they were read."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from workbench.i18n import LANGS
from workbench.model.tables import TABLES
from workbench.proposal.attempt import Attempt
from workbench.proposal.preview import OUTCOME, Preview
from workbench.proposal.proposal import Choice, Line, Proposal, Question
from workbench.review.importing.words import cell, column_name, finding, rests
from workbench.review.words import table_name

SHANGHAI = ZoneInfo("Asia/Shanghai")


def attempt(tmp_path, *, questions=(), found=None, lang="en"):
    proposal = Proposal(tmp_path, "odoo", (), tuple(questions))
    return Attempt(tmp_path, tmp_path, lang, {}, proposal, tuple(questions), found)


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("amount", Decimal("10139.2500"), "10,139.25"),
        ("amount", Decimal("36975.0000"), "36,975"),
        ("amount", None, "—"),
        ("amount", Decimal(0), "0"),
        ("probability", Decimal("0.6"), "60%"),
        ("close_on", date(2026, 3, 1), "2026-03-01"),
        ("last_activity_at", datetime(2026, 3, 1, 20, 5, tzinfo=UTC), "2026-03-02 04:05"),
        ("is_qualified", False, "no"),
        ("is_qualified", True, "yes"),
        (OUTCOME, "excluded", "counts nowhere"),
    ],
)
def test_a_cell_is_shown_as_it_was_read(column, value, shown):
    assert cell("deals", column, value, SHANGHAI, "en") == shown


def test_the_result_of_an_activity_is_its_own_word():
    assert cell("activities", OUTCOME, "won over", SHANGHAI, "en") == "won over"


@pytest.mark.parametrize("lang", LANGS)
def test_every_table_and_column_has_a_name(lang):
    for table in TABLES.values():
        assert table_name(table.name, lang)
        assert all(column_name(table.name, column.name, lang) for column in table.columns)


def test_sums_name_no_currency_while_nobody_knows_it(tmp_path):
    found = Preview({}, 3, 2, {"CNY": Decimal(20_000)}, 1)
    asked = Question(("money", "currency"), "Which one?", (Choice("USD", "USD"),))

    told = finding(
        attempt(tmp_path, found=found),
    )
    unknown = finding(attempt(tmp_path, found=found, questions=[asked]))

    assert told == "Odoo: 3 deals, 2 won for ¥20k, one rep"
    assert unknown == "Odoo: 3 deals, 2 won for 20k, one rep"


def test_while_nothing_can_be_read_the_missing_answers_are_counted(tmp_path):
    asked = Question(("file", "deals.csv", "encoding"), "Which one?", (Choice("gb18030", ""),))

    assert (
        finding(attempt(tmp_path, questions=[asked], lang="zh"))
        == "Odoo：还差 1 个答案才能读取文件"
    )


def test_what_a_line_rests_on_names_the_system(tmp_path):
    line = Line(("tables", "deals", "columns", "amount"), "Expected Revenue", "profile")
    told = Line(line.path, "Other", "told")

    assert rests(line, attempt(tmp_path)) == "as Odoo calls it"
    assert rests(told, attempt(tmp_path)) == "as you said"
    assert rests(None, attempt(tmp_path)) == ""
