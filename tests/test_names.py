"""A name there is none of, and a day or period nobody can read, are told in both languages."""

import ast
from datetime import date
from pathlib import Path

import pytest

import workbench
from workbench.errors import UnknownNameError, WorkbenchError, require_known
from workbench.i18n import LANGS, has_message, told
from workbench.model.calendar import Calendar
from workbench.model.fiscal_weeks import FiscalWeeks
from workbench.model.given import day, one_of, text_of
from workbench.model.period import Period
from workbench.review.whom import whom

PACKAGE = Path(workbench.__file__).parent
LOOKED_FOR = ("team", "segment", "product", "stage", "rep")  # by `Exploration.checked`
NAMES = ("P one", "p ONE")
OWN = tuple(Period(name, date(2026, 1, 1), date(2026, 4, 1), "quarter") for name in NAMES)
WEEKS = FiscalWeeks("4-4-5", "last Saturday of January")


def looking():
    """Give the calls that look for a name, by file."""
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "require_known", "unknown_name",
            ):  # fmt: skip
                yield file, node


def test_whatever_is_looked_for_has_a_name_in_both_languages():
    asked = list(looking())
    kinds = [(file, call.args[0]) for file, call in asked]
    found = {kind.value for _file, kind in kinds if isinstance(kind, ast.Constant)}
    others = {file.name for file, kind in kinds if not isinstance(kind, ast.Constant)}

    assert {"rep", "metric", "cycle", "pay run"} <= found
    assert others == {"errors.py", "exploration.py"}  # the helper, and the kinds listed above
    keyed = {
        f"kind-{each.value.value}"
        for _file, call in asked for each in call.keywords
        if each.arg == "key" and isinstance(each.value, ast.Constant)
    }  # fmt: skip
    assert keyed
    keys = [
        *keyed,
        *("kind-" + "-".join(kind.replace("{}", "").split()) for kind in {*found, *LOOKED_FOR}),
    ]
    assert [key for key in keys for lang in LANGS if not has_message(key, lang)] == []


def error_of(act):
    with pytest.raises(WorkbenchError) as caught:
        act()
    return caught.value


@pytest.mark.parametrize(("act", "zh"), [
    (lambda: require_known("rep", ["Ana"], ["Anna", "Bo"]), "找不到销售“Ana”。是不是“Anna”？"),
    (lambda: require_known("role", ["boss"], ["rep"]), "找不到角色“boss”。现有：“rep”。"),
    (lambda: require_known("goal", ["g"], []), "找不到目标“g”。目前还一个也没有。"),
    (lambda: require_known("metric", ["x"], [f"rep{n}" for n in range(10)]), "另有 2 个。"),
    (lambda: require_known("review in {} of", ["x"], ["ana"], of="2026-Q3:quarterly"),
     "找不到在 2026-Q3:quarterly 里述职的人“x”。"),
    (lambda: whom("An", {"a1": "Ann", "a2": "Anne"}), "找不到销售“An”。"),
    (lambda: whom("ann", {"a1": "Ann", "a2": "ANN"}), "“ann”可能指 2 位销售。请原样写其中一个"),
    (lambda: day("32.1."), "日期“32.1.”读不出来。请写成 2026-09-30。"),
    (lambda: text_of("actor", 5), "actor 是 5，即数字。"),
    (lambda: text_of("actor", bool(1)), "actor 是 True，即是或否。"),
    (lambda: one_of("rep_id", 12, ["012", "12"]), "可能是：“012”或“12”。"),
    (lambda: Calendar().period("soon"), "没有“soon”这个期间。请写成 2026、"),
    (lambda: Calendar().period("2026-13"), "没有“2026-13”这个期间：月份应为 01 到 12。"),
    (lambda: Calendar().period("2026-W54"), "：周次应为 01 到 53。"),
    (lambda: Calendar().period("2025-W53"), "：2025 只有 52 周。"),
    (lambda: Calendar().period("FY84"), "：FY84 可能是 FY1984 或 FY2084。"),
    (lambda: Calendar(weeks=WEEKS).period("FY2025-W53"), "：FY2025 只有 52 周。"),
    (lambda: Calendar().period("2026-03-02..2026-03-01"), "的结束早于开始。请对调"),
    (lambda: Calendar(periods=OWN).period("P ONE"), "“P ONE”可能是这些期间：“P one”、“p ONE”。"),
    (lambda: Calendar(periods=OWN).period("P onee"), "是不是“P one”？"),
])  # fmt: skip
def test_it_is_told_in_chinese_and_in_english_as_it_was(act, zh):
    found = error_of(act)

    assert zh in told(found, "zh")
    assert told(found, "en") == str(found)


def test_a_day_no_calendar_has_is_told_without_the_words_of_the_language_it_is_programmed_in():
    found = error_of(lambda: Calendar().period("2026-02-30..2026-03-01"))

    assert "日历上没有这一天" in told(found, "zh")
    assert "no calendar has such a day" in told(found, "en")


def test_odd_characters_of_a_name_are_spelled_out():
    found = error_of(lambda: require_known("rep", ["a\n{x}"], []))

    assert isinstance(found, UnknownNameError)
    assert "“a\\n{x}”" in told(found, "zh")
