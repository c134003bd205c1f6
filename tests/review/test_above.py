"""Who is above whom by the list of reps: up to the top, and never round."""

from workbench.review.above import upper_managers
from workbench.review.person import Person


def company(**manager_of):
    return {
        name: Person(rep_id=name, name=name, manager_id=manager, manager_name="", team="", role="",
                     region="", hired_on=None, has_team_scope=False)
        for name, manager in manager_of.items()
    }  # fmt: skip


def above(rep_id, **manager_of):
    everybody = company(**manager_of)
    return upper_managers(everybody[rep_id], everybody)


def test_the_nearest_comes_first_and_the_own_manager_is_not_above():
    assert above("ana", ana="mia", mia="max", max="gil", gil="") == ("max", "gil")
    assert above("mia", ana="mia", mia="max", max="") == ()
    assert above("max", max="") == ()


def test_a_manager_who_is_no_rep_ends_the_walk():
    assert above("ana", ana="mia", mia="max") == ("max",)
    assert above("ana", ana="mia") == ()


def test_in_a_circle_nobody_is_above_themselves():
    assert above("ana", ana="mia", mia="max", max="ana") == ("max",)
    assert above("ana", ana="mia", mia="max", max="mia") == ("max",)
    assert above("ana", ana="ana") == ()
