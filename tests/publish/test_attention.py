"""What an index page says needs attention: a target missed, a pipeline that is less than needed."""

from dataclasses import replace

import pytest

from tests.publish.test_who_has_left import SETTING
from tests.review.by_hand import fact
from workbench.publish.index import index_pages
from workbench.publish.row import Entry, row
from workbench.review.figures import Figures


def entry(attained, covered, needed="2.9", pace=None):
    reached = [fact("quota_attainment", attained, "share")]
    reached.append(fact("linear_pace", attained if pace is None else pace, "index"))
    ahead = [fact("pipeline_coverage", covered, "ratio"), fact("needed_coverage", needed, "ratio")]
    return Entry(
        rep_id="bo", name="Bo", team="T", manager_id="", manager_name="", folder="bo",
        documents={"en": "review.en.html"}, figures=Figures.of(reached, ()),
        next_figures=Figures.of(ahead, ()), left_out=0,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("made", "asks"),
    [
        (entry("0.55", "4"), "below"),
        (entry("0.55", "1.2"), "both"),
        (entry("1.4", "1.2"), "coverage"),  # 1.2 times is more than one and less than 2.9
        (entry("1.4", "2.9"), "none"),
        (entry("0.9", "2.9"), "none"),
        (entry("0.3", "2.9", pace="1.1"), "none"),  # the period runs: ahead of what is due by now
        (entry("1.4", "1.2", needed=None), "none"),  # no win rate on record: one times is the least
        (entry("1.4", "0.9", needed=None), "coverage"),
        (entry(None, "4"), "target"),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_what_is_behind_or_thin_asks_for_a_closer_look(made, asks):
    assert row(made, "en").attention == asks


def test_who_is_behind_and_thin_is_one_review_and_counts_in_both_lines():
    people = [entry("0.55", "1.2"), replace(entry("1.4", "3"), rep_id="ana")]
    page = index_pages(people, SETTING)["index.html"]

    assert "<h1>1 of 2 reviews needs a closer look</h1>" in page
    assert "Below target, and the next pipeline too thin" in page
    for told in ("below target", "with the next pipeline too thin"):
        assert f"<b>1</b><span>{told}</span>" in page


def test_a_thin_pipeline_says_what_is_needed():
    assert row(entry("1.4", "1.2"), "en").coverage.detail == "of 2.90× needed"
    assert row(entry("1.4", "3"), "en").coverage.detail == ""


def rated(won, of):
    told = fact("win_rate", won / of, "share", top=won, bottom=of, n=of)
    return Figures.of([told, fact("quota_attainment", "1.4", "share")], ())


@pytest.mark.parametrize(
    ("before", "now", "asks"),
    [
        ((20, 40), (8, 40), "fell"),
        ((20, 40), (14, 40), "none"),  # chance gives as much
        ((3, 4), (0, 40), "none"),  # too few a year before
        ((8, 40), (20, 40), "none"),
    ],
)
def test_a_rate_that_fell_beyond_chance_asks_for_a_closer_look(before, now, asks):
    made = replace(entry("1.4", "3"), figures=rated(*now), earlier=rated(*before))
    told = row(made, "en")

    assert told.attention == asks
    assert bool(told.fell) == (asks == "fell")


def test_a_fall_is_told_with_both_rates_and_their_counts():
    made = replace(entry("1.4", "3"), figures=rated(8, 40), earlier=rated(20, 40))
    page = index_pages([made], SETTING)["index.html"]

    assert "20.0% won (8 / 40), 50.0% a year before (20 / 40): more than chance" in page
    assert "<b>1</b><span>with a win rate that fell beyond chance</span>" in page
