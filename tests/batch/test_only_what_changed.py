"""A document is made again when something it shows has changed, and only then."""

import csv
import shutil
from dataclasses import replace
from datetime import date

import pytest

from workbench.batch.choice import choose
from workbench.batch.inputs import why
from workbench.batch.plan import Request, plan
from workbench.batch.status import Made, Status, write_status
from workbench.errors import UnknownNameError
from workbench.review.review import open_review
from workbench.review.section import KEYS
from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.entries import Place, save_entry
from workbench.store.goals import Goal, save_goal
from workbench.store.opening import store_of

REQUEST = Request(period="2026-Q3", langs=("en",))
SEEN = ("R01", "R02", "R05", "R09", "M01")  # whose documents are drawn and compared
HR, CYCLE = Actor("HR", "hr"), "2026-Q3:quarterly"


@pytest.fixture(scope="module")
def company(tmp_path_factory, shipped):
    """Take the made company; each test changes a copy of it."""
    folder = tmp_path_factory.mktemp("company") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    toml = folder / "workbench.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text.replace("[workspace]\n", '[workspace]\noutputs = "outputs"\n', 1))
    choose(plan(open_workspace(folder), REQUEST), REQUEST)
    return folder


@pytest.fixture
def demo(company, tmp_path):
    return open_workspace(shutil.copytree(company, tmp_path / "demo"))


def parts(workspace):
    """Hash the parts of everybody's document."""
    chosen = choose(plan(workspace, REQUEST), REQUEST)
    return {job.rep_id: job.documents[0] for job in chosen.jobs}


def pretend_made(workspace):
    """Write the status of documents that were made of the input as it is now."""
    planned = plan(workspace, REQUEST)
    for job in choose(planned, REQUEST).jobs:
        job.folder.mkdir(parents=True, exist_ok=True)
        (one,) = job.documents
        made = Made(state="made", input_hash=one.input_hash, parts=one.parts, revision=one.revision)
        write_status(job.folder, Status(job.rep_id).with_document(one.stem, made))


def change_a_deal(workspace, rep_id):
    """Let a rep's last won deal be worth a little more, and freeze the same day again."""
    file = workspace.folder / "deals.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    won = [row for row in rows if row["rep_id"] == rep_id and row["is_won"] == "True"]
    last = max(won, key=lambda row: row["close_on"])
    last["amount"] = str(float(last["amount"]) + 1000)
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return freeze(workspace, None)


def shown(workspace, rep_id):
    """Give everything a document shows, without the name of the snapshot."""
    review = open_review(rep_id, "2026-Q3", str(workspace.folder), lang="en", surface="document")
    html = "".join(str(found.html) for key in KEYS if (found := review.section(key)) is not None)
    return html.replace(review.snapshot.hash[:8], "…")


@pytest.mark.slow
def test_a_changed_deal_moves_the_documents_that_show_it_and_no_others(demo):
    before, seen = parts(demo), {rep: shown(demo, rep) for rep in SEEN}

    changed = SEEN[0]
    change_a_deal(demo, changed)
    after = parts(demo)

    moved = {rep for rep in after if after[rep].input_hash != before[rep].input_hash}
    really = {rep for rep in seen if shown(demo, rep) != seen[rep]}
    assert changed in really
    assert moved & set(seen) == really
    assert moved < set(after)  # in so small a company most are its peers, and show it


def test_a_goal_moves_the_document_of_its_owner_alone_and_so_does_what_it_serves(demo):
    store = store_of(demo)
    top = Goal(period="2026-Q3", level="team", owner_id="M01", what="Grow the team")
    top = save_goal(store, HR, top)
    pretend_made(demo)
    save_goal(store, HR, Goal(period="2026-Q3", owner_id="R01", what="Mine", parent=top.goal))
    assert [job.rep_id for job in choose(plan(demo, REQUEST), REQUEST).jobs] == ["R01"]

    pretend_made(demo)
    save_goal(store, HR, replace(top, what="Grow the north", reason="Said better"))
    store.engine.dispose()
    changed = {job.rep_id for job in choose(plan(demo, REQUEST), REQUEST).jobs}
    assert changed == {"R01", "M01"}


def test_an_unchanged_batch_has_nothing_to_make(demo):
    pretend_made(demo)

    assert choose(plan(demo, REQUEST), REQUEST).jobs == ()


def test_a_correction_frozen_again_remakes_the_reps_it_moves_and_says_why(demo):
    pretend_made(demo)
    rep = SEEN[0]

    change_a_deal(demo, rep)
    jobs = {job.rep_id: job for job in choose(plan(demo, REQUEST), REQUEST).jobs}

    assert "figures" in jobs[rep].documents[0].why
    assert "deals" in jobs[rep].documents[0].why


def test_an_edited_form_moves_its_own_document_only(demo):
    snapshot, planned = freeze(demo, None), plan(demo, REQUEST)
    first, second = planned.chosen[:2]
    store = store_of(demo)
    members = [Member(rep, planned.people[rep].manager_id) for rep in (first, second)]
    opened = Cycle(CYCLE, "2026-Q3", "quarterly", date(2026, 9, 30), snapshot.hash,
                   store.clock(), "HR")  # fmt: skip
    open_cycle(store, HR, opened, members)
    pretend_made(demo)

    save_entry(store, Actor(first, "rep"), Place(CYCLE, first, "problems", "causes", "rep"),
               "A new cause", 0)  # fmt: skip
    store.engine.dispose()

    assert {
        job.rep_id: job.documents[0].why for job in choose(plan(demo, REQUEST), REQUEST).jobs
    } == {first: "what people wrote"}


def test_the_parts_that_differ_are_named_in_plain_words():
    made = Made(state="made", input_hash="", parts={"facts": "1", "template": "1", "program": "1"})

    assert why({"facts": "2", "template": "1", "program": "2"}, made) == (
        "figures, the program or its libraries"
    )
    assert why({"facts": "1"}, None) == "new"


def test_a_batch_reads_the_very_snapshot_its_cycle_is_pinned_to(demo):
    pinned = freeze(demo, None)
    store = store_of(demo)
    opened = Cycle(CYCLE, "2026-Q3", "quarterly", pinned.as_of, pinned.hash, store.clock(), "HR")
    open_cycle(store, HR, opened, [Member("R01", "M01")])
    store.engine.dispose()
    later = change_a_deal(demo, "R01")

    assert later.hash != pinned.hash
    planned = plan(demo, REQUEST)
    assert planned.snapshot.hash == pinned.hash
    review = open_review("R01", "2026-Q3", str(demo.folder), as_of=planned.as_of)
    assert review.snapshot.hash == pinned.hash


def test_an_engine_that_does_not_exist_is_named(demo):
    with pytest.raises(UnknownNameError, match="'warm'"):
        plan(demo, Request(engine="warn"))
