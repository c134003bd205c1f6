"""What papermill makes of a parameter is understood, or refused in a sentence."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import nbformat
import pytest

import workbench as wb
from workbench.errors import ParameterError

ROOT = Path(__file__).parents[2]
REPS = """
    rep_id,name,manager_id,team
    00123,Ana,007,North
    1E05,Bo,007,North
    NO,Cy,007,08
    2026,Di,,
    """
DEALS = """
    deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
    D1,00123,100,true,true,2026-07-01,2026-08-01
    D2,1E05,100,true,true,2026-07-01,2026-08-01
    """


@pytest.fixture(scope="module")
def folder(read_company):
    return str(read_company(DEALS, reps=REPS).folder)


@pytest.mark.parametrize(
    ("value", "name"), [(123, "Ana"), (100000.0, "Bo"), (False, "Cy"), (2026, "Di")]
)
def test_the_rep_is_whose_id_became_the_value(folder, value, name):
    assert wb.open_review(value, 2026, folder).rep.name == name
    assert wb.open_statement(value, 2026, folder).review.period.name == "2026"


def test_a_day_may_be_a_date(folder):
    assert wb.open_review("no", "2026q3", folder, as_of=date(2026, 9, 30)).rep.name == "Cy"
    assert wb.open_data_quality(date(2026, 9, 30), folder).snapshot.as_of == date(2026, 9, 30)


def test_a_team_may_be_called_by_a_number(folder):
    page = wb.open_team_review(8, 2026, folder, actor="H:hr")

    assert [each.name for each in page.pack.team.members] == ["Cy"]


def test_what_is_left_out_as_none_is_the_workspaces_own(folder):
    team = wb.open_team(None, folder, actor="H:hr", lang=None)

    assert (team.period.name, team.desk.lang) == ("2026-Q3", "zh")


OPENINGS = {
    "open_review": (
        {"rep_id": "NO"},
        ("period", "workspace", "as_of", "template", "lang", "actor"),
    ),
    "open_statement": ({"rep_id": "NO"}, ("period", "workspace", "as_of", "lang", "actor")),
    "open_form": ({"rep_id": "NO", "actor": "H:hr"}, ("period", "template", "lang", "section")),
    "open_coaching": ({"rep_id": "NO", "actor": "NO:rep"}, ("period", "actor", "lang", "view")),
    "open_overview": ({"actor": "H:hr"}, ("period", "workspace", "template", "lang", "actor")),
    "open_register": ({"register": "praise", "actor": "H:hr"}, ("lang", "actor", "register")),
    "open_team": ({"actor": "H:hr"}, ("period", "workspace", "lang", "actor")),
    "open_team_review": ({"actor": "H:hr"}, ("team", "period", "lang", "actor", "part")),
    "open_plan_lab": ({}, ("period", "workspace", "lang", "actor")),
    "open_data_quality": ({}, ("as_of", "workspace", "lang", "actor")),
    "open_import": ({}, ("folder", "to", "lang")),
    "open_explore": ({}, ("period", "lang", "view", "as_of", "actor")),
    "open_workspace": ({}, ("folder",)),
}


@pytest.mark.parametrize(
    ("opening", "name"), [(one, name) for one, (_, names) in OPENINGS.items() for name in names]
)
@pytest.mark.parametrize("value", [1.5, False])
def test_no_value_a_page_cannot_take_is_guessed_at(folder, opening, name, value):
    given = {"workspace": folder, **OPENINGS[opening][0]}
    if opening in ("open_workspace", "open_import"):
        given = {}

    with pytest.raises(ParameterError, match=rf"is {value}, which is .* `papermill -r "):
        getattr(wb, opening)(**{**given, name: value})


@pytest.mark.slow
def test_papermill_finds_the_rep_of_an_id_it_made_a_number_of(folder, tmp_path):
    target = tmp_path / "out.ipynb"
    notebook = shutil.copy(ROOT / "notebooks" / "rep_review.ipynb", tmp_path / "review.ipynb")

    subprocess.run(
        [
            sys.executable, "-m", "papermill", notebook, str(target), "-p", "rep_id", "00123",
            "-p", "period", "2026", "-r", "workspace", folder, "-k", "python3",
        ],
        check=True, capture_output=True,
    )  # fmt: skip

    shown = [
        output.data["text/plain"]
        for cell in nbformat.read(target, 4).cells
        for output in cell.get("outputs", ())
        if "setup" in cell.metadata.get("tags", ())
    ]
    assert shown[0].startswith("Ana · 2026 ")
