"""Who helped whom, on records small enough to check by eye."""

from datetime import date

from workbench.metrics.recognition.overlooked import Member, overlooked
from workbench.metrics.recognition.teamwork import (
    Help,
    Teamwork,
    helped_by_activities,
    helped_by_splits,
    teamwork_of,
)


def test_the_partner_of_a_shared_deal_helped_its_owner():
    owners = {"A": "ana", "B": "bo"}
    splits = [("A", "ana"), ("A", "cy"), ("B", "cy"), ("B", "di"), ("C", "cy"), ("C", "ana")]

    # B's owner has no part in it, so nobody knows who helped; C was not won
    assert list(helped_by_splits(owners, splits)) == [Help("cy", "ana", "split", "A")]


def test_work_on_a_deal_is_help_only_without_any_part_in_it():
    owners = {"A": "ana"}
    had = {"A": {"ana", "bo", "cy"}}  # bo led it once, cy has a split
    acted = [("di", "A"), ("di", "A"), ("bo", "A"), ("cy", "A"), ("ana", "A"), ("di", "unknown")]

    assert list(helped_by_activities(owners, had, acted)) == [Help("di", "ana", "assist", "A", 2)]


HELPS = [
    Help("di", "ana", "split", "A"),
    Help("di", "ana", "assist", "B", 3),
    Help("di", "bo", "mentoring", "1"),
    Help("di", "mia", "praise", "2"),
    Help("di", "cy", "praise", "3"),
    Help("ana", "di", "praise", "4"),
]


def test_each_colleague_counts_once_and_the_own_manager_is_none():
    found = teamwork_of("di", HELPS, {"di": "mia"})

    assert found == Teamwork(
        splits=1, assists=1, activities=3, mentoring=1, praise=2, colleagues=3, evidence=5
    )
    assert teamwork_of("di", HELPS[::-1], {"di": "mia"}) == found
    assert teamwork_of("bo", HELPS, {}) == Teamwork()


DAY, OLD = date(2026, 9, 30), date(2020, 1, 1)


def test_overlooked_is_who_was_here_all_the_time_and_got_nothing():
    members = [
        Member("seen", OLD, None, (date(2026, 8, 1),), ("quota met",)),
        Member("long", OLD, None, (date(2025, 1, 1),)),
        Member("never", OLD, None, (), ("quota met",)),
        Member("new", date(2026, 5, 1), None),
        Member("gone", OLD, date(2026, 9, 1)),
        Member("later", OLD, None, (date(2026, 10, 5),)),
    ]
    found = overlooked(members, DAY, 180)

    assert [(each.rep_id, each.last_on) for each in found] == [
        ("never", None),
        ("later", None),
        ("long", date(2025, 1, 1)),
    ]
    assert overlooked(members[::-1], DAY, 180) == found


def test_the_window_ends_with_its_first_day():
    # 180 days before 30 September is 3 April: recognised that day lies outside, hired by then is in
    edge = Member("edge", date(2026, 4, 3), None, (date(2026, 4, 3),))

    assert [each.rep_id for each in overlooked([edge], DAY, 180)] == ["edge"]
    inside = Member("edge", date(2026, 4, 3), None, (date(2026, 4, 4),))
    assert overlooked([inside], DAY, 180) == []
    assert overlooked([Member("new", date(2026, 4, 4), None)], DAY, 180) == []
