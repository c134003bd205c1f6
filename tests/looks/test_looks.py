"""Who looks changes nothing that somebody else reads: every page, cell, parameter and command.

Excepted by name in seen.py: facts/ (a cache), locks, and the folder of a day that was asked for.
"""

import os
import subprocess
import sys
from random import Random

import pytest
from commands import ACTS, LOOKS, MAKES, SERVES, Typed, commands, typed
from companies import DEMO, MAVEN, copy_of
from pages import NOTEBOOKS, openings
from seen import everything, quickly, rows_of_store
from served import addresses

from workbench.serve.page import PAGES
from workbench.snapshots.kept import days_of
from workbench.sources.workspace import open_workspace
from workbench.store.actor import Actor
from workbench.store.exchange import import_lines
from workbench.store.store import open_store

# The smaller company is looked at in every way; of the larger each command, page and cell once,
# unless the whole walk is asked for, as `make proofs` does: each other day costs its figures anew
WHOLE = bool(os.environ.get("WORKBENCH_WHOLE_WALK"))

# What a company without quotas, plans and cycles has nothing to show in
_EMPTY_IN_MAVEN = {
    "plan_lab", "write_review", "award prove", "cycle form", "cycle status", "send",
    "statement", "pay export",
}  # fmt: skip
_EMPTY_IN_DEMO = {"pay export"}  # nobody was paid by it yet


def first_of_each(looks, asked):
    """Keep the plainest look of each kind, and one at each day."""
    days = {day.isoformat() for day in asked.days}
    kept = {look.key: look for look in reversed(looks)}
    kept |= {
        day: look for day in days for look in looks if look.key == "metrics" and day in str(look)
    }
    # The plainest form of one command names no rep, and is refused
    return [look for look in looks if look in kept.values() or look.key == "cycle form"]


@pytest.fixture(params=[DEMO, MAVEN], ids=lambda asked: asked.name)
def looked(request, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # documents are laid where the command is run
    (tmp_path / "aside").mkdir()
    return request.param, copy_of(request.param, tmp_path)


def test_every_command_is_known_to_look_to_make_or_to_act():
    known = [*LOOKS, *MAKES, *SERVES, *ACTS]

    assert sorted(known) == sorted(commands())


def test_every_notebook_is_looked_at_and_every_page_is_one():
    # An import reads any folder of the machine and writes: it is for a desk, never served
    assert {page.name for page in PAGES} == {notebook.stem for notebook in NOTEBOOKS} - {"import"}


@pytest.mark.slow
def test_no_look_changes_what_another_read_sees(looked):
    asked, folder = looked
    before, files = everything(folder, asked), quickly(folder)
    looks = [*openings(asked, folder), *typed(asked, folder, LOOKS), *addresses(asked, folder)]
    looks = looks if asked is MAVEN or WHOLE else first_of_each(looks, asked)
    Random(asked.name).shuffle(looks)
    opened = set()

    for look in looks:
        if look():
            opened.add(look.key)
        assert quickly(folder) == files, f"after {look}"
    after = everything(folder, asked)

    assert {name for name in before if before[name] != after[name]} == set()
    assert set(asked.days) <= set(days_of(open_workspace(folder)))  # they were looked at
    missing = {look.key for look in looks} - opened
    assert missing == (_EMPTY_IN_MAVEN if asked is MAVEN else _EMPTY_IN_DEMO)


@pytest.mark.slow
def test_documents_are_laid_into_outputs_and_change_nothing_else(looked, tmp_path):
    asked, folder = looked
    made = {
        "demo": ("session note R13", "team M03 --as M03:manager --lang en"),
        "maven": ("review 'Darcel Schlecht' --as-of 2017-09-30 --lang en",
                  "batch --reps 'Anna Snelling' --jobs 1 --lang en"),
    }  # fmt: skip
    before = everything(folder, asked)

    for words in made[asked.name]:
        told = f"{sys.executable} -m workbench.cli {words} --workspace {folder}"
        subprocess.run(told, shell=True, check=True, cwd=tmp_path, env=os.environ)
    after = everything(folder, asked)

    assert {name for name in before if before[name] != after[name]} == {"outputs"}


def test_the_first_look_fills_the_store_as_any_other_would(tmp_path):
    # The seed is read by whoever comes first, and tells neither who nor when
    folder = copy_of(DEMO, tmp_path)
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    with (folder / "store.jsonl").open(encoding="utf-8") as lines:
        seeded = import_lines(other, Actor.program("test"), lines)
    other.engine.dispose()

    assert Typed(("todo", "--as", "R13:rep", "--workspace", str(folder)))()
    first = rows_of_store(open_workspace(folder))
    assert Typed(("cycle", "status", "--workspace", str(folder)))()

    assert rows_of_store(open_workspace(folder)) == first
    assert len(first) == seeded
    assert "".join(first) == (folder / "store.jsonl").read_text(encoding="utf-8")
