"""A raw file as a table of texts."""

from pathlib import Path

from workbench.sources.limits import Limits
from workbench.sources.reading.container import Kind, kind_of
from workbench.sources.reading.header import header_of
from workbench.sources.reading.html import read_html
from workbench.sources.reading.lay import lay_down
from workbench.sources.reading.raw import Raw
from workbench.sources.reading.reading import Reading, TextTable
from workbench.sources.reading.text import read_text
from workbench.sources.reading.workbook import read_workbook
from workbench.sources.table_source import FileSource


def read_texts(
    path: Path, source: FileSource, folder: Path, limits: Limits | None = None
) -> TextTable:
    """Read a file of any kind and lay its data rows down as text.

    Parameters
    ----------
    path
        Delimited text, a workbook, or a table of HTML; known by its first bytes.
    source
        How workbench.toml says it is read; what is told is never decided otherwise.
    folder
        Where the Parquet file of texts is written.
    limits
        What the file may ask of the machine.

    Returns
    -------
    TextTable
        One row per row of data, in the file's order. Blank rows, titles, header and footer are
        none; an empty cell is null.

    Raises
    ------
    SourceError
        When the file is missing or broken, or when there are two ways to read it; names the
        place and the line to put into workbench.toml.
    """
    limits = limits or Limits()
    kind = kind_of(path, limits.unpacked)
    raw = _raw(path, source, limits, kind)
    header = header_of(path, raw, source, limits.echo)
    laid = lay_down(path, raw, header, source, folder, limits.echo)
    decisions = (*raw.decisions, *header.decisions, *laid.decisions)
    notes = (*raw.notes, *laid.notes)
    reading = Reading(path.name, raw.container, tuple(laid.names), decisions, notes)
    return TextTable(reading, laid.path, laid.rows)


def _raw(path: Path, source: FileSource, limits: Limits, kind: Kind) -> Raw:
    if kind == "text":
        return read_text(path, source, limits)
    if kind == "html":
        return read_html(path, source, limits)
    return read_workbook(path, kind, source, limits)
