"""Notebooks of a few cells, run by papermill under an engine."""

import re

import nbformat
import papermill
from papermill.exceptions import PapermillExecutionError

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
_VARIES = re.compile(r"ipykernel_\d+|0x[0-9a-f]{6,}|[0-9a-f]{32}|k-[0-9a-f]{8}|\d\d:\d\d:\d\d")


def notebook(*sources):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})


def run(book, engine="warm", **options):
    """Execute a notebook; what papermill raises for a failing cell is in the result."""
    asked = {"progress_bar": False, "shutdown_kernel": "immediate", "execution_timeout": 60}
    asked |= {"kernel_name": "python3", "request_save_on_cell_execute": False, **options}
    if not isinstance(book, (str, nbformat.NotebookNode)):
        book = str(book)
    output = asked.pop("output", None)
    try:
        done = papermill.execute_notebook(book, output, engine_name=engine, **asked)
    except PapermillExecutionError as error:
        return error
    return done


def texts(done):
    """Give what each code cell printed or returned."""
    return [_text(cell) for cell in done.cells if cell.cell_type == "code"]


def said(done):
    """Give everything a reader sees of the outputs, without what differs between any two runs."""
    cells = [
        (cell.get("execution_count"), cell.source, [_plain(output) for output in cell.outputs])
        for cell in done.cells
        if cell.cell_type == "code"
    ]
    return cells, _varying(str(done.metadata.get("widgets", "")))


def _text(cell):
    parts = [
        output.get("text") or output.get("data", {}).get("text/plain", "")
        for output in cell.outputs
    ]
    return "".join(parts).strip()


def _plain(output):
    return {key: _varying(str(value)) for key, value in output.items() if key != "metadata"}


def _varying(text):
    return _VARIES.sub("…", text)
