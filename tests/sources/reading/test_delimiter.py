"""Delimiters: found by what divides the rows alike."""

import pytest

from workbench.errors import SourceError

ROWS = [["id", "name", "sum"], ["D1", "Ana, Lee", "1,5"], ["D2", "Bo; Co", "2,5"]]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["csv", "txt", "xls", "data"])
def test_a_usual_delimiter_needs_no_telling(read, sign, ending):
    text = "\n".join(
        sign.join(f'"{cell}"' if sign in cell else cell for cell in row) for row in ROWS
    )

    found = read(text, name=f"deals.{ending}")

    assert [found.names, *found.rows] == ROWS


def test_decimal_commas_do_not_divide(read):
    found = read("name;sum\nAna;1,5\nBo;2,5\nCy;3,5\n")

    assert found.names == ["name", "sum"]
    assert found.rows[0] == ["Ana", "1,5"]


def test_the_line_of_excel_tells_it_and_is_no_row(read):
    found = read("sep=;\r\nid;a,b\r\nD1;1,2\r\n")

    assert found.names == ["id", "a,b"]
    assert found.numbers == [2]
    assert found.decided["delimiter"] == '";"'


def test_a_file_of_one_column_has_no_delimiter(read):
    assert read("rep_id\nana\nbo\n").rows == [["ana"], ["bo"]]


def test_two_delimiters_that_fit_alike_are_asked_for(read):
    with pytest.raises(SourceError) as refusal:
        read("a;b|c\nd;e|f\n", name="deals.txt")

    said = str(refusal.value)
    assert "'a;b|c'" in said
    assert 'delimiter = ";" or delimiter = "|"' in said


def test_an_unusual_delimiter_is_asked_for(read):
    with pytest.raises(SourceError, match=r'delimiter = "\^"'):
        read("a^b^c\n1^2^3\n")


def test_a_told_delimiter_wins(read):
    found = read("a;b|c\nd;e|f\n", delimiter="|")

    assert found.names == ["a;b", "c"]
    assert "delimiter" in found.told


@pytest.mark.parametrize("told", [";;", "¦", '"', "\n"])
def test_a_delimiter_that_can_be_none_is_refused(read, told):
    with pytest.raises(SourceError, match="one plain character"):
        read("a,b\n1,2\n", delimiter=told)
