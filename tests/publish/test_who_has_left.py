"""An index page tells who has left apart from those who have something to do."""

import re
from datetime import date

from workbench.publish.index import IndexSetting, index_pages
from workbench.publish.row import Entry

SETTING = IndexSetting(
    period="2026-Q3", next_period="2026-Q4", as_of=date(2026, 9, 30), is_made=False,
    has_moved_on=False, langs=("en", "zh"), manager_pages={"cy": "team-cy"},
)  # fmt: skip


def entry(rep_id, name, left_on=None):
    return Entry(
        rep_id=rep_id, name=name, team="T", manager_id="cy", manager_name="Cy", folder=rep_id,
        documents={"en": "review.en.html", "zh": "review.html"}, figures=None, next_figures=None,
        left_out=0, left_on=left_on,
    )  # fmt: skip


def pages():
    return index_pages([entry("ana", "Ana", date(2026, 8, 14)), entry("bo", "Bo")], SETTING)


def tables(html):
    return re.findall(r"<table.*?</table>", html, flags=re.S)


def test_who_has_left_stands_in_a_table_of_their_own():
    everyone, gone = tables(pages()["index.html"])

    assert ("Bo" in everyone, "Ana" in everyone) == (True, False)
    assert ("Bo" in gone, "Ana" in gone) == (False, True)
    assert "left, last day 14 Aug 2026" in gone


def test_it_says_so_in_chinese_and_on_the_managers_page():
    made = pages()

    assert "已离职，最后工作日2026年8月14日" in made["index.zh.html"]
    assert "left, last day 14 Aug 2026" in tables(made["team-cy.html"])[1]


def test_who_has_left_needs_no_attention():
    assert "<h1>1 of 2 reviews needs a closer look</h1>" in pages()["index.html"]


def test_a_page_of_leavers_alone_has_no_empty_table():
    html = index_pages([entry("ana", "Ana", date(2026, 8, 14))], SETTING)["index.html"]

    assert len(tables(html)) == 1
