"""What is written about people is its owner's alone, whatever the umask of who runs it."""

import json
import subprocess
import sys

import pytest

from tests.cli.pay_office import DEALS, FIN, OPS, PLAN, Q2, REPS, TOML
from tests.conftest import HEAD

# In one process, and without what `main` does for the whole of it
RUN = """
import json, os, sys
os.umask(int(sys.argv[1], 8))
from workbench.cli import app
for words in json.loads(sys.argv[2]):
    app(words, standalone_mode=False)
"""


def modes(folder, before=()):
    """Give what others may do with each file and folder, where they may do anything."""
    return {
        str(place.relative_to(folder)): oct(place.stat().st_mode & 0o777)
        for place in folder.rglob("*")
        if place not in before and place.stat().st_mode & 0o077
    }


def commands(folder):
    out = folder / "out"
    at = ["--workspace", str(folder)]
    return [
        [*words, *at]
        for words in (
            ["snapshot"],
            ["metrics", *Q2, "--to", f"{out}/facts.csv"],
            ["metrics", *Q2, "--format", "parquet", "--to", f"{out}/facts.parquet"],
            ["batch", *Q2, "--jobs", "1", "--reps", "ana", "--lang", "en"],
            ["pay", "run", *Q2, *OPS], ["pay", "check", *Q2, *OPS], ["pay", "approve", *Q2, *FIN],
            ["pay", "export", *Q2, "--to", f"{out}/pay.xlsx", *FIN],
            ["pay", "export", *Q2, "--to", f"{out}/pay.csv", *FIN],
            ["cycle", "open", *Q2, "--reps", "ana"],
            ["cycle", "form", "--rep", "ana", "--to", f"{out}/ana.xlsx", "--as", "ana:rep"],
            ["store", "export", "--to", f"{out}/store.jsonl"],
        )
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("umask", ["022", "000"])
def test_every_file_and_folder_is_its_owners_alone(company, umask):
    head = HEAD.replace("[workspace]", '[workspace]\noutputs = "outputs"')
    made = company(DEALS, TOML, head, reps=REPS)
    for name in ("plans", "out"):
        (made.folder / name).mkdir()
    (made.folder / "plans" / "ae.toml").write_text(PLAN, encoding="utf-8")
    before = set(made.folder.rglob("*"))
    words = json.dumps(commands(made.folder))
    done = subprocess.run(
        [sys.executable, "-c", RUN, umask, words], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    found = {place.name for place in made.folder.rglob("*")} - {place.name for place in before}
    assert {"review.en.html", "facts.parquet", "pay.xlsx", "ana.xlsx", "store.jsonl"} <= found
    assert {"manifest.json", "source.json", "deals.parquet"} <= found
    assert modes(made.folder, before) == {}


def test_a_command_writes_for_its_owner_alone_what_it_writes_by_any_library(tmp_path):
    command = "umask 000; exec python -m workbench.cli demo --reps 20 --to demo"
    subprocess.run(
        ["sh", "-c", command.replace("python", sys.executable)], cwd=tmp_path, check=True
    )

    assert (tmp_path / "demo" / "workbench.toml").is_file()
    assert modes(tmp_path) == {}
