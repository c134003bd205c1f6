"""From files to lines: what is recognised, what settles itself, what is asked."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.proposal.conftest import value
from workbench.errors import SourceError
from workbench.proposal.matching import best_matches

REPORT = """
Opportunity Owner,Opportunity Name,Stage,Amount,Close Date,Created Date,Opportunity ID,Age,\
Owner Role
"Ana","One","Closed Won","USD 1,000.50","3/4/2026","1/2/2026","006A","61","Seller"
"Bo","Two","Closed Lost","USD 2,000.00","3/5/2026","1/13/2026","006B","51","Seller"
"Ana","Three","Proposal","USD 700.00","5/6/2026","2/1/2026","006C","40","Seller"
"Bo","Four","Closed Won","USD 300.25","4/1/2026","2/2/2026","006D","58","Seller"

"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."
"""


def test_a_report_becomes_a_workspace_without_a_question(proposed):
    found = proposed({"report123.csv": REPORT})

    assert found.profile == "salesforce"
    assert found.questions == ()
    assert value(found, "tables.deals.file") == "../exports/report123.csv"
    assert value(found, "tables.deals.columns.rep_id") == "Opportunity Owner"
    assert value(found, "tables.deals.values.is_won") == {"Closed Won": True, "else": False}
    assert value(found, "tables.deals.values.is_closed") == {
        "Closed Won": True, "Closed Lost": True, "else": False,
    }  # fmt: skip
    assert value(found, "tables.reps.from") == "deals"
    assert value(found, "money.currency") == "USD"
    assert value(found, "workspace.as_of") == date(2026, 4, 1)
    assert value(found, "workspace.default_period") == "2026-Q1"


def test_days_in_doubt_are_read_as_the_other_days_of_the_file(proposed):
    # close dates alone could be either; 1/13 is no day of a 13th month
    found = proposed({"report.csv": REPORT})

    assert value(found, "tables.deals.dates.close_on") == "mdy"


def test_days_that_could_be_either_everywhere_are_asked_about(proposed):
    found = proposed({"report.csv": REPORT.replace("1/13/2026", "1/3/2026")})

    asked = {question.path: [c.value for c in question.choices] for question in found.questions}
    assert set(asked) == {
        ("tables", "deals", "dates", "created_on"), ("tables", "deals", "dates", "close_on"),
    }  # fmt: skip
    assert all(sorted(each) == ["dmy", "mdy"] for each in asked.values())


def test_an_answer_settles_its_question(proposed):
    answers = {
        ("tables", "deals", "dates", "created_on"): "dmy",
        ("tables", "deals", "dates", "close_on"): "dmy",
    }
    found = proposed({"report.csv": REPORT.replace("1/13/2026", "1/3/2026")}, answers)

    assert found.questions == ()
    assert value(found, "tables.deals.dates.close_on") == "dmy"
    assert value(found, "workspace.as_of") == date(2026, 5, 3)  # of the deals that are closed


def test_a_stage_that_seems_an_end_and_is_none_known_is_asked_about(proposed):
    files = {"report.csv": REPORT.replace("Proposal", "Closed - on hold")}

    (question,) = proposed(files).questions
    assert question.path == ("outcome", "Closed - on hold")
    assert [choice.value for choice in question.choices] == ["won", "lost", "open"]

    told = proposed(files, {question.path: "lost"})
    assert told.questions == ()
    assert value(told, "tables.deals.values.is_closed")["Closed - on hold"] is True
    assert "Closed - on hold" not in value(told, "tables.deals.values.is_won")


def test_columns_that_nothing_uses_are_named(proposed):
    found = proposed({"report.csv": REPORT})

    assert [each.header for each in found.unused] == ["Age", "Owner Role"]


def test_a_folder_without_deals_says_what_there_is(proposed):
    with pytest.raises(SourceError, match=r"tells of deals.*notes\.csv: what, when"):
        proposed({"notes.csv": "what,when\nx,y\n"})


def test_an_encoding_in_doubt_is_asked_before_anything_else_and_then_told(proposed):
    files = {"report.csv": REPORT.replace('"Bo"', '"Søren"').encode("cp1252")}

    (question,) = proposed(files).questions
    assert question.path == ("file", "report.csv", "encoding")
    assert "Søren" in question.asks

    told = proposed(files, {question.path: "cp1252"})
    assert told.questions == ()
    assert value(told, "tables.deals.encoding") == "cp1252"


UNKNOWN = """
Nr;Kto;Klient;Ile;Kiedy zacz;Kiedy kon;Stan
K-1;Ana Nowak;Firma A;1 000,50;02.01.2026;15.03.2026;Closed Won
K-2;Bo Kowal;Firma B;2 000,00;03.01.2026;16.03.2026;Closed Lost
K-3;Ana Nowak;Firma C;700,00;04.01.2026;20.05.2026;Rozmowa
K-4;Bo Kowal;Firma D;300,25;05.01.2026;31.03.2026;Closed Won
"""


def test_columns_of_names_nobody_knows_are_known_by_what_they_hold(proposed):
    found = proposed({"baza.csv": UNKNOWN}, {("money", "currency"): "PLN"})

    columns = {line.path[-1]: line.value for line in found.lines if "columns" in line.path}
    assert columns == {
        "deal_id": "Nr", "rep_id": "Kto", "amount": "Ile", "created_on": "Kiedy zacz",
        "close_on": "Kiedy kon", "stage": "Stan", "is_closed": "Stan", "is_won": "Stan",
    }  # fmt: skip
    assert {line.how for line in found.lines if "columns" in line.path} == {"content"}
    assert found.questions == ()


def test_two_columns_that_could_be_the_owner_are_asked_about(proposed):
    head, *rows = UNKNOWN.strip().splitlines()
    others = ("Ewa", "Jan", "Jan", "Ewa")
    lines = [f"{head};Opiekun", *(f"{row};{who}" for row, who in zip(rows, others, strict=True))]

    (question,) = proposed({"baza.csv": "\n".join(lines)}, {("money", "currency"): "PLN"}).questions
    assert question.path == ("tables", "deals", "columns", "rep_id")
    assert [choice.value for choice in question.choices] == ["Kto", "Opiekun"]


def test_a_list_without_any_ending_is_one_of_orders(proposed):
    orders = (
        "Order ID,Salesperson,Customer,Order Date,Amount\n"
        "S1,Ana,Acme,2026-01-15,10.50\nS2,Bo,Birch,2026-02-13,20.00\nS3,Ana,Birch,2026-03-31,5.25\n"
    )
    found = proposed({"orders.csv": orders}, {("money", "currency"): "EUR"})

    assert found.questions == ()
    assert found.profile == ""  # anybody's list of orders has such columns
    assert value(found, "deals.kind") == "orders"
    assert value(found, "tables.deals.constants.is_won") is True
    assert value(found, "tables.deals.columns.deal_id") == "Order ID"


@pytest.mark.parametrize(
    "headers",
    [
        "Deal ID,Deal Owner,Deal Name,Customer,Stage,Amount,Close Date",
        "Deal Name,Deal Stage,Deal Owner,Amount,Close Date,Created",
        "Opportunity Name,Opportunity Owner,Account Name,Stage,Amount,Close Date",
        "Name,Expected Revenue,Expected Closing,Salesperson,Stage,Customer",
        "Order Number,Product,Quantity,Unit Price,Subtotal,Date,Salesperson",
        "Name,Email,Department,Job Position,Manager,Team",
        "Product Code,Product Name,Product Family,List Price",
        "Account Name,Account Owner,Industry,City,Country",
        "Salesperson,Target amount,Start date,End date,Goal type",
        "Date,Owner,Activity Type,Subject,Account,Status",
        "商机名称,商机金额,预计成交日期,负责人,阶段,客户名称",
        "订单编号,负责人,客户名称,下单日期,订单金额",
    ],
)
def test_columns_anybody_may_have_name_no_system(headers):
    assert best_matches([SimpleNamespace(headers=tuple(headers.split(",")))])[0] == ""


@pytest.mark.parametrize(
    ("headers", "system"),
    [
        ("Opportunity Owner,Opportunity Name,Stage,Age,Owner Role", "salesforce"),
        ("Id,Name,StageName,IsWon,OwnerId", "salesforce"),
        ("Record Id,Deal Owner.id,Deal Name,Amount,Stage", "zoho"),
        ("Record ID,Deal Name,Deal Stage,Deal owner,Deal Type,Amount", "hubspot"),
    ],
)
def test_several_columns_of_one_system_name_it(headers, system):
    assert best_matches([SimpleNamespace(headers=tuple(headers.split(",")))])[0] == system


@pytest.mark.parametrize("header", ["At", "timestamp"])
def test_the_moment_of_an_activity_may_be_called_so_where_it_holds_days(proposed, header):
    head = f"Activity ID,Owner,Type,{header}\n"
    days = head + "K1,Ana,Call,2026-04-01T17:30:00Z\nK2,Bo,Call,2026-03-01T01:00:00Z\n"
    places = head + "K1,Ana,Call,the office\nK2,Bo,Call,their shop\n"

    read = proposed({"report.csv": REPORT, "activities.csv": days})
    unread = proposed({"report.csv": REPORT, "activities.csv": places})

    assert value(read, "tables.activities.columns.at") == header
    assert "activities" not in unread.document["tables"]
    assert unread.questions == ()


def test_the_last_day_is_one_of_the_companys_zone(proposed):
    calls = (
        "Activity ID,Owner,Type,Date\nK1,Ana,Call,2026-04-01T17:30:00Z\n"
        "K2,Bo,Call,2026-03-01T01:00:00Z\n"
    )
    files = {"report.csv": REPORT, "activities.csv": calls}

    there = proposed(files, {("calendar", "zone"): "Asia/Shanghai"})
    here = proposed(files, {("calendar", "zone"): "UTC"})

    assert value(there, "workspace.as_of") == date(2026, 4, 2)  # half past one at night
    assert value(here, "workspace.as_of") == date(2026, 4, 1)
