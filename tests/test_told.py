"""An error is told in the language of who reads it."""

import subprocess
import sys

from workbench.cli.options import error_text
from workbench.errors import RefusedError, WorkbenchError
from workbench.i18n import error, said, told
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
