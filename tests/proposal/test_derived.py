"""What several columns of an export give together, row by row."""

import duckdb
import pytest

from workbench.proposal.profile import profiles
from workbench.sources.sql import named


def derived(profile, about, column, row):
    """Give the column of one row of texts, by the first way whose needs the row holds."""
    (export,) = (each for each in profiles()[profile].exports if about in each.about.en)
    for way in export.derived:
        found = {key: next((h for h in names if h in row), "") for key, names in way.needs.items()}
        if way.column == column and all(found.values()):
            names = ", ".join(named(header) for header in row)
            places = ", ".join("CAST(? AS VARCHAR)" for _ in row)
            sql = way.sql.format(**{key: named(header) for key, header in found.items()})
            query = f"SELECT {sql} FROM (VALUES ({places})) AS t({names})"
            return duckdb.execute(query, [*row.values()]).fetchone()[0]
    return "no way"


LEADS = {  # of Odoo: stage, active, probability: closed, won, excluded
    "won": ("Won", "True", "100.0", "true", "true", "false"),
    "won in a stage of another name": ("Signed", "True", "100.0", "true", "true", "false"),
    "lost": ("New", "False", "0.0", "true", "false", "false"),
    "open": ("Qualified", "True", "35.0", "false", "false", "false"),
    "open, no chance yet": ("New", "True", "0.0", "false", "false", "false"),
    "archived with a chance": ("New", "False", "35.0", "false", "false", "true"),
    "won, then archived": ("Won", "False", "100.0", "true", "true", "false"),
}


@pytest.mark.parametrize("lead", LEADS)
def test_odoo_lost_is_archived_at_no_chance(lead):
    stage, active, chance, *expected = LEADS[lead]
    row = {"Stage": stage, "Active": active, "Probability": chance}

    columns = ("is_closed", "is_won", "is_excluded")
    found = [derived("odoo", "pipeline's list", column, row) for column in columns]

    assert found == expected


def test_odoo_without_probability_takes_what_is_archived_as_lost():
    row = {"阶段": "新建", "启用": "False"}

    assert derived("odoo", "pipeline's list", "is_closed", row) == "true"
    assert derived("odoo", "pipeline's list", "is_won", row) == "false"


def test_odoo_a_won_stage_is_closed_whatever_its_name():
    row = {"Stage": "Signed", "Active": "True", "Stage/Is Won Stage?": "True"}

    assert derived("odoo", "pipeline's list", "is_closed", row) == "true"
    assert derived("odoo", "pipeline's list", "is_won", row) == "true"


def test_odoo_closes_on_the_closed_date_else_the_expected_one():
    row = {"Expected Closing": "2026-04-30", "Closed Date": "2026-04-11 09:00:00"}

    assert derived("odoo", "pipeline's list", "close_on", row) == "2026-04-11 09:00:00"
    row["Closed Date"] = None
    assert derived("odoo", "pipeline's list", "close_on", row) == "2026-04-30"


def test_odoo_leads_count_nowhere():
    row = {"type": "Lead"}

    assert derived("odoo", "pipeline's list", "is_excluded", row) == "true"


def test_odoo_orders_are_won_when_confirmed():
    states = {"Quotation Sent": "false", "Sales Order": "true", "Cancelled": "false"}

    found = {state: derived("odoo", "Quotations", "is_won", {"Status": state}) for state in states}

    assert found == states


def test_odoo_hours_are_minutes():
    assert float(derived("odoo", "Calendar", "duration_minutes", {"duration": "1.5"})) == 90


@pytest.mark.parametrize("owner", ['["1000"]', '[ "1000" ]', "['1000']", "[1000]", '["1000","7"]'])
def test_fxiaoke_owner_is_the_first_of_a_list(owner):
    row = {"owner": owner}

    assert derived("fxiaoke", "Opportunities 2.0", "rep_id", row) == "1000"


def test_fxiaoke_an_owner_that_is_no_list_stays_whole():
    row = {"owner": "O'Neil, Ann"}

    assert derived("fxiaoke", "Opportunities 2.0", "rep_id", row) == "O'Neil, Ann"


def test_fxiaoke_an_empty_list_names_nobody():
    assert derived("fxiaoke", "Opportunities 2.0", "rep_id", {"owner": "[]"}) is None


def test_fxiaoke_status_tells_what_a_stage_of_another_name_does_not():
    row = {"sales_stage__r": "签约", "sales_status__r": "赢单"}

    assert derived("fxiaoke", "Opportunities 2.0", "is_won", row) == "true"


def test_fxiaoke_an_unknown_status_is_handed_on_to_be_refused():
    row = {"sales_status__r": "暂停"}

    assert derived("fxiaoke", "Opportunities 2.0", "is_closed", row) == "暂停"


@pytest.mark.parametrize("status", ["无效", "赢单"])
def test_fxiaoke_invalid_or_voided_counts_nowhere(status):
    row = {"sales_status__r": status, "life_status": "invalid" if status == "赢单" else "normal"}

    assert derived("fxiaoke", "Opportunities 2.0", "is_excluded", row) == "true"


@pytest.mark.parametrize(
    "related",
    [
        '[{"describe_api_name":"AccountObj","id":"a1"},'
        '{"describe_api_name":"NewOpportunityObj","id":"d1"}]',
        '[{"id": "d1", "describe_api_name": "NewOpportunityObj"}, '
        '{"id": "a1", "describe_api_name": "AccountObj"}]',
    ],
)
def test_fxiaoke_a_record_names_its_deal_and_its_customer(related):
    row = {"related_object_data": related}

    assert derived("fxiaoke", "Sales records", "deal_id", row) == "d1"
    assert derived("fxiaoke", "Sales records", "account_id", row) == "a1"


def test_xiaoshouyi_a_record_of_a_customer_is_of_no_deal():
    row = {"belongId": "account", "objectId": "17"}

    assert derived("xiaoshouyi", "Activity records", "deal_id", row) is None
