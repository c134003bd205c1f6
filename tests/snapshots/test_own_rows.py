"""A rep's rows of any time: what of them changes is seen, what of others changes is not."""

import csv
import shutil

import pytest

from workbench.snapshots import freeze
from workbench.snapshots.own_rows import own_hashes
from workbench.sources.workspace import open_workspace

# Ana owns D1 and shares D2 of Bo; Cy leads both, Di nobody
TOML = """
[workspace]
name = "tiny"
[money]
currency = "CNY"
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
[tables.deal_splits]
file = "deal_splits.csv"
"""
TABLES = {
    "reps": "rep_id,name,manager_id\nana,Ana,cy\nbo,Bo,cy\ncy,Cy,\ndi,Di,\n",
    "deals": (
        "deal_id,rep_id,amount,currency,is_closed,is_won,created_on,close_on\n"
        "D1,ana,100,CNY,True,True,2024-01-10,2024-02-10\n"
        "D2,bo,200,CNY,True,True,2024-01-10,2024-02-11\n"
    ),
    "deal_splits": "deal_id,rep_id,share\nD2,bo,0.5\nD2,ana,0.5\n",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "workbench.toml").write_text(TOML, encoding="utf-8")
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def hashes(folder, **changed):
    for name, (old, new) in changed.items():
        file = folder / f"{name}.csv"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    shutil.rmtree(folder / "snapshots", ignore_errors=True)
    return own_hashes(freeze(open_workspace(folder), None), {"cy"})


def moved(before, after):
    return {rep_id for rep_id in before if before[rep_id] != after[rep_id]}


def test_a_deal_of_long_ago_moves_its_owner_and_who_leads_and_nobody_else(folder):
    assert moved(hashes(folder), hashes(folder, deals=("D1,ana,100", "D1,ana,101"))) == {
        "ana", "cy"
    }  # fmt: skip


def test_a_shared_deal_moves_everybody_with_a_part_in_it(folder):
    assert moved(hashes(folder), hashes(folder, deals=("D2,bo,200", "D2,bo,201"))) == {
        "ana", "bo", "cy"
    }  # fmt: skip


def test_the_order_of_rows_moves_nobody(folder):
    before = hashes(folder)
    with (folder / "deals.csv").open(encoding="utf-8", newline="") as opened:
        head, *rows = csv.reader(opened)
    with (folder / "deals.csv").open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, lineterminator="\n").writerows([head, *reversed(rows)])

    assert moved(before, hashes(folder)) == set()
