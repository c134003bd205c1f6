"""Many reps at once: one that fails never stops the others."""

import stat

import nbformat
import pytest

from workbench.batch.pool import run_jobs
from workbench.batch.status import is_current, read_status

COVER = 'review.section("cover", rep_id)'
# What becomes of a rep depends on who it is
SUMMARY = """\
import os, time
if rep_id == "raises":
    raise ValueError("quota is 0 in " + workspace)
if rep_id == "dies":
    os._exit(1)
if rep_id == "sleeps":
    time.sleep(60)
review.section("summary", "<script>alert(1)</script>")"""
REPS = ("good", "raises", "dies", "sleeps", "other")


@pytest.fixture(scope="module")
def batch(tmp_path_factory, write_notebook, job_for):
    """One batch of five reps, three of whom fail; the kernels are started once for all tests."""
    folder = tmp_path_factory.mktemp("batch")
    notebook = write_notebook(folder / "tiny.ipynb", COVER, SUMMARY)
    outputs = folder / "outputs"
    (outputs / "raises").mkdir(parents=True)
    (outputs / "raises" / "review.html").write_text("an older document")
    told = []
    outcomes = run_jobs([job_for(rep, notebook, outputs) for rep in REPS], 2, told.append)
    return outputs, {outcome.rep_id: outcome for outcome in outcomes}, told


def test_a_failing_rep_does_not_stop_the_others(batch):
    _, outcomes, _ = batch

    states = {rep: outcome.state for rep, outcome in outcomes.items()}

    assert states == {
        "good": "made", "raises": "failed", "dies": "failed", "sleeps": "failed", "other": "made",
    }  # fmt: skip


def test_each_document_is_told_when_it_is_done(batch):
    _, _, told = batch

    assert sorted(outcome.rep_id for outcome in told) == sorted(REPS)


def test_a_failure_names_the_error_its_text_and_the_section(batch):
    _, outcomes, _ = batch

    problem = outcomes["raises"].problem

    assert (problem.error, problem.section) == ("ValueError", "summary")
    assert problem.text.startswith("quota is 0")


@pytest.mark.parametrize(
    ("rep", "error"), [("dies", "DeadKernelError"), ("sleeps", "CellTimeoutError")]
)
def test_a_dead_kernel_and_a_slow_cell_are_told_apart(batch, rep, error):
    _, outcomes, _ = batch

    assert (outcomes[rep].problem.error, outcomes[rep].problem.section) == (error, "summary")


@pytest.mark.parametrize("rep", ["raises", "dies", "sleeps"])
def test_a_failing_rep_leaves_its_notebook_with_the_error_marked(batch, rep):
    outputs, _, _ = batch

    notebook = nbformat.read(outputs / rep / "review.ipynb", as_version=4)
    tags = [tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])]
    errors = [out for c in notebook.cells for out in c.get("outputs", []) if "ename" in out]

    assert tags.count("papermill-error-cell-tag") == 2
    assert len(errors) == 1


def test_what_ran_before_the_failure_is_kept(batch):
    outputs, _, _ = batch

    text = (outputs / "dies" / "review.ipynb").read_text()

    assert "<h1>dies<" in text


def test_an_older_document_does_not_pass_for_a_new_one(batch):
    outputs, _, _ = batch

    assert not (outputs / "raises" / "review.html").exists()


def test_a_document_runs_nothing_and_shows_no_code(batch):
    outputs, _, _ = batch

    page = (outputs / "good" / "review.html").read_text()

    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "time.sleep" not in page


def test_outputs_are_for_their_owner_alone(batch):
    outputs, _, _ = batch

    files = list((outputs / "good").iterdir())

    assert {file.name for file in files} == {"review.ipynb", "review.html", "status.json"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((outputs / "good").stat().st_mode) == 0o700


def test_only_an_untouched_document_of_the_same_input_is_current(batch):
    outputs, _, _ = batch
    folder = outputs / "other"
    made = read_status(folder, "other").documents["review"]
    before = (
        is_current(folder, made, "hash of other"),
        is_current(folder, made, "another hash"),
    )

    (folder / "review.html").write_text("edited")

    assert before == (True, False)
    assert not is_current(folder, made, "hash of other")


def test_a_failed_document_is_never_current(batch):
    outputs, _, _ = batch
    made = read_status(outputs / "raises", "raises").documents["review"]

    assert not is_current(outputs / "raises", made, "hash of raises")


def test_no_place_on_this_machine_stands_in_a_notebook(batch):
    outputs, _, _ = batch

    texts = [(outputs / rep / "review.ipynb").read_text() for rep in REPS]

    assert [text for text in texts if str(outputs.parent) in text] == []


def test_two_runs_give_the_same_bytes(batch, job_for, tmp_path):
    outputs, _, _ = batch
    notebook = outputs.parent / "tiny.ipynb"

    run_jobs([job_for("good", notebook, tmp_path)], 1, lambda _: None)

    for name in ("review.ipynb", "review.html"):
        assert (tmp_path / "good" / name).read_bytes() == (outputs / "good" / name).read_bytes()
