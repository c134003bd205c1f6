"""Deals without an owner: a few are odd rows, many are asked about, and each way is told."""

import re

import pytest

from tests.proposal.conftest import value
from workbench.errors import UnknownNameError
from workbench.proposal.reconcile import reconcile
from workbench.proposal.write import write_proposal
from workbench.snapshots import current_snapshot
from workbench.sources.workspace import open_workspace

# Of ten deals two won ones are nobody's: 20 of 55 in all
DEALS = "Deal ID,Deal owner,Stage,Amount,Close date\n" + "".join(
    f"D{n},{'' if n in (9, 10) else ('Ana', 'Bo')[n % 2]},Won,EUR {n + 0.25},2026-03-{n + 10}\n"
    for n in range(1, 11)
)
UNOWNED = ("unowned",)


def asked(proposal):
    return {each.path: each for each in proposal.questions}


def counted(proposal, to):
    """Write, freeze and hold against the file: won deals there and here, by owner, and why not."""
    write_proposal(proposal, to, "en")
    space = open_workspace(to)
    snapshot = current_snapshot(space)
    owners = [row["rep_id"] for row in snapshot.table("deals").to_pylist()]
    found = reconcile(space, snapshot)
    why = {reason: part.deals["won"] for reason, part in found.reasons.items()}
    assert found.unexplained.is_nothing
    return found.file.deals["won"], {each: owners.count(each) for each in owners}, why


def test_many_are_asked_about_with_their_number_and_the_owners_there_are(proposed):
    question = asked(proposed({"deals.csv": DEALS}))[UNOWNED]

    assert "2 of 10 deals in deals.csv" in question.asks
    assert [choice.value for choice in question.choices] == ["leave", "Ana", "Bo"]


def test_those_left_out_are_told_apart_by_a_reason_of_their_own(proposed, tmp_path):
    found = proposed({"deals.csv": DEALS}, {UNOWNED: "leave"})

    assert found.questions == ()
    assert value(found, "tables.deals.sql").endswith(' WHERE "Deal owner" IS NOT NULL')
    assert counted(found, tmp_path / "space") == (10, {"Ana": 4, "Bo": 4}, {"unowned": -2})


def test_those_given_to_one_owner_count_as_that_owners(proposed, tmp_path):
    found = proposed({"deals.csv": DEALS}, {UNOWNED: "Ana"})

    assert found.questions == ()
    assert counted(found, tmp_path / "space") == (10, {"Ana": 6, "Bo": 4}, {})


def test_an_owner_nobody_knows_is_refused_with_the_nearest(proposed):
    with pytest.raises(UnknownNameError, match=r"no owner of deals 'Anna'.*'Ana'"):
        proposed({"deals.csv": DEALS}, {UNOWNED: "Anna"})


def test_one_in_twenty_is_an_odd_row_and_nobody_is_asked(proposed, tmp_path):
    head = DEALS.splitlines(keepends=True)[0]
    owners = ["", *("Ana" for _ in range(19))]
    rows = (f"E{n},{who},Won,EUR {n}.25,2026-03-{n + 10}\n" for n, who in enumerate(owners))
    found = proposed({"deals.csv": "".join([head, *rows])})

    assert found.questions == ()
    assert counted(found, tmp_path / "space") == (20, {"Ana": 19}, {"required_missing": -1})


def test_a_sign_that_means_nothing_names_no_owner(proposed, tmp_path):
    report = DEALS.replace("Deal ID", "Opportunity ID").replace("Deal owner", "Opportunity Owner")
    report = report.replace("Close date", "Close date,Age,Owner Role").replace(",,", ",-,")
    report = re.sub("(2026-.*)", r"\1,9,Seller", report)  # Salesforce writes a dash for nothing
    files = {"report.csv": report}

    assert "2 of 10" in asked(proposed(files))[UNOWNED].asks
    found = proposed(files, {UNOWNED: "leave"})
    assert counted(found, tmp_path / "space") == (10, {"Ana": 4, "Bo": 4}, {"unowned": -2})
