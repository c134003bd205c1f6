"""Salesforce and HubSpot: their made exports are read as they are, and told in both languages."""

import csv
import io
import re
import tomllib
from pathlib import Path

import duckdb
import pytest

from tests.proposal.test_derived import derived
from tests.proposal.test_profiles_words import known, plain
from workbench.model.tables import TABLES
from workbench.proposal.profile import profiles
from workbench.proposal.propose import propose
from workbench.proposal.trial import workspace_of
from workbench.snapshots.checking.tables import checked_tables
from workbench.sources.scratch import scratch

EXPORTS = Path(__file__).parent / "exports"
OWN = {"region c", "sales region"}  # columns the company made
# Per made export: its deals, the column that tells the end, its open words
MADE = {
    "salesforce_api": ("Opportunity.csv", "STAGENAME",
                       {"Prospecting", "Needs Analysis", "Proposal/Price Quote"}),
    "hubspot_left": ("hubspot-crm-exports-all-deals-2026-06-30.csv", "Deal Stage",
                     {"Appointment Scheduled", "Qualified To Buy", "Contract Sent"}),
}  # fmt: skip
SYSTEMS = ("salesforce", "hubspot")


def expected_of(made):
    return tomllib.loads((EXPORTS / made / "expected.toml").read_text(encoding="utf-8"))


def deals_of(made):
    text = (EXPORTS / made / MADE[made][0]).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("made", MADE)
def test_a_made_export_is_recognised_and_needs_no_answer(made, tmp_path):
    found = propose(EXPORTS / made, tmp_path, "en")

    assert found.profile == expected_of(made)["profile"]
    assert found.questions == ()
    assert [*found.passed_over] == ["expected.toml"]


def test_every_row_of_data_loader_is_read(tmp_path):
    document = propose(EXPORTS / "salesforce_api", tmp_path, "en").document

    with scratch() as place:
        tables = checked_tables(place, workspace_of(tmp_path, document))
        quotas = place.connection.execute(
            f"SELECT DISTINCT start_on, end_on FROM {tables['quotas'].kept} ORDER BY 1"
        ).fetchall()
        kinds = place.connection.execute(
            f"SELECT kind, count(*), count(deal_id) FROM {tables['activities'].kept} "
            "GROUP BY kind ORDER BY kind"
        ).fetchall()

    ends = [(f"{start}", f"{end}") for start, end in quotas]
    assert ends == [("2026-01-01", "2026-04-01"), ("2026-04-01", "2026-07-01"),
                    ("2026-07-01", "2026-10-01"), ("2026-10-01", "2027-01-01")]  # fmt: skip
    # Of 14 tasks the fifth (an e-mail) and the tenth (a call) are about the customer alone
    assert kinds == [("call", 5, 4), ("email", 5, 4), ("task", 4, 4)]


@pytest.mark.parametrize("made", MADE)
def test_every_header_of_the_deals_is_known_or_the_companys_own(made):
    headers = {plain(header) for header in deals_of(made)[0]} - OWN
    exports = [
        each for each in profiles()[expected_of(made)["profile"]].exports if each.table == "deals"
    ]

    assert any(headers <= known(export) for export in exports)


@pytest.mark.parametrize("made", MADE)
def test_every_stage_is_won_lost_or_plainly_open(made):
    *_, column, still_open = MADE[made]
    found = profiles()[expected_of(made)["profile"]]
    ends = {word.casefold() for word in (*found.won, *found.lost, *found.excluded)}

    stages = {row[column] for row in deals_of(made)}

    assert {stage for stage in stages if stage.casefold() not in ends} == still_open


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_must_be_filled_is_named_in_both_languages(system):
    for export in profiles()[system].exports:
        for column, names in headers_of(export):
            han = [name for name in names if re.search("[一-鿿]", name)]

            assert han, (export.about.en, column)
            assert len(han) < len(names), (export.about.en, column)


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_column_that_must_be_filled_is_given(system):
    for export in profiles()[system].exports:
        given = {*export.columns, *export.constants, *(made.column for made in export.derived)}
        must = {each.name for each in TABLES[export.table].columns if each.is_required}
        filled = {each.name for each in TABLES[export.table].columns if each.default is not None}
        stages = {"is_closed", "is_won"} if "stage" in export.columns else set()

        assert must <= given | filled | stages, export.about.en


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_tells_an_export_is_a_header_it_knows(system):
    for export in profiles()[system].exports:
        assert {plain(each) for each in export.tells} <= known(export), export.about.en


def headers_of(export):
    """Give the headers of each column that must be filled, of those made of others too."""
    must = {each.name for each in TABLES[export.table].columns if each.is_required}
    yield from ((name, names) for name, names in export.columns.items() if name in must)
    for made in export.derived:
        if made.column in must and "StartDate" not in str(made.needs):  # API alone
            yield from ((made.column, names) for names in made.needs.values())


NAMES = {"Ana Roy": ("Ana", "Roy"), "王敏": ("敏", "王"), "Roy": (None, "Roy")}


@pytest.mark.parametrize("whole", NAMES)
@pytest.mark.parametrize("system", SYSTEMS)
def test_names_are_put_together_as_each_language_does(system, whole):
    first, last = NAMES[whole]

    found = derived(system, "Users", "name", {"First Name": first, "Last Name": last})

    assert found == whole


OWNERS = {
    "Bo Lind (Deactivated User)": "Bo Lind",
    "李强 (已停用的用户)": "李强",
    "李强（已停用的用户）": "李强",
    "Bo Lind": "Bo Lind",
    "Bo (Robert) Lind": "Bo (Robert) Lind",
}


@pytest.mark.parametrize("owner", OWNERS)
def test_hubspot_owners_who_left_keep_their_name(owner):
    found = derived("hubspot", "Deals", "rep_id", {"Deal owner": owner})

    assert found == OWNERS[owner]


STARTS = {  # of quotas: the last of them ends before
    "quarters": (["2026-01-01", "2026-04-01"], "2026-07-01"),
    "months": (["2026-01-01", "2026-02-01"], "2026-03-01"),
    "quarters of a year from February": (["2026-02-01", "2026-11-01"], "2027-02-01"),
    "one alone": (["2026-01-01"], None),
}


@pytest.mark.parametrize("starts", STARTS)
def test_salesforce_quotas_end_as_their_starts_are_apart(starts):
    days, end = STARTS[starts]
    (goals,) = (each for each in profiles()["salesforce"].exports if each.table == "quotas")
    (made,) = (each for each in goals.derived if [*each.needs] == ["start"])
    rows = ", ".join(f"('{day}')" for day in days)

    found = duckdb.execute(
        f"SELECT {made.sql.format(start='day')} FROM (VALUES {rows}) AS t(day) ORDER BY day"
    ).fetchall()

    assert found[-1] == (end,)


def test_converted_amounts_are_taken_with_their_currency_where_no_other_is(proposed):
    report = """
    Opportunity Owner,Opportunity Name,Stage,{more}Amount (converted) Currency,Amount (converted),Close Date
    Ana,One,Closed Won,{one}USD,1000,2026-03-14
    Bo,Two,Closed Lost,{two}USD,2000,2026-03-15
    """  # noqa: E501 (as it is exported)
    alone = proposed({"report.csv": report.format(more="", one="", two="")}).document
    own = {"more": "Amount Currency,Amount,", "one": "EUR,900,", "two": "EUR,1800,"}
    beside = proposed({"report.csv": report.format(**own)}).document

    assert '"Amount (converted) Currency" AS "currency"' in alone["tables"]["deals"]["sql"]
    assert alone["money"]["currency"] == "USD"
    assert beside["tables"]["deals"]["columns"]["amount"] == "Amount"
    assert beside["tables"]["deals"]["columns"]["currency"] == "Amount Currency"
    assert beside["money"]["currency"] == "EUR"


def test_what_a_salesforce_task_is_about_is_told_by_its_id():
    row = {"WhatId": "0065g01", "AccountId": None}
    assert derived("salesforce", "Tasks: Task", "deal_id", row) == "0065g01"
    assert derived("salesforce", "Tasks: Task", "account_id", row) is None

    row = {"WhatId": "0015g01", "AccountId": None}
    assert derived("salesforce", "Tasks: Task", "deal_id", row) is None
    assert derived("salesforce", "Tasks: Task", "account_id", row) == "0015g01"


KINDS = {("1", None): "task", ("0", None): "meeting", ("0", "Visit"): "visit"}


@pytest.mark.parametrize(("task", "kind"), KINDS)
def test_activities_of_a_salesforce_report_are_tasks_or_events(task, kind):
    found = derived("salesforce", "Tasks and events", "kind", {"Type": kind, "Task": task})

    assert found == KINDS[task, kind]


def test_hubspot_goals_end_on_the_day_after_their_last():
    assert derived("hubspot", "Goals", "end_on", {"End date": "2026-03-31"}) == "2026-04-01"
    assert derived("hubspot", "Goals", "end_on", {"End date": "soon"}) == "soon (last day)"


CALLS = {"90000": "1.5", "00:01:30": "1.5", None: None}


@pytest.mark.parametrize("written", CALLS)
def test_hubspot_calls_are_counted_in_milliseconds_or_written_by_the_clock(written):
    found = derived("hubspot", "Calls", "duration_minutes", {"Call duration": written})

    assert found == CALLS[written]
