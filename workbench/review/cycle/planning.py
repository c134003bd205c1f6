"""The plan of a cycle, out of its template, its period and the company's calendar."""

from datetime import date

from workbench.model.period import Period
from workbench.review.template import Template
from workbench.sources.workspace import Workspace
from workbench.store.plan import Plan


def plan_of(template: Template, workspace: Workspace, period: Period, opened_on: date) -> Plan:
    """Say by which day each stage is left: working days from the period's end.

    A cycle opened on or after the day its first stage would be due counts from that day instead:
    nobody is late with what was not open.
    """
    calendar = workspace.calendar
    days = template.working_days()
    first = calendar.working_day(period.last_day, next(iter(days.values())))
    rule = template.stages.get("calibration")
    return Plan(
        counted_from=period.last_day if opened_on < first else opened_on,
        days=days,
        window=template.window(),
        needs_meeting=rule is not None and rule.meeting,
        country=calendar.country,
        weekdays=tuple(calendar.working_weekdays),
        zone=str(workspace.time_zone),
    )
