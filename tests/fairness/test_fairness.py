"""Fairness functions on tables small enough to check by eye."""

from decimal import Decimal

from workbench.metrics.fairness.distribution import rating_spread
from workbench.metrics.fairness.effects import group_effect, tenure_band
from workbench.metrics.fairness.impact import impact_ratios
from workbench.metrics.fairness.language import vague_words
from workbench.metrics.fairness.leniency import Rating, leniency


def test_impact_ratio_flags_and_does_not_prove():
    first, second = impact_ratios({"a": (12, 20), "b": (4, 12)})

    assert (first.ratio, first.is_flagged) == (1, False)
    assert f"{second.ratio:.3f}" == "0.556"
    assert second.is_flagged
    assert f"{second.p:.3f}" == "0.273"


def test_a_group_under_five_is_named_and_not_told():
    found = {each.group: each for each in impact_ratios({"a": (5, 10), "b": (4, 4)})}

    assert (found["b"].reason, found["b"].rate) == ("too_few", None)
    assert found["a"].ratio == 1


def test_nobody_selected_is_no_ratio():
    assert {each.reason for each in impact_ratios({"a": (0, 9), "b": (0, 8)})} == {
        "nobody_selected"
    }


def _ratings(manager, gap, scores):
    return [
        Rating(manager, f"{manager}{n}", 2 + 2 * score + gap, score)
        for n, score in enumerate(scores)
    ]


def test_a_lenient_manager_lies_above_the_prediction():
    scores = (0.6, 0.8, 1.0, 1.1, 0.9, 0.7)
    rows = [*_ratings("kind", 0.5, scores), *_ratings("strict", -0.5, scores)]
    found = {each.manager_id: each for each in leniency(rows)}

    assert (round(found["kind"].raw, 6), round(found["strict"].raw, 6)) == (
        Decimal("0.5"),
        Decimal("-0.5"),
    )
    assert 0 < found["kind"].value <= found["kind"].raw


def test_chance_between_managers_is_drawn_to_nothing():
    # the same ratings in another order: nobody is lenient
    rows = [
        Rating(manager, f"{manager}{n}", rating, 1.0)
        for manager, given in (("a", (3, 4, 2, 5, 1)), ("b", (1, 5, 3, 2, 4)))
        for n, rating in enumerate(given)
    ]

    assert {each.value for each in leniency(rows)} == {Decimal(0)}


def test_a_manager_of_four_is_not_shown():
    rows = [*_ratings("few", 0.5, (1.0, 0.9, 0.8, 0.7)), *_ratings("b", 0, (1.0, 0.9, 0.8, 0.7, 1))]
    found = {each.manager_id: each for each in leniency(rows)}

    assert (found["few"].value, found["few"].n) == (None, 4)
    assert leniency([]) == []


def test_territories_are_told_from_five_people_on():
    values = {f"e{n}": Decimal(100 + n) for n in range(6)} | {
        f"w{n}": Decimal(n) for n in range(6)
    } | {"alone": Decimal(1)}  # fmt: skip
    places = {rep: {"e": "east", "w": "west", "a": "north"}[rep[0]] for rep in values}
    effect = group_effect(values, places)

    assert {each.group: each.value for each in effect.groups} == {
        "east": Decimal("102.5"),
        "north": None,
        "west": Decimal("2.5"),
    }
    assert effect.p < Decimal("0.05")


def test_tenure_has_bands():
    assert [tenure_band(months) for months in (0, 6, 12, 36)] == ["<6", "6–12", "12–36", "≥36"]


def test_vague_words_are_found_in_both_languages():
    english = vague_words("She is ALWAYS nice, a niceness of habit.")
    chinese = vague_words("他态度不错，继续努力。")

    assert [flag.word for flag in english] == ["always", "nice"]
    assert [flag.word for flag in chinese] == ["态度", "不错", "继续努力"]
    assert vague_words("Closed D02311 on 3 July after two visits.") == []


def test_a_word_is_told_by_its_place_and_a_company_adds_its_own():
    (flag,) = vague_words("Very synergetic.", more=("synergetic",))

    assert "Very synergetic."[flag.start : flag.end] == "synergetic"


def test_ratings_are_shown_as_they_are():
    rows = [("m", level) for level in (3, 3, 3, 3, 5)] + [("n", 1)]
    all_, many, few = rating_spread(rows, range(1, 6))

    assert all_.counts == {1: 1, 2: 0, 3: 4, 4: 0, 5: 1}
    assert many.counts == {1: 0, 2: 0, 3: 4, 4: 0, 5: 1}
    assert (few.counts, few.n) == (None, 1)
