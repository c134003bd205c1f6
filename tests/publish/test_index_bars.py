"""A line of the index: a bar that goes on shows it, a rate of few cases is hollow and says so."""

from datetime import date
from decimal import Decimal

import pytest

from workbench.metrics.fact import Fact
from workbench.publish.index import IndexSetting, index_pages
from workbench.publish.row import Entry
from workbench.review.figures import Figures

SETTING = IndexSetting(
    period="2026-Q3", next_period="2026-Q4", as_of=date(2026, 9, 30), is_made=False,
    has_moved_on=False, langs=("en",), manager_pages={},
)  # fmt: skip


def fact(metric, value, n, top, bottom):
    return Fact(
        "2026-Q3", "ana", metric, "", "", Decimal(value), "share", "", Decimal(top),
        Decimal(bottom), n, Decimal("0.2"), Decimal("0.8"), "A", "", "",
    )  # fmt: skip


def line(attainment="1", n=20):
    found = [fact("quota_attainment", attainment, 1, 10, 10), fact("win_rate", "0.5", n, n // 2, n)]
    entry = Entry(
        rep_id="ana", name="Ana", team="T", manager_id="", manager_name="", folder="ana",
        documents={"en": "review.html"}, figures=Figures.of(found, []), next_figures=None,
        left_out=0,
    )  # fmt: skip
    return index_pages([entry], SETTING)["index.html"].partition("<tbody>")[2]


@pytest.mark.parametrize(
    ("attainment", "arrow"),
    [("1.5", None), ("3", "M111,7v10l7,-5z"), ("0", None), ("-0.2", "M5,7v10l-7,-5z")],
)
def test_a_bar_longer_than_its_track_or_below_zero_ends_in_an_arrow(attainment, arrow):
    html = line(attainment)

    assert (arrow in html) if arrow else ("<path" not in html)


@pytest.mark.parametrize(("n", "is_few"), [(8, True), (10, False)])
def test_a_rate_of_few_cases_is_hollow_and_says_so(n, is_few):
    html = line(n=n)

    assert ('dot hollow"' in html, "few cases" in html) == (is_few, is_few)
