"""Courses: what is recommended by the one rule, and what moved, honest about few cases."""

from datetime import date

import pytest

from workbench.model.calendar import Calendar
from workbench.review.growing.learning import recommended, taken, windows
from workbench.review.growing.quarters import quarters_to
from workbench.review.review import open_review


def lost_and_won(rep, month, won, lost, year=2026):
    return "".join(
        f"{rep}{year}{month}{n},{rep},10,true,{'true' if n < won else 'false'},"
        f"{year}-{month:02d}-01,{year}-{month:02d}-{n % 28 + 1:02d}\n"
        for n in range(won + lost)
    )


HEAD = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"
OTHERS = "".join(lost_and_won(rep, 8, 12, 8) for rep in ("bo", "cy", "di", "ed", "flo"))
# Ana wins 2 of 20 in the first half of 2026, 12 of 20 in Q4 2025
LOW = HEAD + OTHERS + lost_and_won("ana", 8, 2, 18)


def opened(made, rep_id="ana", **more):
    company = made(**more)
    company.freeze()
    return open_review(rep_id, "2026-Q3", str(company.folder), lang="en", surface="document")


def test_a_course_is_recommended_where_a_figure_is_set_apart_for_the_worse(made):
    review = opened(made, deals=LOW)
    (found,) = recommended(review)

    assert found.course.key == "talk"
    assert found.why == "Win rate 10.0% (2 / 20); behind the median of 5 others by more than chance"
    html = review.section("competence").html
    assert "One course is recommended" in html
    assert "Nothing else recommends one" in html  # the rule stands beside it


@pytest.mark.parametrize("rep_id", ["bo", "mia"])
def test_nothing_is_recommended_within_chance_or_without_peers(made, rep_id):
    assert recommended(opened(made, rep_id, deals=LOW)) == []


def test_a_completed_course_is_not_recommended_again_and_a_begun_one_says_so(made):
    done = "rep_id,course,status,completed_on\nana,talk,completed,2026-01-20\n"
    begun = "rep_id,course,status,completed_on\nana,talk,enrolled,\n"

    assert recommended(opened(made, deals=LOW, trainings=done)) == []
    (found,) = recommended(opened(made, deals=LOW, trainings=begun))
    assert found.is_enrolled
    shown = opened(made, deals=LOW, trainings=begun).section("competence").html
    assert "already enrolled" in shown


MOVED = HEAD + lost_and_won("ana", 11, 2, 18, 2025) + lost_and_won("ana", 2, 3, 17)
MOVED += lost_and_won("ana", 5, 5, 5) + lost_and_won("ana", 8, 16, 4)


def test_counts_of_two_quarters_before_and_after_are_compared(made):
    # Completed in Q2 2026: before Q4 and Q1 5 of 40, after Q3 16 of 20; Q2 itself is neither
    trainings = "rep_id,course,status,completed_on,score\nana,talk,completed,2026-05-20,88\n"
    (found,) = taken(opened(made, deals=MOVED, trainings=trainings))

    assert (found.moved.before, found.moved.after) == ((5, 40), (16, 20))
    assert found.moved.verdict == "above"
    html = opened(made, deals=MOVED, trainings=trainings).section("competence").html
    assert "5 / 40 → 16 / 20: +67.5 points (95% interval" in html
    assert "A change shows no cause" in html


def test_few_cases_tell_nothing(made):
    few = HEAD + lost_and_won("ana", 2, 1, 2) + lost_and_won("ana", 8, 3, 0)
    trainings = "rep_id,course,status,completed_on\nana,talk,completed,2026-05-20\n"
    (found,) = taken(opened(made, deals=few, trainings=trainings))

    assert (found.moved.verdict, found.moved.change) == ("too_few", None)


def test_a_course_of_this_quarter_has_no_after_yet(made):
    trainings = "rep_id,course,status,completed_on\nana,talk,completed,2026-09-20\n"
    review = opened(made, deals=MOVED, trainings=trainings)

    assert taken(review)[0].moved.verdict == "no_after"
    assert "8 / 30 → —: no whole quarter since" in review.section("competence").html


def test_what_was_completed_later_is_not_known_yet(made):
    company = made(
        deals=MOVED, trainings="rep_id,course,status,completed_on\nana,talk,completed,2026-05-20\n"
    )
    review = open_review("ana", "2026-Q1", str(company.folder), lang="en")

    assert taken(review) == []


def test_a_course_nobody_described_is_listed_as_the_table_has_it(made):
    trainings = "rep_id,course,status,completed_on\nana,yoga,completed,2026-05-20\n"
    (found,) = taken(opened(made, trainings=trainings))

    assert (found.name, found.course, found.moved) == ("yoga", None, None)


def test_without_courses_and_trainings_one_line_says_so(made):
    html = opened(made, growth="").section("competence").html

    assert "The company lists no courses" in html


def test_the_quarters_follow_the_companys_own_calendar():
    calendar = Calendar(fiscal_year_start=2)
    names = [span.name for span in quarters_to(calendar, calendar.period("FY2026-Q1"), 3)]
    assert names == ["FY2025-Q3", "FY2025-Q4", "FY2026-Q1"]
    names = [span.name for span in quarters_to(calendar, calendar.period("2026"), 2)]
    assert names == ["2026-Q3", "2026-Q4"]
    last = quarters_to(calendar, calendar.period("2026-05"), 1)[0]
    assert (last.start, last.last_day) == (date(2026, 3, 1), date(2026, 5, 31))


def test_a_quarter_that_is_not_over_is_no_after():
    calendar = Calendar()
    quarters = quarters_to(calendar, calendar.period("2026-Q4"), 4)
    before, after = windows(quarters, date(2026, 5, 1), date(2026, 11, 1))

    assert [span.name for span in before] == ["2026-Q1"]
    assert [span.name for span in after] == ["2026-Q3"]
    assert windows(quarters, date(2020, 1, 1), date(2026, 11, 1)) == ([], [])
