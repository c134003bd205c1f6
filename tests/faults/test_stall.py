"""`Output` widgets stall plain papermill now and then (nbclient#312); the warm engine never."""

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from tests.batch.warm_notebooks import notebook, run
from workbench.batch.warm.lease import SERVER, can_fork, start_server

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not can_fork(), reason="this system cannot fork"),
]
CELLS, RUNS, PROCESSES, LONGEST = 20, 50, 4, 4.0  # a stalled cell waits for its whole timeout
CELL = """\
import ipywidgets as w
o = w.Output()
with o:
    display('shown')
w.VBox([w.IntSlider(), o])"""


def slowest(address):
    """Run one notebook; give how long its slowest cell took."""
    os.environ[SERVER] = address
    done = run(notebook(*[CELL] * CELLS), execution_timeout=60)
    return max(cell.metadata.papermill.duration for cell in done.cells)


def test_no_cell_with_an_output_widget_stalls():
    with (
        start_server(drawers=0) as server,
        ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool,
    ):
        took = list(pool.map(slowest, [str(server.ready().address)] * RUNS))

    assert len(took) == RUNS
    assert max(took) < LONGEST
