"""Rooms say what a page says as parts; only `page/` and the pictures of `charts/` write HTML."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "workbench"
RENDERERS = ("page", "charts")  # of parts, and of pictures: both write HTML
TAG = re.compile(
    r"</?(a|b|br|code|dd|details|div|dl|dt|em|h[1-6]|header|i|li|ol|p|pre|section|small|span"
    r"|strong|style|summary|table|tbody|td|th|thead|tr|u|ul)(\s+[\w-]+=|\s*/?>)"
)


def written(tree):
    """Tell where a module writes HTML itself: markup, a template, a tag in a string."""
    said = {id(node.body[0].value) for node in ast.walk(tree) if has_docstring(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name_of(node.func) in ("Markup", "get_template"):
            yield node.lineno, name_of(node.func)
        if isinstance(node, ast.ImportFrom | ast.Import) and is_of_jinja(node):
            yield node.lineno, "jinja2"
        if isinstance(node, ast.ImportFrom) and node.module == "workbench.page.render":
            yield from ((node.lineno, "render") for name in node.names if name.name == "render")
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = TAG.search(node.value)
            if found and id(node) not in said:
                yield node.lineno, found[0]


def has_docstring(node):
    kinds = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    return isinstance(node, kinds) and ast.get_docstring(node) is not None


def name_of(func):
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def is_of_jinja(node):
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] == "jinja2"
    return any(each.name.split(".")[0] == "jinja2" for each in node.names)


def test_only_renderers_write_html():
    found = [
        f"{file.relative_to(ROOT)}:{line} {what}"
        for file in sorted(ROOT.rglob("*.py"))
        if file.relative_to(ROOT).parts[0] not in RENDERERS
        for line, what in written(ast.parse(file.read_text(encoding="utf-8")))
    ]

    assert found == []


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ('x = Markup("a")', "Markup"),
        ('x = markupsafe.Markup("a")', "Markup"),
        ("from workbench.page.render import render", "render"),
        ("from jinja2 import Environment", "jinja2"),
        ('x = made.get_template("index").render()', "get_template"),
        ("x = f'<small role={y}>'", "<small role="),
        ("x = f'{z}</small>'", "</small>"),
        ('x = "<br>"', "<br>"),
        ('x = "a <b and c> d"', None),
        ('"""Write `<p>` and so on."""', None),
    ],
)
def test_what_counts_as_writing_html(code, what):
    assert [found for _line, found in written(ast.parse(code))] == ([what] if what else [])
