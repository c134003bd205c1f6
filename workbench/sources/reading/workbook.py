"""A sheet of a workbook as rows of texts, each cell as a person would type it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import python_calamine as calamine

from workbench.errors import SourceError, hint
from workbench.sources.limits import Limits
from workbench.sources.reading.container import Kind
from workbench.sources.reading.formats import typed
from workbench.sources.reading.grid import Area, filled_areas, raw_of, told
from workbench.sources.reading.marks import Marks, holds, marks_of
from workbench.sources.reading.old_marks import old_marks_of
from workbench.sources.reading.raw import Raw
from workbench.sources.reading.reading import Decision
from workbench.sources.reading.shown import quoted, shown
from workbench.sources.table_source import FileSource

_Found = TypeVar("_Found")
_MANY = 5


def read_workbook(path: Path, kind: Kind, source: FileSource, limits: Limits) -> Raw:
    """Read a sheet: the told one, else the first that people see and that holds something.

    Parameters
    ----------
    path
        A workbook: .xlsx, .xlsm, .xlsb, .xls or .ods.
    kind
        Which of these it is.
    source
        `sheet` and `fill_merged`.
    limits
        Bounds on columns and on what sentences repeat.

    Returns
    -------
    Raw
        `row` is the row of the sheet. Errors keep their text (`#REF!`), so that they are named
        where a value is expected, and a formula that was never computed is NOT_CALCULATED.

    Raises
    ------
    SourceError
        When it is locked, damaged, or has no such sheet.
    """
    book = _guarded(path, lambda: calamine.load_workbook(path))
    name, notes = _chosen(path, book, kind, source.sheet, limits.echo)
    marks = _guarded(path, lambda: _marks(path, kind, name))
    sheet = _guarded(path, lambda: book.get_sheet_by_name(name))
    rows = _guarded(path, lambda: _rows(sheet, marks))
    merged: list[Area] = list(sheet.merged_cell_ranges or [])
    if source.fill_merged:
        rows = filled_areas(rows, merged)
    decisions = (
        Decision("sheet", quoted(name), bool(source.sheet)),
        Decision("fill_merged", str(source.fill_merged).lower(), source.fill_merged),
    )
    raw = raw_of(path, "workbook", rows, merged, limits)
    return told(raw, decisions, (*notes, *_unknown(path, kind)))


def _guarded(path: Path, read: Callable[[], _Found]) -> _Found:
    """Read from a workbook; whatever a damaged one raises becomes one sentence."""
    try:
        return read()
    except SourceError:
        raise
    except calamine.PasswordError as reason:
        raise _locked(path) from reason
    except Exception as reason:
        if "encrypted" in str(reason).lower():
            raise _locked(path) from reason
        raise _damaged(path) from reason
    except BaseException as reason:
        if type(reason).__name__ != "PanicException":  # of the library, in Rust
            raise
        raise _damaged(path) from reason


def _locked(path: Path) -> SourceError:
    return SourceError(f"{path} is locked with a password. Save it without one.")


def _damaged(path: Path) -> SourceError:
    return SourceError(f"{path} is a workbook that cannot be read. Open it, save it anew as .xlsx.")


def _chosen(
    path: Path, book: calamine.CalamineWorkbook, kind: Kind, wanted: str, echo: int
) -> tuple[str, tuple[str, ...]]:
    pages = [page for page in book.sheets_metadata if page.typ == calamine.SheetTypeEnum.WorkSheet]
    if wanted:
        names = [page.name for page in pages]
        if wanted not in names:
            raise SourceError(f"{path} has no sheet {wanted!r}. {hint(wanted, names)}")
        return wanted, ()
    seen = [page.name for page in pages if page.visible == calamine.SheetVisibleEnum.Visible]
    held = [name for name in seen if _guarded(path, partial(_holds, path, book, kind, name))]
    if not held:
        raise SourceError(f"{path} has no sheet that people see and that holds something.")
    return held[0], _others(path, held, echo)


def _holds(path: Path, book: calamine.CalamineWorkbook, kind: Kind, name: str) -> bool:
    # python-calamine ends the process where one value far away makes a sheet too large
    if kind == "xlsx":
        return holds(path, name)
    return book.get_sheet_by_name(name).end is not None


def _others(path: Path, held: list[str], echo: int) -> tuple[str, ...]:
    others = ", ".join(shown(name, echo) for name in held[1 : 1 + _MANY])
    more = f" and {len(held) - 1 - _MANY} more" if len(held) - 1 > _MANY else ""
    if not others:
        return ()
    return (
        f"{path.name}: sheet {shown(held[0], echo)} is read, the first of several. Not read: "
        f"{others}{more}. sheet = {quoted(held[1])} reads another.",
    )


def _marks(path: Path, kind: Kind, sheet: str) -> Marks:
    if kind == "xlsx":
        return marks_of(path, sheet)
    return old_marks_of(path, sheet) if kind == "xls" else Marks()


def _rows(sheet: calamine.CalamineSheet, marks: Marks) -> list[list[str]]:
    rows = [
        [typed(value, marks.codes.get((number, n), "")) for n, value in enumerate(row)]
        for number, row in enumerate(sheet.to_python(skip_empty_area=False))
    ]
    for (number, n), text in marks.texts.items():
        while number >= len(rows):
            rows.append([])
        rows[number] += [""] * (n + 1 - len(rows[number]))
        rows[number][n] = text
    return rows


def _unknown(path: Path, kind: Kind) -> tuple[str, ...]:
    if kind not in ("xlsb", "ods"):
        return ()
    return (
        f"{path.name}: how numbers are shown cannot be read from .{kind}. An id shown as 00123 "
        "is read as 123, 35% as 0.35, a currency not at all; saved as .xlsx they are kept.",
    )
