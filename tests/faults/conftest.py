"""A workspace of a few reps and a quick notebook, for batches that are ended on purpose."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.batch.conftest import PARAMETERS, SETUP

REPS = 6
TOML = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
outputs = "outputs"
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""


def cell(source, *tags):
    return nbformat.v4.new_code_cell(source, metadata={"tags": list(tags)})


@pytest.fixture(scope="session")
def shop(tmp_path_factory):
    """Make a workspace with its snapshot and a notebook that takes `pause` seconds."""

    def make(pause=0.05, reps=REPS):
        folder = tmp_path_factory.mktemp("faults") / "shop"
        (folder / "notebooks").mkdir(parents=True)
        ids = [f"r{n}" for n in range(reps)]
        (folder / "reps.csv").write_text("rep_id,name\n" + "".join(f"{i},N{i}\n" for i in ids))
        deals = "".join(f"D{i},{i},100,true,true,2026-07-01,2026-08-01\n" for i in ids)
        head = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"
        (folder / "deals.csv").write_text(head + deals)
        (folder / "workbench.toml").write_text(TOML)
        cells = [cell(PARAMETERS, "parameters"), cell(SETUP, "setup")]
        cells += [cell('review.section("cover", rep_id)', "section")]
        cells += [cell(f"import time; time.sleep({pause})")]
        metadata = {
            "kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}
        }
        book = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
        nbformat.write(book, folder / "notebooks" / "rep_review.ipynb")
        return folder

    return make


def batch(folder: Path, *words, wait=True, limit=""):
    """Start `workbench batch` as a person does, in a process group of its own.

    `limit` is what a shell sets before it, as "-n 32".
    """
    command = [sys.executable, "-m", "workbench.cli", "batch", "--workspace", str(folder), *words]
    if limit:
        command = ["sh", "-c", f'ulimit {limit}; exec "$@"', "sh", *command]
    started = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    if not wait:
        return started
    out, err = started.communicate(timeout=300)
    return started.returncode, out, err
