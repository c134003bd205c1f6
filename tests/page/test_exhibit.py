"""A picture under its finding as HTML: what it says is its label, its words are text."""

from xml.etree import ElementTree as ET

from workbench.charts.bars import Bar, bars
from workbench.page.html import block_html
from workbench.page.parts import Exhibit, Note
from workbench.page.picture import Picture


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
    shown = Exhibit("<b>", "a & b", picture("x"), (Note("beneath"),), is_full=False)
    root = ET.fromstring(block_html(shown, "en"))

    assert (root.get("class"), [each.tag for each in root]) == ("ex", ["h3", "p", "figure", "p"])
    assert (root[0].text, root[1].text) == ("<b>", "a & b")
