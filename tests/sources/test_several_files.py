"""Several files are one table: joined by the names of columns, each row known by its file."""

import json
import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from workbench.errors import SourceError, WorkspaceError
from workbench.publish.data_notes import data_notes
from workbench.snapshots import current_snapshot

TOML = '[tables.deals]\nfile = "deals_*.csv"\n'
FIRST = "deal_id,rep_id,is_closed,is_won,name,amount\nD1,ana,true,true,甲公司,100\n"
# Other order, no name, semicolons
SECOND = "amount;is_won;is_closed;rep_id;deal_id\n200;true;true;bo;D2\n"


@pytest.fixture
def exports(company):
    """Write deals_<name>.csv files; what is told beside the pattern goes into [tables.deals]."""

    def write(more="", toml=TOML, **files):
        made = company(toml=toml + more)
        for name, text in files.items():
            content = text if isinstance(text, bytes) else text.encode()
            (made.folder / f"deals{name}.csv").write_bytes(content)
        return made

    return write


def freezing():
    return sys.modules["workbench.snapshots.freeze"]  # the package calls a function so


def deals(made):
    rows = made.freeze().table("deals").to_pylist()
    return {row["deal_id"]: row for row in rows}


def refused(made):
    with pytest.raises(SourceError) as caught:
        made.freeze()
    return str(caught.value)


def test_two_files_are_one_table_joined_by_name(exports):
    found = deals(exports(_1=FIRST, _2=SECOND))

    assert (found["D1"]["amount"], found["D2"]["amount"]) == (100, 200)
    assert (found["D1"]["rep_id"], found["D2"]["rep_id"]) == ("ana", "bo")
    assert (found["D1"]["name"], found["D2"]["name"]) == ("甲公司", None)  # missing, not ""


def test_each_file_is_read_in_its_own_dialect(exports):
    made = exports(_1=FIRST.encode("gb18030"), _2=SECOND)

    assert deals(made)["D1"]["name"] == "甲公司"
    said = made.freeze().decided("deals")
    assert 'encoding = "gb18030"  # deals_1.csv' in said
    assert 'delimiter = ";"  # deals_2.csv' in said
    assert "deals_2.csv has no column 'name'; in its rows they are missing." in said


def test_what_is_plain_of_one_file_is_no_matter_for_check(exports):
    said = data_notes(exports(_1=FIRST.encode("gb18030"), _2=SECOND).freeze())

    assert "utf-8" not in said
    assert 'delimiter = ";"  # deals_2.csv' in said


def test_a_total_at_the_end_of_each_file_is_no_row_and_is_told(exports):
    made = exports(_1=FIRST + "Grand Total,,,,,100\n", _2=SECOND)

    assert set(deals(made)) == {"D1", "D2"}
    assert any(each.startswith("deals_1.csv: 1 row at") for each in made.freeze().decided("deals"))


def test_a_row_set_aside_names_its_file_and_its_row_there(exports):
    other = "deal_id,rep_id,is_closed,is_won\nD3,bo,true,true\nD4,zed,true,true\n"
    made = exports(_1=FIRST, _2=other)

    (row,) = made.freeze().rejected("deals").to_pylist()

    assert (row["reason"], row["file"], row["row"]) == ("unknown_rep", "deals_2.csv", "3")
    assert json.loads(row["record"])["deal_id"] == "D4"
    assert "file deals_2.csv, row 3, key D4" in data_notes(made.freeze())


def test_a_question_names_the_file_of_the_cell_in_doubt(exports):
    rows = "deal_id,rep_id,is_closed,is_won,close_on\n"
    said = refused(exports(_1=rows, _2=rows + "D1,ana,true,true,03/04/2026\n"))

    assert said.startswith("deals_2.csv, row 2, column 'close_on': '03/04/2026'")


def test_a_broken_column_names_the_file_of_its_first_cell(exports):
    rows = "deal_id,rep_id,is_closed,is_won\nD{},ana,{},true\n"
    said = refused(exports(_1=rows.format(1, "true"), _2=rows.format(2, "perhaps")))

    assert said.startswith("deals_2.csv, column 'is_closed', row 2, holds 'perhaps'")


def test_a_file_of_something_else_is_refused_by_its_name(exports):
    said = refused(exports(_1=FIRST, _2=SECOND, _notes="who,what\nana,hello\n"))

    assert said.startswith("deals_notes.csv has none of 'deal_id', 'rep_id'")
    assert "it has 'who', 'what'" in said
    assert "deals_1.csv" not in said


def test_no_file_of_such_names_lists_what_there_is(exports):
    said = refused(exports(toml='[tables.deals]\nfile = "orders_?.csv"\n', _1=FIRST))

    assert "'orders_?.csv'" in said
    assert "There is 'deals.csv', 'deals_1.csv', 'reps.csv'" in said


def test_a_pattern_stands_in_the_name_and_not_in_the_folder(exports):
    said = refused(exports(toml='[tables.deals]\nfile = "20*/deals_*.csv"\n', _1=FIRST))

    assert "A pattern may stand in the name of the file alone" in said


def test_a_file_of_exactly_that_name_is_no_pattern(exports):
    toml = '[tables.deals]\nfile = "deals [1].csv"\n'

    assert list(deals(exports(toml=toml, **{" [1]": FIRST, " 1": SECOND}))) == ["D1"]


def test_capitals_of_a_name_leave_no_file_out(exports):
    made = exports(toml='[tables.deals]\nfile = "Deals_*.csv"\n', _1=FIRST)
    (made.folder / "DEALS_2.CSV").write_text(SECOND)

    assert set(deals(made)) == {"D1", "D2"}


def test_what_a_system_lays_beside_is_no_export(exports):
    made = exports(toml='[tables.deals]\nfile = "*deals_*.csv"\n', _1=FIRST)
    for name in ("~$deals_1.csv", ".deals_1.csv"):
        (made.folder / name).write_bytes(b"\x01lock")

    assert list(deals(made)) == ["D1"]


def test_a_row_in_two_files_word_for_word_counts_once(exports):
    made = exports(_1=FIRST, _2=FIRST)

    assert deals(made)["D1"]["amount"] == 100
    (row,) = made.freeze().rejected("deals").to_pylist()
    assert (row["reason"], row["file"]) == ("duplicate_row", "deals_2.csv")


def test_a_deal_told_in_two_ways_counts_in_none(exports):
    made = exports(_1=FIRST, _2=FIRST.replace("100", "900"))

    assert deals(made) == {}
    rows = made.freeze().rejected("deals").to_pylist()
    assert [(row["reason"], row["file"]) for row in rows] == [
        ("conflicting_key", "deals_1.csv"),
        ("conflicting_key", "deals_2.csv"),
    ]


def test_of_a_deal_in_several_files_the_last_counts_where_it_is_told(exports):
    # 2 is before 10, and the row of 10 equals that of 1
    made = exports("latest = true\n", _1=FIRST, _2=FIRST.replace("100", "900"), _10=FIRST)

    assert deals(made)["D1"]["amount"] == 100
    assert made.freeze().rejected("deals").num_rows == 0
    assert {(each.reason, each.count) for each in made.freeze().notes} == {("superseded", 2)}
    assert any(
        "deals_10.csv is the last by name" in each for each in made.freeze().decided("deals")
    )


def test_the_last_file_may_still_contradict_itself(exports):
    twice = FIRST + "D1,ana,true,true,甲公司,300\n"

    assert deals(exports("latest = true\n", _1=FIRST, _2=twice)) == {}


def test_what_an_earlier_file_had_wrong_is_no_fault_where_the_last_counts(exports):
    made = exports("latest = true\n", _1=FIRST.replace("100", "unknown"), _2=FIRST)

    assert deals(made)["D1"]["amount"] == 100
    assert made.freeze().blanked("deals").num_rows == 0


def test_rows_without_a_key_replace_each_other_in_no_file(exports):
    keyless = FIRST + "".join(f"D{n},ana,false,false,,1\n" for n in range(2, 42))
    lost = ",ana,true,true,乙公司,5\n"
    made = exports("latest = true\n", _1=keyless + lost, _2=FIRST + lost)

    rows = made.freeze().rejected("deals").to_pylist()
    assert [(row["reason"], row["file"]) for row in rows] == [
        ("required_missing", "deals_1.csv"),
        ("required_missing", "deals_2.csv"),
    ]


def test_latest_of_one_file_or_without_a_key_is_refused(exports):
    with pytest.raises(WorkspaceError, match=r"latest = true tells which of several files"):
        _ = exports(toml='[tables.deals]\nfile = "deals.csv"\nlatest = true\n').workspace
    made = exports(_1=FIRST, more='[tables.absences]\nfile = "absences_*.csv"\nlatest = true\n')
    (made.folder / "absences_1.csv").write_text(
        "rep_id,start_on,end_on,kind\nana,2026-09-01,2026-09-03,leave\n"
    )

    assert "[tables.absences] latest = true cannot be: its rows have no key" in refused(made)


@pytest.mark.parametrize("other", [pa.array([Decimal("2.50")]), pa.array([2.5]), None])
def test_parquet_files_are_one_table_whatever_kinds_their_columns_have(exports, other):
    made = exports(toml='[tables.deals]\nfile = "deals_*.parquet"\n')
    told = {"rep_id": ["ana"], "is_closed": [True], "is_won": [True]}
    for n, amount in enumerate((pa.array([Decimal("1.25")]), other)):
        rows = {"deal_id": [f"D{n}"], **told} | ({} if amount is None else {"amount": amount})
        pq.write_table(pa.table(rows), made.folder / f"deals_{n}.parquet")

    found = {key: row["amount"] for key, row in deals(made).items()}

    assert found == {"D0": Decimal("1.25"), "D1": None if other is None else Decimal("2.5")}


def test_a_truth_written_as_text_in_one_parquet_file_is_one_in_both(exports):
    made = exports(toml='[tables.deals]\nfile = "deals_*.parquet"\n')
    for n, won in enumerate((True, "yes")):
        rows = {"deal_id": [f"D{n}"], "rep_id": ["ana"], "is_closed": [True], "is_won": [won]}
        pq.write_table(pa.table(rows), made.folder / f"deals_{n}.parquet")

    assert [row["is_won"] for row in deals(made).values()] == [True, True]


def test_sql_reads_all_files_of_a_pattern_under_one_name(exports):
    sql = "select deal_id, rep_id, is_closed, is_won, amount, name from raw"
    made = exports(
        toml=f'[files.raw]\nfile = "deals_*.csv"\n[tables.deals]\nsql = "{sql}"\n',
        _1=FIRST, _2=SECOND,
    )  # fmt: skip

    found = deals(made)

    assert {key: row["amount"] for key, row in found.items()} == {"D1": 100, "D2": 200}


def test_a_file_added_changed_or_taken_away_is_noticed(exports, caplog):
    caplog.set_level("INFO", "workbench")
    made = exports(_1=FIRST)
    current_snapshot(made.workspace)
    file = made.folder / "deals_2.csv"
    seen = []
    for content in (SECOND, SECOND.replace("200", "250"), None):
        file.unlink() if content is None else file.write_text(content)
        rows = current_snapshot(made.workspace).table("deals").to_pylist()
        seen.append(sum(row["amount"] for row in rows))
        assert caplog.messages[-1].startswith("deals_2.csv changed since the snapshot of ")

    assert seen == [100 + 200, 100 + 250, 100]


def test_a_file_that_comes_while_others_are_read_is_refused(exports, monkeypatch):
    made = exports(_1=FIRST)
    write = freezing().write_tables

    def late(*given):
        (made.folder / "deals_2.csv").write_text(SECOND)
        return write(*given)

    monkeypatch.setattr(freezing(), "write_tables", late)

    assert "deals_2.csv changed while it was read" in refused(made)
