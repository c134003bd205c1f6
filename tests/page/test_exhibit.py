"""A picture under its finding as HTML: what it says is its label, its words are text."""

from xml.etree import ElementTree as ET

import pytest

from workbench.charts.bars import Bar, bars
from workbench.page.html import block_html
from workbench.page.parts import Exhibit, Note
from workbench.page.picture import Picture
from workbench.page.section import Section
from workbench.page.sheet import tables_of
from workbench.page.table import Table, figures, words
from workbench.page.typst import blocks_typst

TABLE = Table([words("Who"), figures("Won")], [["Acme", "1"]])


def picture(description, widths=(360,)):
    one = [Bar(name="A", value=1.0, label="1")]
    return Picture(lambda width: bars(one, width=width), "a", description, widths)


def test_what_the_picture_says_is_its_label_and_nothing_in_it_is_read_aloud():
    root = ET.fromstring(block_html(picture('5 < 6 & "x"'), "en"))

    assert (root.tag, root.get("role"), root.get("aria-label")) == ("figure", "img", '5 < 6 & "x"')
    assert {svg.get("aria-hidden") for svg in root} == {"true"}


def test_a_picture_of_one_line_is_marked_so():
    assert block_html(picture("x", (168,)), "en").startswith('<figure class="tiny" role="img"')


def test_an_exhibit_escapes_its_words_and_its_fold_stands_outside_the_picture():
    shown = Exhibit("<b>", "a & b", picture("x"), TABLE, (Note("beneath"),), is_full=False)
    root = ET.fromstring(block_html(shown, "en"))

    assert root.get("class") == "ex"
    assert [each.tag for each in root] == ["h3", "p", "figure", "details", "p"]
    assert (root[0].text, root[1].text) == ("<b>", "a & b")


@pytest.mark.parametrize(("lang", "head"), [("en", "The figures drawn"), ("zh", "图中的数字")])
def test_the_figures_drawn_are_folded_beneath_the_picture_on_a_page_and_on_paper(lang, head):
    shown = Exhibit("It grew", "won", picture("x"), TABLE)
    (fold,) = ET.fromstring(block_html(shown, lang)).iter("details")

    assert fold[0].text == head
    assert [cell.text for cell in fold.iter("td")] == ["Acme", "1"]
    assert f'fold("{head}"' in blocks_typst([shown], lang)
    assert '"Acme"' in blocks_typst([shown], lang)


def test_a_workbook_has_them_under_the_finding():
    section = Section("results", "en", "Won", [Exhibit("It grew", "won", picture("x"), TABLE)])
    (held,) = tables_of([section], "Review").blocks

    assert (held.title, held.rows) == ("It grew", TABLE.rows)
