"""Competence from two sides, needs from the figures, lessons found again, who else is named."""

import shutil

import pytest

from workbench.i18n import message
from workbench.metrics.comparison.peers import is_better
from workbench.page.html import form_html
from workbench.review.competence import side_by_side
from workbench.review.cycle.checking import fault, missing
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.drafting import needs
from workbench.review.cycle.lessons import lessons
from workbench.review.cycle.naming import others_named
from workbench.review.forms import form
from workbench.review.kept import drawn
from workbench.review.reader import document_of
from workbench.review.template import load_template
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import read_entries
from workbench.store.promises import promises_of
from workbench.store.standing import standings
from workbench.widgets.fields import field_of
from workbench.widgets.form import form_of

OPS, LAST = Actor("O", "sales_ops"), "2026-Q2:quarterly"
(MATRIX,) = [i for i in load_template("quarterly").forms["competence"] if i.key == "matrix"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    """The shipped company, with its cycles."""
    folder = tmp_path_factory.mktemp("growing") / "demo"
    shutil.copytree(shipped, folder)
    opened = open_desk(open_workspace(folder), "en")
    yield opened
    opened.store.engine.dispose()


def test_two_views_stand_side_by_side_whatever_language_they_were_written_in():
    own = [["挖掘需求", "3", "calls"], ["预测", "", ""], ["Yoga", "5", ""]]
    managers = [["Discovery", "2", "D-1"], ["Forecasting", "4", ""]]
    found = side_by_side(MATRIX, own, managers, "en")

    assert [(each.name, each.own, each.managers, each.gap) for each in found] == [
        ("Discovery", "3", "2", -1),
        ("Forecasting", "", "4", None),
        ("Yoga", "5", "", None),
    ]
    assert found[0].words == ("calls", "D-1")


@pytest.mark.parametrize(
    ("level", "is_wrong"), [("1", False), ("5", False), ("", False), ("6", True), ("good", True)]
)
def test_a_level_is_one_to_five(level, is_wrong):
    assert bool(fault(MATRIX, [["Discovery", level, ""]], "en")) == is_wrong


def test_the_skills_asked_are_no_answer():
    annual = load_template("annual")
    (item,) = [i for i in annual.forms["competence"] if i.key == "matrix"]
    field = field_of(item, "zh")

    assert field.value[0][0] == "挖掘需求"
    assert ("competence", item) in missing(annual, {}, ("rep",))


def test_a_document_shows_both_views_and_the_gap(desk):
    rep_id = signed(desk)[0]
    review = desk.review(document_of(rep_id), LAST, rep_id)
    html = form_html(form("competence", review), review.lang)

    for head in ("competence-own", "competence-managers", "competence-gap"):
        assert message(head, "en") in html
    assert "−1" in html or "+1" in html


def test_needs_and_strengths_come_from_figures_set_apart_with_their_n(desk):
    told = 0
    for rep_id in signed(desk):
        review = desk.review(document_of(rep_id), LAST, rep_id)
        apart = [
            is_better(metric, peers.verdict)
            for (method, metric), peers in review.figures.others.items()
            if method == "peers" and is_better(metric, peers.verdict) is not None
        ]
        lines = [drawn(each, "en") for each in needs(review)]
        told += len(lines)
        assert sum(line.startswith("Need") for line in lines) == min(3, apart.count(False))
        assert sum(line.startswith("Strength") for line in lines) == min(3, apart.count(True))
        assert all("n = " in line for line in lines)
    assert told


def test_what_was_promised_is_answered_in_the_form_of_the_next_review(desk):
    now = "2026-Q3:quarterly"
    rep_id = next(
        each.subject.rep_id
        for each in standings(desk.store, OPS, now)
        if each.subject.stage == "self_review"
    )
    rep = Actor(rep_id, "rep")
    opened = form_of(desk, rep, now, rep_id)
    first = next(each for each in opened.ledger if each.kept.state == "open")
    assert not any(name.startswith("commitments.") for name in opened.drafts)
    first.state.value = "dropped"
    assert 'role="alert"' in first.said.value  # a dropped one needs its reason
    first.reason.value = "the customer closed <b>"

    kept = {each.promise: each for each in promises_of(desk.store, rep, now, rep_id)}
    found = kept[first.kept.promise]
    assert (found.state, found.reason) == ("dropped", "the customer closed <b>")
    again = form_of(desk, rep, now, rep_id)
    assert first.kept.promise in {each.kept.promise for each in again.ledger}
    assert form_of(desk, OPS, now, rep_id).ledger == []


def test_lessons_of_signed_reviews_are_found_by_those_who_may_read(desk):
    rep_id = signed(desk)[0]
    mine = lessons(desk, Actor(rep_id, "rep"))

    assert mine
    assert {each.rep_id for each in mine} == {rep_id}
    word = mine[0].text.split()[0]
    assert all(word.casefold() in each.text.casefold() for each in lessons(desk, OPS, word))
    assert len(lessons(desk, OPS)) > len(mine)
    assert lessons(desk, OPS, "no such words at all") == []
    assert lessons(desk, Actor("X", "rep")) == []


def test_who_else_is_named_is_told():
    others = ("李娜", "Ann Lee", "")

    assert others_named("和李娜一起拜访", others) == ["李娜"]
    assert others_named([["Joann Leeds"]], others) == []
    assert others_named({"situation": "with Ann Lee."}, others) == ["Ann Lee"]
    assert others_named(None, others) == []


def test_names_in_a_review_are_found_before_it_is_signed(desk):
    rep_id = signed(desk)[0]
    others = desk.others(LAST, rep_id)
    rep = desk.review(document_of(rep_id), LAST, rep_id).rep

    assert rep.name not in others
    assert rep.manager_name not in others
    entries = read_entries(desk.store, Actor(rep_id, "rep"), LAST, rep_id).values()
    named = desk.naming(Actor(rep_id, "rep"), LAST, rep_id)
    assert {place for place, _name in named} <= {str(each.place) for each in entries}


def signed(desk):
    return [each.subject.rep_id for each in standings(desk.store, OPS, LAST)][:6]
