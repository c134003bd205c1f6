"""Parts of a page, each drawn as HTML and as text from the same words and numbers."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest

from workbench.charts.bars import Bar, bars
from workbench.page import (
    html,
    html_cells,
    live,
    parts,
    slides,
    text,
    text_cells,
    typst,
    typst_cells,
)
from workbench.page.cells import (
    Code,
    Course,
    Lines,
    Link,
    Marked,
    Short,
    Stack,
    Strong,
    Track,
)
from workbench.page.form import Form, FormItem, Signature, Written
from workbench.page.fragment import fragment, inset
from workbench.page.html import block_html, blocks_html
from workbench.page.html_cells import cell_html
from workbench.page.live import (
    Download,
    EachLanguage,
    Eyebrow,
    Fact,
    Facts,
    Headline,
    Label,
    Line,
    Mark,
    Matrix,
    Run,
    Status,
    Trouble,
)
from workbench.page.number import Number, written
from workbench.page.parts import (
    Bullets,
    Callout,
    Columns,
    Exhibit,
    Fold,
    Gauge,
    Gauges,
    Grid,
    Group,
    Heading,
    Lede,
    Listing,
    Note,
    Paragraph,
    Paste,
    Steps,
    Terms,
    Untold,
)
from workbench.page.picture import Picture
from workbench.page.shown import Shown
from workbench.page.table import Table, figures, words
from workbench.page.text import blocks_text
from workbench.page.text_cells import cell_text

WON = Number(Decimal("1684110"), "money", "CNY")
TABLE = Table(
    [words("Measure"), figures("Now")], [["Won", WON], ["Left <b>", None]], title="Results",
)  # fmt: skip
PICTURE = Picture(
    lambda width: bars([Bar(name="A", value=1.0, label="1")], width=width), "a", "A 1", (360,)
)
REACHED = Gauge("Reached", Number(Decimal("1.38"), "share"), None, "above goal", "21 deals")
EACH = [
    TABLE, PICTURE, Exhibit("It grew", "won, n = 1", PICTURE, TABLE, (Note("beneath"),)),
    Fold("How", [("n", "21")], [Note("rows")]), Callout("Missing", "no quota"), Lede("At first"),
    Note("small"), Untold(["NPS", "CSAT"], "no surveys"),
    Gauges([REACHED], "the mark is the goal"),
    Columns([Listing("Results", ["won more", "won new"])]), Grid([Note("in a grid")]),
    Group([Note("in a group")]), Steps(["call", "write"]), Paste(["[deals]", "won = x"]),
    Heading("Praise", "an opinion", "since May"), Paragraph("so"), Terms([("What", "called")]),
    Bullets(["one", "two"]), Line([Run("call", "strong"), " soon ", Run("late", "warning")]),
    Label("Learned", "required", ["what is new"]), Eyebrow(["Explore", "Acme"], "invented"),
    Headline("Won 12", "of 30"), Status("saved", mark=Mark("holds", "7f")),
    Trouble("It broke", "details", "ValueError x"),
    Download("the note", "n.html", "text/html", "aGk="),
    Facts([Fact("risk", "late", is_warning=True)]),
    Matrix(["low", "high"], [("growing", [["Ana", "Bo"], []])]),
    EachLanguage([("en", "open"), ("zh-Hans", "打开")]),
]  # fmt: skip


def plain(blocks, lang="en"):
    return "\n".join(line for line in blocks_text(blocks, lang) if line)


def test_each_kind_of_part_has_all_writers():
    kinds = set(get_args(parts.Block))

    assert {type(each) for each in EACH} == kinds
    assert set(html._DRAWN) == set(text._WRITTEN) == set(typst._WRITTEN) == kinds
    assert set(slides._WRITTEN) == kinds
    assert set(html_cells._CELLS) == set(text_cells._CELLS) == set(typst_cells._CELLS)


@pytest.mark.parametrize("part", EACH, ids=lambda part: type(part).__name__)
def test_both_say_the_same_words(part):
    drawn = block_html(part, "en").replace("<small>", "").replace('aria-label="', ">")
    seen = html.Markup(drawn).striptags()
    told = [word.strip(":,") for word in plain([part]).split()]

    assert [word for word in told if word not in seen and word not in ("1.", "2.", "·")] == []


@pytest.mark.parametrize("part", EACH, ids=lambda part: type(part).__name__)
def test_a_part_cannot_be_changed(part):
    assert is_dataclass(part)
    with pytest.raises(FrozenInstanceError):
        setattr(part, fields(part)[0].name, "other")


def test_what_stands_in_a_part_is_no_markup():
    told = blocks_html([TABLE, Note("<i>"), Callout("<a>", "<script>")], "en")

    assert "Left &lt;b&gt;" in told
    assert "&lt;i&gt;" in told
    assert "<script>" not in told


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (WON, "168.4万元", "¥1.68M"),
        (Number(Decimal("1684110"), "money", "CNY", is_exact=True), "1,684,110.00元",
         "¥1,684,110.00"),
        (Number(Decimal("0.3571"), "share"), "35.7%", "35.7%"),
        (Number(Decimal("0.3571"), "share", places=0), "36%", "36%"),
        (Number(Decimal("3.954"), "ratio"), "3.95×", "3.95×"),
        (Number(7, "count"), "7", "7"),
        (Number(0, "count"), "0", "0"),
        (Number(None, "share"), "—", "—"),
    ],
)  # fmt: skip
def test_a_number_is_written_with_its_unit_where_it_is_shown(number, zh, en):
    assert (written(number, "zh"), written(number, "en")) == (zh, en)
    assert cell_html(number, "zh") == cell_text(number, "zh") == zh


def test_cells_say_what_they_hold():
    assert cell_text(None, "en") == cell_html(None, "en") == "—"
    assert cell_html(date(2026, 9, 30), "en") == '<span class="day">09-30</span>'
    assert cell_text(date(2026, 9, 30), "en") == "09-30"
    assert cell_text(Stack("Win two", "CSAT · by June"), "en") == "Win two · CSAT · by June"
    assert cell_html(Lines(["a <b>", "c"]), "en") == "a &lt;b&gt;<br>c"
    assert cell_text(Lines(["a", "c"], is_whole=True), "en") == "a / c"
    assert cell_html(Strong("9 <"), "en") == "<b>9 &lt;</b>"
    assert cell_html(Marked("Visits", "focus"), "en").startswith("Visits <span")
    assert 'class="warn">late<' in cell_html(Marked("Won", "late", "warning"), "en")
    assert cell_text(Marked("Visits", "focus"), "en") == "Visits (focus)"
    assert cell_text(Course(PICTURE, "Q1 2 →"), "en") == "A 1"
    assert "Q1 2 →" in cell_html(Course(PICTURE, "Q1 2 →"), "en")
    assert cell_html(Code("win_rate"), "en") == "<code>win_rate</code>"
    assert cell_html(Link("a.ipynb?x=1&y=2", "to it"), "en").startswith(
        '<a href="a.ipynb?x=1&amp;y=2">to'
    )
    assert cell_text(Link("a.ipynb", "to it"), "en") == "to it"
    assert cell_html(Short("abc", 3), "en") == "abc"
    assert cell_html(Short("ab<d", 3), "en") == '<span title="ab&lt;d">ab…</span>'
    assert cell_text(Short("abcd", 3), "en") == "abcd"


def test_a_track_ends_at_a_fifth_over_its_goal_and_begins_at_nothing():
    assert "width:100.0%" in cell_html(Track(Decimal("1.2")), "en")
    assert "width:100.0%" in cell_html(Track(Decimal(9)), "en")
    assert "width:50.0%" in cell_html(Track(Decimal("0.6")), "en")
    assert "width:0.0%" in cell_html(Track(Decimal("-0.5")), "en")
    assert "width" not in cell_html(Track(None, "no quota"), "en")
    assert cell_text(Track(None, "no quota"), "en") == "— no quota"


def test_a_wide_table_becomes_cards_on_a_phone():
    def css(columns):
        heads, row = [words("x")] * columns, ["y"] * columns
        return 'class="cards"' in block_html(Table(heads, [row]), "en")

    assert [css(n) for n in (1, 3, 4, 5)] == [False, False, True, True]


def test_a_plain_table_stays_one_on_a_phone():
    drawn = block_html(Table([words("x")] * 5, [["y"] * 5], is_plain=True), "en")

    assert "cards" not in drawn
    assert "data-l" not in drawn


def test_what_came_of_an_act_is_read_out_and_carries_its_mark():
    kept = block_html(Status("saved <b>", mark=Mark("taken", "9a")), "en")
    wrong = block_html(Status("not saved", is_wrong=True), "en")

    assert 'role="status"' in kept
    assert 'data-taken="9a"' in kept
    assert "saved &lt;b&gt;" in kept
    assert 'role="alert"' in wrong
    assert "data-" not in wrong


def test_every_look_and_frame_has_a_drawing():
    for look in get_args(live.Look):
        assert "so" in block_html(Line(["so"], look), "en")
    for tone in get_args(live.Tone):
        assert "so" in block_html(Line([Run("so", tone)]), "en")
    for rank in get_args(parts.Rank):
        assert "so" in block_html(Heading("so", rank=rank), "en")
    for frame in get_args(parts.Frame):
        assert "so" in block_html(Group([Paragraph("so")], frame), "en")


def test_a_fragment_carries_the_rules_it_is_drawn_by_before_its_parts():
    drawn = fragment("en", Paragraph("a < b"), style="p > b {}")

    assert drawn == "<style>p > b {}</style><p>a &lt; b</p>"
    assert fragment("en") == ""


def test_sections_and_forms_stand_inset_in_a_page():
    section = Shown("plan", "en", "Two steps.", [Note("first")], is_note=True)

    drawn = inset("en", [section, None], "preview")
    assert drawn.startswith('<div class="wb note-preview"><section')
    assert "Two steps." in drawn


def test_a_sum_is_set_off_in_the_last_row_only():
    drawn = block_html(Table([words("x")], [["a"], ["b"]], has_total=True), "en")

    assert drawn.count('class="total"') == 1
    assert drawn.index('class="total"') > drawn.index("a</td>")


def test_columns_stand_under_each_other_in_a_terminal_also_in_chinese():
    told = plain([Table([words("项目"), figures("n")], [["赢单", "7"], ["x", "12"]])], "zh")

    assert told.splitlines() == ["项目   n", "赢单   7", "x     12"]


def test_the_unit_of_a_gauge_is_set_apart_and_its_number_stays_one():
    drawn = block_html(Gauges([REACHED], "key"), "en")

    assert "138.0<small>%</small>" in drawn
    assert plain([Gauges([REACHED], "key")]) == "Reached  138.0%  above goal  21 deals"


def test_names_that_cannot_be_told_are_listed_as_the_language_does():
    untold = Untold(["NPS", "CSAT"], "无调查")

    assert plain([untold], "zh") == "NPS、CSAT：无调查"
    assert plain([untold], "en") == "NPS, CSAT: 无调查"


ITEM = FormItem(
    label="What you learned", kind="text", is_required=True, help="", anchors=(), columns=(),
    rows=(), options=(), lines=2, written=(Written("R01", "2026-10-03", [("", "Ask <first>")]),),
)  # fmt: skip


def test_a_section_is_told_in_both_with_its_form():
    form = Form([ITEM], ("R01", "M01"), [Signature("R01", "agreed", "2026-10-05", "thanks")])
    section = Shown(
        "plan", "en", "Two steps are planned.", [Note("first")], "09", "Plan", "What next?",
        source="rep", form=form,
    )  # fmt: skip

    told = str(section).splitlines()
    assert told[0:3] == ["09 Plan What next?", "Two steps are planned.", "first"]
    assert "  Ask <first>" in told
    assert "R01 · agreed · 2026-10-05  thanks" in told
    assert '<h2 id="plan">Two steps are planned.</h2>' in section.html
    assert "Ask &lt;first&gt;" in section.html


def test_a_section_that_opens_the_page_has_no_line_over_it():
    section = Shown("summary", "en", "Won.", (), "01", "Summary", "How?", is_numbered=False)

    assert 'class="q"' not in section.html
    assert section._repr_mimebundle_()["application/vnd.workbench.section+json"]["number"] == "01"
