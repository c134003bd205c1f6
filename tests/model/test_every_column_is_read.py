"""Every column a table may have is read somewhere, or says that nothing reads it."""

import ast
import re
from pathlib import Path

import pytest

from workbench.model.table_contract import Column, TableContract, local_date_name
from workbench.model.tables import TABLES

PACKAGE = Path(__file__).parents[2] / "workbench"
# They tell of columns and compute nothing with them: the contracts, the made company, what proposes
# a mapping, what describes it, and what blanks for an earlier day
ELSEWHERE = ("model", "sources/demo", "proposal", "review/mapping", "snapshots/rewind.py")
_WORD = re.compile(r"\w+")


def words_of(file):
    """Give every name and every word of a text in a file."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(_WORD.findall(node.value))
    return found


@pytest.fixture(scope="module")
def files():
    """The words of each file that may read a table."""
    every = [file for file in PACKAGE.rglob("*.py") if not _is_elsewhere(file)]
    return [words_of(file) for file in every]


def _is_elsewhere(file):
    path = file.relative_to(PACKAGE).as_posix()
    return path.startswith(ELSEWHERE)


def unread(table, files):
    """List the columns of a table that no file reads which names the table, and do not say so."""
    told = set().union(*(words for words in files if table.name in words))
    return [
        column.name
        for column in table.columns
        if not column.is_unread
        and column.name not in table.key
        and not {column.name, local_date_name(column.name)} & told
    ]


@pytest.mark.parametrize("name", TABLES)
def test_each_column_is_read_or_says_it_is_not(name, files):
    assert unread(TABLES[name], files) == []


def test_a_column_nobody_reads_would_be_found(files):
    odd = Column("shoe_size")
    table = TableContract("reps", (), (Column("name"), odd, Column("hat_size", is_unread=True)))

    assert unread(table, files) == ["shoe_size"]


def test_those_that_say_so_are_known():
    """A new one is a decision: it is told by check, and here."""
    told = {f"{table.name}.{each.name}" for table in TABLES.values() for each in table.columns
            if each.is_unread}  # fmt: skip

    assert told == {
        "activities.duration_minutes", "activities.outcome", "contracts.product_id",
        "deals.exclude_reason", "leads.source", "products.currency",
        "products.list_price", "surveys.account_id",
    }  # fmt: skip
