"""The import page without a browser: what its controls do, and what its button may not."""

from pathlib import Path
from textwrap import dedent

import pytest

from workbench.errors import BatchError
from workbench.proposal.attempt import begun
from workbench.widgets.importing.page import ImportPage

CRM = """
    Opportunity ID,Opportunity Owner,Stage,Amount,<b>List</b>,Close Date,Created Date
    D1,Ana,Closed Won,100,120,2026-02-01,2026-01-01
    D2,Bo<i>,Closed Lost,50,60,2026-03-01,2026-01-02
    """
CURRENCY = ("money", "currency")


@pytest.fixture
def made():
    """Gather whose documents were asked for."""
    return []


@pytest.fixture
def page(tmp_path, made):
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "deals.csv").write_text(dedent(CRM).lstrip(), encoding="utf-8")

    def make_first(space, rep_id, lang):
        made.append((rep_id, lang))
        document = space.folder / "review.html"
        document.write_text("<!doctype html>", encoding="utf-8")
        return document

    return ImportPage(begun(exports, tmp_path / "space", "en"), make_first)


def choice(page, column):
    return page.columns.tables["deals"].choices[column].field


def shown(page):
    return page.page.finding.value


def test_the_button_waits_for_the_questions(page):
    assert page.button.disabled
    assert page.waits.value
    page.questions.controls[CURRENCY].value = " usd "

    assert not page.button.disabled
    assert "1 won for $100" in shown(page)


def test_a_question_can_be_opened_again(page):
    page.questions.controls[CURRENCY].value = "USD"
    page.questions.controls[CURRENCY].value = ""

    assert page.button.disabled


def test_each_column_offers_the_headers_of_the_file_and_none(page):
    named = [label for label, _header in choice(page, "amount").options]

    assert named[0] == "not used"
    assert named[1:4] == ["Opportunity ID", "Opportunity Owner", "Stage"]
    assert choice(page, "amount").value == "Amount"
    assert choice(page, "tcv").value == ""


def test_figures_and_rows_follow_a_choice(page):
    page.questions.controls[CURRENCY].value = "USD"
    choice(page, "amount").value = "<b>List</b>"

    assert "1 won for $120" in shown(page)
    assert ">120<" in page.columns.tables["deals"].rows.value
    assert "as you said" in page.columns.tables["deals"].choices["amount"].rests.value


def test_what_cannot_be_is_said_and_the_choice_goes_back(page):
    choice(page, "deal_id").value = ""

    assert "gives no column for deals.deal_id" in page.page.state.value
    assert choice(page, "deal_id").value == "Opportunity ID"


def test_texts_of_a_file_are_no_html(page):
    assert "<i>" not in page.columns.tables["deals"].rows.value
    assert "Bo&lt;i&gt;" in page.columns.tables["deals"].rows.value


def test_the_button_writes_freezes_reconciles_and_makes_one_document(page, made):
    page.questions.controls[CURRENCY].value = "USD"
    page.button.click()
    (told, _state) = page.agreed.children

    assert made == [("Ana", "en")]
    assert "Ana&#39;s document is ready" in shown(page)
    assert "The file and what is counted here agree." in told.value
    assert 'download="review.html"' in told.value
    assert page.button not in page.agreed.children
    assert choice(page, "amount").disabled


def test_a_second_press_writes_over_nothing(page, made):
    page.questions.controls[CURRENCY].value = "USD"
    page.button.click()
    file = page.attempt.to / "workbench.toml"
    file.write_text("# mine\n", encoding="utf-8")
    page.button.click()

    assert "is there already" in page.page.state.value
    assert file.read_text(encoding="utf-8") == "# mine\n"
    assert len(made) == 1


def test_a_document_that_fails_leaves_the_workspace_and_says_so(page):
    def fails(_space, _rep_id, _lang):
        raise BatchError("Review of Ana stopped: no text.")

    page.make_first = fails
    page.questions.controls[CURRENCY].value = "USD"
    page.button.click()

    assert "first document is still to be made" in shown(page)
    assert "Review of Ana stopped" in page.page.state.value
    assert Path(page.attempt.to / "workbench.toml").exists()
