"""A proposal by hand: each answer is tried at once, and can be taken back."""

from decimal import Decimal

import pytest

from workbench.errors import SourceError
from workbench.proposal.attempt import answered, begun
from workbench.proposal.preview import OUTCOME

CRM = """
    Opportunity ID,Opportunity Owner,Stage,Amount,List Amount,Close Date,Created Date
    D1,Ana,Closed Won,100,120,2026-02-01,2026-01-01
    D2,Bo,Closed Lost,50,60,2026-03-01,2026-01-02
    D3,Bo,Closed Won,,7,2026-03-02,2026-01-03
    D4,Bo,Prospecting,70,80,2026-09-02,2026-01-03
    """
CURRENCY = ("money", "currency")
AMOUNT = ("tables", "deals", "columns", "amount")
CLOSED = ("tables", "deals", "columns", "is_closed")


@pytest.fixture
def attempt(folder, tmp_path):
    return begun(folder({"deals.csv": CRM}), tmp_path / "space", "en")


def test_counts_are_there_before_the_questions_are_answered(attempt):
    found = attempt.preview

    assert [question.path for question in attempt.asked] == [CURRENCY]
    assert not attempt.is_ready
    # D3 is won without an amount: it counts and adds nothing
    assert (found.deals, found.won, found.reps) == (4, 2, 2)
    assert list(found.sums.values()) == [Decimal(100)]


def test_an_answered_question_stays_to_be_answered_anew(attempt):
    told = answered(attempt, CURRENCY, "USD")

    assert told.is_ready
    assert told.preview.sums == {"USD": Decimal(100)}
    assert [question.path for question in told.asked] == [CURRENCY]
    assert not answered(told, CURRENCY, None).is_ready


def test_rows_are_shown_as_they_will_be_read(attempt):
    sample = attempt.preview.tables["deals"]
    rows = [dict(zip(sample.columns, row, strict=True)) for row in sample.rows]

    assert [row[OUTCOME] for row in rows] == ["won", "lost", "won", "open"]
    assert [row["amount"] for row in rows] == [100, 50, None, 70]
    assert "is_won" not in sample.columns
    assert (sample.total, sample.aside) == (4, 0)


def test_another_column_is_an_answer_and_the_first_one_takes_it_back(attempt):
    other = answered(attempt, AMOUNT, "List Amount")
    back = answered(other, AMOUNT, "Amount")

    assert list(other.preview.sums.values()) == [Decimal(120 + 7)]
    assert other.line(AMOUNT).how == "told"
    assert (back.answers, back.line(AMOUNT).how) == ({}, "name")


def test_a_column_nothing_gives_can_be_given_and_taken_away(attempt):
    path = ("tables", "deals", "columns", "tcv")
    given = answered(attempt, path, "List Amount")

    assert given.line(path).value == "List Amount"
    assert answered(given, path, "").answers == {}


def test_what_cannot_be_read_is_refused_and_the_attempt_stands(attempt):
    with pytest.raises(SourceError, match=r"gives no column for deals\.is_closed"):
        answered(attempt, CLOSED, "")

    assert attempt.preview.won == 2


def test_nothing_is_written(attempt):
    answered(attempt, CURRENCY, "USD")

    assert not attempt.to.exists()


def test_rows_set_aside_are_counted_beside_the_others(folder, tmp_path):
    twice = CRM + "    D4,Ana,Prospecting,80,90,2026-09-02,2026-01-03\n"
    sample = begun(folder({"deals.csv": twice}), tmp_path / "s", "en").preview.tables["deals"]

    assert (sample.total, sample.aside) == (3, 2)  # nobody can tell which D4 is meant


def test_while_a_file_cannot_be_read_nothing_is_shown_of_it(folder, tmp_path):
    # 4,567 is four thousand or four and a half: nobody but a person knows
    unclear = CRM.replace(",100,120,", ',"4,567",120,').replace(",50,60,", ',"7,568",60,')
    unclear = unclear.replace(",70,80,", ',"1,125",80,')
    found = begun(folder({"deals.csv": unclear}), tmp_path / "space", "en")
    path = ("tables", "deals", "decimal")

    assert found.preview is None
    assert path in [question.path for question in found.asked]
    told = answered(found, path, ".")
    assert list(told.preview.sums.values()) == [Decimal(4567)]
