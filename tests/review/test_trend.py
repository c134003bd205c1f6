"""How the headline figures went: what was there, a gap and its reason where nothing was."""

import pytest

from tests.review.by_hand import brief, company_of_nothing, fact
from workbench.charts.tiny import course
from workbench.model.calendar import Calendar
from workbench.page.parts import Fold
from workbench.page.text import blocks_text
from workbench.review.past import Past
from workbench.review.review import open_review
from workbench.review.sections.trend import trend

QUARTERS = ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def past(*periods):
    """Give periods that are over; None is one in which the rep was away."""
    return [
        Past(Calendar().period(name), {each.metric: each for each in facts or ()}, facts is None)
        for name, facts in zip(QUARTERS, periods, strict=False)
    ]


def won(amount):
    return fact("won_revenue", amount, "money")


def reached(value, top, bottom):
    return fact("quota_attainment", value, "share", top=top, bottom=bottom)


def lines(folder, *periods, lang="en"):
    made = brief(folder, lang=lang, past=past(*periods))
    shown = [block for group in trend(made) for block in group.blocks]
    folded = [block for fold in shown if isinstance(fold, Fold) for block in fold.blocks]
    return [line for line in blocks_text([*shown, *folded], lang) if line]


def test_each_period_stands_with_its_own_target_and_how_often_it_was_reached(folder):
    found = lines(
        folder,
        [won(500_000), reached("0.5", 500_000, 1_000_000)],
        [won(900_000), reached("1.5", 900_000, 600_000)],
    )  # fmt: skip

    assert "The target was reached in 1 of the 2 periods that had one" in found
    assert next(line for line in found if line.startswith("2025-Q4")).split() == [
        "2025-Q4", "50.0%", "¥500k", "¥1.00M",
    ]  # fmt: skip


def test_a_period_away_is_a_gap_and_no_zero(folder):
    found = lines(folder, [won(500_000)], None, [won(700_000)])

    assert next(line for line in found if line.startswith("2026-Q1")).split(maxsplit=1)[1] == (
        "— · not at work in this period"
    )
    assert not any("¥0" in line for line in found)


def test_a_rate_stands_with_its_cases_and_is_marked_where_they_are_few(folder):
    rates = [fact("win_rate", "0.5", "share", top=4, bottom=8, n=8),
             fact("win_rate", "0.5", "share", top=20, bottom=40, n=40)]  # fmt: skip
    found = lines(folder, *([won(1), rate] for rate in rates))

    assert "4 / 8 few cases" in next(line for line in found if line.startswith("2025-Q4"))
    assert next(line for line in found if line.startswith("2026-Q1")).endswith("20 / 40")


def test_one_period_is_no_course(folder):
    assert lines(folder, [won(500_000)]) == []
    assert lines(folder, [won(500_000)], None) == []


def test_calls_are_a_course_where_there_are_no_deals_alone(folder):
    calls, counted = fact("calls", 300), [won(1), fact("calls", 200)]

    assert any("Calls" in line for line in lines(folder, [calls], [calls]))
    assert not any("Calls" in line for line in lines(folder, counted, counted))


def test_the_course_is_drawn_with_a_gap():
    whole, broken = course([1.0, 2.0, 3.0, 4.0]), course([1.0, 2.0, None, 4.0])

    def runs(drawing):
        return [len(rows) for rows in drawing.rows.values()]

    assert runs(whole) == [4, 1]  # one line and the dot at its end
    assert runs(broken) == [2, 1, 1]


QUOTA = "rep_id,metric,start_on,end_on,target\n"


def test_it_begins_where_the_rep_came_and_ends_before_what_is_not_over(company):
    deals = ["deal_id,rep_id,amount,currency,is_closed,is_won,created_on,close_on"]
    deals += [
        f"{rep}{n},{rep},{n}000,CNY,true,true,2025-10-05,{day}"
        for rep in ("ana", "bo")
        for n, day in enumerate(("2025-11-01", "2026-02-01", "2026-05-01", "2026-08-01"), 1)
    ]
    made = company(
        "\n".join(deals) + "\n",
        reps="rep_id,name,hired_on\nana,Ana,2026-01-15\nbo,Bo,2020-01-01\n",
        absences="rep_id,start_on,end_on,kind,factor\nbo,2026-01-01,2026-04-01,leave,0\n",
    )

    def told(rep, period="2026-Q3"):
        review = open_review(rep, period, str(made.folder), lang="en", surface="document")
        return [
            (each.period.name, None if each.is_away else int(each.facts["won_revenue"].value))
            for each in review.past
        ]

    assert told("ana") == [("2026-Q1", 2000), ("2026-Q2", 3000), ("2026-Q3", 4000)]
    assert told("bo") == [
        ("2025-Q4", 1000), ("2026-Q1", None), ("2026-Q2", 3000), ("2026-Q3", 4000),
    ]  # fmt: skip
    assert told("bo", "2026-05")[-1] == ("2026-05", 3000)  # months of a month
    assert told("bo", "2026-Q4")[-1] == ("2026-Q3", 4000)  # what still runs is no point of it
