"""A view is text a person can read, edit, break and get told what is wrong."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import ParameterError, UnknownNameError
from workbench.metrics.catalogue import CATALOGUE
from workbench.review.exploration.shelf import load_view, save_view, shelf, view_diff, view_names
from workbench.review.exploration.view import View, WhatIf, read_view

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
AMOUNTS = st.decimals(0, 10**12, allow_nan=False, places=2)


@given(
    st.builds(
        View,
        period=TEXTS,
        metric=st.sampled_from(sorted(CATALOGUE)),
        team=TEXTS,
        product=TEXTS,
        days=st.none() | st.tuples(st.integers(0, 99), st.integers(100, 999)),
        amount=st.none() | st.tuples(AMOUNTS, AMOUNTS).map(lambda ends: tuple(sorted(ends))),
        what_if=st.builds(WhatIf, quota=st.integers(-90, 200)),
    )
)
def test_whatever_a_view_holds_its_text_says_again(view):
    assert read_view(view.text(), "here") == view


def test_a_view_reads_as_a_person_would_write_it():
    view = View(period="2026-Q3", team="华东", days=(0, 90), what_if=WhatIf(quota=10))

    assert view.text().splitlines()[1:] == [
        'metric = "win_rate"', 'period = "2026-Q3"', 'team = "华东"', "days = [0, 90]",
        "", "[what_if]", "quota = 10",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("metric = win_rate", "v.toml is not TOML"),
        ('metrik = "win_rate"', "v.toml has no use for metrik. Did you mean 'metric'?"),
        ('metric = "win_rat"', "metric = 'win_rat': there is no metric 'win_rat'"),
        ("days = [90, 0]", "days begins at 90 and ends at 0; swap the two"),
        ("days = 7", "v.toml, days = 7"),
        ("team = 3", "v.toml, team = 3: Input should be a valid string"),
        ("amount = [0, inf]", "v.toml, amount.1: Input should be a finite number"),
        ("[what_if]\nwin_rate = 9000", "what_if.win_rate = 9000"),
        ("[what_if]\nwinrate = 9", "no use for what_if.winrate. Did you mean 'win_rate'?"),
        ('period = "' + "x" * 200_000 + '"', "characters long, which is no view"),
    ],
    ids=["toml", "key", "metric", "order", "kind", "text", "infinite", "far", "inner", "long"],
)
def test_nonsense_is_told_by_place_key_and_what_would_do(text, says):
    with pytest.raises(ParameterError) as told:
        read_view(text, "v.toml")

    assert says in str(told.value)


def test_a_file_that_is_no_text_is_told_and_left_alone(company):
    workspace = company().workspace
    save_view(workspace, "Mine", View())
    file = shelf(workspace) / "mine.toml"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ParameterError, match=r"mine\.toml is no text in UTF-8"):
        load_view(workspace, "mine")
    assert file.read_bytes() == b"\xff\xfe\x00"


def test_a_kept_view_is_never_overwritten_by_another(company):
    workspace = company().workspace
    names = [save_view(workspace, "East, low win rate!", View(team=team)) for team in "aba"]

    assert names == ["east-low-win-rate", "east-low-win-rate-2", "east-low-win-rate"]
    assert load_view(workspace, "east-low-win-rate").team == "a"


@pytest.mark.parametrize("name", ["../../etc/passwd", "华东 Q3", "a/b\\c", "..%2f.."])
def test_a_view_stays_on_its_shelf_whatever_it_is_called(company, name):
    workspace = company().workspace
    kept = save_view(workspace, name, View())

    assert [file.stem for file in shelf(workspace).iterdir()] == [kept]
    assert view_names(workspace) == [kept]


def test_a_name_of_nothing_is_refused(company):
    with pytest.raises(ParameterError, match="no letter or digit"):
        save_view(company().workspace, "../..", View())


def test_a_path_is_no_name_of_a_view(company):
    with pytest.raises(UnknownNameError, match=r"There is no view '\.\./workbench'"):
        load_view(company().workspace, "../workbench")


def test_a_difference_names_only_what_differs():
    first = View(team="华东", days=(0, 9), what_if=WhatIf(quota=5))
    second = View(team="华北", amount=(Decimal(1), Decimal("2.50")))

    assert view_diff(first, second) == [
        ("team", "华东", "华北"), ("days", "0..9", ""), ("what_if.quota", "5", ""),
        ("amount", "", "1..2.50"),
    ]  # fmt: skip
    assert view_diff(first, first) == []
