"""Every key a file of rules may have is read somewhere, or is known to be read by nothing."""

import ast
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from workbench.incentives.plan import Plan
from workbench.review.growing.book import Book
from workbench.review.template import Template
from workbench.sources.workspace_file import WorkspaceFile

PACKAGE = Path(__file__).parents[2] / "workbench"
UNREAD = {"Item.weight"}  # of a rating; check names it


def models(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in models(part)]


def below(model, known):
    """List a model and all it is made of, each once."""
    known.setdefault(model)
    for field in model.model_fields.values():
        for part in models(field.annotation):
            if part not in known:
                below(part, known)
    return known


@pytest.fixture(scope="module")
def read():
    """Every name the package looks up in an object, and what its pages look up."""
    found = set()
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
    pages = " ".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.j2"))
    return found | {part.partition(" ")[0] for part in pages.split(".")}


def unread(model, read):
    return {
        f"{part.__name__}.{name}"
        for part in below(model, {})
        for name in part.model_fields
        if name not in read
    }


@pytest.mark.parametrize("file", [WorkspaceFile, Plan, Book, Template])
def test_each_key_is_read(file, read):
    assert unread(file, read) <= UNREAD


def test_a_key_nobody_reads_would_be_found(read):
    class Odd(WorkspaceFile):
        shoe_size: int = 0

    assert unread(Odd, read) == {"Odd.shoe_size"}
