"""Two ids of one person are one in every table, and nobody becomes one with another silently."""

import pyarrow.parquet as pq
import pytest

from workbench.errors import SourceError, WorkspaceError
from workbench.review.quality.issues import issues
from workbench.store import Actor
from workbench.store.cycles import Cycle, Member, open_cycle
from workbench.store.opening import store_of
from workbench.store.promises import Promise, keep_promise, promises_of

HR = Actor("HR", "hr")
ALIAS = '[people]\naliases = { "a1" = "ana" }\n'
# Ana's account was made anew in August; the first is closed
REPS = "rep_id,name,hired_on,left_on,manager_id\na1,Ana,,2026-07-31,bo\nana,Ana,,,bo\nbo,Bo,,,\n"
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,close_on
D1,a1,1,true,true,2026-07-15
D2,ana,10,true,true,2026-08-15
"""


def read(snapshot, table):
    return pq.read_table(snapshot.path(table)).to_pylist()


def test_the_deals_of_both_ids_are_one_persons(company):
    made = company(DEALS, toml=ALIAS, reps=REPS)

    assert made.value("won_revenue") == 1 + 10
    assert made.value("won_revenue", "bo") == 1 + 10


def test_the_row_of_the_id_that_stays_is_kept_and_both_are_told(company):
    found = company(DEALS, toml=ALIAS, reps=REPS).freeze()
    people = {row["rep_id"]: row["left_on"] for row in read(found, "reps")}
    told = {(each.table, each.reason): each.count for each in issues(found)}

    assert people == {"ana": None, "bo": None}
    assert (told["reps", "merged"], told["deals", "aliased"]) == (1, 1)


def test_every_column_that_names_somebody_follows(company):
    made = company(
        DEALS,
        toml=ALIAS,
        reps="rep_id,name,manager_id\nana,Ana,\nbo,Bo,a1\n",
        accounts="account_id,name,owner_id\nC1,Acme,a1\n",
        quotas="rep_id,metric,start_on,end_on,target\na1,won_revenue,2026-07-01,2026-10-01,22\n",
    )
    found = made.freeze()

    assert [row["manager_id"] for row in read(found, "reps")] == [None, "ana"]
    assert [row["owner_id"] for row in read(found, "accounts")] == ["ana"]
    assert made.value("quota_attainment") == 11 / 22


def test_both_shares_of_one_deal_are_added(company):
    made = company(
        DEALS,
        toml=ALIAS,
        reps=REPS,
        deal_splits="deal_id,rep_id,share\nD2,a1,0.5\nD2,ana,0.3\nD2,bo,0.2\n",
    )
    shares = {row["rep_id"]: row["share"] for row in read(made.freeze(), "deal_splits")
              if row["deal_id"] == "D2"}  # fmt: skip

    assert {name: float(share) for name, share in shares.items()} == {"ana": 0.8, "bo": 0.2}


def test_an_id_the_list_of_people_no_longer_has_is_found_in_the_deals(company):
    made = company(DEALS, toml=ALIAS, reps="rep_id,name\nana,Ana\n")

    assert made.value("won_revenue") == 1 + 10


def test_aliases_follow_each_other_to_the_id_that_stays(company):
    toml = '[people]\naliases = { "a0" = "a1", "a1" = "ana" }\n'
    deals = DEALS + "D3,a0,100,true,true,2026-09-01\n"

    assert company(deals, toml=toml, reps=REPS).value("won_revenue") == 1 + 10 + 100


def test_a_circle_of_aliases_is_refused(company):
    made = company(DEALS, toml='[people]\naliases = { "a1" = "ana", "ana" = "a1" }\n', reps=REPS)

    with pytest.raises(WorkspaceError, match="a1 → ana → a1 leads in a circle"):
        _ = made.workspace


def test_an_alias_to_nobody_is_refused(company):
    made = company(DEALS, toml='[people]\naliases = { "a7" = "anna" }\n', reps=REPS)

    with pytest.raises(SourceError, match=r"neither is in reps\. Did you mean 'ana'"):
        made.freeze()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("a1,Bob Li,\nana,Ana,\n", "calls them 'Bob Li' and 'Ana'"),
        ("a1,Ana,2024-01-01\nana,Ana,2026-08-01\n", "hired on 2024-01-01 and on 2026-08-01"),
    ],
)
def test_rows_of_two_people_are_not_made_one(company, rows, says):
    made = company(DEALS, toml=ALIAS, reps="rep_id,name,hired_on\n" + rows)

    with pytest.raises(SourceError, match=says):
        made.freeze()


def test_a_renamed_person_with_one_mail_is_one(company):
    reps = "rep_id,name,email\na1,Ana Li,ana@x.cn\nana,Ana Wu,ANA@x.cn\n"
    found = company(DEALS, toml=ALIAS, reps=reps).freeze()

    assert [row["name"] for row in read(found, "reps")] == ["Ana Wu"]


def test_an_alias_written_later_is_a_new_snapshot(company):
    made = company(DEALS, reps=REPS)
    first = made.freeze()
    toml = made.folder / "workbench.toml"
    toml.write_text(toml.read_text() + ALIAS)

    assert made.freeze().hash != first.hash
    assert made.value("won_revenue") == 1 + 10


def test_a_promise_made_under_the_first_id_is_found_with_the_one_that_stays(company):
    workspace = company(DEALS, toml=ALIAS, reps=REPS).workspace
    store, day = store_of(workspace), workspace.as_of
    try:
        for name, rep_id in (("Q2", "a1"), ("Q3", "ana")):
            cycle = Cycle(cycle=name, period=name, template="quarterly", as_of=day, snapshot="",
                          opened_at=store.clock(), opened_by="HR")  # fmt: skip
            open_cycle(store, HR, cycle, [Member(rep_id, "bo")])
        with store.writing() as connection:
            kept = Promise(cycle="Q2", rep_id="a1", owner_id="a1", what="call Acme")
            keep_promise(store, connection, HR, kept)
        (found,) = promises_of(store, Actor("ana", "rep"), "Q3", "ana")
    finally:
        store.engine.dispose()

    assert (found.what, found.rep_id, found.owner_id) == ("call Acme", "ana", "ana")


def test_somebody_whose_name_is_the_id_may_be_renamed(company):
    made = company(
        "deal_id,rep_id,amount,is_closed,is_won,close_on\n"
        "D1,Ana Li,1,true,true,2026-07-15\nD2,Ana Wu,10,true,true,2026-08-15\n",
        toml='[people]\naliases = { "Ana Li" = "Ana Wu" }\n',
        reps="rep_id,name\nAna Wu,Ana Wu\n",
    )

    assert made.value("won_revenue", "Ana Wu") == 1 + 10
