"""A section reads its brief: it opens neither the workspace nor the snapshot beneath."""

import ast
from pathlib import Path

import pytest

SECTIONS = Path(__file__).parents[2] / "workbench" / "review" / "sections"
BENEATH = {"workspace", "snapshot", "store"}


@pytest.mark.parametrize("file", sorted(SECTIONS.glob("*.py")), ids=lambda file: file.stem)
def test_a_section_reads_its_brief_alone(file):
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.arg
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.arg)
    }

    assert not names & BENEATH
