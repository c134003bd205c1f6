"""An index leads to every edition and format that lies there, and to none that does not."""

import re
from dataclasses import replace

import pytest

from tests.publish.test_attention import entry
from tests.publish.test_who_has_left import SETTING
from workbench.publish.beside import File, links, page_of
from workbench.publish.index import index_pages

FILES = (
    File("talk", "pdf", "review.en.pdf"), File("talk", "xlsx", "review.en.xlsx"),
    File("brief", "html", "review.brief.en.html"), File("brief", "pdf", "review.brief.en.pdf"),
    File("record", "pdf", "review.record.en.pdf"),
)  # fmt: skip


def test_each_edition_has_its_line_and_says_in_full_what_it_is():
    found = links(FILES, "bo lee", "en")

    assert [[each.label for each in line] for line in found] == [
        ["PDF", "Workbook"], ["One page", "PDF"], ["For the file, PDF"],
    ]  # fmt: skip
    assert found[1][1].name == "One page, PDF"
    assert found[1][1].href == "../bo%20lee/review.brief.en.pdf"


def test_a_page_links_what_lies_beside_and_nothing_else():
    made = replace(entry("1.4", "3"), files={"en": FILES[:1]})
    html = index_pages([made], SETTING)["index.html"]

    assert re.findall(r'href="(\.\./[^"]+)"', html) == [
        "../bo/review.en.html",
        "../bo/review.en.pdf",
    ]


@pytest.mark.parametrize(
    ("editions", "chosen"),
    [(("brief", "talk", "record"), "talk"), (("brief", "record"), "record"), (("brief",), "brief")],
)
def test_a_name_leads_to_the_talk_else_to_the_fullest_there_is(editions, chosen):
    files = [File(each, "html", each) for each in editions]

    assert page_of(files).edition == chosen
    assert page_of([File("talk", "pdf", "review.pdf")]) is None
