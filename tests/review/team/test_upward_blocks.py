"""What teams said of their managers, as parts of the team's page."""

from workbench.page.fragment import fragment
from workbench.page.live import Line
from workbench.page.parts import Bullets, Heading
from workbench.page.table import Table
from workbench.review.team.upward import upward_blocks
from workbench.store.upward import Upward

TOLD = Upward("2026-Q1", "M1", "told", ("ask us <first>", "more time"), 6, 8)
OPEN = Upward("2026-Q2", "M1", "waits")


def test_words_stand_under_who_they_are_about_and_a_trend_needs_two_cycles():
    assert [type(each) for each in upward_blocks([TOLD], "en")] == [Heading, Line, Bullets]
    assert "ask us &lt;first&gt;" in fragment("en", *upward_blocks([TOLD], "en"))
    trend = upward_blocks([TOLD, OPEN], "en")[-1]
    assert isinstance(trend, Table)
    assert [row[1] for row in trend.rows] == ["Q1 2026", "Q2 2026"]


def test_where_nobody_was_asked_the_page_says_so():
    (said,) = upward_blocks([], "en")

    assert isinstance(said, Line)
    assert said.look == "empty"
