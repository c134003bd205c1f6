"""Rows held by a process are the rows of the file: whichever are asked for, and in its order."""

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from workbench.snapshots import held

ROWS = pa.table({
    "rep_id": ["b", "a", None, "b", "a", "c"],
    "deal_id": ["D1", "D2", "D3", "D4", None, "D6"],
    "amount": [1, None, 3, 4, 5, 6],
})  # fmt: skip


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setattr(held, "_SHELF", held._Shelf())
    pq.write_table(ROWS, tmp_path / "deals.parquet")
    return tmp_path / "deals.parquet"


@pytest.mark.parametrize("columns", [None, ["deal_id", "amount"]], ids=["all", "two"])
@pytest.mark.parametrize(
    "filters",
    [
        None,
        [("rep_id", "=", "b")],
        [("rep_id", "=", "nobody")],
        [("deal_id", "in", ["D6", "D1"])],
        [("deal_id", "in", ["D4", "D0", "D4", "D9", "D45"])],
        [("deal_id", "in", ["D3", "D2", "D1"])],
        [("deal_id", "in", ["none", ""])],
        [("rep_id", "in", ["c", "b"])],
        [("deal_id", "in", ["D6", "D4", "D1"]), ("rep_id", "=", "b")],
        [("amount", "<", 5), ("deal_id", "in", ["D6", "D4"])],
        [("amount", "in", [3, 1])],
        [("amount", ">=", 3), ("rep_id", "=", "a")],
        [("amount", "<", 5)],
    ],
    ids=str,
)
def test_held_or_not_the_same_rows_in_the_same_order(file, columns, filters):
    read = held.rows_where(file, columns, filters)
    held.hold()

    assert held.rows_where(file, columns, filters).to_pylist() == read.to_pylist()


@pytest.mark.parametrize("words", [[], [None, None]], ids=["no rows", "no words"])
def test_where_no_row_has_a_word_none_is_found(file, words):
    rows = {"rep_id": pa.nulls(len(words), pa.string()), "deal_id": pa.array(words, pa.string())}
    pq.write_table(pa.table(rows), file)
    held.hold()

    assert held.rows_where(file, filters=[("deal_id", "in", ["D1"])]).num_rows == 0


def test_a_file_is_read_once(file):
    held.hold()
    held.rows_where(file)
    held.rows_where(file, filters=[("deal_id", "in", [])])
    file.unlink()

    assert held.rows_where(file, filters=[("deal_id", "in", ["D2"])])["rep_id"].to_pylist() == ["a"]


def test_what_is_held_takes_no_memory_until_it_is_read(file):
    many = pa.concat_tables([ROWS] * 50_000)
    pq.write_table(many, file)
    held.hold()
    before = pa.total_allocated_bytes()
    found = [held.rows_where(file), held.rows_of(file, "b")]

    # Other threads of the process hold a few hundred bytes now and then; the rows are megabytes
    assert pa.total_allocated_bytes() - before < many.nbytes / 100
    assert [len(each) for each in found] == [300_000, 100_000]
