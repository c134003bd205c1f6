"""What people have goes on working: workspaces of an earlier version, opened by this one.

README.md beside this file says what they hold and how to read a failure.
"""

import json
import shutil
from datetime import date

import differing
import pytest
import told
from kept import index, told_figures, told_json, unpacked, with_postgresql, with_sqlite
from scenes import ANNA, COSME, MET, ONES, OWN_WORDS

from workbench.batch.plan import Request, plan
from workbench.batch.run import run_batch
from workbench.errors import ConflictError
from workbench.review.cycle.desk import open_desk
from workbench.review.notebook import REVIEW, require_notebook
from workbench.review.reader import document_of
from workbench.serve.page import pages_of
from workbench.snapshots import freeze, open_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.standing import standings

HR = Actor("HR", "hr")
BOTH = ("demo", "maven")


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    """Compare each reading of a workspace with what was told then; each is made once."""
    made = {}

    def differences(name, reading):
        if (name, reading) not in made:
            folder = unpacked(name, tmp_path_factory.mktemp(f"{name}-{reading}"))
            read = {"kept": as_kept, "anew": frozen_anew, "paid": as_paid}[reading]
            made[name, reading] = read(with_sqlite(folder))
        return made[name, reading]

    return differences


def as_kept(folder):
    """Read the figures of each snapshot that was kept, found by its day and hash."""
    workspace, found = open_workspace(folder), []
    for (snapshot, period), before in told_figures(folder.name).items():
        day, pinned = snapshot.split("/")
        opened = open_snapshot(workspace, date.fromisoformat(day), pinned)
        assert opened.folder == folder / "snapshots" / snapshot
        found += compared(folder, snapshot, before, opened, workspace, period, "kept")
    return found


def frozen_anew(folder):
    """Read the figures of each day when the same source is frozen once more, nothing being kept."""
    shutil.rmtree(folder / "facts")
    workspace, found = open_workspace(folder), []
    for day, hashes in index()[folder.name]["snapshots"].items():
        is_own = day == workspace.as_of.isoformat()
        opened = freeze(workspace, None if is_own else date.fromisoformat(day))
        last = f"{day}/{hashes[-1][:8]}"
        for (snapshot, period), before in told_figures(folder.name).items():
            if snapshot == last:
                found += compared(folder, snapshot, before, opened, workspace, period, "anew")
    return found


def compared(folder, snapshot, before, opened, workspace, period, reading):
    after = told.figures(opened, workspace, period)
    about = {"reading": reading, "workspace": folder.name, "snapshot": snapshot}
    return differing.compared(before, after, **about)


def as_paid(folder):
    """Read the statements of those whose statements were told."""
    workspace, found = open_workspace(folder), []
    for rep in told.PAID[folder.name]:
        after = told.statements(workspace, rep)
        found += differing.compared_statements(told_json("statements")[rep], after, rep)
    return found


@pytest.mark.parametrize("name", BOTH)
@pytest.mark.parametrize("reading", differing.READINGS)
def test_every_figure_is_as_it_was_or_the_list_says_by_which_rule(readings, name, reading):
    text = differing.unexplained(readings(name, reading))

    assert not text, text


def test_the_list_says_nothing_that_is_not_so(readings):
    found = [
        each for name in BOTH for reading in differing.READINGS for each in readings(name, reading)
    ]

    assert [line for entry in differing.listed() for line in entry.idle(found)] == []


@pytest.fixture
def workspace_of(tmp_path):
    """Unpack a workspace with its store in a file."""
    return lambda name: open_workspace(with_sqlite(unpacked(name, tmp_path)))


@pytest.fixture
def desk_of():
    """Open the desk of a workspace; it is closed at the end."""
    opened = []

    def desk(workspace):
        opened.append(open_desk(workspace, "zh"))
        return opened[-1]

    yield desk
    for each in opened:
        each.store.engine.dispose()


@pytest.mark.parametrize("name", BOTH)
def test_without_a_day_the_snapshot_frozen_last_is_opened(workspace_of, name):
    workspace = workspace_of(name)
    hashes = index()[name]["snapshots"][workspace.as_of.isoformat()]

    assert open_snapshot(workspace).folder.name == hashes[-1][:8]
    assert open_snapshot(workspace, workspace.as_of).folder.name == hashes[-1][:8]


@pytest.mark.parametrize("name", BOTH)
def test_each_cycle_opens_on_its_very_snapshot_whatever_is_frozen_later(
    workspace_of, desk_of, name
):
    workspace = workspace_of(name)
    freeze(workspace)
    desk, found = desk_of(workspace), {}
    for cycle in list_cycles(desk.store):
        rep_id = standings(desk.store, HR, cycle.cycle)[0].subject.rep_id
        request = Request(period=cycle.period, template=cycle.template, reps=(rep_id,))
        found[cycle.cycle] = (
            desk.review(document_of(rep_id), cycle.cycle, rep_id).snapshot.folder,
            plan(workspace, request).snapshot.folder,
        )

    pins = told_json("reviews")[name]["cycles"].values()
    home = workspace.folder / "snapshots"
    assert found == {
        each["cycle"]: (home / each["as_of"] / each["snapshot"][:8],) * 2 for each in pins
    }


@pytest.fixture(params=["sqlite", "postgresql"])
def stored(request, tmp_path):
    """Unpack a workspace with its store in either kind of database."""

    def opened(name):
        folder = unpacked(name, tmp_path)
        if request.param == "sqlite":
            return open_workspace(with_sqlite(folder))
        return open_workspace(with_postgresql(folder, request.getfixturevalue("server")))

    return opened


@pytest.mark.parametrize("name", BOTH)
def test_stages_signatures_drafts_and_promises_are_whole(stored, desk_of, name):
    desk = desk_of(stored(name))

    lines = lost(told_json("reviews")[name], told.reviews(desk.store))
    assert not lines, "\n".join(lines)


def lost(before, after, place=""):
    """List where something told then is told otherwise; what has come in since is not looked at."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [
            line
            for key, value in before.items()
            for line in lost(value, after.get(key, "(gone)"), f"{place} / {key}")
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [line for n, pair in pairs for line in lost(*pair, f"{place} / {n}")]
    return [] if before == after else [f"{place}: {before!r} → {after!r}"]


def test_a_draft_is_written_on_from_the_version_it_has_and_from_no_other(stored, desk_of):
    store, rep = desk_of(stored("maven")).store, Actor(ANNA, "rep")
    draft = read_entries(store, rep, ONES, ANNA)["summary", "ask", "rep"]
    place = Place(ONES, ANNA, "summary", "ask", "rep")

    with pytest.raises(ConflictError):
        save_entry(store, rep, place, "from an older version", draft.version - 1)
    saved = save_entry(store, rep, place, "第三稿", draft.version)

    assert (draft.version, saved.version, saved.value) == (2, 3, "第三稿")


def test_a_batch_leaves_signed_documents_byte_for_byte(workspace_of):
    workspace = workspace_of("demo")
    before = told.signed_files(workspace.outputs)
    signed = ("R04", "R05", "R10")

    request = Request(period="2026-Q3", reps=(*signed, "R01"), is_forced=True, jobs=1)
    report = run_batch(workspace, request)

    assert before == index()["demo"]["signed"] == told.signed_files(workspace.outputs)
    assert ([each.rep_id for each in report.made], report.failed) == (["R01"], ())
    pages = [page for page in report.documents if (page.parent / "signed").is_dir()]
    assert len(pages) == len(signed)
    for page in pages:
        last = max((page.parent / "signed").iterdir(), key=lambda folder: folder.name)
        assert page.read_bytes() == (last / page.name).read_bytes()


def test_own_template_and_own_notebook_make_the_document(tmp_path, server):
    folder = with_postgresql(unpacked("maven", tmp_path), server)
    workspace = open_workspace(folder)
    before = told.signed_files(workspace.outputs)

    own = Request(period="2017-Q4", template="short", reps=(COSME, ANNA), is_forced=True, jobs=1)
    report = run_batch(workspace, own)

    assert before == index()["maven"]["signed"] == told.signed_files(workspace.outputs)
    assert ([each.rep_id for each in report.made], report.failed) == ([ANNA], ())
    page = next(page for page in report.documents if page.parent.name == "anna-snelling")
    text = page.read_text(encoding="utf-8")
    assert "我们自己的问题：卡在哪里？" in text
    assert "第二稿 second draft 🙂" in text
    cells = json.loads(page.with_suffix(".ipynb").read_text(encoding="utf-8"))["cells"]
    assert OWN_WORDS in "".join(cells[0]["source"])


def test_own_notebook_is_found_for_documents_and_for_pages(workspace_of):
    folder = workspace_of("maven").folder
    own = folder / "notebooks" / "rep_review.ipynb"

    assert require_notebook(REVIEW, folder) == own
    assert pages_of(folder)["rep_review"][1] == own
    assert MET in told_json("reviews")["maven"]["cycles"]
