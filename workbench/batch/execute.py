"""One run of a notebook by papermill, and what to say when it fails."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
import papermill
import zmq
from nbclient.exceptions import CellControlSignal, DeadKernelError
from nbformat import NotebookNode
from papermill.engines import papermill_engines
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from workbench.batch.job import Running
from workbench.batch.warm.engine import LostServerError, WarmEngine
from workbench.publish.problem import Problem

_SECTION = re.compile(r"""\.section\(["'](\w+)["']""")
_LONGEST_TEXT = 600  # characters of an error's own text that are passed on
_STARTS = 2  # a kernel that does not start is started once more, as a new one


def execute(
    notebook: Path, parameters: dict[str, str], output: Path, running: Running
) -> Problem | None:
    """Run a notebook and write it, executed, to `output`.

    Parameters
    ----------
    notebook, output
        Absolute paths; `output` is written in every case.
    parameters
        Checked before; see `parameters.py`.
    running
        The engine, and what a notebook may take of time and memory.

    Returns
    -------
    Problem or None
        What stopped it; the written notebook then holds papermill's mark at the failing cell.
    """
    for start in range(_STARTS):
        seen: dict[int, NotebookNode] = {}
        try:
            _run(notebook, parameters, output, running, seen)
        except PapermillExecutionError as error:
            return _problem(error.ename, error.evalue, error.cell_index, error.source)
        except (CellControlSignal, DeadKernelError, RuntimeError) as error:
            is_lost = isinstance(error, LostServerError)  # no fault of this notebook
            if (seen and not is_lost) or start == _STARTS - 1:  # a cell ran: the kernel had started
                return _marked(notebook, parameters, output, seen, error)
        else:
            return None
    return None


def _run(
    notebook: Path,
    parameters: dict[str, str],
    output: Path,
    running: Running,
    seen: dict[int, NotebookNode],
) -> None:
    def started(cell: NotebookNode, cell_index: int) -> None:
        seen[cell_index] = cell

    papermill.execute_notebook(
        str(notebook),
        str(output),
        parameters=parameters,
        kernel_name="python3",
        progress_bar=False,
        request_save_on_cell_execute=False,  # each save writes the whole notebook
        autosave_cell_every=0,
        execution_timeout=running.timeout,
        shutdown_kernel="immediate",
        on_cell_start=started,
        **_engine(running),
    )


def _engine(running: Running) -> dict[str, Any]:
    if running.engine == "stock":
        return {"config": _quiet()}
    papermill_engines.register("warm", WarmEngine)  # also where only the sources are at hand
    return {
        "engine_name": "warm",
        "config": _quiet(),
        "notebook_timeout": float(running.notebook_timeout),
        "memory_mb": running.memory_mb,
    }


def _quiet() -> Config:
    """Encrypt the kernel's channels where zmq can: without it each kernel prints a warning."""
    return Config(
        {"KernelManager": {"transport_encryption": "required"}} if zmq.has("curve") else {}
    )


def _marked(
    notebook: Path,
    parameters: dict[str, str],
    output: Path,
    seen: dict[int, NotebookNode],
    error: Exception,
) -> Problem:
    """Write what ran before a kernel died or a cell took too long, with the error in its cell.

    Papermill leaves nothing behind then; the error is put in as a cell's error would be.
    """
    prepared = papermill.execute_notebook(
        str(notebook), str(output), parameters=parameters, kernel_name="python3", prepare_only=True
    )
    for index, cell in seen.items():
        prepared.cells[index] = cell
    last = max(seen, default=_first_code(prepared))
    cell = prepared.cells[last]
    name, text = type(error).__name__, str(error).strip()
    cell.outputs = [*cell.get("outputs", []), _error_output(name, text)]
    with suppress(PapermillExecutionError):  # raised after the notebook is written with its marks
        papermill.execute.raise_for_execution_errors(prepared, str(output))
    return _problem(name, _plain(error), last if seen else None, cell.source if seen else "")


def _first_code(notebook: NotebookNode) -> int:
    return next(index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code")


def _error_output(name: str, text: str) -> NotebookNode:
    lines = text.splitlines() or [name]
    return nbformat.v4.new_output("error", ename=name, evalue=lines[0], traceback=lines)


def _plain(error: Exception) -> str:
    """Say what happened in a sentence; nbclient's own texts quote the cell."""
    sentences: dict[str, str] = {
        "CellTimeoutError": "The cell took longer than the time a cell may take.",
        "NotebookTimeoutError": "The notebook took longer than the time a notebook may take.",
        "DeadKernelError": "The kernel died while the cell ran; often the memory was full.",
    }
    return sentences.get(type(error).__name__, str(error))


def _problem(name: str, text: str, cell: int | None, source: str) -> Problem:
    section = _SECTION.search(source)
    return Problem(
        error=name,
        text=text.strip()[:_LONGEST_TEXT],
        cell=cell,
        section=section[1] if section else "",
    )


def read_notebook(path: Path) -> Any:  # noqa: ANN401 (nbformat's node has no type)
    """Read a notebook that papermill wrote."""
    return nbformat.read(str(path), as_version=4)
