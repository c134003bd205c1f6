"""What a person chooses of columns stands before what was proposed, and all else follows it."""

import pytest

from tests.proposal.conftest import value
from workbench.errors import UnknownNameError

CRM = """
    Opportunity ID,Opportunity Owner,Stage,Phase,Amount,List Amount,Close Date,Created Date
    D1,Ana,Closed Won,Signed,100,120,2026-02-01,2026-01-01
    D2,Bo,Closed Lost,Lost,50,60,2026-03-01,2026-01-02
    D3,Bo,Closed Lost,Won,70,80,2026-03-02,2026-01-03
    """
USD = {("money", "currency"): "USD"}
STAGE = ("tables", "deals", "columns", "stage")
AMOUNT = ("tables", "deals", "columns", "amount")


def test_the_outcome_is_read_of_the_stage_that_was_chosen(proposed):
    # Of Stage D1 is won; of Phase, where Signed was told to be open, D3 is
    found = proposed({"deals.csv": CRM}, {**USD, STAGE: "Phase", ("outcome", "Signed"): "open"})

    assert value(found, "tables.deals.columns.is_won") == "Phase"
    assert value(found, "tables.deals.values.is_won") == {"Won": True, "else": False}


def test_a_column_of_no_use_is_no_line(proposed):
    found = proposed({"deals.csv": CRM}, {**USD, AMOUNT: ""})

    assert value(found, "tables.deals.columns.amount") is None
    assert value(found, "tables.deals.columns.stage") == "Stage"


def test_without_a_stage_the_outcome_is_still_that_of_the_stage(proposed):
    found = proposed({"deals.csv": CRM}, {**USD, STAGE: ""})

    assert value(found, "tables.deals.columns.stage") is None
    assert value(found, "tables.deals.values.is_won") == {"Closed Won": True, "else": False}


def test_what_a_dropped_column_means_is_dropped_with_it(proposed):
    told = CRM.replace("Amount,List", "Amount,Probability (%),List").replace(",100,", ",100,90,")
    told = told.replace(",50,", ",50,0,").replace(",70,", ",70,10,")
    path = ("tables", "deals", "columns", "probability")

    assert value(proposed({"deals.csv": told}, USD), "tables.deals.units.probability") is not None
    found = proposed({"deals.csv": told}, {**USD, path: ""})
    assert value(found, "tables.deals.units.probability") is None


def test_a_header_the_file_does_not_have_is_refused_with_the_nearest(proposed):
    with pytest.raises(UnknownNameError, match=r"column in deals.csv 'Amuont'. Did you mean 'Amou"):
        proposed({"deals.csv": CRM}, {AMOUNT: "Amuont"})


def test_owners_are_named_by_the_column_that_was_chosen_of_the_list(proposed):
    deals = """
        Opportunity ID,Owner ID,Opportunity Owner,Stage,Amount,Close Date,Created Date
        D1,U1,Ana,Closed Won,100,2026-02-01,2026-01-01
        D2,U2,Bo,Closed Lost,50,2026-03-01,2026-01-02
        """
    users = "Id,Name,Email,Title\nU1,Ana,a@example.com,AE\nU2,Bo,b@example.com,AE\n"
    files = {"deals.csv": deals, "users.csv": users}

    by_key = proposed(files, USD)
    by_name = proposed(files, {**USD, ("tables", "reps", "columns", "rep_id"): "Name"})

    assert value(by_key, "tables.deals.columns.rep_id") == "Owner ID"
    assert value(by_name, "tables.deals.columns.rep_id") == "Opportunity Owner"


def test_each_table_tells_what_may_give_its_columns(proposed):
    found = proposed({"deals.csv": CRM}, USD)

    assert found.headers["deals"][:3] == ("Opportunity ID", "Opportunity Owner", "Stage")
