"""What a talk takes along of a section: all that stands in the open and all that was written."""

from workbench.charts.attainment import PeriodBar, attainment
from workbench.page.form import Form, FormItem, Written
from workbench.page.parts import Exhibit, Fold, Grid, Group, Lede, Note
from workbench.page.picture import Picture
from workbench.page.renderers import RENDERERS
from workbench.page.section import Section
from workbench.page.short import short
from workbench.page.table import Column, Table, figures, words

BAR = PeriodBar(name="2026-Q3", value=12.0, label="¥12", target=10.0, is_this=True)
DRAWN = Picture(
    lambda width: attainment([BAR], width=width, target_label="", axis_text=str), "p", "¥12 of ¥10"
)
BEHIND = Table([words("Month"), figures("Won")], [["Behind it", "7"]])
SHOWN = Exhibit("Won ¥12", "of ¥10", DRAWN, BEHIND, (Fold("How it is made", [("Won", "sum")]),))
AWARDS = Table(
    [words("What"), Column("Rule", is_detail=True), words("Given")],
    [["Best teammate", "three pages of rule", "1 July"]],
)


def asked(key, kind="text", **given):
    told = {"is_required": False, "help": f"how to write {key}", "anchors": (), "columns": ()}
    told |= {"rows": (), "options": (), "lines": 4, "written": (), "to_write": "Ana"}
    return FormItem(label=key, kind=kind, **{**told, **given})


def section(*blocks, items=()):
    return Section("results", "en", "Won", blocks=blocks, form=Form(items, ("Ana", "Bo")))


def paper(made):
    return RENDERERS["text"](made) + RENDERERS["pdf"](made)


def test_what_is_folded_away_or_a_detail_stays_behind_at_any_depth():
    whole = section(
        Lede("In the open"),
        Fold("Folded", blocks=(Lede("inside a fold"),)),
        Grid([SHOWN]),
        Group([AWARDS, Group([Lede("for who looks closer")], is_detail=True)]),
        Note("how to read it", is_quiet=True),
        Note("a fact"),
    )
    told = paper(short(whole))

    for kept in ("In the open", "Won ¥12", "Best teammate", "a fact"):
        assert kept in told
    for left in (
        "inside a fold",
        "Behind it",
        "How it is made",
        "three pages",
        "closer",
        "to read it",
    ):
        assert left in paper(whole)
        assert left not in told


def test_nothing_that_was_written_is_left_out_and_what_was_not_keeps_one_line():
    written = Written("Ana", "2026-10-01", (("", "My own words"),))
    table = Written("Ana", "2026-10-01", rows=[["call", "daily"]] * 5)
    items = [
        asked("told", written=(written,)),
        asked("plan", "actions", columns=("What", "When"), written=(table,)),
        asked("open"),
        asked("matrix", "competencies", columns=("Skill", "Level"), rows=("a", "b", "c"), lines=5),
        asked("keep", "feedback"),
    ]
    kept = {item.label: item for item in short(section(items=items)).form.items}

    assert kept["told"].written == (written,)
    assert kept["plan"].written == (table,)
    assert {item.help for item in kept.values()} == {""}
    assert kept["open"].lines == 1
    assert kept["matrix"].lines == 3  # a row for each skill, and none beyond
    assert kept["keep"].kind == "text"
    assert paper(section(items=[items[0]])).count("My own words") == 2
