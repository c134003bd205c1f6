"""The review notebook run by plain papermill, with no command of ours."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]


def test_plain_papermill_makes_the_review_of_a_rep(tmp_path):
    workspace = tmp_path / "maven"
    shutil.copytree(ROOT / "data" / "maven", workspace)
    target = tmp_path / "out.ipynb"

    subprocess.run(
        [
            sys.executable, "-m", "papermill", str(ROOT / "notebooks" / "rep_review.ipynb"),
            str(target), "-p", "rep_id", "Darcel Schlecht", "-p", "period", "2017-Q4",
            "-p", "workspace", str(workspace), "-k", "python3",
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    cells = nbformat.read(target, 4).cells
    shown = [
        output.data["text/plain"]
        for cell in cells
        if "section" in cell.metadata.get("tags", [])
        for output in cell.outputs
    ]

    # 122 of 203 decided deals were won; every section of the template says its finding
    assert any("Darcel Schlecht" in finding for finding in shown)
    assert len(shown) >= 15


def test_cells_are_one_call_under_one_question():
    cells = nbformat.read(ROOT / "notebooks" / "rep_review.ipynb", 4).cells
    sections = [n for n, cell in enumerate(cells) if "section" in cell.metadata.get("tags", [])]

    assert [n for n in sections if len(cells[n].source.splitlines()) > 1] == []
    assert [n for n in sections if cells[n - 1].cell_type != "markdown"] == []
    assert [n for n in sections if not cells[n - 1].source.startswith("## ")] == []
