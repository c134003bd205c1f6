"""A document: one page that runs nothing, asks for nothing and shows only its sections."""

import re
from html.parser import HTMLParser

import pytest

from workbench.errors import ReviewError
from workbench.publish.document import document
from workbench.publish.inert import require_inert
from workbench.publish.style import css_string, minified

HOSTILE = "</style></title><script>alert(1)</script>\"'\\"


class Elements(HTMLParser):
    """The elements of a page, as a browser would find them."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def named(self, tag):
        return [attrs for name, attrs in self.found if name == tag]


def test_a_document_shows_its_sections_and_nothing_else(executed):
    page = document(executed())

    assert "A finding" in page
    for hidden in ("import workbench", "warning in", "How to read this", "rep_id"):
        assert hidden not in page


def test_a_document_has_a_language_a_title_and_one_h1(executed):
    elements = Elements(document(executed()))

    assert elements.named("html") == [{"lang": "en"}]
    assert len(elements.named("h1")) == 1
    assert len(elements.named("title")) == 1


def test_the_policy_forbids_everything_but_the_inline_stylesheet(executed):
    metas = Elements(document(executed())).named("meta")

    assert {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    } in metas


def test_a_document_refers_to_nothing_outside(executed):
    page = document(executed())

    assert re.findall(r"https?://|url\(|@import", page) == []
    assert Elements(page).named("link") == []


def test_the_contents_lead_to_the_sections_and_mark_what_is_to_be_written(executed):
    elements = Elements(document(executed()))

    assert elements.named("a") == [{"href": "#summary", "class": "todo"}]
    assert {"id": "summary"} in elements.named("h2")


def test_a_hostile_name_stays_text(executed):
    page = document(executed(name=HOSTILE, section_name=HOSTILE))

    elements = Elements(page)
    assert elements.named("script") == []
    assert len(elements.named("style")) == 1
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "summary",
    [
        "<script>1</script>",
        '<p onclick="x()">a</p>',
        '<a href="javascript:x()">a</a>',
        '<a href=" JavaScript:x()">a</a>',
        '<a href="https://example.com">a</a>',
        '<a href="//example.com">a</a>',
        '<a href="\\\\example.com">a</a>',
        '<p style="background:url(https://example.com)">a</p>',
        '<img src="https://example.com/a.png">',
        '<svg><use href="other.svg#a"/></svg>',
        "<iframe></iframe>",
        "<form><input></form>",
    ],
)
def test_a_section_that_could_run_or_ask_is_not_published(executed, summary):
    with pytest.raises(ReviewError, match="was not published"):
        document(executed(summary=summary))


def test_drawings_and_fold_outs_pass_untouched(executed):
    figure = (
        '<figure role="img" aria-label="a &lt;b&gt;"><svg viewBox="0 0 1 1">'
        '<clipPath id="c"/><g clip-path="url(#c)"/></svg></figure>'
        "<details><summary>How</summary></details>"
    )

    assert figure in document(executed(summary=figure))


def test_a_notebook_without_a_cover_is_not_published(executed):
    notebook = executed()
    notebook.cells = [cell for cell in notebook.cells if '"cover"' not in cell.source]

    with pytest.raises(ReviewError, match="shows no cover"):
        document(notebook)


def test_the_same_notebook_gives_the_same_bytes(executed):
    assert document(executed()) == document(executed())


def test_relative_links_are_inert():
    require_inert('<a href="../%E6%9D%8E%E5%A8%9C/review.html">open</a><a href="#summary">1</a>')


def test_a_css_string_cannot_end_itself_or_the_style():
    written = css_string('</style>"\\\n李')

    assert re.fullmatch(r'"[\w \\]*"', written)
    assert "李" in written


def test_minifying_keeps_the_space_that_means_descent():
    css = ".wb :lang(zh) { color : red ; }  /* why */\n\n.a , .b { margin: 0 1px; }"

    assert minified(css) == ".wb :lang(zh){color : red}.a,.b{margin: 0 1px}"
