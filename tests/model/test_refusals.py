"""What cannot be read is refused with value, reason and what to write, in both languages."""

from datetime import date

import pytest

from workbench.errors import WorkbenchError
from workbench.i18n import told
from workbench.model.calendar import Calendar
from workbench.model.fiscal_weeks import FiscalWeeks
from workbench.model.given import day, one_of, text_of, texts
from workbench.model.period import Period

FORMS = "2026, 2026-H2, 2026-Q3, 2026-09, 2026-W30, FY2026-Q1 or 2026-03-01..2026-05-31"
FORMS_ZH = "2026、2026-H2、2026-Q3、2026-09、2026-W30、FY2026-Q1 或 2026-03-01..2026-05-31"
PLAIN = Calendar()
WEEKS = Calendar(weeks=FiscalWeeks("4-4-5", "last Saturday of January"))
TABLE = Calendar(
    periods=(
        Period("w1", date(2026, 1, 1), date(2026, 2, 1), "month"),
        Period("W1", date(2026, 2, 1), date(2026, 3, 1), "month"),
    )
)


def refused(ask, *given):
    with pytest.raises(WorkbenchError) as caught:
        ask(*given)
    return caught.value


@pytest.mark.parametrize(
    ("calendar", "text", "en", "zh"),
    [
        (PLAIN, "2026-13", "month must be 01 to 12", "月份应为 01 到 12"),
        (PLAIN, "2026-W54", "week must be 01 to 53", "周次应为 01 到 53"),
        (PLAIN, "2025-W53", "2025 has 52 weeks", "2025 只有 52 周"),
        (WEEKS, "FY2025-W53", "FY2025 has 52 weeks", "FY2025 只有 52 周"),
        (PLAIN, "FY70", "FY70 could be FY1970 or FY2070", "FY70 可能是 FY1970 或 FY2070"),
        (PLAIN, "2026-02-30..2026-03-01", "no calendar has such a day", "日历上没有这一天"),
    ],
)
def test_a_period_there_cannot_be_says_why(calendar, text, en, zh):
    made = refused(calendar.period, text)

    assert told(made, "en") == f"There is no period '{text}': {en}. Write {FORMS}."
    assert told(made, "zh") == f"没有“{text}”这个期间：{zh}。请写成 {FORMS_ZH}。"


def test_an_unknown_period_says_the_forms_and_where_there_is_a_table_its_names():
    alone, near = refused(PLAIN.period, "soon"), refused(TABLE.period, "soon")

    assert told(alone, "en") == str(alone) == f"There is no period 'soon'. Write {FORMS}."
    assert told(alone, "zh") == f"没有“soon”这个期间。请写成 {FORMS_ZH}。"
    assert told(near, "en") == str(near) == f"{alone} Known: 'W1', 'w1'."
    assert told(near, "zh") == f"{told(alone, 'zh')}现有：“W1”、“w1”。"


def test_a_spelling_of_two_names_lists_both():
    made = refused(TABLE.period, "Ｗ1")

    assert told(made, "zh") == "“Ｗ1”可能是这些期间：“w1”、“W1”。请原样写其中一个。"
    assert "may be any of the periods 'w1'" in told(made, "en")
    assert "'W1'. Write one as it is." in told(made, "en")


def test_a_range_written_backwards_is_named():
    made = refused(PLAIN.period, "2026-05-01..2026-03-01")

    assert told(made, "zh").startswith("期间“2026-05-01..2026-03-01”的结束早于开始")
    assert told(made, "en").startswith("Period '2026-05-01..2026-03-01' ends before")


def test_from_a_period_of_no_calendar_no_step_is_taken():
    made = refused(PLAIN.following, Period("Spring", date(2026, 2, 1), date(2026, 4, 5), "month"))

    assert str(made) == told(made, "en")
    assert told(made, "en") == f"'Spring' is not a period of the calendar. Write {FORMS}."
    assert told(made, "zh") == f"“Spring”不是日历上的期间。请写成 {FORMS_ZH}。"


@pytest.mark.parametrize(
    ("name", "value", "en", "zh", "example"),
    [
        ("rep_id", None, "nothing", "空值", "00123"),
        ("rep_id", True, "a yes or no", "是或否", "00123"),
        ("actor", 13, "a number", "数字", "R13:rep"),
        ("as_of", 1.5, "a number", "数字", "2026-09-30"),
        ("lang", ["zh"], "a list", "list 类型", "zh"),
        ("part", 1, "a number", "数字", "TEXT"),
    ],
)
def test_a_value_that_is_no_text_says_what_it_is_and_what_to_type(name, value, en, zh, example):
    made = refused(one_of, name, value, []) if name == "rep_id" else refused(text_of, name, value)

    assert (
        told(made, "en")
        == str(made)
        == (
            f"{name} is {value!r}, which is {en}. Give text: {name} = '{example}' in a notebook, "
            f"`papermill -r {name} {example}`, which passes it as it stands."
        )
    )
    assert told(made, "zh") == (
        f"{name} 是 {value!r}，即{zh}。请写成文字：在笔记本里写 {name} = '{example}'，"
        f"或用 `papermill -r {name} {example}` 原样传入。"
    )


def test_a_value_made_of_several_names_offers_each():
    made = refused(one_of, "rep_id", 7, ["7", "007"])

    assert "It could be '007' or '7'. Give text: rep_id = '007'" in told(made, "en")
    assert "可能是：“007”或“7”。" in told(made, "zh")
    assert told(made, "en") == str(made)


def test_no_value_is_none_only_where_it_may_be():
    assert one_of("rep_id", None, ["R01"], is_optional=True) == ""
    assert one_of("rep_id", None, ["null"], is_optional=True) == "null"  # a name papermill reads so
    assert "nothing" in str(refused(one_of, "rep_id", None, ["R01"]))
    assert "number" in str(refused(lambda: one_of("rep_id", 5, ["R01"], is_optional=True)))


def test_several_parameters_are_read_each_by_its_name():
    assert texts(period=2026, lang=None, actor="R13:rep") == {
        "period": "2026", "lang": "", "actor": "R13:rep"
    }  # fmt: skip
    assert str(refused(lambda: texts(period=2026, lang=2))).startswith("lang is 2")


def test_a_day_is_a_date_none_or_refused():
    assert day("2026-09-30") == date(2026, 9, 30)
    assert day("") is None
    made = refused(day, "30.9.")
    assert told(made, "zh") == "日期“30.9.”读不出来。请写成 2026-09-30。"
    assert told(made, "en") == str(made)
