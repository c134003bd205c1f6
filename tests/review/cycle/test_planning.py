"""The plan a cycle is opened with: from which day it counts, and by whose calendar."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from workbench.review.cycle.planning import plan_of
from workbench.review.cycle.waiting import Waiting
from workbench.review.template import Template

LABEL = {"zh": "表", "en": "form"}
LAST = date(2026, 9, 30)  # a Wednesday, and every day is worked
TOML = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[calendar]
zone = "Asia/Shanghai"
working_weekdays = [0, 1, 2, 3, 4, 5, 6]
"""


def plan(company, opened_on, toml=TOML, **stages):
    workspace = company(head=toml).workspace
    template = Template(name="t", label=LABEL, sections=(), stages=stages)
    return plan_of(template, workspace, workspace.calendar.period("2026-Q3"), opened_on)


@pytest.mark.parametrize(
    ("opened_on", "counted_from"),
    [
        (date(2026, 9, 20), LAST),  # before the period is over
        (date(2026, 10, 3), LAST),
        (date(2026, 10, 4), date(2026, 10, 4)),  # the day the first stage would be due
        (date(2026, 11, 2), date(2026, 11, 2)),
    ],
)
def test_nobody_is_late_with_what_was_not_open(company, opened_on, counted_from):
    made = plan(company, opened_on)

    assert made.counted_from == counted_from
    assert made.day("data_check") == date.fromordinal(counted_from.toordinal() + 4)


def test_a_plan_keeps_the_companys_days_and_what_the_template_asks(company):
    usual = plan(company, LAST)
    asked = plan(company, LAST, calibration={"due": "+20 working days", "meeting": True},
                 appeal={"due": "+40 working days", "window": "8 working days"})  # fmt: skip

    assert (usual.weekdays, usual.zone) == ((0, 1, 2, 3, 4, 5, 6), "Asia/Shanghai")
    assert ZoneInfo(usual.zone)
    assert (usual.window, usual.needs_meeting) == (5, False)
    assert (asked.window, asked.needs_meeting) == (8, True)
    assert asked.day("calibration") == date(2026, 10, 20)


def test_a_plan_is_counted_over_the_holidays_of_the_country(company):
    made = plan(company, LAST, f'{TOML}country = "DE"\n')

    assert made.country == "DE"
    assert made.day("data_check") == date(2026, 10, 5)  # the third of October is none of the four


@pytest.mark.parametrize(
    ("due_on", "is_overdue"),
    [(None, False), (date(2026, 9, 29), True), (LAST, False), (date(2026, 10, 1), False)],
)
def test_what_is_due_today_is_not_overdue(due_on, is_overdue):
    assert Waiting("ana", "sign", due_on, "c").is_overdue(LAST) == is_overdue
