"""What counts as a difference, and what the list may say of it."""

import differing
import pytest
from differing import Entry


def row(value="0.5", rep="ana", metric="win_rate", **more):
    cut = {"by": "", "level": "", "relation": "facts"}
    return {"period": "2026-Q3", "rep_id": rep, "metric": metric, **cut, "value": value, **more}


def differences(before, after):
    about = {"reading": "kept", "workspace": "demo", "snapshot": "2026-09-30/abc"}
    return differing.compared(before, after, **about)


def entry(**more):
    told = {"period": ["2026-Q3"], "metric": ["win_rate"], "rule": "a rule", "why": "because"}
    return Entry(**{**told, "workspace": "demo", **more})


def test_a_changed_cell_is_told_with_both_values():
    (found,) = differences([row("0.5")], [row("0.6")])

    assert str(found) == (
        "demo 2026-Q3 of 2026-09-30/abc, kept: win_rate fact ana: value 0.5 → 0.6"
    )


def test_missing_is_not_zero():
    (found,) = differences([row("")], [row("0")])

    assert (found.before, found.after) == ("", "0")


def test_a_row_that_came_or_went_is_a_difference():
    found = differences([row(rep="ana")], [row(rep="bo")])

    assert [(each.rep, each.column, each.before) for each in found] == [
        ("ana", "row", "there"),
        ("bo", "row", ""),
    ]


def test_what_did_not_exist_then_is_no_difference():
    assert differences([row()], [row(unit="share"), row(metric="a_new_one")]) == []


def test_a_column_that_is_gone_is_a_difference():
    (found,) = differences([row(grade="A")], [row()])

    assert (found.column, found.before, found.after) == ("grade", "A", "")


@pytest.mark.parametrize(
    ("more", "is_explained"),
    [
        ({}, True),
        ({"rep": ["ana"]}, True),
        ({"rep": ["bo"]}, False),
        ({"column": ["reason"]}, False),
        ({"reading": ["anew"]}, False),
        ({"workspace": "maven"}, False),
        ({"period": ["2026-Q2"]}, False),
        ({"metric": ["won_revenue"]}, False),
    ],
)
def test_an_entry_explains_what_it_names_and_no_more(more, is_explained):
    found = differences([row("0.5")], [row("0.6")])

    assert all(entry(**more).explains(each) for each in found) is is_explained
    assert (entry(**more).idle(found) == []) is is_explained


def test_an_entry_that_names_a_figure_too_many_is_idle():
    found = differences([row("0.5")], [row("0.6")])

    (line,) = entry(metric=["win_rate", "won_revenue"]).idle(found)
    assert line == "a rule: demo metric 'won_revenue'"


def test_without_a_difference_every_entry_is_idle():
    assert entry().idle([]) == ["a rule: demo ['2026-Q3'] ['win_rate']"]


def test_differences_nobody_explains_fail_and_say_which(tmp_path, monkeypatch):
    file = tmp_path / "differs.toml"
    file.write_text(
        '[[differs]]\nrule = "r"\nworkspace = "demo"\nperiod = "2026-Q3"\nmetric = "win_rate"\n'
        'rep = "ana"\nwhy = "w"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(differing, "LIST", file)
    found = differences([row("1"), row("1", rep="bo")], [row("2"), row("2", rep="bo")])

    text = differing.unexplained(found)

    assert differing.unexplained(found[:1]) == ""
    assert "1 cells differ" in text
    assert "win_rate fact bo: value 1 → 2" in text


def test_statements_differ_by_their_first_row_that_does():
    then = [{"last_on": "2026-09-30", "period": "2026-Q3", "lines": [{"net": "1"}, {"net": "2"}]}]
    now = [{**then[0], "lines": [{"net": "1"}, {"net": "3"}]}]

    (found,) = differing.compared_statements(then, now, "R01")

    assert (found.metric, found.before, found.after) == (
        "statement.lines", "{'net': '2'}", "{'net': '3'}",
    )  # fmt: skip
