"""A section as the source of a slide: a figure stays one, and notes say where it is from."""

import json
from decimal import Decimal

import pytest

from workbench.charts.attainment import PeriodBar, attainment
from workbench.charts.bars import Bar, bars
from workbench.charts.cumulative import Calendar, Run, Step, cumulative
from workbench.charts.fan import Ahead, fan
from workbench.charts.pipeline import OpenDeal, open_deals
from workbench.charts.plot import plot_of
from workbench.charts.trend import trend
from workbench.charts.waterfall import Change, waterfall
from workbench.page.form import Form, FormItem, Skill, Written
from workbench.page.number import Number
from workbench.page.parts import Exhibit, Fold, Gauge, Gauges, Grid, Note, Untold
from workbench.page.picture import Picture
from workbench.page.section import Section
from workbench.page.slides import section_slides
from workbench.page.table import Table, figures, words

PERIODS = [
    PeriodBar(name="2025-Q3", value=10.0, label="10", is_this=False),
    PeriodBar(name="2026-Q3", value=12.0, label="12, 120%", target=9.0),
]


def slide(*blocks, form=None, lang="en", **more):
    return json.loads(section_slides(Section("k", lang, "Found", blocks, form=form, **more)))


def item(*written, kind="text", **more):
    told = {
        "label": "Cases", "is_required": False, "help": "name the deal", "anchors": (),
        "columns": (), "rows": (), "options": (), "lines": 2, "written": written,
    }  # fmt: skip
    return FormItem(**{**told, "kind": kind, **more})


def picture(draw):
    return Picture(draw, "p", "what it says")


@pytest.mark.parametrize(
    ("draw", "kind", "names", "values"),
    [
        (lambda w: bars([Bar(name="A", value=0.357, label="35.7%"),
                         Bar(name="B", value=None, label="—")], width=w),
         "bars", ["A", "B"], [[0.357, None]]),
        (lambda w: attainment(PERIODS, width=w), "bars", ["2025-Q3", "2026-Q3"],
         [[10.0, 12.0], [None, 9.0]]),
        (lambda w: trend(PERIODS, width=w), "columns", ["2025-Q3", "2026-Q3"],
         [[10.0, 12.0], [None, 9.0]]),
        (lambda w: waterfall([Change(name="a", value=10, label="10", is_total=True),
                              Change(name="b", value=-3, label="−3"),
                              Change(name="c", value=7, label="7", is_total=True)], width=w),
         "stacked", ["a", "b", "c"],
         [[0, 7, 0], [10, None, 7], [None] * 3, [None, 3, None]]),
    ],
)  # fmt: skip
def test_bars_and_columns_are_read_back_as_their_figures(draw, kind, names, values):
    (part,) = slide(picture(draw))["parts"]

    assert (part["kind"], part["description"]) == ("chart", "what it says")
    plot = part["plot"]
    assert (plot["kind"], plot["categories"]) == (kind, names)
    assert [each["values"] for each in plot["series"]] == values


def test_a_share_is_known_by_how_it_is_written_and_money_beside_a_share_is_none():
    share = plot_of(bars([Bar(name="A", value=0.357, label="35.7%")], width=900))
    money = plot_of(attainment(PERIODS, width=900))

    assert (share.is_share, money.is_share) == (True, False)


def test_lines_keep_their_days_and_names():
    run = Run(label="2026", steps=[Step(3, 5.0), Step(9, 8.0)], last_day=20)
    drawn = cumulative(
        [run], Calendar(days=92, months=[(0, 31, "July")]), width=900, amount_text=str,
        target=6.0, target_label="target 6",
    )  # fmt: skip
    line, target = plot_of(drawn).series

    assert (line.name, target.name, target.is_dashed) == ("2026", "target 6", True)
    assert list(zip(line.across, line.values, strict=True)) == [
        (0, 0), (3, 0), (3, 5), (9, 5), (9, 8), (20, 8),
    ]  # fmt: skip


def test_what_lies_ahead_of_a_line_is_a_series_of_its_own_over_months():
    drawn = fan([5.0, 7.0], [Ahead(8.0, 9.0, 10.0, "9 in all")], ["Jan", "Feb", "Mar"], width=900,
                amount_text=str, target=12.0, target_label="target 12")  # fmt: skip
    plot = plot_of(drawn)

    assert plot.steps == "months"
    assert {(each.role, each.name) for each in plot.series} == {
        ("main", ""), ("ahead", ""), ("main", "target 12"),
    }  # fmt: skip


def test_what_no_program_has_a_chart_for_is_a_table_of_what_its_marks_say():
    deals = [
        OpenDeal(name=name, stage="Qualify", age_days=5, amount=9.0, hover=hover)
        for name, hover in (("D1", "D1 ¥9"), ("D2", "D2 ¥3"))
    ]
    drawn = picture(lambda w: open_deals(deals, ["Qualify"], width=w, days_text=str))
    (part,) = slide(drawn)["parts"]

    assert (part["kind"], part["is_marks"]) == ("table", True)
    assert part["rows"] == [["Qualify", "D1 ¥9"], ["Qualify", "D2 ¥3"]]


def test_what_is_folded_away_and_where_it_comes_from_are_the_speakers():
    fold = Fold("How", [("Won", "all deals won")], [Note("nothing of this")])
    shown = picture(lambda w: bars([Bar(name="A", value=1.0, label="1")], width=w))
    told = slide(
        Grid([Exhibit("It grew", "won, n = 1", shown, Table([], []), (fold,))]), fold,
        Untold(["NPS"], "no surveys"), number="3", name="Results", source="data",
    )  # fmt: skip

    assert told["title"] == "Found"
    assert [part["kind"] for part in told["parts"]] == ["chart"]
    assert told["notes"] == [
        "Source: 3 Results (data)", "It grew: won, n = 1", "Won: all deals won", "NPS: no surveys",
    ]  # fmt: skip


def test_an_absent_figure_and_an_empty_column_take_no_room_and_the_reason_is_noted():
    known = Gauge("Reached", Number(Decimal("1.2"), "share"), None, "above", "21 deals")
    absent = Gauge("NPS", Number(None, "index"), None, "no surveys", "")
    table = Table([words("a"), figures("b"), figures("c")], [["x", None, "1"], ["y", None, "2"]])
    told = slide(Gauges([known, absent], ""), table)
    tiles, listed = told["parts"]

    assert tiles["rows"] == [["Reached", "120.0%", "above", "21 deals"]]
    assert [head for head, _ in listed["heads"]] == ["a", "c"]
    assert told["notes"] == ["NPS: no surveys"]


def test_own_words_stand_in_place_and_who_has_to_write_is_asked():
    said = Written("Ana", "2026-10-02", (("", "one\ntwo"),))
    words_, prompt = slide(form=Form([item(said), item(to_write="Ana")], ()))["parts"]

    assert [line for line, _ in words_["lines"]] == ["Cases", "one", "two", "Ana, 2026-10-02"]
    assert [look for _, look in prompt["lines"]] == ["head", "prompt", "quiet"]
    assert "Ana" in prompt["lines"][1][0]


def test_a_table_to_fill_in_leaves_its_rows_and_one_nobody_writes_any_more_is_gone():
    open_ = item(kind="actions", columns=("Action", "Due"), rows=("call",), to_write="Ana")
    told = slide(form=Form([open_, item(), item(kind="signatures", to_write="Ana")], ()))
    _, table = told["parts"]

    assert table["rows"] == [["call", ""], ["", ""]]
    assert len(told["parts"]) == 2


def test_the_other_view_of_a_skill_has_columns_only_where_there_is_one():
    own = item(
        kind="competencies", columns=("Skill",), skills=(Skill("Forecast", "3", "", None, ()),)
    )
    both = item(kind="competencies", columns=("Skill",), skills=(Skill("x", "3", "3", 0, ("y",)),))
    heads = [[head for head, _ in slide(form=Form([each], ()))["parts"][0]["heads"]]
             for each in (own, both)]  # fmt: skip

    assert [len(each) for each in heads] == [3, 5]
