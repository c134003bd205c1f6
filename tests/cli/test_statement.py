"""`workbench statement`, as a person types it."""

import json
import shutil
import stat
from pathlib import Path

import openpyxl
import pypdf
import pytest
from pptx import Presentation
from typer.testing import CliRunner

from workbench.cli import app
from workbench.errors import ParameterError, PlanError, UnknownNameError


@pytest.fixture(scope="module")
def folder(tmp_path_factory, shipped):
    made = tmp_path_factory.mktemp("statement") / "demo"
    shutil.copytree(shipped, made)
    return made


@pytest.fixture
def run(folder):
    def command(*words):
        asked = [*words, "--workspace", str(folder)]
        told = CliRunner().invoke(app, asked, catch_exceptions=False)
        assert told.exit_code == 0, told.output
        return told.stdout

    return command


def test_the_table_and_json_tell_the_same(run):
    table = run("statement", "R01", "--period", "2026-Q3", "--lang", "en")
    (told,) = json.loads(run("statement", "李娜", "--period", "2026-Q3", "--format", "json"))
    lines = {line["key"]: line["amount"] for line in told["lines"]}

    assert f"{float(lines['net']):,.2f}" in table
    assert told["statement_hash"] in table
    assert {step["step"] for step in told["trace"]} >= {1, 5, 6, 7, 8, 12, 13, 15, 16}


def test_csv_holds_one_row_for_each_step(run):
    rows = run("statement", "R01", "--format", "csv").splitlines()

    assert rows[0] == "rep_id,period,line,name,row,step,step_name,how,value,reason"
    assert any(",clawback,追回,D03994,13,clawback," in row for row in rows)


def test_a_line_and_a_deal_can_be_explained(run):
    assert "participation 1" in run("statement", "R01", "--explain", "review", "--lang", "en")
    assert "cancelled after it was won" in run(
        "statement", "R01", "--explain", "clawback", "--lang", "en"
    )


def test_a_dispute_is_seen_in_the_inbox_and_answered_where_it_was_raised(run):
    """The statement is not issued: the answer stands in it, and in the list of disputes."""
    item = run(
        "statement", "R01", "--dispute", "clawback", "--because", "It was renewed.",
        "--as", "R01:rep",
    ).strip()  # fmt: skip
    asked = run("inbox", "list", "--as", "x:sales_ops")
    assert "It was renewed." in run("statement", "R01", "--lang", "en")
    (told,) = json.loads(run("pay", "disputes", "--as", "R01:rep", "--format", "json"))
    assert (told["dispute"], told["run"], told["line"], told["state"]) == (
        item, "", "clawback", "open",
    )  # fmt: skip
    with pytest.raises(ParameterError, match=f"workbench inbox answer {item}"):
        run("pay", "disputes", "--refuse", item, "--because", "no", "--as", "x:sales_ops")
    run("inbox", "answer", item, "Right, paid back.", "--as", "x:sales_ops")

    assert "clawback" in asked
    assert "It was renewed." in asked
    assert "Right, paid back." in run("inbox", "list", "--as", "R01:rep")
    for words in (("statement", "R01"), ("pay", "disputes", "--as", "R01:rep")):
        assert "Right, paid back." in run(*words, "--lang", "en")
    assert "It was renewed." not in run("pay", "disputes", "--as", "R02:rep", "--lang", "en")
    assert "It was renewed." not in run("statement", "R02", "--lang", "en")


@pytest.mark.parametrize(
    ("words", "kind", "says"),
    [
        (("R01", "--explain", "clawbak"), UnknownNameError, "Did you mean 'clawback'"),
        (("R01", "--format", "xml"), UnknownNameError, "no format 'xml'"),
        (("R01", "--period", "2026-07"), PlanError, "Ask for a quarter"),
        (("R01", "--period", "2025-Q1"), ParameterError, "is on no plan in 2025-Q1"),
        (("R01", "--dispute", "net"), ParameterError, "add --because"),
    ],
)
def test_wrong_use_is_told_with_the_next_step(run, words, kind, says):
    with pytest.raises(kind, match=says):
        run("statement", *words)


def test_a_statement_makes_no_store(folder, tmp_path):
    bare = tmp_path / "bare"
    shutil.copytree(folder, bare, ignore=shutil.ignore_patterns("store.*"))
    told = CliRunner().invoke(app, ["statement", "R01", "--workspace", str(bare)])

    assert told.exit_code == 0
    assert not (bare / "store.db").exists()


def test_a_workspace_without_plans_says_where_to_put_one(folder, tmp_path):
    bare = tmp_path / "bare"
    shutil.copytree(folder, bare, ignore=shutil.ignore_patterns("store.*", "plans"))

    with pytest.raises(ParameterError, match="holds no plan"):
        CliRunner().invoke(
            app, ["statement", "R01", "--workspace", str(bare)], catch_exceptions=False
        )


@pytest.mark.office
def test_files_hold_what_is_printed_and_lie_beside_the_documents(run, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    asked = ("statement", "R01", "--period", "2026-Q3", "--lang", "en")
    (told,) = json.loads(run(*asked, "--format", "json"))
    net = {line["key"]: line["amount"] for line in told["lines"]}["net"]

    paths = [Path(line) for line in run(*asked, "--formats", "html,pdf,pptx,xlsx").splitlines()]

    assert [path.name for path in paths] == [
        "statement.en.html", "statement.en.pdf", "statement.en.pptx", "statement.en.xlsx",
    ]  # fmt: skip
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths} == {0o600}
    page, paper, slides, sheet = paths
    assert f"{float(net):,.2f}" in page.read_text(encoding="utf-8")
    assert f"{float(net):,.2f}" in "".join(p.extract_text() for p in pypdf.PdfReader(paper).pages)
    tables = [s.table for slide in Presentation(slides).slides for s in slide.shapes if s.has_table]
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert any(f"{float(net):,.2f}" in cell for cell in cells)
    pay = openpyxl.load_workbook(sheet)["Pay"]
    assert {row[2]: row[3] for row in pay.values}["net"] == float(net)
    first = [path.read_bytes() for path in paths]
    run(*asked, "--formats", "html,pdf,pptx,xlsx")
    assert [path.read_bytes() for path in paths] == first
