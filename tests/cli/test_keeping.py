"""What waits, questions, goals, registers, another snapshot: as a person types the commands."""

import logging
import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from workbench.batch.plan import Request, plan
from workbench.cli import app
from workbench.errors import ParameterError, RefusedError
from workbench.sources.workspace import open_workspace
from workbench.store import Actor, open_store
from workbench.store.entries import Place, save_entry
from workbench.widgets.form import open_form
from workbench.widgets.team_review import open_team_review

CYCLE = "2026-Q3:quarterly"


@pytest.fixture(scope="module")
def opened(tmp_path_factory, shipped):
    """Open the cycle once; each test goes on from a copy."""
    folder = tmp_path_factory.mktemp("keeping") / "demo"
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("store.*"))
    _run(folder, "cycle", "open", "--reps", "R01,R07", "--due", "2020-10-07")
    return folder


def _run(folder, *words):
    # catch_exceptions=False: a refusal is the error main() turns into a sentence
    told = CliRunner().invoke(app, [*words, "--workspace", str(folder)], catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.stdout


@pytest.fixture
def run(opened, tmp_path):
    folder = shutil.copytree(opened, tmp_path / "demo")

    def command(*words):
        return _run(folder, *words)

    command.folder = folder
    return command


def test_a_person_sees_what_waits_and_what_is_late(run):
    mine = run("todo", "--as", "R01:rep", "--lang", "en")

    assert "R01  2020-10-07 !  rep: check the figures" in mine
    assert "R07" not in mine
    assert "R01" not in run("todo", "--as", "R02:rep", "--lang", "en")


def test_a_manager_has_the_next_thing_of_each_rep(run):
    assert run("cycle", "advance", "R01", "--as", "R01:rep")
    write_own(run, "R01")
    assert run("cycle", "advance", "R01", "--as", "R01:rep")
    run("cycle", "delegate", "R01", "--to", "M09", "--as", "H:hr")
    told = run("todo", "--as", "M09:manager", "--lang", "en")

    assert "manager: write the review" in told
    assert "R07" not in told


def write_own(run, rep_id):
    store = open_store(f"sqlite:///{run.folder / 'store.db'}")
    place = Place(CYCLE, rep_id, "summary", "ask", "rep")
    save_entry(store, Actor(rep_id, "rep"), place, "A demo for the new price", 0)
    store.engine.dispose()


def test_an_opening_is_gone_on_with_and_a_day_is_set_and_an_appeal_waits_for_signatures(run):
    again = run("cycle", "open", "--reps", "R01,R07,R02", "--frozen")
    assert again == f"{CYCLE}\n"
    run("cycle", "due", "R02", "--stage", "data_check", "--on", "2999-12-31", "--reason", "leave")
    assert "2999-12-31" in run("todo", "--as", "R02:rep", "--lang", "en")

    with pytest.raises(RefusedError, match="once both have signed"):
        run("cycle", "appeal", "R02", "unfair", "--as", "R02:rep")
    with pytest.raises(ParameterError, match="one thing"):
        run("cycle", "appeal", "R02", "unfair", "--waive", "--as", "R02:rep")


def test_a_questioned_figure_carries_its_value_and_rows_and_is_answered(run):
    item = run(
        "cycle", "ask", "R01", "Two deals are missing", "--metric", "won_revenue",
        "--as", "R01:rep",
    ).strip()  # fmt: skip
    told = run("inbox", "list", "--as", "O:sales_ops")
    assert "won_revenue" in told
    assert "Two deals are missing" in told
    assert "Two deals" in run("todo", "--as", "O:sales_ops", "--lang", "en")
    run("inbox", "answer", item, "They close in Q4", "--as", "O:sales_ops")

    assert "0.0 h" in run("inbox", "list", "--as", "R01:rep")
    assert "Two deals" not in run("todo", "--as", "O:sales_ops", "--lang", "en")
    with pytest.raises(RefusedError, match="has no part"):
        run("cycle", "ask", "R01", "x", "--as", "R07:rep")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("ask", "R01", "Why?", "--as", "R01:rep"), "已交给销售运营，20"),
        (("ask", "R01", "Thanks", "--kind", "feedback", "--as", "R07:rep"), "已交给R01，20"),
    ],
)
def test_with_whom_it_is_and_until_when_is_said_as_it_is_asked(run, words, says):
    asked = ["cycle", *words, "--workspace", str(run.folder)]
    told = CliRunner().invoke(app, asked, catch_exceptions=False)

    assert says in told.stderr
    assert "前答复" in told.stderr
    assert "前答复" not in told.stdout  # the id alone, to be pasted


def test_feedback_of_a_manager_reaches_the_rep_by_command(run):
    found = run("cycle", "status", "--lang", "en")
    assert "R01" in found
    run("cycle", "delegate", "R01", "--to", "M09", "--as", "H:hr")
    run("cycle", "ask", "R01", "Calls got clearer", "--kind", "feedback", "--as", "M09:manager")
    run("cycle", "ask", "R01", "Thanks for the demo", "--kind", "feedback", "--as", "R07:rep")

    told = run("inbox", "list", "--as", "R01:rep")
    assert "Calls got clearer" in told
    assert "Thanks for the demo" in told
    assert "Thanks" not in run("inbox", "list", "--as", "M09:manager")
    told = run("inbox", "upward", "--as", "M09:manager", "--lang", "en")
    assert told == "Your team has not been asked for feedback yet.\n"
    with pytest.raises(RefusedError, match="cannot read upward feedback"):
        run("inbox", "upward", "--as", "R01:rep", "--lang", "en")
    assert "R01" in run("session", "talks", "--as", "H:hr", "--lang", "en")
    with pytest.raises(RefusedError, match="HR and sales ops can"):
        run("session", "talks", "--as", "R01:rep")


def test_goals_show_below_what_they_serve_with_progress_and_what_is_lacking(run):
    top = run("goal", "add", "Grow", "--owner", "ceo", "--level", "company", "--metric",
              "won_revenue", "--to", "900", "--as", "O:sales_ops").strip()  # fmt: skip
    run("goal", "add", "Open a region", "--owner", "ceo", "--level", "company",
        "--as", "O:sales_ops")  # fmt: skip
    run("goal", "add", "Mine", "--owner", "R01", "--serves", top, "--metric", "won_revenue",
        "--from", "0", "--to", "600", "--due", "2026-12-31", "--as", "R01:rep")  # fmt: skip
    lines = run("goal", "tree", "--lang", "en").splitlines()

    grow = next(line for line in lines if line.startswith("Grow"))
    assert "the goals below leave ¥300 uncovered" in grow
    assert lines[lines.index(grow) + 1].startswith("› Mine")
    assert "%" in lines[lines.index(grow) + 1]
    assert "no goal serves it" in next(line for line in lines if "region" in line)
    assert (
        "no goal serves it"
        not in run("goal", "tree", "--as", "R12:rep", "--lang", "en").split("Open a region")[0]
    )


def test_a_goal_is_amended_and_closed_with_its_reason(run):
    mine = run("goal", "add", "Mine", "--owner", "r01", "--to", "600", "--as", "R01:rep").strip()
    run("goal", "amend", mine, "--to", "500", "--weight", "40", "--reason", "Two left",
        "--as", "R01:rep")  # fmt: skip
    with pytest.raises(RefusedError, match="their own goals"):
        run("goal", "add", "Yours", "--owner", "R07", "--as", "R01:rep")
    line = next(each for each in run("goal", "tree", "--lang", "en").splitlines() if "Mine" in each)
    assert "500" in line
    assert "the weights of R01 are 60 short of 100" in line
    run("goal", "close", mine, "--reason", "Withdrawn", "--as", "R01:rep")

    assert "closed: Withdrawn" in run("goal", "tree", "--lang", "en")


def test_another_snapshot_is_pinned_with_the_figures_that_changed(run):
    assert "won_revenue" not in run("cycle", "repin")
    deals = next(run.folder.glob("**/deals.csv"))
    head, *rows = deals.read_text(encoding="utf-8").splitlines()
    names = head.split(",")
    won = next(row for row in rows if is_won(names, row, "R01"))
    deals.write_text("\n".join([head, *(row for row in rows if row != won), ""]), encoding="utf-8")
    told = run("cycle", "repin")

    assert "R01  won_revenue" in told
    assert "R07  won_revenue" not in told
    run("cycle", "advance", "R01", "--as", "R01:rep")
    with pytest.raises(ParameterError, match="left the data check"):
        run("cycle", "repin")


def is_won(names, row, rep_id):
    cells = dict(zip(names, row.split(","), strict=False))
    day = cells.get("closed_on") or cells.get("close_on") or ""
    return cells["rep_id"] == rep_id and cells["is_won"].lower() == "true" and day >= "2026-07-01"


def test_a_register_is_kept_listed_and_ended(run):
    line = run("register", "add", "support", "A demo", "--rep", "R01", "--owner", "pre",
               "--due", "2020-01-01", "--as", "R01:rep").strip()  # fmt: skip
    assert "2020-01-01 !" in run("register", "list", "support", "--as", "H:hr")
    assert "A demo" in run("todo", "--as", "pre:rep", "--lang", "en")
    run("register", "end", line, "Shown", "--as", "pre:rep")

    assert "Shown" in run("register", "list", "support", "--as", "R01:rep")
    assert "A demo" not in run("register", "list", "support", "--as", "R07:rep")
    news = run("register", "add", "announcement", "Goals", "--as", "H:hr").strip()
    assert run("register", "read", news, "--as", "R01:rep").strip() == news


def test_the_second_signature_publishes_and_freezes(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)  # outputs/ of here
    store = open_store(f"sqlite:///{run.folder / 'store.db'}")
    with store.writing() as connection:
        connection.execute(
            text("UPDATE review SET stage = 'sign_off', manager_id = 'M1' WHERE rep_id = 'R01'")
        )
    store.engine.dispose()
    assert run("cycle", "sign", "R01", "--as", "R01:rep") == "sign_off\n"
    stage, *pages = run("cycle", "sign", "R01", "--as", "M1:manager").splitlines()

    assert stage == "appeal"
    assert pages
    for page in pages:
        kept = Path(page).parent / "signed" / "1" / Path(page).name
        assert kept.read_bytes() == Path(page).read_bytes()


def test_a_batch_shows_the_day_the_cycle_is_pinned_to(run):
    pinned = open_workspace(run.folder).as_of
    toml = run.folder / "workbench.toml"
    told = toml.read_text(encoding="utf-8")
    fresher = told.replace(f"as_of = {pinned}", "as_of = 2026-11-30")
    try:
        toml.write_text(fresher, encoding="utf-8")  # fresher data, not what the reps have checked
        space = open_workspace(run.folder)

        assert plan(space, Request(reps=("R01",))).snapshot.as_of == pinned
        assert plan(space, Request(reps=("R01",), template="monthly")).snapshot.as_of > pinned
        asked = plan(space, Request(reps=("R01",), as_of="2026-10-31"))
        assert asked.snapshot.as_of.isoformat() == "2026-10-31"
    finally:
        toml.write_text(told, encoding="utf-8")


def test_where_the_source_has_moved_on_a_pinned_cycle_says_so_and_its_document_does_not(
    run, monkeypatch, tmp_path, caplog
):
    monkeypatch.chdir(tmp_path)  # where documents go
    caplog.set_level(logging.INFO, "workbench")
    index = Path(run("batch", "--reps", "R01", "--jobs", "1").strip())
    (page,) = index.parent.parent.glob("*/review.html")
    before = page.read_bytes()
    deals = run.folder / "deals.csv"
    deals.write_text(deals.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    assert "源数据此后有变动" not in index.read_text(encoding="utf-8")
    run("batch", "--reps", "R01", "--jobs", "1", "--force")

    told = f"deals.csv changed since the snapshot that {CYCLE} is pinned to"
    assert any(told in record.getMessage() for record in caplog.records)
    assert "源数据此后有变动" in index.read_text(encoding="utf-8")
    assert page.read_bytes() == before
    form = open_form("R01", workspace=str(run.folder), actor="R01:rep", lang="en")
    told = "The source has changed since the snapshot of"
    assert told in form.widget.children[0].value
    team = open_team_review(workspace=str(run.folder), actor="x:sales_ops", lang="en")
    assert told in team.page.finding.value


def test_a_rep_and_who_acts_are_known_in_any_case(run):
    assert run("cycle", "advance", " r01", "--as", "r01:rep", "--cycle", "2026q3:quarterly")
    assert "R01" in run("todo", "--as", "ｒ０１：rep", "--lang", "en")
    assert run("register", "add", "support", "A demo", "--rep", "r07", "--owner", "SE",
               "--due", "2026-12-31", "--as", "r07:rep")  # fmt: skip
    assert "R07" in run("register", "list", "support", "--as", "R07:rep")
