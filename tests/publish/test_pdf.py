"""A PDF set from parts: every reader's, and nothing people wrote is code in it."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib.resources import files

import pypdf
import pytest

from tests.publish.tagged import children, faults, tags_of
from workbench.charts.bars import Bar, bars
from workbench.errors import ParameterError
from workbench.i18n import told
from workbench.page.cells import Code, Course, Lines, Marked, Stack, Strong, Track
from workbench.page.form import Form, FormItem, Signature, Skill, Written
from workbench.page.number import Number
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
from workbench.page.section import Cover, Section
from workbench.page.table import Table, figures, words
from workbench.page.typst import section_typst
from workbench.publish.faces import Faces, faces_of
from workbench.publish.pdf import Paper, pdf

pytestmark = pytest.mark.office
HOSTILE = '#panic("x") $x$ *b* _i_ @a `c` \\ \\u{41} [d] {e} "f" //g /*h*/ <i> ~ = - + 1. --- \'j\''
# The package's own holds widths and boxes, so a page set in it cannot be read again
FONT = str(files("workbench") / "charts" / "fonts" / "NotoSansSC-widths.ttf")
PAPER = Paper("述职", "zh", date(2026, 9, 30), "李娜 2026-Q3", "快照 1e59c637", "草稿")
PICTURE = Picture(
    lambda width: bars([Bar(name="A", value=1.0, label="1")], width=width),
    "a", "A 有 1 单", (360,),
)  # fmt: skip
ONE = Exhibit("一单", "n = 1", PICTURE, Table([words("客户"), figures("单")], [["青禾", "1"]]))
COVER = Cover("青禾", "季度述职", "2026-Q3", "李娜", "客户经理", [("经理", "陈立")])


@pytest.fixture(scope="module")
def faces():
    return faces_of((), "zh")


def set_of(faces, *blocks, paper=PAPER, form=None):
    sections = [
        Section("cover", paper.lang, "", cover=COVER),
        Section("results", paper.lang, "赢单七项", blocks, "01", "业绩结果", "如何？", form=form),
    ]
    content = pdf([section_typst(each) for each in sections], paper, faces)
    return content, pypdf.PdfReader(io.BytesIO(content))


def said(reader):
    return "".join(page.extract_text() for page in reader.pages).replace("\n", "")


def test_what_people_wrote_is_no_code_and_comes_out_as_written(faces):
    blocks = [
        Paragraph(HOSTILE), Callout(HOSTILE, HOSTILE), Bullets([HOSTILE]), Paste([HOSTILE]),
        Table([words(HOSTILE)], [[HOSTILE], [Code(HOSTILE)]], title=HOSTILE),
    ]  # fmt: skip
    _, reader = set_of(faces, *blocks)

    text = said(reader).replace(" ", "")
    assert text.count(HOSTILE.replace(" ", "")) == 9


def test_it_is_tagged_named_bookmarked_and_numbered_for_who_reads_by_ear(faces):
    _, reader = set_of(faces, *[Paragraph(f"第 {n} 行") for n in range(90)])
    root = reader.trailer["/Root"]

    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata.title == "述职"
    assert [each.title for each in reader.outline] == ["01 业绩结果"]
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    pages = [page.extract_text() for page in reader.pages]
    assert all(f"{n} / {len(pages)}" in text for n, text in enumerate(pages, 1))
    assert [("李娜 2026-Q3" in text and "草稿" in text) for text in pages] == [False, True, True]


def test_what_stands_apart_is_read_apart(faces):
    """A name and what it names are two parts, so nobody hears them as one word."""
    _, reader = set_of(faces, Table([words("客户"), figures("单")], [["青禾", "1"]], title="两家"))
    tags = list(tags_of(reader))
    basis = next(tag for role, tag in tags if role == "/Div")

    assert [str(each["/S"]) for each in children(children(basis)[0])] == ["/P", "/P"]
    assert [role for role, _ in tags if role.startswith("/H")] == ["/H1", "/H1", "/H2", "/H3"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (b"", b"", []),
        (b"/Alt ", b"/Was ", ["a picture says nothing"]),
        (b"/Scope ", b"/Scupe ", ["a table's head does not say what it heads"]),
        (
            b"/ToUnicode ",
            b"/TuUnicode ",
            [f"font /f{n} does not say which characters it draws" for n in (0, 1)],
        ),
        (b"/DisplayDocTitle ", b"/DosplayDocTitle ", ["the title is not shown"]),
        (b"/S /H2", b"/S /H1", ["a heading of level 3 comes after one of level 1"]),
        (b"", b"0 0 5 5 re f", ["page 1 draws with f outside its tags"]),
    ],
)
def test_the_check_of_whole_documents_sees_a_fault(faces, tmp_path, before, after, told):
    _, reader = set_of(faces, ONE)
    writer = pypdf.PdfWriter(clone_from=reader)
    if not before:
        stream = writer.pages[0]["/Contents"].get_object()
        stream.set_data(stream.get_data() + b"\n" + after)
    file, out = tmp_path / "broken.pdf", io.BytesIO()
    writer.write(out)
    assert before in out.getvalue()
    file.write_bytes(out.getvalue().replace(before, after) if before else out.getvalue())

    assert sorted(set(faults(file))) == told


def test_a_picture_says_what_it_shows(faces):
    _, reader = set_of(faces, ONE)

    assert "图中的数字客户单青禾1" in said(reader).replace(" ", "")

    held = [reader.get_object(n) for n in range(1, reader.trailer["/Size"])]
    alternatives = [each.get("/Alt") for each in held if isinstance(each, dict)]
    assert "A 有 1 单" in alternatives


def test_what_no_font_draws_is_a_box_with_a_note_and_never_fails_a_file(faces):
    _, reader = set_of(faces, Paragraph("好🫠了\ufe0f e\u0301 \x07 \u200b"))

    text = said(reader)
    assert "好□了" in text
    assert "U+1FAE0" in text
    assert "U+FE0F" not in text


def test_a_rare_character_of_a_name_comes_out_where_a_font_draws_it(faces):
    text = said(set_of(faces, Paragraph("㐂䶮𠮷"))[1])
    poor = replace(faces, covered=faces.covered - {ord("𠮷")})

    assert "㐂䶮𠮷" in text
    assert "㐂䶮□" in said(set_of(poor, Paragraph("㐂䶮𠮷"))[1])


def test_a_font_may_be_a_file_of_the_companys_own():
    assert faces_of((FONT,), "zh").families == ("Noto Sans SC",)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_machine_without_a_font_is_told_what_to_install(lang):
    with pytest.raises(ParameterError) as refused:
        faces_of(("No Such Face",), lang)

    assert "No Such Face" in told(refused.value, "zh")
    assert "[publish] fonts" in told(refused.value, "en")


def test_equal_parts_are_equal_bytes(faces):
    assert set_of(faces, Note("一"))[0] == set_of(faces, Note("一"))[0]
    assert set_of(faces, Note("一"))[0] != set_of(faces, Note("二"))[0]


def test_other_fonts_have_another_hash():
    one = Faces(("A",), (FONT,), frozenset())

    assert one.digest != Faces(("B", "A"), (FONT,), frozenset()).digest
    assert one.digest != Faces(("A",), (), frozenset()).digest


DRAWN = Table([words("头")], [["格"]])
TINY = Picture(lambda width: bars([Bar(name="A", value=1.0, label="1")], width=width), "t", "T")
EVERY = [
    Table([words("项目"), figures("进度")], [
        [Strong("粗"), Track(Decimal("0.5"))], [Marked("赢单", "迟", "warning"), Track(None, "无")],
        [Stack("上", "下"), date(2026, 9, 30)], [Lines(["一", "二"]), None],
        [Course(TINY, "始"), Number(Decimal("1684110"), "money", "CNY")],
    ], title="表", has_total=True),
    TINY, Group([Fold("藏", blocks=[Note("不印")])]),
    Fold("怎么来", [("分子", "21")], [Note("行")]),
    Grid([Exhibit("半", "s", TINY, DRAWN, is_full=False), Note("整")]),
    Lede("开头"), Untold(["甲"], "无"),
    Gauges([Gauge("达成", Number(Decimal("1.38"), "share"), TINY, "高于", "21 单")], "读法"),
    Columns([Listing("三项", ["多赢"])]), Steps(["打电话"]), Heading("谢谢", "意见", "自五月"),
    Terms([("叫", "什么")]), Paragraph("子", is_sub=True),
]  # fmt: skip
ITEM = FormItem(
    "学到什么", "text", is_required=True, help="写", anchors=("锚",), columns=(), rows=(),
    options=(), lines=2, written=(), to_write="李娜",
)  # fmt: skip
ITEMS = [
    ITEM,
    replace(ITEM, written=(Written("R01", "2026-10-03", [("标", "写了")]),), to_write=""),
    replace(ITEM, kind="actions", columns=("行动", "日期"), rows=("甲",),
            written=(Written("R01", "2026-10-03", rows=[["打", "十月"]]),)),
    replace(ITEM, kind="actions", columns=("行动", "日期"), rows=("甲",)),
    replace(ITEM, kind="rating", options=("低", "高"), written=(Written("M", "10-03", level=2),)),
    replace(ITEM, kind="yes_no", written=(Written("M", "10-03", level=1),)),
    replace(ITEM, kind="feedback"), replace(ITEM, kind="signatures"),
    replace(ITEM, withheld="尚未公开"),
    replace(ITEM, columns=("能力",), skills=(Skill("提问", "2", "", None, ["例"]),)),
]  # fmt: skip


def test_every_part_and_every_kind_of_item_is_set(faces):
    form = Form(ITEMS, ("李娜",))
    text = said(set_of(faces, *EVERY, form=form)[1])

    wanted = "粗 赢单 迟 上 下 一 二 始 分子 行 半 整 开头 达成 138.0% 高于 读法"
    wanted += " 三项 多赢 打电话 谢谢 叫 子 50.0% 09-30 168.4万元 学到什么 写了 打 十月 高"
    wanted += " 尚未公开 提问 例 待填写"
    assert [word for word in wanted.split() if word not in text.replace(" ", "")] == []
    assert "不印" not in text  # of a whole part of a page; the appendix holds it on paper


def test_a_signed_form_names_who_signed_and_what_was_said(faces):
    item = replace(ITEM, kind="signatures")
    form = Form([item], ("李娜",), [Signature("李娜", "同意", "2026-10-05", "谢谢")])

    assert "李娜 · 同意 · 2026-10-05" in said(set_of(faces, form=form)[1])


def test_the_parts_of_a_note_stand_below_its_heading(faces):
    """A reader by ear walks the headings; one level left out would fail the whole file."""
    note = Section("close", "zh", "收尾", (Heading("谢谢"),), name="收尾", is_note=True)
    cover = Section("cover", "zh", "", cover=COVER)
    content = pdf([section_typst(each) for each in (cover, note)], PAPER, faces)

    outline = pypdf.PdfReader(io.BytesIO(content)).outline
    assert [each.title for each in outline] == ["收尾"]


@pytest.mark.parametrize("most", [2, 3])
def test_what_is_a_little_too_long_is_drawn_closer_and_nothing_is_left_out(faces, most):
    told = [
        Paragraph(f"第{n}段写着一句不长不短的话，一行正好放得下。") for n in range(42 * most + 2)
    ]
    short = replace(PAPER, is_short=True)
    _content, loose = set_of(faces, *told, paper=short)
    content, close = set_of(faces, *told, paper=replace(short, most=most))

    assert len(loose.pages) == most + 1
    assert len(close.pages) == most
    assert all(f"第{n}段" in said(close).replace(" ", "") for n in range(42 * most + 2))
    assert content == set_of(faces, *told, paper=replace(short, most=most))[0]


def test_what_is_far_too_long_takes_the_sheets_it_needs(faces):
    told = [Paragraph(f"第{n}段写着一句不长不短的话。") for n in range(200)]
    _content, close = set_of(faces, *told, paper=replace(PAPER, is_short=True, most=1))

    assert len(close.pages) > 1
    assert "第199段" in said(close).replace(" ", "")


@pytest.mark.parametrize(
    "amount", ["1,046.9万元", "−5.2万元", "85,273.94元", "1.20亿元", "12.5万美元"]
)
def test_a_chinese_amount_is_not_parted_from_its_unit(faces, amount):
    said = [Paragraph("一" * n + f"，比去年同期多{amount}，已经达到") for n in range(20, 60)]
    _, read = set_of(faces, *said, paper=replace(PAPER, lang="zh"))
    text = "".join(page.extract_text() for page in read.pages).replace(" ", "")  # of its gaps

    assert text.count(amount) == len(said)


def test_a_sign_is_not_left_at_the_end_of_a_line_without_its_amount(faces):
    words_ = [
        Paragraph("x" * n + " comes with, +¥11,958.28 for earlier deals") for n in range(60, 90)
    ]
    _, read = set_of(faces, *words_, paper=replace(PAPER, lang="en"))
    text = "".join(page.extract_text() for page in read.pages)

    assert text.count("+¥11,958.28") == len(words_)
