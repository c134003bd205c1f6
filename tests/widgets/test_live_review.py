"""The review notebook by hand: fields beside each section that asks, none in a document."""

import shutil
from datetime import date

import pytest

import workbench as wb
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import read_entries

CYCLE, REP = "2026-Q3:quarterly", "R19"
HR, ANA = Actor("HR", "hr"), Actor(REP, "rep")
WIDGET = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("live") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    opened = open_desk(open_workspace(folder), "en")
    begin(opened, HR, "2026-Q3", due_on=date(2026, 10, 7), reps=[REP])
    yield opened
    opened.store.engine.dispose()


def review_of(desk, rep=REP, **told):
    return wb.open_review(rep, "2026-Q3", str(desk.workspace.folder), lang="en", **told)


def test_what_is_typed_beside_a_section_is_kept(desk):
    section = review_of(desk, surface="live", actor="R19:rep").section("highlights")
    assert WIDGET in section._repr_mimebundle_()
    assert "Highlights" in section.html

    review = review_of(desk, surface="live", actor="R19:rep")
    review.form.drafts["highlights.cases.rep"].field.widget.value = "Won D-1 by calling early"

    written = read_entries(desk.store, ANA, CYCLE, REP)["highlights", "cases", "rep"]
    assert written.value == "Won D-1 by calling early"


def test_what_was_written_stands_in_the_field_and_not_a_second_time(desk):
    review = review_of(desk, surface="live", actor="R19:rep")
    review.form.drafts["problems.problems.rep"].field.widget.value = "Called too late"

    section = review_of(desk, surface="live", actor="R19:rep").section("problems")

    assert "Called too late" not in section.html
    assert "Called too late" in review_of(desk, surface="document").section("problems").html


def test_one_hands_in_where_the_review_is_signed_off(desk):
    review = review_of(desk, surface="live", actor="R19:rep")
    assert review.form.steps.widget in review.section("signoff").fields
    assert review.form.steps.widget not in review.section("plan").fields


def test_a_section_that_asks_nothing_is_as_in_a_document(desk):
    live, document = (review_of(desk, surface=s).section("results") for s in ("live", "document"))
    assert live._repr_mimebundle_() == document._repr_mimebundle_()


@pytest.mark.parametrize("surface", ["document", "auto"])
def test_a_document_opens_no_widget(desk, surface, monkeypatch):
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    section = review_of(desk, surface=surface, actor="R19:rep").section("highlights")
    assert WIDGET not in section._repr_mimebundle_()


def test_in_jupyterlab_it_is_live_by_itself(desk, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "rep_review.ipynb")
    assert WIDGET in review_of(desk, actor="R19:rep").section("highlights")._repr_mimebundle_()


def test_a_served_page_of_it_is_to_be_read(desk, monkeypatch):
    monkeypatch.setenv("JPY_SESSION_NAME", "rep_review.ipynb")
    monkeypatch.setenv("SERVER_SOFTWARE", "voila/0.5")
    section = review_of(desk, actor="R19:rep").section("highlights")
    assert WIDGET not in section._repr_mimebundle_()


def said(section):
    return section.fields[0].value


def test_who_is_not_named_reads_how_to_be(desk):
    section = review_of(desk, surface="live").section("highlights")
    assert "R19:rep" in said(section)
    assert "form" in section.html  # as it stands, to be read


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "open for Q4 2026 yet"), ("zh", "2026 年第四季度还没有开")]
)
def test_where_no_cycle_is_open_it_says_how_one_is(desk, lang, words):
    asked = {"lang": lang, "surface": "live", "actor": "R19:rep"}
    review = wb.open_review(REP, "2026-Q4", str(desk.workspace.folder), **asked)

    sentence = said(review.section("highlights"))

    assert words in sentence
    assert "workbench cycle open --period 2026-Q4 --template quarterly" in sentence


def test_of_a_review_that_was_never_opened_it_says_so(desk):
    asked = {"surface": "live", "actor": "R18:rep"}
    assert "R18" in said(review_of(desk, "R18", **asked).section("highlights"))
