"""A circle of managers is told as it goes, and by the reports that figures are made of."""

import pytest

from workbench.review.quality.issues import consequence, what
from workbench.review.quality.sense.doubtful import doubtful

TWO = "rep_id,name,manager_id\nE1,Ana,E2\nE2,Bo,E1\nE3,Cy,E1\n"


def circle(made):
    return [each for each in doubtful(made.freeze(), made.workspace)
            if each.reason == "manager_circle"]  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_circle_is_named_as_it_goes_with_the_figures_it_touches(company, lang):
    (found,) = circle(company(reps=TWO))

    assert "E1 → E2 → E1" in what(found, lang).replace("\u2068", "").replace("\u2069", "")
    assert {"zh": "赢单额", "en": "Won revenue"}[lang] in consequence(found, lang)


def test_a_circle_of_some_days_says_which(company):
    rows = "rep_id,start_on,end_on,manager_id\nE1,2026-01-01,2026-04-01,E2\nE2,2026-03-01,,E1\n"
    (found,) = circle(company(reps="rep_id,name\nE1,Ana\nE2,Bo\n", assignments=rows))

    assert found.values["circles"] == "E1 → E2 → E1 (2026-03-01..2026-03-31)"


def test_a_circle_that_two_tables_close_together_is_found(company):
    # Bo leads Ana by assignment; Bo himself has none, so his row in reps counts
    rows = "rep_id,start_on,manager_id\nE1,2026-01-01,E2\n"
    made = company(reps="rep_id,name,manager_id\nE1,Ana,\nE2,Bo,E1\n", assignments=rows)

    assert [(each.table, each.count) for each in circle(made)] == [("reps", 1), ("assignments", 1)]


def test_a_row_of_reps_that_an_assignment_replaces_closes_none(company):
    rows = "rep_id,start_on,manager_id\nE1,2026-01-01,E3\n"
    made = company(reps=TWO.replace("E3,Cy,E1", "E3,Cy,"), assignments=rows)

    assert circle(made) == []
