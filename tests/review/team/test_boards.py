"""Parts of the team's page that rest on the registers, as each role may see them."""

from tests_team import MIA, NORTH

from workbench.review.growing.team import Team
from workbench.review.team.pack import open_pack
from workbench.store import Actor
from workbench.widgets.team_boards import recognition


def told(desk, actor):
    pack = open_pack(desk, actor, "north", "2026-Q3")
    team = Team(pack.desk, pack.actor, pack.period)
    return [each.value for each in recognition(team)]


def test_who_leads_sees_proposals_the_overlooked_and_the_wall(desk):
    proposed, overlooked, wall = told(desk, MIA)

    assert "Who the rules propose" in proposed
    assert "without a word of thanks" in overlooked
    assert "Praise and honours" in wall


def test_a_rep_sees_the_wall_and_why_not_the_rest(desk):
    proposed, overlooked, wall = told(desk, Actor(NORTH[0], "rep"))

    assert 'class="empty"' in proposed
    assert 'class="empty"' in overlooked
    assert "Praise and honours" in wall
