"""Delimited text: which rows and cells it has, whoever wrote it."""

import pytest

from workbench.errors import SourceError
from workbench.sources.limits import Limits

PLAIN = "id,name,sum\nD1,Ana,1\nD2,Bo,2\n"


def test_a_plain_file_gives_its_rows_counted_with_the_header(read):
    found = read(PLAIN)

    assert found.names == ["id", "name", "sum"]
    assert found.rows == [["D1", "Ana", "1"], ["D2", "Bo", "2"]]
    assert found.numbers == [2, 3]
    assert found.decided == {
        "encoding": '"utf-8"',
        "delimiter": '","',
        "header_row": "1",
        "header_depth": "1",
        "skip_footer": "0",
    }
    assert found.told == set()


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x85", "\u2028", "\u2029"])
def test_only_ends_of_lines_end_rows(read, sign):
    found = read(f"id,name,sum\nD1,Tender{sign}phase 2,500\nD2,x,1\n")

    assert found.rows == [["D1", f"Tender{sign}phase 2", "500"], ["D2", "x", "1"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_end_as_any_system_ends_them(read, end):
    found = read(PLAIN.replace("\n", end))

    assert found.rows == [["D1", "Ana", "1"], ["D2", "Bo", "2"]]
    assert found.numbers == [2, 3]


def test_a_new_line_between_quotes_stays_in_its_cell_and_counts_no_row(read):
    found = read('id,name,sum\nD1,"Ana\nMaria",1\nD2,"a ""b"", c",2\n')

    assert found.rows == [["D1", "Ana\nMaria", "1"], ["D2", 'a "b", c', "2"]]
    assert found.numbers == [2, 3]


def test_a_quote_inside_a_cell_is_text(read):
    assert read('id,name,sum\nD1,6" pipe,1\nD2,x,2\n').rows[0] == ["D1", '6" pipe', "1"]


def test_a_quote_that_is_never_closed_is_named_with_its_row(read):
    with pytest.raises(SourceError, match=r"row 3, opens a cell with"):
        read('id,name,sum\nD1,Ana,1\nD2,"Bo,2\nD3,Cy,3\n')


def test_a_quote_beside_a_stray_one_is_found_too(read):
    with pytest.raises(SourceError, match=r"row 3, opens a cell with"):
        read('id,name,sum\nD1,6" pipe,1\nD2,"Bo,2\nD3,Cy,3\n')


def test_text_after_a_closed_quote_is_named_with_its_row(read):
    with pytest.raises(SourceError, match=r"row 2, has text after"):
        read('id,name,sum\nD1,"Ana"x,1\nD2,Bo,2\n')


def test_a_broken_quote_far_down_is_named_with_its_row(read):
    rows = "".join(f"D{n},some name that fills the row up,{n}\n" for n in range(2, 50_001))

    with pytest.raises(SourceError, match=r"row 50001, opens a cell with"):
        read("id,name,sum\n" + rows + 'D50001,"x,1\n')


def test_short_rows_end_in_empty_cells_and_blank_rows_are_none(read):
    found = read("id,name,sum\nD1\n\n  \nD2,Bo,2\n,,\nD3,Cy\nD4,Di,4\n")

    assert found.rows == [
        ["D1", None, None],
        ["D2", "Bo", "2"],
        ["D3", "Cy", None],
        ["D4", "Di", "4"],
    ]
    assert found.numbers == [2, 5, 7, 8]


@pytest.mark.parametrize("row", ["D1,Ana,1,", "D1,Ana,1,,,"])
def test_empty_cells_beyond_the_header_are_dropped(read, row):
    found = read(f"id,name,sum\n{row}\n{row}\n{row}\n")

    assert found.names == ["id", "name", "sum"]
    assert found.rows == [["D1", "Ana", "1"]] * 3


def test_nameless_columns_without_values_are_dropped(read):
    found = read("id,,name,,\nD1,,Ana,,\nD2,,Bo,,\n")

    assert found.names == ["id", "name"]
    assert found.rows == [["D1", "Ana"], ["D2", "Bo"]]


def test_a_nameless_column_with_values_is_named_by_its_place(read):
    found = read("id,,name\nD1,,Ana\nD2,x,Bo\n")

    assert found.names == ["id", "column 2", "name"]
    assert found.rows == [["D1", None, "Ana"], ["D2", "x", "Bo"]]


def test_a_row_of_too_many_cells_is_named(read):
    with pytest.raises(SourceError, match=r"row 3, has 4 cells for 3 columns\."):
        read("id,name,sum\nD1,Ana,1\nD2,Bo,2,3\nD3,Cy,3\n")


def test_rows_of_too_many_cells_are_counted(read):
    with pytest.raises(
        SourceError, match=r"row 2, has 4 cells for 3 columns, the first of 3 such rows"
    ):
        read("id,name,sum\nD1,Ana,1,9\nD2,Bo,2,9\nD3,Cy,3,9\nD4,Di,4\nD5,Di,4\nD6,Di,4\nD7,E,5\n")


def test_two_columns_of_one_name_are_refused(read):
    with pytest.raises(SourceError, match="two columns named 'sum'"):
        read("id,sum,sum\nD1,1,2\n")


def test_cells_and_names_are_without_blanks_around_them(read):
    found = read('id , "na\nme",sum\n D1\u00a0,\u3000Ana ,  \n'.replace(' "', '"'))

    assert found.names == ["id", "na me", "sum"]
    assert found.rows == [["D1", "Ana", None]]


@pytest.mark.parametrize("name", ["PK", "PAR1"])
def test_a_first_name_is_not_taken_for_the_mark_of_a_container(read, name):
    assert read(f"{name},x\n1,2\n").names == [name, "x"]


def test_a_nul_is_named_with_its_line(read):
    with pytest.raises(SourceError, match="line 3, holds a NUL"):
        read("id,name,sum\nD1,Ana,1\nD2,B\0o,2\n")


def test_an_empty_file_is_refused_and_one_without_data_is_not(read):
    with pytest.raises(SourceError, match="is empty"):
        read("")
    with pytest.raises(SourceError, match="no row with the names"):
        read("\n\n")

    assert read("id,name,sum\n").rows == []


def test_more_columns_than_allowed_are_refused(read):
    with pytest.raises(SourceError, match=r"cells = 4"):
        read("a,b,c,d\n1,2,3,4\n", limits=Limits(cells=3))


def test_a_row_too_long_to_be_one_is_a_sentence(read):
    with pytest.raises(SourceError, match="has a row of more than"):
        read("id,name\nD1," + "x" * 9_000_000 + "\nD2,y\n")


def test_a_file_without_header_is_named_as_told(read):
    found = read("D1,1\nD2,2\n", has_header=False, names=("id", "sum"))

    assert found.names == ["id", "sum"]
    assert found.numbers == [1, 2]


def test_a_file_without_header_and_names_counts_its_columns(read):
    assert read("D1,1\nD2,2\n", has_header=False).names == ["column 1", "column 2"]


def test_uneven_rows_keep_their_place_among_many(read):
    rows = [f"D{n},{n}" if n % 1000 else f"D{n}" for n in range(2, 30_002)]
    found = read("id,sum\n" + "\n".join(rows) + "\n")

    assert found.numbers == list(range(2, 30_002))
    assert [row[0] for row in found.rows] == [f"D{n}" for n in range(2, 30_002)]
    assert [row[1] for row in found.rows if row[1] is None] == [None] * 30
