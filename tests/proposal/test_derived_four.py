"""What several columns of an export of four systems give together, row by row."""

import duckdb
import pytest

from workbench.proposal.profile import profiles
from workbench.sources.sql import named

FOUR = ("salesforce", "hubspot", "zoho", "dynamics")
OPPORTUNITIES = "Opportunities: a view"


def derived(profile, about, column, **row):
    """Give the column of one row of texts, by the first way whose needs the row holds."""
    (export,) = (each for each in profiles()[profile].exports if about in each.about.en)
    texts = {header.replace("_", " "): text for header, text in row.items()}
    for way in export.derived:
        found = {
            key: next((h for h in names if h in texts), "") for key, names in way.needs.items()
        }
        if way.column == column and all(found.values()):
            return computed(way, found, texts)
    raise AssertionError(f"nothing gives {column} of {row}")


def computed(way, found, texts):
    places = ", ".join("CAST(? AS VARCHAR)" for _ in texts)
    names = ", ".join(map(named, texts))
    sql = way.sql.format(**{key: named(header) for key, header in found.items()})
    return duckdb.execute(
        f"SELECT {sql} FROM (VALUES ({places})) AS t({names})", [*texts.values()]
    ).fetchone()[0]


@pytest.mark.parametrize("profile", FOUR)
def test_every_way_is_sql_over_the_texts_it_needs(profile):
    for export in profiles()[profile].exports:
        for way in export.derived:
            found = {key: names[0] for key, names in way.needs.items()}
            texts = dict.fromkeys(found.values(), "1") or {"any": "1"}

            assert isinstance(computed(way, found, texts), str | None), (
                export.about.en,
                way.column,
            )


DEALS = {  # of Dynamics: status, estimate, actual: closed, won, amount
    "won": ("Won", "900", "850", "true", "true", "850"),
    "won, its revenue never filled in": ("Won", "900", None, "true", "true", "900"),
    "won for nothing": ("赢得", "900", "0", "true", "true", "0"),
    "lost, its revenue set to nothing": ("Lost", "900", "0", "true", "false", "900"),
    "open": ("打开", "900", None, "false", "false", "900"),
    "open, worth unknown": ("0", None, None, "false", "false", None),
    "a status of the company's own": ("Parked", "900", None, "Parked", "Parked", "900"),
}


@pytest.mark.parametrize("deal", DEALS)
def test_dynamics_a_status_settles_the_end_and_the_amount(deal):
    status, estimate, actual, *expected = DEALS[deal]
    row = {"Status": status, "Est._Revenue": estimate, "Actual_Revenue": actual}

    columns = ("is_closed", "is_won", "amount")
    found = [derived("dynamics", OPPORTUNITIES, column, **row) for column in columns]

    assert found == expected


def test_dynamics_closes_when_it_did_else_when_it_is_expected_to():
    row = {"Est._Close_Date": "2026-05-31", "Actual_Close_Date": "2026-04-12"}

    assert derived("dynamics", OPPORTUNITIES, "close_on", **row) == "2026-04-12"
    row["Actual_Close_Date"] = None
    assert derived("dynamics", OPPORTUNITIES, "close_on", **row) == "2026-05-31"


GOALS = [("dynamics", "Goals: a view", "To"), ("hubspot", "Goals: export", "End_date"),
         ("salesforce", "Forecasting quotas", "End_Date")]  # fmt: skip
ENDS = {
    "2026-06-30": "2026-07-01",
    "2026-06-30T23:59:59.999Z": "2026-07-01",
    "2026-07-01T00:00:00Z": "2026-07-01",
    "2026-06-30 00:00": "2026-06-30 00:00 (last day)",  # the day itself, or the one before
}


@pytest.mark.parametrize(("profile", "about", "header"), GOALS)
def test_the_last_day_of_a_goal_still_counts(profile, about, header):
    found = derived(profile, about, "end_on", **{header: "2026-06-30"})

    assert found == "2026-07-01"


@pytest.mark.parametrize("written", ENDS)
def test_hubspot_goals_end_by_a_day_or_a_moment(written):
    assert derived("hubspot", "Goals: export", "end_on", End_date=written) == ENDS[written]


@pytest.mark.parametrize(("profile", "about", "header"), GOALS)
def test_a_last_day_in_two_readings_is_no_day_at_all(profile, about, header):
    found = derived(profile, about, "end_on", **{header: "3/4/2026"})

    assert found == "3/4/2026 (last day)"


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [("Ana", "Lopez", "Ana Lopez"), (None, "Lopez", "Lopez"), ("芳", "王", "王芳")],
)
def test_hubspot_names_are_written_as_their_language_does(first, last, name):
    assert derived("hubspot", "Users", "name", First_name=first, Last_name=last) == name


def test_hubspot_an_archived_owner_is_not_active():
    row = {"firstName": "Ana", "archived": "true"}

    assert derived("hubspot", "Users", "is_active", **row) == "false"


@pytest.mark.parametrize("written", ["90000", "0:01:30"])
def test_hubspot_calls_are_milliseconds_or_a_clock(written):
    assert float(derived("hubspot", "Calls", "duration_minutes", Call_duration=written)) == 1.5


def test_zoho_a_meeting_somebody_checked_in_at_is_a_visit():
    kinds = {"2026-03-02 10:00:00": "visit", None: "meeting"}

    found = {when: derived("zoho", "Meetings", "kind", **{"Check-In_Time": when}) for when in kinds}

    assert found == kinds


TASKS = {  # of Salesforce: subtype, type: kind
    "a call by its subtype": ("Call", "Other", "call"),
    "a meeting noted as a task": ("Task", "Meeting", "meeting"),
    "of no type": ("Task", None, "task"),
    "of nothing": (None, None, "task"),
}


@pytest.mark.parametrize("task", TASKS)
def test_salesforce_a_task_is_what_its_subtype_or_type_says(task):
    subtype, kind, expected = TASKS[task]

    found = derived("salesforce", "Tasks: Task", "kind", TaskSubtype=subtype, Type=kind)

    assert found == expected


def test_salesforce_a_report_tells_events_from_tasks():
    kinds = {"1": "task", "0": "meeting"}

    found = {task: derived("salesforce", "Tasks and events", "kind", Task=task) for task in kinds}

    assert found == kinds
