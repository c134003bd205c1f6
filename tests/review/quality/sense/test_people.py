"""People who are likely one, in a circle, or nobody."""

import pytest

DEALS = "deal_id,rep_id,is_closed,is_won\nd,a,true,true\ne,b,true,true\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Lee,", "ana  LEE,"), ("张 伟,", "张伟,"), ("Ａｎａ,", "Ana,"),
        ("Ana,x@example.com", "Anna,X@example.com "), ("Ana,x@example.com", "ana,"),
    ],
)  # fmt: skip
def test_two_ids_of_one_name_or_mail_are_doubted(company, doubts, one, other):
    made = company(DEALS, reps=f"rep_id,name,email\na,{one}\nb,{other}\n")

    ((table, n, ids),) = doubts(made, "same_person")
    assert (table, n, sorted(ids)) == ("reps", 2, ["a", "b"])


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ana,", "Anna,"), ("Ana,x@example.com", "Ana,y@example.com"), ("Ana,", "Bo,")],
)
def test_other_names_or_one_name_with_two_mails_are_not(company, doubts, one, other):
    made = company(DEALS, reps=f"rep_id,name,email\na,{one}\nb,{other}\n")

    assert doubts(made, "same_person") == []


def test_the_line_told_gives_all_deals_to_one(company, pasted):
    made = pasted(company(DEALS, reps="rep_id,name\na,Ana\nb,Ana\n"), "same_person")

    assert made.freeze().table("deals")["rep_id"].to_pylist() == ["a", "a"]


def test_managers_in_a_circle_are_told_who_hangs_below_is_not(company, doubts):
    reps = "rep_id,name,manager_id\na,A,b\nb,B,c\nc,C,a\nd,D,a\n"

    assert doubts(company(DEALS, reps=reps), "manager_circle") == [("reps", 3, ["a", "b", "c"])]


def test_a_tree_or_who_names_themselves_at_the_top_is_no_circle(company, doubts):
    reps = "rep_id,name,manager_id\na,A,a\nb,B,a\nc,C,b\nd,D,boss\n"

    assert doubts(company(DEALS, reps=reps), "manager_circle") == []


@pytest.mark.parametrize(
    ("end", "found"), [("2026-03-01", []), ("2026-03-02", [("assignments", 2, ["a", "b"])])]
)
def test_a_circle_in_assignments_is_one_only_on_the_same_day(company, doubts, end, found):
    rows = f"rep_id,start_on,end_on,manager_id\na,2026-01-01,{end},b\nb,2026-03-01,,a\n"
    made = company(DEALS, reps="rep_id,name\na,A\nb,B\n", assignments=rows)

    assert doubts(made, "manager_circle") == found


def test_two_at_the_top_of_whom_one_reports_to_the_other_later_are_no_circle(company, doubts):
    rows = "rep_id,start_on,manager_id\na,2026-01-01,a\nb,2026-01-01,b\nb,2026-03-01,a\n"
    made = company(DEALS, reps="rep_id,name\na,A\nb,B\n", assignments=rows)

    assert doubts(made, "manager_circle") == []


REPS = "rep_id,name\na,A\nb,B\nsum,Total\n"


def test_who_stands_in_no_other_table_is_asked_about(company, doubts):
    assert doubts(company(DEALS, reps=REPS), "seen_nowhere") == [("reps", 1, ["sum"])]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("quotas", "rep_id,start_on,end_on,target\nsum,2026-01-01,2026-04-01,9\n"),
        ("activities", "activity_id,rep_id,kind,at\nx,sum,call,2026-01-01T09:00:00Z\n"),
        ("accounts", "account_id,name,owner_id\nx,X,sum\n"),
        ("assignments", "rep_id,start_on,manager_id\na,2026-01-01,sum\n"),
    ],
)
def test_who_has_a_trace_or_manages_somebody_is_not(company, doubts, name, rows):
    assert doubts(company(DEALS, reps=REPS, **{name: rows}), "seen_nowhere") == []


@pytest.mark.parametrize(
    ("column", "value", "found"),
    [
        ("is_active", "false", 0), ("is_active", "true", 1),
        ("left_on", "2026-09-30", 0), ("left_on", "2026-10-01", 1),
        ("hired_on", "2026-06-30", 0), ("hired_on", "2026-06-29", 1),
    ],
)  # fmt: skip
def test_who_left_or_is_new_is_not_asked_about(company, doubts, column, value, found):
    reps = f"rep_id,name,{column}\na,A,\nb,B,\nnew,New,{value}\n"

    assert len(doubts(company(DEALS, reps=reps), "seen_nowhere")) == found


def test_without_any_deal_nobody_is_asked_about(company, doubts):
    assert doubts(company(), "seen_nowhere") == []
