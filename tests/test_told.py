"""An error is told in the language of who reads it."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.cli.options import error_text
from workbench.errors import PeriodError, PlanError, RefusedError, WorkbenchError
from workbench.i18n import error, said, told
from workbench.incentives.assigning import Who, segments_of
from workbench.incentives.plan_file import plan_of
from workbench.model.named_periods import Row, named_periods
from workbench.widgets.trouble import trouble


def test_an_error_of_a_key_says_it_in_both() -> None:
    made = error(RefusedError, "stage-at-self-review")
    assert isinstance(made, RefusedError)
    assert str(made) == told(made, "en") == "self-review"
    assert told(made, "zh") == "自评"


def test_several_stand_in_a_row_and_plain_errors_keep_their_text() -> None:
    names = (said("stage-at-self-review"), said("stage-at-appeal"))
    counted = said("points", n=names)
    assert told(counted, "en") == "self-review, appeal window points"
    assert told(WorkbenchError("As it is."), "zh") == "As it is."


def test_a_command_tells_an_error_in_the_language_it_was_asked_in(company, tmp_path):
    refused = error(RefusedError, "stage-at-self-review")
    folder = company("deal_id,rep_id\nA,ana\n").folder  # its first language is zh
    where = ["cycle", "advance", "R1", "--workspace", str(folder)]

    assert error_text(refused, [*where, "--lang", "en,zh"]) == "self-review"
    assert error_text(refused, where) == "自评"
    assert error_text(refused, ["cycle", "--workspace", str(tmp_path / "nowhere")]) == "self-review"
    assert error_text(WorkbenchError("As it is."), where) == "As it is."


def test_a_table_of_periods_is_refused_in_both() -> None:
    row = Row("periods.csv, row 2", "Spring", date(2026, 1, 1), date(2026, 3, 5))
    with pytest.raises(PeriodError) as refused:
        named_periods([row])

    assert told(refused.value, "en") == str(refused.value)  # the file of sentences and the code
    assert told(refused.value, "zh").startswith("periods.csv 第 2 行：“Spring”有 63 天，")


PLAN = """
id = "a"
version = "1"
label = { zh = "甲", en = "A" }
currency = "CNY"
[[assignments]]
reps = ["R1"]
from = 2026-01-01
[[components]]
id = "A"
label = { zh = "佣金", en = "Commission" }
earn = { kind = "table", tiers = [{ from = 0, to = 0.5, rate = 0.02 }, { from = %s }] }
"""


@pytest.mark.parametrize(
    ("written", "zh", "en"),
    [
        ("0.7, rate = 0.1", "0.5 与 0.7 之间有空档；请写 to = 0.7。", "there is a gap between 0.5"),
        ("0.5, rate = 'much'", "不是数字，请写成 0.05 这样。", "it is not a number; write one"),
        ("0.5, rat = 1", "“rat”没有用处。这里可以写：", "there is no use for 'rat'. Known here: "),
    ],
)
def test_a_plan_is_refused_in_both(written, zh, en) -> None:
    with pytest.raises(PlanError) as refused:
        plan_of(PLAN % written, Path("ae.toml"))

    assert "ae.toml 第 12 行" in told(refused.value, "zh")
    assert zh in told(refused.value, "zh")
    assert en in str(refused.value)


def test_a_rep_on_two_plans_is_refused_in_both() -> None:
    one = plan_of(PLAN % "0.5, rate = 0.1", Path("a.toml"))
    other = plan_of((PLAN % "0.5, rate = 0.1").replace('id = "a"', 'id = "b"'), Path("b.toml"))
    with pytest.raises(PlanError) as refused:
        segments_of(Who("R1"), [one, other])

    assert "自 2026-01-01 起同时在方案 a 和 b 上" in told(refused.value, "zh")
    assert "from 2026-01-01. End one assignment" in str(refused.value)


def test_a_page_tells_an_error_in_its_language() -> None:
    assert "自评" in trouble(error(RefusedError, "stage-at-self-review"), "zh")


def test_threads_that_speak_at_once_find_every_sentence():
    asked = """
from concurrent.futures import ThreadPoolExecutor
from workbench import i18n
keys = [key for key in i18n._sources("en") if key.startswith("refusal-role")][:8] * 40
with ThreadPoolExecutor(16) as hands:
    print(len(list(hands.map(lambda key: i18n.told(i18n.said(key, n=1, who="", role="", named="",
        option="", file="", lines=""), "en"), keys))))
"""
    code = [sys.executable, "-c", asked]
    for _ in range(3):
        assert subprocess.run(code, check=True, capture_output=True, text=True).stdout == "320\n"
