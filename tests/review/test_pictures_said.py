"""Every picture says its finding with the figures, and has the figures drawn as a table."""

import re
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from drawn_company import PERIOD, drawn_company

from workbench.page.html import blocks_html
from workbench.page.parts import Gauges, exhibits_of
from workbench.page.text_cells import cell_text
from workbench.page.typst import blocks_typst
from workbench.review.cycle.desk import Desk
from workbench.review.exploration.changing import explained
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.funnel import funnel_picture
from workbench.review.exploration.pictures import map_picture, map_spots
from workbench.review.exploration.ranked import ranking_picture
from workbench.review.exploration.trend import trend_picture
from workbench.review.exploration.trying import tried
from workbench.review.exploration.view import View
from workbench.review.quality.issues import Issue
from workbench.review.quality.sections import issues_section, trend_section
from workbench.review.quality.trend import Day
from workbench.review.review import open_review
from workbench.review.sections.every import FROM_DATA, section
from workbench.review.team.pack import open_pack
from workbench.review.team.sections import pack_section
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store import Actor

LANGS = ["en", "zh"]
HOW_MANY = 8  # of one review


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return drawn_company(tmp_path_factory.mktemp("drawn"))


@pytest.fixture(scope="module", params=LANGS)
def sections(folder, request):
    made = [open_review(rep, PERIOD, folder, lang=request.param, surface="document")
            for rep in ("ana", "bo")]  # fmt: skip
    return [section(key, each) for each in made for key in FROM_DATA]


@pytest.fixture(scope="module")
def explored(folder):
    workspace = open_workspace(folder)
    return Exploration(workspace, open_snapshot(workspace))


def picked(key, shown):
    return [each for each in shown.exhibits if each.picture.key == key]


def figures_in(text):
    return re.findall(r"\d+", text)


def is_told(title, description, table, lang):
    """Check what a reader who sees no picture is told."""
    assert description.startswith(title)
    assert len(description) > len(title) + 2
    assert "None" not in description
    assert figures_in(description.removeprefix(title))
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
    assert any(figures_in(cell_text(cell, lang)) for row in table.rows for cell in row[1:])


def test_every_picture_of_a_review_is_told_in_words_and_in_figures(sections):
    found = [(each, shown.lang) for shown in sections for each in shown.exhibits]

    assert len(found) >= 2 * HOW_MANY - 2
    for shown, lang in found:
        is_told(shown.title, shown.picture.description, shown.figures, lang)


def test_the_table_stands_beneath_it_on_a_page_and_on_paper(sections):
    for shown in sections:
        for each in exhibits_of(shown.blocks):
            first = cell_text(each.figures.rows[0][0], shown.lang)
            assert "<details>" in blocks_html([each], shown.lang)
            assert first in blocks_typst([each], shown.lang)


def test_every_small_picture_of_the_first_page_says_what_its_line_says(sections):
    gauges = [row for shown in sections for block in shown.blocks if isinstance(block, Gauges)
              for row in block.rows if row.picture is not None]  # fmt: skip

    assert len(gauges) >= 4
    for row in gauges:
        assert row.picture.description.startswith(row.name)
        assert row.reading in row.picture.description


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_of_an_exploration_is_told_in_words_and_in_figures(explored, lang):
    view = explored.checked(View(rep="ana", period=PERIOD))
    spots = map_spots(explored, view, lang)
    found = [
        ranking_picture(explored, view, lang)[0],
        trend_picture(explored, view, lang),
        funnel_picture(explored, view, lang),
        map_picture(explored, view, spots, lang),
        explained(explored, view, lang),
        tried(explored, view, lang),
    ]

    assert all(each.draw is not None for each in found)
    for each in found:
        is_told(each.title, each.description, each.figures, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_picture_of_a_team_is_told_in_words_and_in_figures(folder, store, lang):
    desk = Desk(open_workspace(folder), store, lang)
    pack = open_pack(desk, Actor("mia", "manager"), "north", PERIOD)
    (shown,) = exhibits_of(pack_section(pack, "reached").blocks)

    is_told(shown.title, shown.picture.description, shown.figures, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_pictures_of_data_quality_are_told_in_words_and_in_figures(lang):
    issues = [Issue("deals", "no_rep", 3, "set_aside"),
              Issue("reps", "unreadable_boolean", 5, "blanked")]  # fmt: skip
    days = [Day(date(2026, 8, n), 10, n, 0) for n in (1, 2)]
    found = [issues_section(issues, lang), trend_section(days, lang)]

    for shown in found:
        (each,) = exhibits_of(shown.blocks)
        is_told(each.title, each.picture.description, each.figures, lang)


def test_the_heading_of_the_stages_is_what_its_bars_show(folder):
    made = open_review("ana", PERIOD, folder, lang="en", surface="document")
    (stages,) = picked("stages", section("pipeline", made))

    assert stages.title.startswith("¥3.24M is open, 33% of it in")
    assert "not weighted; weighted by" in stages.subtitle
    assert sum(row[1].value for row in stages.figures.rows) == 3_240_000


def test_more_taken_back_than_sold_is_not_called_nothing_won(folder):
    made = open_review("bo", PERIOD, folder, lang="en", surface="document")
    titles = [each.title for each in section("results", made).exhibits]

    assert "7 deals came to −¥840k in all" in titles


def test_the_course_by_month_ends_at_what_was_won(folder):
    made = open_review("ana", PERIOD, folder, lang="en", surface="document")
    (course,) = picked("course", section("results", made))

    assert [[cell_text(cell, "en") for cell in row] for row in course.figures.rows] == [
        ["Jul", "¥0.00", "¥0.00"],
        ["Aug", "¥1,680,000.00", "¥300,000.00"],
        ["Sep", "¥1,680,000.00", "¥300,000.00"],
    ]


def test_a_figure_below_zero_is_drawn_on_its_own_ground(folder):
    made = open_review("bo", PERIOD, folder, lang="en", surface="document")
    (gauges,) = [each for each in section("summary", made).blocks if isinstance(each, Gauges)]
    (size,) = [row for row in gauges.rows if row.number.value == -120_000]
    drawn = size.picture.draw(168)

    assert drawn.ground.x.low == -120_000
    for row in (row for rows in drawn.rows.values() for row in rows):
        assert drawn.ground.x.low <= row["value"] <= drawn.ground.x.high
