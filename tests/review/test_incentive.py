"""The incentive section, its re-run, disputes and what-if, on the made company."""

import shutil
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from workbench.errors import ParameterError, UnknownNameError
from workbench.i18n import LANGS, message
from workbench.incentives.evaluate import frozen_input
from workbench.incentives.inputs import text_hash
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.disputing import dispute
from workbench.review.pay.statements import payable_of
from workbench.review.pay.text import statements_text
from workbench.review.pay.what_if import PayWhatIf
from workbench.review.review import open_review
from workbench.snapshots.pay.plans import plans_of
from workbench.store import Actor
from workbench.store.inbox import answer, inbox_of
from workbench.widgets.pay import open_statement


@pytest.fixture(scope="module")
def folder(tmp_path_factory, shipped):
    made = tmp_path_factory.mktemp("pay") / "demo"
    shutil.copytree(shipped, made)
    return str(made)


@pytest.fixture(scope="module")
def review(folder):
    return open_review("R01", "2026-Q3", folder, lang="en")


@pytest.mark.parametrize("lang", LANGS)
def test_the_section_says_gross_and_net_and_shows_every_deal(folder, lang):
    found = open_review("R01", "2026-Q3", folder, lang=lang).section("incentive")
    (statement,) = open_review("R01", "2026-Q3", folder, lang=lang).pay.statements

    for key in ("gross", "net"):
        assert f"{statement.amount(key):,.2f}" in found.finding
    assert all(path.row.row_id in found.html for _each, path in statement.paths())
    assert statement.hash[:12] in found.html
    assert statement.input_hash[:12] in found.html


def test_a_rep_who_runs_it_again_gets_the_same(folder, review):
    (first,) = review.pay.statements
    (again,) = open_statement("R01", "2026-Q3", folder, lang="zh").pay.statements

    assert (again.hash, again.input_hash, again.lines) == (
        first.hash,
        first.input_hash,
        first.lines,
    )


def test_a_quarter_is_the_same_in_the_years_review(folder, review):
    year = open_review("R01", "2026", folder, template="annual", lang="en").pay.statements

    assert [each.period.name for each in year] == ["2026-Q1", "2026-Q2", "2026-Q3"]
    assert year[-1].hash == review.pay.statements[0].hash


def test_what_one_quarter_carries_opens_the_next(folder):
    year = open_review("R07", "2026", folder, template="annual", lang="en").pay.statements

    assert all(one.closing == two.opening for one, two in pairwise(year))
    assert year[0].closing.draw > 0


def test_a_month_points_to_the_longer_review(folder):
    found = open_review("R01", "2026-09", folder, lang="en").section("incentive")

    assert found.finding == message("incentive-finding-too-short", "en")


def test_a_workspace_without_a_plan_says_so_and_no_word_of_files(folder, tmp_path):
    bare = tmp_path / "bare"
    shutil.copytree(folder, bare, ignore=shutil.ignore_patterns("plans", "store.*"))
    found = open_review("R01", "2026-Q3", str(bare), lang="en").section("incentive")

    assert found.finding == "The company has given no incentive plan yet"
    assert "docs/" not in found.html
    assert "<table" not in found.html


def test_a_bad_plan_stops_no_review(folder, tmp_path):
    bad = tmp_path / "bad"
    shutil.copytree(folder, bad, ignore=shutil.ignore_patterns("store.*"))
    (bad / "plans" / "ramp.toml").write_text("id = 3", encoding="utf-8")
    found = open_review("R01", "2026-Q3", str(bad), lang="en").section("incentive")

    assert found.finding == message("incentive-finding-bad-plan", "en")
    assert str(tmp_path) not in found.html


@pytest.fixture
def desk(review):
    opened = open_desk(review.workspace, "en")
    yield opened
    opened.store.engine.dispose()


def test_a_dispute_reaches_who_answers_with_line_sum_and_hashes(desk, review):
    (statement,) = review.pay.statements
    rep, ops = Actor("R01", "rep"), Actor("O", "sales_ops")
    deal = statement.earned[0].raw.paths[0].row.row_id
    item = dispute(desk, rep, review, statement, f"commission/{deal}", "My share was 60 %.")
    (asked,) = [each for each in inbox_of(desk.store, ops) if each.item == item]
    answer(desk.store, ops, item, "Corrected in the split table.")

    assert asked.about["line"] == f"commission/{deal}"
    assert asked.about["statement"] == statement.hash
    assert asked.about["input"] == statement.input_hash
    assert [each.state for each in inbox_of(desk.store, rep) if each.item == item] == ["answered"]


def test_a_line_that_is_not_there_cannot_be_disputed(desk, review):
    with pytest.raises(UnknownNameError, match="Did you mean 'commission'"):
        dispute(desk, Actor("R01", "rep"), review, review.pay.statements[0], "commissions", "?")


def test_without_an_open_cycle_a_dispute_says_who_opens_one(desk, folder):
    earlier = open_review("R01", "2025-Q4", folder, lang="en")
    now = open_review("R01", "2026-Q3", folder, lang="en").pay.statements[0]

    with pytest.raises(ParameterError, match="workbench cycle open"):
        dispute(desk, Actor("R01", "rep"), earlier, now, "net", "?")


def test_pressing_the_button_at_a_line_sends_the_words(folder):
    lines = open_statement("R01", "2026-Q3", folder, lang="en", actor="R01:rep").disputes().lines
    (line,) = [each for each in lines if each.line.key == "clawback"]
    line.press()
    line.text.value = "The contract was not withdrawn."
    line.press()

    assert line.text.value == ""
    assert 'role="status"' in line.said.value
    assert "to be answered by 20" in line.said.value


def test_the_answer_stands_beside_the_line_that_was_doubted(folder, desk, review):
    (statement,) = review.pay.statements
    item = dispute(desk, Actor("R01", "rep"), review, statement, "detectors", "Too low <b>")
    view = open_statement("R01", "2026-Q3", folder, lang="en", actor="R01:rep")
    (line,) = [each for each in view.disputes().lines if each.line.key == "detectors"]
    assert "Too low &lt;b&gt; – open, to be answered by 20" in line.said.value
    answer(desk.store, Actor("O", "sales_ops"), item, "The tier begins later.")

    view = open_statement("R01", "2026-Q3", folder, lang="en", actor="R01:rep")
    (line,) = [each for each in view.disputes().lines if each.line.key == "detectors"]
    assert "answered: The tier begins later. (O)" in line.said.value
    assert "The tier begins later." in view.statement().html
    led = open_statement("R01", "2026-Q3", folder, lang="en", actor="M01:manager")
    assert "The tier begins later." not in led.statement().html


def test_words_nobody_can_take_stay_in_the_field(folder):
    line = open_statement("R01", "2026-Q3", folder, lang="en", actor="R01:rep").disputes().lines[0]
    line.line = replace(line.line, key="of another statement")
    line.text.value = "Too little."
    line.press()

    assert line.text.value == "Too little."
    assert 'role="alert"' in line.said.value


def test_a_deal_tried_as_won_adds_what_it_would_earn(review):
    lab = PayWhatIf(review)
    deal = lab.deals[0]
    half, whole = (
        lab.won({deal.item.item_id: Decimal(share)}).amount("gross") for share in ("0.5", "1")
    )

    assert lab.base.amount("gross") < half < whole
    assert lab.period.name == "2026-Q4"  # nothing can close in a quarter that is over


def test_sliders_redraw_the_statement(folder):
    view = open_statement("R01", "2026-Q3", folder, lang="en").what_if()
    before = view.result.value
    view.rows[0].is_won.value = True

    assert "One deal won: earned" in view.result.value
    assert view.result.value != before


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_form_carries_the_figures(review, form):
    text = statements_text(review.pay.statements, form, "en")
    shown = text.replace(",", "") if form == "table" else text

    assert f"{review.pay.statements[0].amount('gross'):f}" in shown
    assert text.endswith("\n")


def test_the_input_text_holds_no_other_person(review):
    found = payable_of(review, plans_of(review.workspace), review.period)
    text = frozen_input(found.given, found.segments, review.workspace.calendar)

    assert text_hash(text) == review.pay.statements[0].input_hash
    assert '"R05"' not in text
