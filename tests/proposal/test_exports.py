"""What a folder holds: several files of one table, sheets of a workbook, what is no table."""

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from workbench.proposal.exports import found_exports
from workbench.sources.scratch import scratch


@pytest.fixture
def found(folder):
    with scratch() as place:
        yield lambda files: found_exports(place, folder(files), {}, "en")


def test_files_of_the_same_columns_are_one_table(found):
    here = found({"deals_1.csv": "id,who\n1,Ana\n", "deals_2.csv": "who;id\nBo;2\nBo;3\n"})

    (export,) = here.exports
    assert export.file == "deals_*.csv"
    assert export.raw.rows == 3
    assert export.values("who") == ["Bo", "Ana"]
    assert sorted(export.values("id")) == ["1", "2", "3"]


def test_files_of_the_same_columns_under_other_names_are_told_apart(found):
    here = found({"north.csv": "id,who\n1,Ana\n", "south.csv": "id,who\n2,Bo\n"})

    assert [export.file for export in here.exports] == ["north.csv"]
    assert "deals_1.csv, deals_2.csv" in here.passed_over["south.csv"]


def test_a_pattern_never_takes_a_file_that_is_another_table(found):
    here = found({
        "deals_1.csv": "id,who\n1,Ana\n", "deals_2.csv": "id,who\n2,Bo\n",
        "deals_old.csv": "x,y,z\n1,2,3\n",
    })  # fmt: skip

    assert [export.file for export in here.exports] == ["deals_[0-9]*.csv", "deals_old.csv"]


def test_each_visible_sheet_is_a_table_of_its_own(folder):
    place = folder({})
    book = openpyxl.Workbook()
    book.active.title = "Deals"
    book.active.append(["id", "who"])
    book.active.append([1, "Ana"])
    people = book.create_sheet("People")
    people.append(["name", "team"])
    people.append(["Ana", "North"])
    hidden = book.create_sheet("Old")
    hidden.append(["a", "b"])
    hidden.append([1, 2])
    hidden.sheet_state = "hidden"
    book.save(place / "all.xlsx")

    with scratch() as where:
        here = found_exports(where, place, {}, "en")
        assert [(each.told["sheet"], each.headers) for each in here.exports] == [
            ("Deals", ("id", "who")), ("People", ("name", "team")),
        ]  # fmt: skip


def test_a_file_that_cannot_be_read_is_passed_over_in_a_sentence(folder):
    binary = pa.table({"id": ["1"], "picture": pa.array([b"GIF89a\xf0\xc0"], pa.binary())})
    place = folder({"deals.csv": "id,who\n1,Ana\n"})
    pq.write_table(binary, place / "pictures.parquet")

    with scratch() as where:
        here = found_exports(where, place, {}, "en")

    assert [each.file for each in here.exports] == ["deals.csv"]
    assert here.passed_over["pictures.parquet"].startswith("pictures.parquet cannot be read: ")
