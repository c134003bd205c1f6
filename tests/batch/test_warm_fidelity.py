"""The warm engine gives what papermill's own gives: outputs, counts, errors, widgets."""

import os
from pathlib import Path

import nbformat
import papermill
import pytest
from papermill.exceptions import PapermillExecutionError

from tests.batch.warm_notebooks import KERNEL, run, said
from workbench.batch.warm.lease import SERVER, can_fork, start_server

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_fork(), reason="this system cannot fork"),
]
ROOT = Path(__file__).parents[2]
PAPERMILLS = Path(papermill.__file__).parent / "tests" / "notebooks"
PARAMETERS = {"complex_parameters": {"msg": "x", "a": 2.5, "b": {"k": [1]}, "c": [1], "d": None}}
THEIRS = (
    "simple_execute", "broken1", "broken2", "complex_parameters", "line_magic_error",
    "nb_version_4.4", "read_check", "result_no_exec", "sysexit0", "sysexit1",
)  # fmt: skip
AWKWARD = (
    "import sys; print('out'); print('err', file=sys.stderr); print('out again')",
    "from IPython.display import display, HTML, Markdown, clear_output\n"
    "h = display(HTML('<b>1</b>'), display_id='d'); display(Markdown('*m*')); h.update(HTML('2'))",
    "print('gone'); clear_output(); print('stays')",
    "import ipywidgets as w; o = w.Output()\nwith o: print('inside'); display(HTML('<i>i</i>'))\no",
    "w.VBox([w.IntSlider(value=3, description='三'), w.Textarea('x' * 9)])",
    "%%capture held\nprint('captured')",
    "held.stdout, __name__, __doc__, sys.argv[0].rsplit('/', 1)[-1]",
    "import asyncio; await asyncio.sleep(0.01); 'awaited'",
    "!echo shell; echo more 1>&2",
    "import os; os.write(1, b'by descriptor\\n'); None",
    "import pandas as pd; pd.DataFrame({'长': ['😀', None], 'b': [1.5, float('nan')]})",
    "import altair as alt; alt.Chart(alt.Data(values=[{'a': 1}])).mark_bar().to_dict()['mark']",
    "%env WORKBENCH_TRY=1\n%timeit -n1 -r1 -q 1\n%who_ls",
    "import threading; t = threading.Thread(target=print, args=('thread',)); t.start(); t.join()",
    "import subprocess as s; s.run([sys.executable, '-c', 'print(1)'], capture_output=True).stdout",
    "from concurrent.futures import ProcessPoolExecutor\nimport multiprocessing as mp, math\n"
    "with ProcessPoolExecutor(2, mp_context=mp.get_context('fork')) as p: list(p.map(abs, [-1]))",
    "import warnings; warnings.warn('a warning')",
    "get_ipython().run_line_magic('config', 'InlineBackend')",
    "input('asks')",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def server():
    with start_server(drawers=1) as started:
        os.environ[SERVER] = str(started.ready().address)
        yield started
        del os.environ[SERVER]


def both(book, **options):
    """Run a notebook under both engines; a failing one as papermill leaves it."""
    return [_told(run(book, engine, **options)) for engine in (None, "warm")]


def _told(done):
    if isinstance(done, PapermillExecutionError):
        return (done.ename, done.evalue, done.exec_count, done.source)
    return said(done)


@pytest.mark.parametrize("path", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda p: p.stem)
def test_every_notebook_of_ours(path):
    stock, warm = both(path)

    assert warm == stock


@pytest.mark.parametrize("name", THEIRS)
def test_papermills_own_test_notebooks(name):
    stock, warm = both(PAPERMILLS / f"{name}.ipynb", parameters=PARAMETERS.get(name))

    assert warm == stock


def test_awkward_cells():
    cells = [nbformat.v4.new_code_cell(source) for source in AWKWARD]
    cells.append(nbformat.v4.new_markdown_cell("text"))
    for cell in cells[-4:]:
        cell.metadata["tags"] = ["raises-exception"]
    book = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})

    stock, warm = both(book)

    assert warm == stock
