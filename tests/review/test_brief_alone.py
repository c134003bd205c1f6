"""A section reads its brief: it opens neither the workspace nor the snapshot beneath.

What stands on a review takes the brief too, unless it asks for its sections.
"""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "workbench"
SECTIONS = PACKAGE / "review" / "sections"
BENEATH = {"workspace", "snapshot", "store"}
MOST = 14  # functions that are given a whole review


@pytest.mark.parametrize("file", sorted(SECTIONS.glob("*.py")), ids=lambda file: file.stem)
def test_a_section_reads_its_brief_alone(file):
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.arg
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.arg)
    }

    assert not names & BENEATH


def given_a_review(code):
    """List the functions of which a parameter is a whole review."""
    return [
        function.name
        for function in ast.walk(ast.parse(code))
        if isinstance(function, ast.FunctionDef)
        for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
        if each.annotation is not None and ast.unparse(each.annotation) in ("Review", "'Review'")
    ]


def test_few_functions_are_given_more_than_they_read():
    files = PACKAGE.rglob("*.py")
    found = [name for file in files for name in given_a_review(file.read_text(encoding="utf-8"))]

    assert 0 < len(found) <= MOST, found


def test_a_whole_review_is_counted_however_it_is_written():
    code = "def a(review: Review): ...\ndef b(*, it: 'Review'): ...\ndef c(review: Brief): ..."

    assert given_a_review(code) == ["a", "b"]
