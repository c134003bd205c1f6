"""A snapshot is dated, the same for the same input, and cannot be changed unseen."""

from datetime import date

import pytest

from workbench.errors import SnapshotError
from workbench.snapshots import freeze, open_snapshot

DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,ana,100,true,true,2026-08-01
D2,ana,100,true,true,2026-09-01
"""


def test_the_same_input_gives_the_same_hash(company):
    made = company(DEALS)

    assert made.freeze().hash == made.freeze().hash


def test_a_corrected_source_is_a_new_snapshot(company):
    first = company(DEALS).freeze()
    second = company(DEALS.replace("100", "101", 1)).freeze()

    assert first.hash != second.hash
    assert first.folder.exists()


def test_an_edited_table_is_refused(company):
    made = company(DEALS)
    snapshot = made.freeze()
    path = snapshot.path("deals")
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1] + b"x")

    with pytest.raises(SnapshotError, match="was changed or removed after the snapshot was frozen"):
        open_snapshot(made.workspace).table("deals")


def test_an_edited_manifest_is_refused(company):
    made = company(DEALS)
    manifest = made.freeze().folder / "manifest.json"
    manifest.chmod(0o600)
    manifest.write_text(manifest.read_text().replace("2026-09-30", "2026-09-29"))

    with pytest.raises(SnapshotError):
        open_snapshot(made.workspace)


def test_what_happened_later_is_not_known_yet(company):
    made = company(DEALS)

    earlier = freeze(made.workspace, date(2026, 8, 15))
    states = {row["deal_id"]: row["is_closed"] for row in earlier.table("deals").to_pylist()}

    assert states == {"D1": True, "D2": False}
