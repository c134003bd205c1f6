"""Where the stage says only how far a deal came, the column that says won and lost does."""

from tests.proposal.conftest import value

# Status says how it ended; the last stage of each deal does not
DEALS = """
    Deal ID,Owner,Stage,Status,Amount,Close date
    D1,Ana,Talks,Won,EUR 10.50,2026-03-11
    D2,Bo,Talks,Lost,EUR 20.50,2026-03-12
    D3,Ana,Offer,Open,EUR 30.50,2026-09-13
    D4,Bo,Offer,Won,EUR 40.50,2026-03-14
"""
# Of a renewal that is another deal
TWO = """
    Deal ID,Owner,Stage,Status,Renewal,Amount,Close date
    D1,Ana,Talks,Won,Lost,EUR 10.50,2026-03-11
    D2,Bo,Talks,Lost,Open,EUR 20.50,2026-03-12
    D3,Ana,Offer,Open,Won,EUR 30.50,2026-09-13
"""
IS_WON = ("tables", "deals", "columns", "is_won")


def test_the_column_of_won_and_lost_is_the_outcome_and_no_stage_is_asked_about(proposed):
    found = proposed({"deals.csv": DEALS})

    assert found.questions == ()
    assert value(found, "tables.deals.columns.stage") == "Stage"
    assert value(found, "tables.deals.columns.is_won") == "Status"
    assert value(found, "tables.deals.columns.is_closed") == "Status"
    assert value(found, "tables.deals.values.is_closed") == {
        "Won": True, "Lost": True, "else": False,
    }  # fmt: skip


def test_a_stage_that_says_what_is_won_stays_the_outcome(proposed):
    found = proposed({"deals.csv": DEALS.replace("Talks", "Closed Won", 1)})

    assert value(found, "tables.deals.columns.is_won") == "Stage"


def test_a_stage_whose_words_were_told_stays_the_outcome(proposed):
    told = {("outcome", "Talks"): "won", ("outcome", "Offer"): "open"}
    found = proposed({"deals.csv": DEALS}, told)

    assert found.questions == ()
    assert value(found, "tables.deals.values.is_won") == {"Talks": True, "else": False}


def test_a_column_that_says_won_alone_is_no_outcome(proposed):
    # a contract may be signed or not while the deal goes on
    files = {"deals.csv": DEALS.replace("Status", "Contract").replace("Lost", "None")}

    paths = {question.path for question in proposed(files).questions}
    assert paths == {("outcome", "Talks"), ("outcome", "Offer")}


def test_a_column_that_is_blank_for_some_is_no_outcome(proposed):
    # whether a blank is an open deal or one nobody filled in is nowhere told
    paths = {each.path for each in proposed({"deals.csv": DEALS.replace("Open", "")}).questions}

    assert paths == {("outcome", "Talks"), ("outcome", "Offer")}


def test_two_columns_of_won_and_lost_are_asked_about(proposed):
    files = {"deals.csv": TWO}

    (question,) = proposed(files).questions
    assert question.path == IS_WON
    assert question.asks == "Which column of deals.csv says how a deal ended?"
    assert [choice.value for choice in question.choices] == ["Status", "Renewal"]

    told = proposed(files, {IS_WON: "Renewal"})
    assert told.questions == ()
    assert value(told, "tables.deals.columns.is_closed") == "Renewal"
