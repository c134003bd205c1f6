"""Parts of a team's page that rest on the registers: recognition, and growth with support."""

from collections.abc import Callable

import ipywidgets as ipw
from markupsafe import Markup

from workbench.errors import RefusedError
from workbench.i18n import message
from workbench.review.growing.board import Board
from workbench.review.growing.members import members_of
from workbench.review.growing.team import Team
from workbench.review.team.pack import Pack
from workbench.widgets.page import Page


class Boards:
    """Boards one below the other, as one person may see them."""

    def __init__(self, pack: Pack, page: Page) -> None:
        self.page = page
        self.team = Team(pack.desk, pack.actor, pack.period)

    def recognition(self) -> list[ipw.Widget]:
        """Show whom the rules propose, who is overlooked, and what was said to whom."""
        team = self.team
        return [self._board(team.recognition), self._board(team.overlooked),
                self._board(team.praise_wall)]  # fmt: skip

    def growth(self) -> list[ipw.Widget]:
        """Show courses and what moved, teamwork, requests for support, and one rep's next level."""
        team = self.team
        return [self._board(team.learning), self._board(team.teamwork),
                self._board(team.support_board), *self._next_level()]  # fmt: skip

    def _next_level(self) -> list[ipw.Widget]:
        team, lang = self.team, self.team.desk.lang
        people, own = members_of(team.desk, team.actor, team.period)
        if team.actor.role == "rep":
            own = (team.actor.person_id,)
        names = sorted((people[rep_id].name, rep_id) for rep_id in own if rep_id in people)
        choice = ipw.Dropdown(
            description=message("team-next-level-of", lang), options=[("", ""), *names]
        )
        shown = ipw.HTML()

        def show() -> None:
            chosen = choice.value
            shown.value = _told(lambda: team.readiness(chosen)) if chosen else ""

        choice.observe(self.page.doing(show), names="value")
        return [choice, shown]

    def _board(self, make: Callable[[], Board]) -> ipw.HTML:
        return ipw.HTML(_told(make))


def _told(make: Callable[[], Board]) -> Markup:
    """Draw a board; what this person may not see is said in a sentence."""
    try:
        return make().html()
    except RefusedError as refused:
        return Markup('<p class="empty">{}</p>').format(refused)
