"""A company of a few rows for each way an export may lie, and the sentence that refuses it."""

import pytest

from workbench.errors import WorkbenchError


@pytest.fixture
def said():
    """Freeze what must be refused; gives the sentence."""

    def refusal(made):
        with pytest.raises(WorkbenchError) as refused:
            made.freeze()
        return str(refused.value)

    return refusal


@pytest.fixture
def noted():
    """Count what is odd about a company's tables: table, kind and reason."""

    def counts(made):
        notes = made.freeze().notes
        return {(note.table, note.kind, note.reason): note.count for note in notes}

    return counts


@pytest.fixture
def book(company):
    """Write deals as a workbook that `fill` makes; reps as told."""

    def write(fill, toml="", ending="xlsx", **tables):
        from openpyxl import Workbook  # noqa: PLC0415 (only the workbooks need it)

        told = f'[tables.deals]\nfile = "book.{ending}"\n' + toml
        made = company(deals="", toml=told, **tables)
        workbook = Workbook()
        fill(workbook)
        workbook.save(made.folder / f"book.{ending}")
        return made

    return write
