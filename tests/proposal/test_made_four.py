"""The made exports of four systems are what their script makes, and the workbench reads them."""

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from workbench.sources.read import read_source
from workbench.sources.scratch import scratch
from workbench.sources.table_source import TableSource
from workbench.sources.workspace import Workspace
from workbench.sources.workspace_file import WorkspaceFile

EXPORTS = Path(__file__).parent / "exports"
RULES = {"tables": {"reps": {"from": "deals"}, "deals": {"file": "deals.csv"}}}
GB = {"encoding": "gb18030"}
FILES = {
    "salesforce_en/report1782896400123.csv": (26, {}),  # its footer is no deal
    "salesforce_en/report1782896455001.csv": (26, {}),
    "salesforce_zh/report1782896400123.csv": (26, GB),
    "salesforce_zh/用户.csv": (4, GB),
    "hubspot_zh/hubspot-users.csv": (4, {}),
    "zoho_en/Deals_002.csv": (6, {}),
    "zoho_zh/商机.csv": (26, {}),
    "zoho_zh/阶段历史.csv": (49, {}),
    "dynamics_zh/所有电话联络 2026-7-1 9-22-40.xlsx": (26, {}),
    "dynamics_en/All Opportunities 7-1-2026 9-12-33 AM.xlsx": (26, {}),
    "dynamics_zh/所有目标 2026-7-1 9-20-11.xlsx": (16, {}),
}


@pytest.mark.parametrize("file", FILES)
def test_the_reader_finds_every_row_and_no_other(file):
    rows, options = FILES[file]
    path = EXPORTS / file
    workspace = Workspace(path.parent, WorkspaceFile(**RULES))
    with scratch() as place:
        raw = read_source(place, workspace, "deals", TableSource(file=path.name, **options))

    assert raw.rows == rows


def test_the_script_makes_them_again(tmp_path):
    script = EXPORTS / "making_four" / "write.py"
    subprocess.run([sys.executable, script, tmp_path], check=True)

    again = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*.*")}
    differing = [str(name) for name, path in again.items() if held(path) != held(EXPORTS / name)]

    assert len({name.parts[0] for name in again}) == 8
    assert not differing


def held(path):
    """Excel files carry the hour they were made: their cells are compared."""
    if path.suffix != ".xlsx":
        return path.read_bytes()
    return [[*page.values] for page in load_workbook(path).worksheets]
