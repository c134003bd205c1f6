"""Several files: which is what, by which key they name each other, and who is reviewed."""

import pytest

from tests.proposal.conftest import value
from workbench.errors import SourceError
from workbench.proposal.write import write_proposal
from workbench.snapshots import current_snapshot
from workbench.sources.workspace import open_workspace

DEALS = """
Id,OwnerId,Opportunity Owner,Name,StageName,Amount,CloseDate,CreatedDate
006A,005A,Ana,One,Closed Won,USD 10,2026-01-05,2026-01-01
006B,005B,Bo,Two,Closed Lost,USD 20,2026-02-05,2026-01-02
006C,005A,Ana,Three,Prospecting,USD 30,2026-05-05,2026-01-03
"""
USERS = """
Id,Name,Email,ManagerId,IsActive
005A,Ana,ana@x.example,005M,TRUE
005B,Bo,bo@x.example,005M,TRUE
005M,Mia,mia@x.example,,TRUE
005X,Root,root@x.example,,TRUE
"""


def test_who_appears_nowhere_is_asked_about_and_not_reviewed(proposed):
    files = {"Opportunity.csv": DEALS, "User.csv": USERS}

    (question,) = proposed(files).questions
    assert question.path == ("people",)
    assert "005X" in question.asks
    assert "005M" not in question.asks  # leads two who sell

    seen = proposed(files, {("people",): "seen"})
    assert seen.questions == ()
    assert '"Id" IN (' in value(seen, "tables.reps.sql")
    everybody = proposed(files, {("people",): "all"})
    assert everybody.questions == ()
    assert value(everybody, "tables.reps.sql") is None


def test_people_are_named_by_the_column_the_list_of_reps_knows(proposed):
    by_id = proposed({"Opportunity.csv": DEALS, "User.csv": USERS}, {("people",): "all"})
    assert value(by_id, "tables.deals.columns.rep_id") == "OwnerId"
    assert value(by_id, "tables.reps.columns.rep_id") == "Id"

    without = DEALS.replace("OwnerId,", "").replace("005A,", "").replace("005B,", "")
    by_name = proposed({"Opportunity.csv": without, "User.csv": USERS}, {("people",): "all"})
    assert value(by_name, "tables.deals.columns.rep_id") == "Opportunity Owner"
    assert value(by_name, "tables.reps.columns.rep_id") == "Name"
    assert value(by_name, "tables.reps.columns.manager_id") is None  # an id is no name


def test_targets_side_by_side_become_rows(proposed):
    months = "Opportunity Owner,Year,Jan,Feb,Mar\nAna,2026,100,110,120\nBo,2026,90,90,90\n"
    found = proposed({"Opportunity.csv": DEALS.replace("OwnerId", "Region"), "quota.csv": months})

    sql = value(found, "tables.quotas.sql")
    assert "|| '-02-01' AS start_on" in sql
    assert '"Feb" AS target' in sql
    assert value(found, "files.quotas.file") == "../exports/quota.csv"


def test_a_file_that_is_no_table_of_a_review_is_passed_over_with_a_sentence(proposed):
    found = proposed({"Opportunity.csv": DEALS, "rooms.csv": "room,seats\nA,4\n", "a.pdf": "x"})

    assert set(found.passed_over) == {"rooms.csv", "a.pdf"}
    assert all(file in why for file, why in found.passed_over.items())


def test_the_same_file_twice_counts_once(proposed):
    found = proposed({"Opportunity.csv": DEALS, "Opportunity (1).csv": DEALS})

    assert "Opportunity.csv" in found.passed_over or "Opportunity (1).csv" in found.passed_over
    assert value(found, "tables.deals.file").endswith(".csv")


def test_an_empty_folder_says_what_would_be_read(proposed):
    with pytest.raises(SourceError, match="no file of csv"):
        proposed({".hidden": "x"})


def test_a_list_is_known_by_what_the_deals_name_of_it(proposed):
    deals = (
        "opportunity_id,sales_agent,account,deal_stage,close_date,close_value\n"
        "A1,Ana,Acme,Won,2026-01-05,10.50\nA2,Bo,Birch,Lost,2026-02-05,0\n"
        "A3,Ana,Birch,Won,2026-02-07,20.00\n"
    )
    people = "sales_agent,manager,seat\nAna,Mia,1\nBo,Mia,2\n"
    firms = "account,sector\nAcme,retail\nBirch,wood\n"
    found = proposed(
        {"pipeline.csv": deals, "teams.csv": people, "firms.csv": firms},
        {("money", "currency"): "USD"},
    )

    assert found.questions == ()
    assert found.passed_over == {}
    assert value(found, "tables.reps.file") == "../exports/teams.csv"
    assert value(found, "tables.reps.columns.rep_id") == "sales_agent"
    assert value(found, "tables.reps.columns.manager_id") == "manager"
    assert value(found, "tables.accounts.columns.account_id") == "account"


def test_deals_that_nothing_names_once_are_refused_with_what_to_export(proposed):
    deals = "Rep,Account,Status,Close date,Amount\n" + "Ana,Acme,won,2026-01-05,10.50\n" * 2

    with pytest.raises(SourceError, match="names each deal once"):
        proposed({"funnel.csv": deals})


def test_a_folder_that_grows_by_the_month_is_asked_which_file_counts(proposed):
    head = "opportunity_id,sales_agent,deal_stage,close_date,close_value\n"
    first = head + "A1,Ana,Open,2026-03-05,10.50\nA2,Bo,Lost,2026-02-05,5.25\n"
    second = head + "A1,Ana,Won,2026-03-05,12.50\nA3,Bo,Open,2026-04-05,1.50\n"
    files = {"deals_2026-02.csv": first, "deals_2026-03.csv": second}
    usd = {("money", "currency"): "USD"}

    (question,) = proposed(files, usd).questions
    assert question.path == ("tables", "deals", "latest")
    assert [choice.value for choice in question.choices] == [True, False]

    told = proposed(files, usd | {question.path: True})
    assert told.questions == ()
    assert value(told, "tables.deals.latest") is True
    assert value(told, "tables.deals.file") == "../exports/deals_*.csv"


def test_a_file_that_names_reps_again_and_again_is_no_list_of_them(proposed):
    rooms = "who,room\nAna,1\nAna,2\nBo,3\n"
    found = proposed({"Opportunity.csv": DEALS.replace("OwnerId", "Region"), "rooms.csv": rooms})

    assert value(found, "tables.reps.from") == "deals"
    assert "rooms.csv" in found.passed_over


def test_a_table_without_what_it_needs_is_passed_over_with_what_it_lacks(proposed):
    calls = "Task ID,Opportunity Owner,Call Type\nT1,Ana,Call\n"
    found = proposed(
        {"Opportunity.csv": DEALS.replace("OwnerId", "Region"), "calls.csv": calls},
    )

    assert value(found, "tables.activities.file") is None
    assert "calls.csv" in found.passed_over


def test_a_table_that_cannot_be_read_is_passed_over_with_the_cell_that_tells(proposed):
    quotas = "Opportunity Owner,Start Date,End Date,Quota\nAna,soon,later,10\n"
    found = proposed({"Opportunity.csv": DEALS.replace("OwnerId", "Region"), "q.csv": quotas})

    assert value(found, "tables.quotas.file") is None
    assert "'soon', which is no date" in found.passed_over["q.csv"]


def test_a_column_that_cannot_be_read_is_left_out_and_named(proposed):
    odd = DEALS.replace("OwnerId", "Region").replace("CreatedDate", "CreatedDate,LastActivityDate")
    rows = "\n".join(
        line if line.startswith("Id") or not line else f"{line},then" for line in odd.splitlines()
    )
    found = proposed({"Opportunity.csv": rows})

    assert value(found, "tables.deals.columns.last_activity_at") is None
    assert "'then'" in found.passed_over["Opportunity.csv: LastActivityDate"]


def test_deals_without_any_ending_are_orders(proposed):
    deals = (
        "Opportunity ID,Opportunity Owner,Opportunity Name,Amount,Close Date\n"
        "006A,Ana,One,USD 10.50,2026-01-15\n006B,Bo,Two,USD 20.00,2026-03-31\n"
    )
    found = proposed({"report.csv": deals})

    assert value(found, "deals.kind") == "orders"
    assert value(found, "tables.deals.constants.is_closed") is True


def test_owners_who_are_on_no_list_are_asked_about_and_can_be_added(proposed, tmp_path):
    gone = DEALS + "006D,005Z,Zoe,Four,Closed Won,USD 40,2026-03-05,2026-01-04\n"
    files = {"Opportunity.csv": gone, "User.csv": USERS}
    everybody = {("people",): "all"}

    (question,) = proposed(files, everybody).questions
    assert question.path == ("unlisted",)
    assert "005Z" in question.asks

    added = proposed(files, everybody | {question.path: "add"})
    assert added.questions == ()
    write_proposal(added, tmp_path / "space", "en")
    snapshot = current_snapshot(open_workspace(tmp_path / "space"))
    assert snapshot.rejected("deals").num_rows == 0
    people = {row["rep_id"]: row["name"] for row in snapshot.table("reps").to_pylist()}
    assert people == {"005A": "Ana", "005B": "Bo", "005M": "Mia", "005X": "Root", "005Z": "Zoe"}

    left = proposed(files, everybody | {question.path: "leave"})
    assert left.questions == ()
    assert "005Z" not in str(left.document)
