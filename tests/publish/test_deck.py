"""A deck parsed back: its figures are in its charts, nothing runs over, and no text computes."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.oxml.ns import qn
from pptx.util import Pt

from workbench.charts.bars import Bar, bars
from workbench.charts.waterfall import Change, waterfall
from workbench.errors import ParameterError
from workbench.i18n import told
from workbench.page.form import Form, FormItem, Written
from workbench.page.number import Number
from workbench.page.parts import Bullets, Columns, Exhibit, Fold, Gauge, Gauges, Listing, Paragraph
from workbench.page.picture import Picture
from workbench.page.section import Cover, Section
from workbench.page.slides import section_slides
from workbench.page.table import Table, figures, words
from workbench.publish.deck.kept import file_in, kept_told, place_of, placed
from workbench.publish.deck.made import deck
from workbench.publish.deck.package import is_as_written
from workbench.publish.deck.room import Box, em_of, fitted, height_of, lines_in, shares, shortened
from workbench.publish.pdf import Paper

PAPER = {
    lang: Paper(
        "Ana 2026-Q3", lang, date(2026, 9, 30), "Ana · 2026-Q3", "As of 2026-09-30", "Draft"
    )
    for lang in ("zh", "en")
}
COVER = Cover("Acme", "Quarterly", "2026-Q3", "Ana", "rep, East", [("Manager", "Mei")])
NASTY = "=1+1\x07<b>&"
SHARES = [Bar(name=NASTY, value=0.357, label="35.7%"), Bar(name="B", value=0.2, label="20.0%")]


def cover(lang="en"):
    return Section("cover", lang, "", cover=COVER)


def drawn(draw=lambda w: bars(SHARES, width=w), title="It grew"):
    return Exhibit(
        title,
        "won",
        Picture(draw, "p", "A 35.7%; B 20.0%"),
        Table([], []),
        (Fold("How", [("Won", "all")]),),
    )


def listed(rows=3, text="deal"):
    cells = [[f"{text} {n}", Number(Decimal(n), "count")] for n in range(rows)]
    return Table([words("Deal"), figures("n")], cells, title="Deals")


def made(*sections, lang="en", template=None):
    return deck([section_slides(each) for each in sections], PAPER[lang], template)


def opened(*blocks, lang="en", form=None, **more):
    section = Section("results", lang, "Won 12 of 30", blocks, form=form, name="Results")
    content = made(cover(lang), section, lang=lang, **more)
    return content, Presentation(io.BytesIO(content)).slides


def texts(slide):
    found = [each.text_frame.text for each in slide.shapes if each.has_text_frame]
    tables = [each.table for each in slide.shapes if each.has_table]
    return [*found, *(cell.text for table in tables for row in table.rows for cell in row.cells)]


def held(content):
    """Give every file in a deck, those in the workbooks of its charts too."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            yield name, part
            if name.endswith(".xlsx"):
                yield from ((f"{name}/{inner}", held_) for inner, held_ in held(part))


def over(slide):
    """Give what stands beyond the slide, or holds more lines than its form has room for."""
    for shape in slide.shapes:
        if shape.top + shape.height > Pt(540) + 1 or shape.left + shape.width > Pt(960) + 1:
            yield shape.name
        if shape.has_text_frame and shape.text_frame.text:
            lines = [
                (p.text, p.runs[0].font.size.pt) for p in shape.text_frame.paragraphs if p.runs
            ]
            if not lines:  # the number of the slide
                continue
            needed = sum(height_of([text], size, shape.width.pt) for text, size in lines)
            if needed > shape.height.pt + lines[0][1] * 0.5:
                yield shape.text_frame.text


def test_a_chart_holds_its_figures_twice_and_says_what_it_shows():
    content, slides = opened(drawn())
    (frame,) = [each for each in slides[1].shapes if each.has_chart]
    (plot,) = frame.chart.plots
    book = openpyxl.load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))

    assert [list(series.values) for series in plot.series] == [[0.357, 0.2]]
    assert list(plot.categories) == ["=1+1<b>&", "B"]
    assert [[cell.value for cell in row] for row in book["Sheet1"].iter_rows()] == [
        [None, "Actual"], ["=1+1<b>&", 0.357], ["B", 0.2],
    ]  # fmt: skip
    assert plot.series[0].data_labels.number_format == "0.0%"
    (letters,) = plot.series[0].data_labels._element.iter(qn("a:bodyPr"))
    assert letters.get("wrap") == "none"  # a figure and its unit stay on one line
    assert frame._element.nvGraphicFramePr.cNvPr.get("descr") == "A 35.7%; B 20.0%"
    assert is_as_written(content)


def test_what_carries_a_bar_is_clear_and_named_nowhere():
    rows = [Change(name="a", value=10, label="10", is_total=True),
            Change(name="b", value=-3, label="−3")]  # fmt: skip
    _, slides = opened(drawn(lambda w: waterfall(rows, width=w)))
    (frame,) = [each for each in slides[1].shapes if each.has_chart]

    assert [list(series.values) for series in frame.chart.plots[0].series] == [
        [0, 7], [10, None], [None, 3],
    ]  # fmt: skip
    assert not frame.chart.has_legend
    assert frame.chart.plots[0].series[0].format.fill.type == MSO_FILL.BACKGROUND


def test_no_text_of_a_user_computes_or_is_markup_in_any_file_within():
    hidden = Table([words(NASTY)], [[NASTY]], title=NASTY)
    content, slides = opened(drawn(), hidden, Bullets([NASTY]))
    files = dict(held(content))

    assert [name for name, part in files.items() if b"<f>" in part] == []
    assert [name for name, part in files.items() if b"\x07" in part and name.endswith("xml")] == []
    assert not [name for name in files if "vba" in name.lower() or "externalLink" in name]
    assert "=1+1<b>&" in texts(slides[1])


def test_the_finding_is_the_title_and_the_notes_are_the_speakers():
    _, slides = opened(drawn())

    assert slides[1].shapes.title.text == "Won 12 of 30"
    assert slides[1].notes_slide.notes_text_frame.text.split("\n") == [
        "Source: Results", "It grew: won", "Won: all", "As of 2026-09-30", "Draft",
    ]  # fmt: skip
    assert "Manager: Mei" in slides[0].notes_slide.notes_text_frame.text


def test_slides_stand_by_their_place_and_a_section_of_nothing_is_none():
    later = Section("b", "en", "Later", [Paragraph("x")], facts={"place": 2})
    sooner = Section("a", "en", "Sooner", [Paragraph("x")], facts={"place": 1})
    slides = Presentation(
        io.BytesIO(made(cover(), later, Section("c", "en", "None"), sooner))
    ).slides

    assert [each.shapes.title.text for each in slides] == ["Ana", "Sooner", "Later"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_long_table_is_cut_to_what_fits_and_says_how_much_is_not_there(lang):
    _, slides = opened(listed(40, "长" if lang == "zh" else "long"), lang=lang)
    (frame,) = [each for each in slides[1].shapes if each.has_table]
    left = 40 - (len(frame.table.rows) - 1)

    assert left > 0
    assert [text for text in texts(slides[1]) if str(left) in text and "…" in text]
    assert frame.top + frame.height < Pt(500)
    assert list(over(slides[1])) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_runs_over_however_long_the_words(lang):
    long = (
        "客户验收推迟，付款条件未谈妥。" if lang == "zh" else "The customer put it off again. "
    ) * 60
    gauge = Gauge(long, Number(Decimal("1.2"), "share"), None, long, long)
    item = FormItem(
        label="Cases",
        kind="text",
        is_required=False,
        help="",
        anchors=(),
        columns=(),
        rows=(),
        options=(),
        lines=2,
        written=(Written("Ana", "", (("", long),) * 9),),
    )
    listings = Columns([Listing("Results", [long] * 9), Listing("Problems", [long])])
    crowded = [
        (Gauges([gauge] * 5, ""), listings),
        (drawn(title=long), drawn(), listed(40, long), Bullets([long] * 9)),
        (listed(9, long), listed(40), Bullets(["short"] * 60)),
        (Bullets([long]),),
    ]  # fmt: skip
    for blocks in crowded:
        form = Form([item], ())
        slides = opened(*blocks, lang=lang, form=form)[1]
        assert list(over(slides[1])) == []
        assert [text for text in texts(slides[1]) if "…" in text]


@pytest.mark.parametrize("length", range(2, 7))
def test_a_listed_sentence_stands_whole_or_is_counted_with_the_rest(length):
    said = [f"{n} says what is short, against what, by how much." * length for n in range(12)]
    slides = opened(Columns([Listing("Results", said), Listing("Problems", ["short"])]))[1]
    shown = [line for text in texts(slides[1]) for line in text.split("\n") if "says" in line]

    assert 0 < len(shown) < len(said)
    assert shown == [f"• {each}" for each in said[: len(shown)]]
    assert any(f"{len(said) - len(shown)} more" in text for text in texts(slides[1]))


def test_a_column_of_figures_is_never_broken():
    rows = [["A customer with a long name indeed, " * 3, "¥2,518,000.00"]]
    _, slides = opened(Table([words("Customer"), figures("Amount")], rows))
    (frame,) = [each for each in slides[1].shapes if each.has_table]

    assert lines_in("¥2,518,000.00", 12, frame.table.columns[1].width.pt - 8) == 1


def test_chinese_is_set_by_the_theme_and_colours_are_places_in_it():
    content, _ = opened(drawn(), listed(), lang="zh")
    files = dict(held(content))
    slide = files["ppt/slides/slide2.xml"].decode()

    assert files["ppt/theme/theme1.xml"].count(b'<a:ea typeface="Microsoft YaHei"/>') == 2
    assert 'lang="zh-CN"' in slide
    assert "srgbClr" not in slide + files["ppt/charts/chart1.xml"].decode()
    assert 'sldSz cx="12192000" cy="6858000"' in files["ppt/presentation.xml"].decode()


def test_equal_sections_are_equal_bytes_without_a_moment_of_making():
    once, again = opened(drawn(), listed())[0], opened(drawn(), listed())[0]
    core = dict(held(once))["docProps/core.xml"].decode()

    assert once == again
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", core)) == {"2026-09-30T"}
    assert "Canny" not in core


def potx(folder, name="house.potx", layouts=(0, 1)):
    """Write a template as PowerPoint does, with an example slide."""
    deck_ = Presentation()
    deck_.slide_width = Pt(960)
    deck_.slides.add_slide(deck_.slide_layouts[1]).shapes.title.text = "EXAMPLE"
    for n in reversed(range(len(deck_.slide_layouts))):
        if n not in layouts and n != 1:
            deck_.slide_masters[0].slide_layouts.remove(deck_.slide_layouts[n])
    out = io.BytesIO()
    deck_.save(out)
    with zipfile.ZipFile(out) as parts, zipfile.ZipFile(folder / name, "w") as written:
        for each in parts.namelist():
            part = parts.read(each).replace(b"Office Theme", b"House Theme")
            if name.endswith("potx"):
                part = part.replace(b"presentation.main+xml", b"template.main+xml")
            written.writestr(each, part)
    return folder / name


@pytest.mark.parametrize("name", ["house.potx", "house.pptx"])
def test_a_companys_template_is_filled_in_by_its_placeholders(tmp_path, name):
    content, slides = opened(Bullets(["called"]), template=potx(tmp_path, name))
    files = dict(held(content))

    assert [each.shapes.title.text for each in slides] == ["Ana", "Won 12 of 30"]
    assert [each.placeholder_format.idx for each in slides[1].placeholders][:2] == [0, 1]
    assert "called" in slides[1].placeholders[1].text_frame.text
    assert b"House Theme" in files["ppt/theme/theme1.xml"]
    assert b"template.main" not in files["[Content_Types].xml"]
    assert b"EXAMPLE" not in b"".join(files.values())


def test_a_template_that_cannot_be_used_is_named_with_what_to_do(tmp_path):
    broken = tmp_path / "broken.potx"
    broken.write_bytes(b"no zip")
    bare = tmp_path / "bare.pptx"
    bare.write_bytes(_without_bodies(potx(tmp_path).read_bytes()))
    cases = [
        (tmp_path / "none.potx", "没有文件|找不到"),
        (broken, "PowerPoint"),
        (bare, "标题和正文"),
    ]

    for file, sentence in cases:
        with pytest.raises(ParameterError) as refused:
            made(cover(), template=file)
        assert re.search(sentence, told(refused.value, "zh"))
        assert file.name in told(refused.value, "en")


def _without_bodies(content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(out, "w") as written:
        for each in parts.namelist():
            part = parts.read(each)
            if each.startswith("ppt/slideLayouts/slideLayout"):
                part = re.sub(
                    rb"<p:sp>(?:(?!</p:sp>).)*<p:ph idx=.*?</p:sp>", b"", part, flags=re.S
                )
            written.writestr(each, part)
    return out.getvalue()


def edited(content, title="By hand"):
    deck_ = Presentation(io.BytesIO(content))
    deck_.slides[1].shapes.title.text_frame.text = title
    out = io.BytesIO()
    deck_.save(out)
    return out.getvalue()


def test_a_deck_edited_by_hand_is_kept_and_the_next_stands_beside_it(tmp_path):
    first, _ = opened(Bullets(["called"]))
    file = tmp_path / "review.pptx"
    file.write_bytes(first)
    assert place_of(tmp_path, "review").file == file
    file.write_bytes(edited(first))

    moved = made(
        cover(), Section("results", "en", "Won 13 of 30", [Bullets(["x"])], name="Results")
    )
    contents, note = placed(tmp_path, "review", {"html": b"", "pptx": moved})
    same = kept_told(place_of(tmp_path, "review"), first)

    assert list(contents) == ["review.html", "review.2.pptx"]
    assert told(note, "en") == (
        "review.pptx was edited by hand and stays as it is. The new deck is review.2.pptx; these "
        "of its headings are not in yours: Won 13 of 30."
    )
    assert "各页标题与您的一致" in told(same, "zh")


def test_of_decks_the_one_as_written_is_the_documents_and_is_written_over(tmp_path):
    first, _ = opened(Bullets(["called"]))
    (tmp_path / "review.pptx").write_bytes(edited(first))
    (tmp_path / "review.2.pptx").write_bytes(first)

    assert place_of(tmp_path, "review").file.name == "review.2.pptx"
    assert file_in(tmp_path, "review", "pptx").name == "review.2.pptx"
    (tmp_path / "review.2.pptx").write_bytes(edited(first))
    assert place_of(tmp_path, "review").file.name == "review.3.pptx"


@pytest.mark.parametrize("content", [b"", b"half a file", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_deck_of_ours_is_never_written_over(tmp_path, content):
    (tmp_path / "review.pptx").write_bytes(content)

    assert place_of(tmp_path, "review").file == Path(tmp_path / "review.2.pptx")


def test_room_is_counted_and_shared():
    box = Box(0, 0, 100, 60)

    assert lines_in("长" * 20, 10, 100) > lines_in("l" * 20, 10, 100)
    assert em_of(shortened("长" * 40, 10, 100, 2)) <= 2 * 100 / 10
    assert fitted(["a", "b", "c" * 200], 10, box) == (["a", "b", fitted(["c" * 200], 10, Box(
        0, 0, 100, 60 - height_of(["a", "b"], 10, 100)))[0][0]], True)  # fmt: skip
    assert shares([10, 100, 100], 130, 10) == [10, 50, 50]


def test_no_heading_stands_over_nothing():
    tall = [replace(listed(6, "a deal with a long name " * 3), title=f"T{n}") for n in range(4)]
    _, slides = opened(*tall, *(Paragraph("word " * 40) for _ in range(3)))
    titles = [text for text in texts(slides[1]) if text in {"T0", "T1", "T2", "T3"}]

    assert len(titles) == len([each for each in slides[1].shapes if each.has_table])
    assert titles
