"""Pages of HTML under the ending .xls, as many systems export them."""

import pytest

from workbench.errors import SourceError

PAGE = """<html><head><meta charset="{charset}"></head><body>
<table><tr><td>{title}</td></tr></table>
<table border=1><tr><th>id</th><th>name</th><th>sum</th></tr>
<tr><td>D1</td><td>{name}</td><td>1,000</td></tr>
<tr><td>D2</td><td><b>Bo</b><br>Co</td><td>&yen;2</td></tr></table></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "big5"])
def test_the_largest_table_is_read_in_the_pages_encoding(read, encoding):
    page = PAGE.format(charset=encoding, title="x", name="王大文")

    found = read(page.encode(encoding), name="deals.xls")

    assert found.names == ["id", "name", "sum"]
    assert found.rows == [["D1", "王大文", "1,000"], ["D2", "Bo Co", "¥2"]]
    assert "largest of 2 tables" in found.notes


def test_cells_over_several_stand_in_their_first(read):
    found = read(
        "<table><tr><td>team</td><td>name</td></tr><tr><td rowspan=2>East</td><td>Ana</td></tr>"
        "<tr><td>Bo</td></tr><tr><td colspan=2>West</td></tr><tr><td>x</td><td>y</td></tr></table>",
        name="deals.xls",
    )

    assert found.rows == [["East", "Ana"], [None, "Bo"], ["West", None], ["x", "y"]]


def test_a_merged_cell_repeats_its_value_when_told(read):
    found = read(
        "<table><tr><td>team</td><td>name</td></tr><tr><td rowspan=2>East</td><td>Ana</td></tr>"
        "<tr><td>Bo</td></tr></table>",
        name="deals.xls",
        fill_merged=True,
    )

    assert found.rows == [["East", "Ana"], ["East", "Bo"]]


def test_a_page_that_begins_as_xml_is_read(read):
    page = '<?xml version="1.0"?><html xmlns="x"><table><tr><td>id</td></tr><tr><td>D1</td></tr>'

    assert read(page + "</table></html>", name="deals.xls").rows == [["D1"]]


def test_a_page_without_table_is_one_sentence(read):
    with pytest.raises(SourceError, match="without a table"):
        read("<html><body>Please sign in</body></html>", name="deals.xls")


def test_a_page_nested_without_end_is_one_sentence(read):
    with pytest.raises(SourceError):
        read("<html>" + "<div>" * 100_000, name="deals.xls")


def test_a_spreadsheet_in_xml_is_one_sentence(read):
    with pytest.raises(SourceError, match=r"Save it as \.xlsx"):
        read('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><W/>', name="d.xls")
