"""A table as it begins: what its texts mean, columns made of several, and keys among them."""

from tests.proposal.conftest import value

DEALS = """
Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Currency,Deal Type,Create Date
1,One,Closed Won,2026-03-14 09:00,Ana Roy,10,USD,New Business,2026-01-02 09:00
2,Two,Closed Lost,2026-03-15 09:00,Bo Lind,20,USD,Partnership,2026-01-02 09:00
3,Three,Contract Sent,2026-05-15 09:00,Bo Lind,30,USD,New Business,2026-01-12 09:00
"""
USERS = """
User ID,First name,Last name,Email address
91,Ana,Roy,a@x.example
92,Bo,Lind,b@x.example
"""
CALLS = """
Record ID,Call Title,Activity date,Activity assigned to,Associated Deal IDs,Call outcome
7,Hello,2026-02-01 09:00,Ana Roy,1,Connected
8,Again,2026-02-02 09:00,Bo Lind,2{more},Connected
"""


def test_of_values_those_that_stand_in_the_file_are_proposed(proposed):
    found = proposed({"deals.csv": DEALS})

    # Existing Business stands nowhere; Partnership is neither, and the profile says so of others
    assert value(found, "tables.deals.values.deal_type") == {"New Business": "new", "else": ""}


def test_people_are_named_by_first_and_last_name_together(proposed):
    found = proposed({"deals.csv": DEALS, "users.csv": USERS})

    assert found.questions == ()
    assert value(found, "tables.reps.columns.rep_id") == "name"
    assert value(found, "tables.deals.columns.rep_id") == "Deal owner"


def test_a_name_that_is_given_is_not_put_together(proposed):
    users = USERS.replace("User ID", "User ID,Name").replace("91", "91,Ana Roy")
    users = users.replace("92", "92,Bo Lind")
    found = proposed({"deals.csv": DEALS, "users.csv": users})

    assert value(found, "tables.reps.sql") is None
    assert value(found, "tables.reps.columns.rep_id") == "Name"


def test_who_left_is_the_same_person(proposed):
    left = DEALS.replace("Bo Lind,20", "Bo Lind (Deactivated User),20")
    found = proposed({"deals.csv": left, "users.csv": USERS})

    assert found.questions == ()  # nobody on the list appears nowhere
    assert value(found, "tables.deals.columns.rep_id") == "rep_id"
    assert value(proposed({"deals.csv": DEALS}), "tables.deals.sql") is None


def test_who_appears_nowhere_is_left_out_of_names_put_together(proposed):
    users = USERS + "93,Ida,Root,c@x.example\n"
    (question,) = proposed({"deals.csv": DEALS, "users.csv": users}).questions
    seen = proposed({"deals.csv": DEALS, "users.csv": users}, {("people",): "seen"})

    assert "Ida Root" in question.asks
    assert seen.questions == ()
    assert 'WHERE "name" IN (' in value(seen, "tables.reps.sql")


def test_of_several_deals_none_is_the_one(proposed):
    one = proposed({"deals.csv": DEALS, "calls.csv": CALLS.format(more="")})
    several = proposed({"deals.csv": DEALS, "calls.csv": CALLS.format(more=";3")})

    assert value(one, "tables.activities.columns.deal_id") == "Associated Deal IDs"
    assert value(several, "tables.activities.columns.deal_id") == "deal_id"
    assert "NOT LIKE '%;%'" in value(several, "tables.activities.sql")


def test_a_name_two_deals_share_is_no_key(proposed):
    calls = CALLS.format(more="").replace("Associated Deal IDs", "Associated Deal")
    calls = calls.replace("Roy,1", "Roy,One").replace("Lind,2", "Lind,Two")
    alone = proposed({"deals.csv": DEALS, "calls.csv": calls})
    shared = proposed({"deals.csv": DEALS.replace("3,Three", "3,One"), "calls.csv": calls})

    assert value(alone, "tables.deals.columns.deal_id") == "Deal Name"
    assert value(shared, "tables.deals.columns.deal_id") == "Record ID"
