"""Rows that break a contract are kept apart with the reason; nothing is dropped silently."""

import pytest

GOOD = "".join(f"G{n},bo,1,true,true,2026-07-01,2026-08-01\n" for n in range(40))
HEAD = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"


def _notes(made):
    notes = made.freeze().notes
    return {(note.table, note.reason): (note.count, note.kind) for note in notes}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("D1,zoe,1,true,true,2026-07-01,2026-08-01\n", "unknown_rep"),
        (",ana,1,true,true,2026-07-01,2026-08-01\n", "required_missing"),
        ("D1,ana,1,perhaps,true,2026-07-01,2026-08-01\n", "unreadable_boolean"),
    ],
)
def test_a_row_nothing_of_which_can_be_placed_is_set_aside_and_counted(company, row, reason):
    made = company(HEAD + GOOD + row)

    assert _notes(made)["deals", reason] == (1, "set_aside")
    assert made.value("won_deals", "ana") == 0


@pytest.mark.parametrize(
    ("row", "reason", "column"),
    [
        ("D1,ana,many,true,true,2026-07-01,2026-08-01\n", "unreadable_money", "amount"),
        ("D1,ana,1,true,true,2026-07-01,soon\n", "unreadable_date", "close_on"),
        ("D1,ana,1,true,true,2026-09-01,2026-08-01\n", "closed_before_created", "created_on"),
    ],
)
def test_a_broken_cell_is_blanked_and_counted_and_its_row_is_kept(company, row, reason, column):
    made = company(HEAD + GOOD + row)
    kept = {deal["deal_id"]: deal for deal in made.freeze().table("deals").to_pylist()}

    assert _notes(made)["deals", reason] == (1, "blanked")
    assert {name for name, value in kept["D1"].items() if value is None} == {column}
    assert kept["D1"]["is_won"]


@pytest.mark.parametrize(
    "row",
    [
        "D1,ana,many,true,true,2026-07-01,2026-08-01\n",
        "D1,ana,1,true,true,2026-09-01,2026-08-01\n",
    ],
)
def test_a_won_deal_with_a_broken_cell_is_still_won(company, row):
    assert company(HEAD + GOOD + row).value("won_deals", "ana") == 1


def test_equal_rows_are_kept_once(company):
    made = company(HEAD + "D1,ana,1,true,true,2026-07-01,2026-08-01\n" * 2)

    assert _notes(made)["deals", "duplicate_row"] == (1, "set_aside")
    assert made.value("won_deals") == 1


def test_of_rows_that_share_an_id_and_differ_none_is_taken(company):
    made = company(
        HEAD
        + GOOD
        + "D1,ana,1,true,true,2026-07-01,2026-08-01\nD1,ana,9,true,true,2026-07-01,2026-08-01\n"
    )

    assert _notes(made)["deals", "conflicting_key"] == (2, "set_aside")
    # All that Ana won is set aside: what is left is no figure, and no 0
    assert (made.value("won_deals"), made.reason("won_deals")) == (None, "mostly_set_aside")


def test_where_shares_do_not_make_one_the_deal_is_nobodys_revenue(company):
    made = company(
        HEAD + "D1,ana,100,true,true,2026-07-01,2026-08-01\n",
        deal_splits="deal_id,rep_id,share\nD1,ana,0.7\nD1,bo,0.7\n",
    )

    assert _notes(made)["deal_splits", "split_sum"] == (2, "blanked")
    # Not the owner's whole either: whose the 100 are cannot be told
    assert [made.value("won_revenue", rep) for rep in ("ana", "bo")] == [None, None]


def test_a_mostly_unreadable_column_stops_instead(company):
    made = company(HEAD + "D1,ana,many,true,true,2026-07-01,2026-08-01\n")

    with pytest.raises(Exception, match=r"deals\.csv, column 'amount', row 2, holds 'many'"):
        made.freeze()


def test_an_empty_table_is_a_table_of_no_rows(company):
    made = company(HEAD)

    assert made.value("won_deals") == 0
    assert made.reason("win_rate") == "no_closed_deals"


def test_rows_set_aside_can_be_read_with_reason_file_and_row(company):
    made = company(HEAD + GOOD + "D1,zoe,1,true,true,2026-07-01,2026-08-01\n")

    row = made.freeze().rejected("deals").to_pylist()[0]

    assert (row["reason"], row["column"], row["value"], row["row"], row["key"]) == (
        "unknown_rep",
        "rep_id",
        "zoe",
        "42",
        "D1",
    )


def test_an_email_that_is_more_than_one_address_is_blanked_and_the_person_stays(company):
    reps = "rep_id,name,email\nana,Ana,ana@example.com\nbo,Bo,bo@example.com&smtp=evil.example\n"
    made = company(HEAD + GOOD, reps=reps)
    kept = {row["rep_id"]: row["email"] for row in made.freeze().table("reps").to_pylist()}

    assert kept == {"ana": "ana@example.com", "bo": None}
    assert _notes(made)["reps", "unknown_address"] == (1, "blanked")
