"""Whole cycles through the forms' own fields: a quarter of many, and each other template.

`make test` takes every third through it, and who left; the whole walk (`make proofs`) everybody.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from workbench.batch.plan import Request
from workbench.batch.run import run_batch
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.reader import document_of
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.promises import promises_of
from workbench.store.standing import standings
from workbench.widgets.form import form_of

pytestmark = pytest.mark.slow
WHOLE = bool(os.environ.get("WORKBENCH_WHOLE_WALK"))
LEFT = "R20"  # in the quarter
HR, OPS = Actor("HR", "hr"), Actor("OPS", "sales_ops")
WORDS = '写了 <script>alert(1)</script> 🙂 "quoted"\nשלום'
FEEDBACK = dict.fromkeys(("situation", "behaviour", "impact", "request", "evidence"), WORDS)
SIMPLE = {
    "number": "12.5",
    "date": "2026-12-31",
    "yes_no": True,
    "select": 2,
    "rating": {"level": 3, "reason": WORDS},
    "feedback": FEEDBACK,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory, shipped):
    folder = tmp_path_factory.mktemp("everybody") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    toml = folder / "workbench.toml"  # a test leaves the documents of the example company alone
    about, own = "[workspace]\n", '[workspace]\noutputs = "outputs"\n'
    toml.write_text(toml.read_text(encoding="utf-8").replace(about, own, 1), encoding="utf-8")
    opened = open_desk(open_workspace(folder), "en")
    yield opened
    opened.store.engine.dispose()


def answer(item):
    if item.kind == "competencies":
        return [[row.en, "3", "D-1"] for row in item.rows]
    if item.columns:
        told = {"what": "Visit two a week", "metric": "win_rate", "due": "2026-12-31"}
        return [[told.get(column.means, "x") for column in item.columns]]
    return SIMPLE.get(item.kind, WORDS)


def fill(desk, actor, cycle, rep_id):
    """Fill in everything this person may write, through the fields of the form."""
    drafts = form_of(desk, actor, cycle, rep_id).drafts
    for draft in drafts.values():
        draft.field.value = answer(draft.item)
        assert "saved" in draft.said.value, (draft.place, draft.said.value)
    return len(drafts)


def finish(desk, cycle, rep_id, manager):
    """Take one review from the data check to its signatures."""
    rep = Actor(rep_id, "rep")
    desk.advance(rep, cycle, rep_id)
    assert fill(desk, rep, cycle, rep_id)
    desk.advance(rep, cycle, rep_id)
    assert fill(desk, manager, cycle, rep_id)
    desk.advance(manager, cycle, rep_id)
    desk.advance(HR, cycle, rep_id)
    desk.advance(manager, cycle, rep_id)
    desk.sign(rep, cycle, rep_id)
    return desk.sign(manager, cycle, rep_id)


def managers(desk, cycle):
    """Find who leads each review; somebody without a manager is delegated to the head."""
    from workbench.store.subjects import delegate  # noqa: PLC0415

    found = {}
    for standing in standings(desk.store, OPS, cycle):
        subject = standing.subject
        if not subject.manager_id:
            delegate(desk.store, HR, cycle, subject.rep_id, "GM")
        found[subject.rep_id] = Actor(subject.manager_id or "GM", "manager")
    return found


def test_a_quarter_runs_whole_three_are_published_and_the_next_opens(desk):
    cycle = begin(desk, HR, "2026-Q3", due_on=date(2026, 10, 7)).cycle
    leads = managers(desk, cycle)
    everybody = len(leads)
    if not WHOLE:
        leads = {
            rep: lead for n, (rep, lead) in enumerate(leads.items()) if n % 3 == 0 or rep == LEFT
        }
    blank = {rep_id: order(desk, cycle, rep_id) for rep_id in leads}
    stages = {rep_id: finish(desk, cycle, rep_id, lead) for rep_id, lead in leads.items()}

    assert everybody > 15
    assert LEFT in leads
    assert set(stages.values()) == {"appeal"}
    assert all(order(desk, cycle, rep_id) == blank[rep_id] for rep_id in leads)
    done = [each for each in desk.status(OPS, cycle) if each.standing.subject.rep_id in leads]
    assert len(done) == len(leads)
    assert all(not each.missing for each in done)

    three = tuple(leads)[:3]
    report = run_batch(desk.workspace, Request(period="2026-Q3", reps=three))
    assert not report.failed
    pages = [Path(page).read_text(encoding="utf-8") for page in report.documents]
    assert len(pages) == 3
    for page in pages:
        assert "<script>alert(1)" not in page
        assert "שלום" in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt; 🙂" in page

    following = begin(desk, HR, "2026-Q4", reps=leads, is_ahead=True).cycle
    for rep_id in leads:
        kept = promises_of(desk.store, Actor(rep_id, "rep"), following, rep_id)
        carried = [each.what for each in kept]
        if rep_id == LEFT:  # no plan for the next was asked
            assert "Visit two a week" not in carried
        else:  # the plan's action, and the line of development with how it is practised
            assert carried == ["Visit two a week", "Visit two a week – x"], rep_id


@pytest.mark.parametrize("template", ["monthly", "annual", "onboarding", "coaching"])
def test_each_other_template_runs_whole_for_two(desk, template):
    cycle = begin(desk, HR, "2026-Q3", template, reps=["R18", "R19"]).cycle
    leads = managers(desk, cycle)

    for rep_id, lead in leads.items():
        before = order(desk, cycle, rep_id)
        assert finish(desk, cycle, rep_id, lead) == "appeal"
        assert order(desk, cycle, rep_id) == before
    assert not any(each.missing for each in desk.status(OPS, cycle))


def order(desk, cycle, rep_id):
    review = desk.review(document_of(rep_id), cycle, rep_id)
    found = [review.section(key) for key in review.template.sections]
    return [each.key for each in found if each is not None]
