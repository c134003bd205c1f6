"""Parts of a team's page that rest on the registers: recognition, and growth with support."""

from collections.abc import Callable

import ipywidgets as ipw

from workbench.errors import RefusedError
from workbench.i18n import message, told
from workbench.page.fragment import fragment
from workbench.page.live import Line
from workbench.review.growing.board import Board
from workbench.review.growing.members import members_of
from workbench.review.growing.team import Team
from workbench.widgets.page import Page


def recognition(team: Team) -> list[ipw.Widget]:
    """Show whom the rules propose, who is overlooked, and what was said to whom."""
    boards = (team.recognition, team.overlooked, team.praise_wall)
    return [ipw.HTML(_told(each, team)) for each in boards]


def growth(team: Team, page: Page) -> list[ipw.Widget]:
    """Show courses and what moved, teamwork, requests for support, and one rep's next level."""
    boards = (team.learning, team.teamwork, team.support_board)
    return [*(ipw.HTML(_told(each, team)) for each in boards), *_next_level(team, page)]


def _next_level(team: Team, page: Page) -> list[ipw.Widget]:
    people, own = members_of(team.desk, team.actor, team.period)
    if team.actor.role == "rep":
        own = (team.actor.person_id,)
    names = sorted((people[rep_id].name, rep_id) for rep_id in own if rep_id in people)
    choice = ipw.Dropdown(
        description=message("team-next-level-of", team.desk.lang), options=[("", ""), *names]
    )
    shown = ipw.HTML()

    def show() -> None:
        chosen = choice.value
        shown.value = _told(lambda: team.readiness(chosen), team) if chosen else ""

    choice.observe(page.doing(show), names="value")
    return [choice, shown]


def _told(make: Callable[[], Board], team: Team) -> str:
    """Draw a board; what this person may not see is said in a sentence of the page's language."""
    try:
        return make().html
    except RefusedError as refused:
        return fragment(team.desk.lang, Line([told(refused, team.desk.lang)], "empty"))
