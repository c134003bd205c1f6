"""Zoho CRM and Dynamics 365: which list an export is, and what its columns mean row by row."""

from pathlib import Path

import pytest

from tests.proposal.conftest import value
from tests.proposal.test_derived_four import computed, derived
from workbench.proposal.profile import profiles
from workbench.proposal.propose import propose

EXPORTS = Path(__file__).parent / "exports"
DEALS = """
    Record Id,Deal Owner.id,Deal Owner,Deal Name,Amount,Currency,Closing Date,Stage,Created Time
    zcrm_1,zcrm_91,Ana Lopez,Crane,900,EUR,2026-03-20,Closed Won,2026-01-02 09:00:00
    zcrm_2,zcrm_92,Bo Chen,Pump,400,EUR,2026-04-30,Qualification,2026-02-03 09:00:00
"""
STEPS = """
    Record Id,{deal},Stage,Amount,Closing Date,Stage Duration (Calendar Days),Moved To,Modified Time
    zcrm_7,{one},Qualification,900,2026-03-20,77,Closed Won,2026-01-02 09:00:00
    zcrm_8,{one},Closed Won,900,2026-03-20,,,2026-03-20 16:00:00
"""
OPPORTUNITIES = """
    (Do Not Modify) Opportunity,Topic,Owner,Est. Revenue,Currency,Est. Close Date,Status,Created On
    a1,Crane,Ana Lopez,900,Euro,2026-03-20,Won,2026-01-02
    a2,Pump,Bo Chen,400,Euro,2026-04-30,Open,2026-02-03
"""
KINDS = {"Phone Call": "call", "Appointment": "meeting", "Task": "task", "Email": "email"}
WHEN = {"Appointment": "Start Time", "Email": "Date Sent"}


@pytest.mark.parametrize(("deal", "one"), [("Deal Name.id", "zcrm_1"), ("Deal Name", "Crane")])
def test_zoho_a_stage_holds_from_when_the_deal_came_into_it(proposed, deal, one):
    found = proposed({"Deals.csv": DEALS, "Steps.csv": STEPS.format(deal=deal, one=one)})

    by_profile = {line.path[1:]: line.value for line in found.lines if line.how == "profile"}
    assert not found.questions
    assert by_profile["deal_history", "columns", "deal_id"] == deal
    assert value(found, "tables.deal_history.columns.at") == "Modified Time"
    assert value(found, "tables.deal_history.columns.stage") == "Stage"
    assert value(found, "tables.deals.file").endswith("Deals.csv")


def test_zoho_a_choice_nobody_made_is_nothing(proposed):
    found = proposed({"Deals.csv": DEALS})

    assert "-None-" in value(found, "tables.deals.null_values")


@pytest.mark.parametrize("about", ["Calls", "Meetings", "Tasks"])
def test_zoho_what_is_related_is_a_deal_where_its_module_says_so(about):
    modules = {"Deals": "zcrm_1", "商机": "zcrm_1", "Accounts": None}

    found = {
        module: derived(
            "zoho", about, "deal_id", **{"Related_To.id": "zcrm_1", "Related_To_Module": module}
        )
        for module in modules
    }

    assert found == modules


def test_zoho_a_meeting_lasts_from_its_start_to_its_end():
    row = {"From": "2026-03-02 09:30:00", "To": "2026-03-02 11:00:00"}

    assert derived("zoho", "Meetings", "duration_minutes", **row) == "90"
    row["To"] = "eleven"
    assert derived("zoho", "Meetings", "duration_minutes", **row) is None


def test_zoho_leads_are_no_deals(proposed):
    leads = """
        Record Id,Lead Owner.id,Lead Owner,Company,Last Name,Lead Status,Lead Source,Created Time
        zcrm_5,zcrm_91,Ana Lopez,Elm,Roe,Contacted,Web,2026-02-01 08:00:00
    """

    found = proposed({"Deals.csv": DEALS, "Leads.csv": leads})

    assert value(found, "tables.leads.columns.lead_id") == "Record Id"
    assert value(found, "tables.leads.columns.rep_id") == "Lead Owner.id"


def test_dynamics_a_currency_by_its_name_is_not_asked(proposed):
    found = proposed({"All Opportunities.csv": OPPORTUNITIES})

    assert not found.questions
    assert value(found, "money.currency") == "EUR"
    assert value(found, "tables.deals.values.currency") == {"Euro": "EUR"}


@pytest.mark.parametrize("kind", KINDS)
def test_dynamics_a_list_of_one_kind_needs_no_column_of_it(proposed, kind):
    rows = f"""
        (Do Not Modify) {kind},Subject,Regarding,Owner,Activity Status,{WHEN.get(kind, "Due Date")}
        b1,Talk,Crane,Ana Lopez,Completed,2026-03-02
        b2,Talk,Pump,Bo Chen,Open,2026-03-09
    """

    found = proposed({"All Opportunities.csv": OPPORTUNITIES, "Some.csv": rows})

    assert value(found, "tables.activities.constants.kind") == KINDS[kind]
    assert value(found, "tables.activities.columns.activity_id") == f"(Do Not Modify) {kind}"
    assert value(found, "tables.activities.columns.deal_id") == "Regarding"


@pytest.mark.parametrize("about", ["Activities", "Phone calls", "Appointments", "Tasks", "E-mails"])
def test_dynamics_what_regards_an_account_regards_no_deal(about):
    kinds = {"opportunity": "a1", "3": "a1", "account": None}
    header = "regardingobjectid_entitytype"

    found = {kind: _regarding(about, header, kind) for kind in kinds}

    assert found == kinds


def _regarding(about, header, kind):
    (export,) = (e for e in profiles()["dynamics"].exports if e.about.en.startswith(f"{about}: "))
    (way,) = (each for each in export.derived if each.column == "deal_id")
    assert header in way.needs["what"]
    return computed(way, {"id": "id", "what": header}, {"id": "a1", header: kind})


def test_dynamics_a_reopened_deal_closes_when_it_is_expected_to():
    row = {"Est._Close_Date": "2026-08-31", "Actual_Close_Date": "2026-04-12"}
    ends = {"Open": "2026-08-31", "打开": "2026-08-31", "Won": "2026-04-12", "Lost": "2026-04-12"}

    found = {
        status: derived("dynamics", "Opportunities", "close_on", Status=status, **row)
        for status in ends
    }

    assert found == ends


def test_dynamics_only_what_was_lost_has_a_reason():
    reasons = {"Lost": "Out-Sold", "丢失": "Out-Sold", "Won": None, "Open": None}

    found = {
        status: derived(
            "dynamics", "Opportunities", "lost_reason", Status=status, Status_Reason="Out-Sold"
        )
        for status in reasons
    }

    assert found == reasons


@pytest.mark.parametrize("written", ["2026-03-31", "2026/3/31", "3/31/2026", "31/3/2026 0:00"])
def test_dynamics_the_last_day_of_a_goal_in_any_form_that_has_one_reading(written):
    assert derived("dynamics", "Goals", "end_on", To=written) == "2026-04-01"


@pytest.mark.parametrize("made", ["dynamics_en", "dynamics_zh", "zoho_zh"])
def test_made_exports_leave_nothing_to_ask_and_no_file_aside(made, tmp_path):
    found = propose(EXPORTS / made, tmp_path, "en")

    assert not found.questions
    assert [*found.passed_over] == ["expected.toml"]
