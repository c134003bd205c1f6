"""What is counted here is held against the file, and each difference has its reason or is open."""

from decimal import Decimal

import pytest

from workbench.errors import SnapshotError
from workbench.proposal.reconcile import reconcile
from workbench.snapshots.source_record import SOURCE

SOUND = """
    deal_id,rep_id,is_closed,is_won,amount,close_on
    D1,ana,true,true,100.50,2026-08-01
    D2,bo,true,true,200,2026-08-02
    D3,ana,true,false,50,2026-08-03
    D4,bo,false,false,70,2026-12-01
"""
# Worth 100 each, but the last: a twin of D1, a rep nobody knows, one of October, one unreadable
ODD = """
    deal_id,rep_id,is_closed,is_won,amount,close_on,created_on
    D1,ana,true,true,100,2026-08-01,2026-07-01
    D1,ana,true,true,100,2026-08-01,2026-07-01
    D2,cy,true,true,100,2026-08-01,2026-07-01
    D3,ana,true,true,100,2026-10-02,2026-10-01
    D4,ana,true,true,100,2026-10-02,2026-07-01
    D5,bo,true,true,ca. 5,2026-08-01,2026-07-01
    D6,bo,true,true,100,2026-08-01,2026-07-01
    D7,bo,true,false,100,2026-08-01,2026-07-01
"""


def reconciled(made):
    return reconcile(made.workspace, made.freeze())


def counts(counted):
    return {state: n for state, n in counted.deals.items() if n}


def sums(counted):
    return {currency: value for currency, value in counted.sums.items() if value}


def test_where_all_agrees_both_counts_are_the_same_and_no_reason_is_named(company):
    found = reconciled(company(SOUND))

    assert counts(found.file) == counts(found.here) == {"won": 2, "lost": 1, "open": 1}
    assert found.file.sums == found.here.sums == {"CNY": Decimal("300.50")}
    assert found.reasons == {}
    assert found.unexplained.is_nothing


def test_each_difference_is_explained_by_its_reason(company):
    found = reconciled(company(ODD))

    assert counts(found.file) == {"won": 7, "lost": 1}
    assert sums(found.file) == {"CNY": Decimal(600)}
    assert counts(found.here) == {"won": 3, "lost": 1, "open": 1}
    assert sums(found.here) == {"CNY": Decimal(200)}
    assert {reason: counts(part) for reason, part in found.reasons.items()} == {
        "duplicate_row": {"won": -1},
        "unknown_rep": {"won": -1},
        "after_as_of": {"won": -1},
        "reopened_without_history": {"won": -1, "open": 1},
    }
    assert found.unread == ("ca. 5",)
    assert found.unexplained.is_nothing


def test_a_deal_that_is_excluded_or_won_without_being_closed_is_named_as_such(company):
    made = company("""
        deal_id,rep_id,is_closed,is_won,amount,is_excluded
        D1,ana,true,true,100,true
        D2,ana,false,true,100,false
    """)

    found = reconciled(made)
    assert {reason: counts(part) for reason, part in found.reasons.items()} == {
        "excluded": {"won": -1},
        "won_but_open": {"won": -1, "open": 1},
    }
    assert sums(found.here) == sums(found.unexplained) == {}


def test_what_is_cut_off_after_four_decimals_is_told_as_rounding(company):
    made = company("deal_id,rep_id,is_closed,is_won,amount\nD1,ana,true,true,0.33336\n")

    assert sums(reconciled(made).reasons["rounded"]) == {"CNY": Decimal("0.00004")}


def test_a_difference_that_nothing_tells_of_stays_unexplained(company):
    made = company(SOUND)
    snapshot = made.freeze()
    (snapshot.folder / SOURCE).unlink()  # of a version that did not say what it was made from
    with (made.folder / "deals.csv").open("a") as file:
        file.write("D5,ana,true,true,40,2026-08-01\n")

    found = reconcile(made.workspace, snapshot)
    assert found.reasons == {}
    assert counts(found.unexplained) == {"won": -1}
    assert sums(found.unexplained) == {"CNY": -40}


def test_a_reason_that_names_another_number_of_rows_explains_none(company):
    made = company(SOUND.replace("2026-08-01", "2026-10-01"))  # D1 is open again at the end of Q3
    snapshot = made.freeze()
    (snapshot.folder / SOURCE).unlink()
    file = made.folder / "deals.csv"
    file.write_text(file.read_text().replace("D4,bo,false", "D4,bo,true"))

    found = reconcile(made.workspace, snapshot)
    assert found.reasons == {}
    assert counts(found.unexplained) == {"won": -1, "lost": -1, "open": 2}


def test_a_file_that_changed_since_is_not_compared(company):
    made = company(SOUND)
    snapshot = made.freeze()
    (made.folder / "deals.csv").write_text("deal_id,rep_id,is_closed,is_won\n")

    with pytest.raises(SnapshotError, match=r"frozen before deals\.csv changed"):
        reconcile(made.workspace, snapshot)


def test_other_rules_than_it_was_frozen_by_are_not_compared(company):
    snapshot = company(SOUND).freeze()
    changed = company(SOUND, toml='[tables.deals]\nfile = "deals.csv"\nunits.amount = 2\n')

    with pytest.raises(SnapshotError, match=r"frozen before workbench\.toml changed"):
        reconcile(changed.workspace, snapshot)


def test_tables_tell_their_span_and_people_whom_nothing_names_are_listed(company):
    reps = "rep_id,name,manager_id\nana,Ana,dan\nbo,Bo,dan\ncy,Cy,dan\ndan,Dan,\n"
    quotas = "rep_id,start_on,end_on,target\nbo,2026-07-01,2026-10-01,5\n"
    deals = SOUND.replace("bo", "ana")

    found = reconciled(company(deals, reps=reps, quotas=quotas))
    told = {table.name: table for table in found.tables}
    assert told["deals"].rows == 4
    assert [day.isoformat() for day in told["deals"].days["close_on"]] == [
        "2026-08-01",
        "2026-12-01",
    ]
    assert told["reps"].days == {}
    assert [(each.name, each.is_manager) for each in found.idle] == [("Cy", False), ("Dan", True)]
