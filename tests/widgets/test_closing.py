"""A form that went on elsewhere: its fields lock, no word is lost, what is saved stands beside."""

import re
import shutil
from datetime import date

import pytest

from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.entries import read_entries
from workbench.store.moves import advance, reopen
from workbench.widgets.form import form_of

CYCLE, REP = "2026-Q3:quarterly", "R19"
CASES, PROBLEMS = "highlights.cases.rep", "problems.problems.rep"
HR, ANA = Actor("HR", "hr"), Actor(REP, "rep")


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("closing") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    opened = open_desk(open_workspace(folder), "en")
    begin(opened, HR, "2026-Q3", due_on=date(2026, 10, 7), reps=[REP, "R18"])
    for rep in (REP, "R18"):
        advance(opened.store, Actor(rep, "rep"), CYCLE, rep)  # the figures are checked
    yield opened
    opened.store.engine.dispose()


@pytest.fixture
def forms(desk):
    """Open the form of a rep in two windows."""
    return form_of(desk, ANA, CYCLE, REP), form_of(desk, ANA, CYCLE, REP)


def locked(form, name=CASES):
    return [control.disabled for control in form.drafts[name].field.inputs()]


def typed(form, words, name=CASES):
    form.drafts[name].field.widget.value = words
    return form.drafts[name]


def holds(draft):
    return 'data-holds="' in draft.said.value


def mark(widget, what):
    return next(name for name in widget._dom_classes if name.startswith(what))


def test_another_version_locks_the_field_until_one_is_chosen(forms):
    one, two = forms
    assert holds(typed(one, "from one"))
    draft = typed(two, "from two")

    assert locked(two) == [True]
    assert locked(two, PROBLEMS) == [False]
    assert not holds(draft)
    draft.choice.children[0].click()  # keep mine
    assert locked(two) == [False]
    assert holds(draft)


def test_a_review_that_moved_on_locks_the_whole_form_and_loses_no_word(desk, forms):
    one, two = forms
    typed(one, "saved in time")
    two.drafts[CASES].take("saved in time", one.drafts[CASES].version)
    advance(desk.store, ANA, CYCLE, REP)
    draft = typed(two, "typed too late")

    assert draft.field.value == "typed too late"
    assert "What is saved: saved in time" in draft.said.value
    assert not holds(draft)
    assert locked(two) == locked(two, PROBLEMS) == [True]
    assert "Hand in" not in str([each.description for each in two.steps.box.children[2:]])
    kept = read_entries(desk.store, ANA, CYCLE, REP)["highlights", "cases", "rep"]
    assert kept.value == "saved in time"
    reopen(desk.store, HR, CYCLE, REP, "self_review", "to write on")


def test_who_hands_in_here_types_on_nowhere(desk):
    form = form_of(desk, Actor("R18", "rep"), CYCLE, "R18")
    assert locked(form) == [False]
    advance(desk.store, Actor("R18", "rep"), CYCLE, "R18")
    form.steps.close()

    assert locked(form) == [True]


def test_the_marks_of_a_form_are_those_of_one_person_and_one_review(desk):
    own = mark(form_of(desk, ANA, CYCLE, REP).widget, "words-of-")

    assert own == mark(form_of(desk, ANA, CYCLE, REP).widget, "words-of-")
    boss = Actor(desk.review(HR, CYCLE, REP).rep.manager_id, "manager")
    assert own != mark(form_of(desk, boss, CYCLE, REP).widget, "words-of-")
    assert own != mark(form_of(desk, HR, CYCLE, "R18").widget, "words-of-")


def test_each_box_of_a_form_has_a_mark_of_its_own(forms):
    marks = [mark(draft.widget, "words-at-") for draft in forms[0].drafts.values()]

    assert len(marks) > 5
    assert len({*marks}) == len(marks)


def test_what_the_store_holds_is_told_for_each_control(forms):
    draft = typed(forms[0], "汉字 🙂")
    told = re.search(r'data-holds="([^"]*)"', draft.said.value)[1]

    assert re.fullmatch(r"[0-9a-f]{1,8}", told)
    assert told != re.search(r'data-holds="([^"]*)"', typed(forms[0], "汉字").said.value)[1]
