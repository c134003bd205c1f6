"""Headers: below titles, in two rows, or asked for."""

import pytest

from workbench.errors import SourceError


def test_titles_above_the_header_are_no_rows(read):
    found = read(
        "Opportunity Report\nAs of 2026-04-01\n\nid,name,sum,on\nD1,Ana,1,2026-01-01\n"
        "D2,Bo,2,2026-01-02\n"
    )

    assert found.names == ["id", "name", "sum", "on"]
    assert found.numbers == [5, 6]
    assert found.decided["header_row"] == "4"


def test_a_header_of_two_rows_joins_group_and_name(read):
    found = read("Amount,,Owner\nEUR,USD,Name\n1,2,Ana\n3,4,Bo\n")

    assert found.names == ["Amount · EUR", "Amount · USD", "Owner · Name"]
    assert found.numbers == [3, 4]
    assert found.decided["header_depth"] == "2"


def test_groups_over_few_of_many_columns_are_found(read):
    found = read("Amount,,,,,Owner,,\na,b,c,d,e,x,y,z\n1,2,3,4,5,6,7,8\n1,2,3,4,5,6,7,8\n")

    assert found.names[0] == "Amount · a"
    assert found.names[7] == "Owner · z"
    assert found.decided["header_row"] == "1"


def test_a_row_of_words_below_a_nameless_column_is_data(read):
    found = read("id,,name\nx,y,Ana\nz,w,Bo\n")

    assert found.names == ["id", "column 2", "name"]
    assert found.rows[0] == ["x", "y", "Ana"]


def test_years_below_a_group_are_asked_for_by_none_and_told_by_depth(read):
    found = read("id,Amount,\n,2025,2026\nD1,1,2\n", header_depth=2)

    assert found.names == ["id", "Amount · 2025", "Amount · 2026"]
    assert found.told == {"header_depth"}


def test_a_title_of_two_cells_is_no_group(read):
    found = read("Filter:,Q3\nid,name,sum,on\nD1,Ana,1,2026-01-01\n")

    assert found.names == ["id", "name", "sum", "on"]
    assert found.numbers == [3]


def test_commas_in_a_text_of_one_column_are_asked_for(read):
    with pytest.raises(SourceError, match="header_row = 1 or header_row = 3"):
        read('notes\n"a, b"\nc, d\ne, f\n')


def test_a_told_row_wins(read):
    found = read("a,b,c\nid,name,sum\nD1,Ana,1\n", header_row=2)

    assert found.names == ["id", "name", "sum"]
    assert found.told == {"header_row"}


def test_a_told_row_that_is_not_there_is_refused(read):
    with pytest.raises(SourceError, match="row 9"):
        read("a,b\n1,2\n", header_row=9)
    with pytest.raises(SourceError, match="row -1"):
        read("a,b\n1,2\n", header_row=-1)


def test_a_short_header_over_wide_data_is_asked_for(read):
    with pytest.raises(SourceError) as refusal:
        read("id,name\nD1,Ana,1,2,3\nD2,Bo,1,2,3\n")

    assert "header_row = 1 or header_row = 2" in str(refusal.value)


def test_a_sparse_header_row_of_a_wide_table_stays_the_header(read):
    found = read("id,name,sum\nD1,,\nD2,,\nD3,Ana,1\n")

    assert found.names == ["id", "name", "sum"]
    assert found.numbers == [2, 3, 4]
