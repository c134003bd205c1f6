"""What a team notebook calls: boards of recognition, growth and support for one actor."""

from dataclasses import dataclass

from workbench.i18n import require_lang
from workbench.model.given import texts
from workbench.model.period import Period
from workbench.review.cycle.desk import Desk, open_desk
from workbench.review.fitting import template_of
from workbench.review.growing import boards, recognition
from workbench.review.growing.awards import require_lead
from workbench.review.growing.board import Board
from workbench.review.growing.members import members_of
from workbench.review.person import person
from workbench.review.review import Review
from workbench.review.whom import rep_of
from workbench.sources.workspace import open_workspace
from workbench.store import Actor


@dataclass(frozen=True)
class Team:
    """One period in the eyes of one actor; every method gives a board that shows itself."""

    desk: Desk
    actor: Actor
    period: Period

    def recognition(self, award: str = "", most: int = 3) -> Board:
        """Show what the rule of each award proposes, with figure, n, rule and who is barred why.

        Of the eligible only the first `most` are listed; 0 lists all.
        """
        return recognition.recognition_board(self.desk, self.actor, self.period, award, most)

    def praise_wall(self) -> Board:
        """Show praise, awards and rewards of the period; everybody may look."""
        return recognition.praise_board(self.desk, self.actor, self.period)

    def overlooked(self) -> Board:
        """Show who of the team got no word of thanks for long, with what speaks for them."""
        return recognition.overlooked_board(self.desk, self.actor, self.period)

    def teamwork(self) -> Board:
        """Show who helped whom by the records, and who joined team activities."""
        return boards.teamwork_board(self.desk, self.actor, self.period)

    def readiness(self, rep_id: str) -> Board:
        """Show a rep's next level: criterion, fact, gap; evidence for people, never a verdict."""
        return boards.readiness_board(self.desk, self.actor, self.period,
                                      self._review(rep_of(self.desk.snapshot, rep_id)))  # fmt: skip

    def learning(self) -> Board:
        """Show courses, what moved before and after, and recommendations with their rule."""
        require_lead(self.actor, "refusal-what-courses")
        own = members_of(self.desk, self.actor, self.period)[1]
        return boards.learning_board(self.desk, [self._review(rep_id) for rep_id in own])

    def support_board(self) -> Board:
        """Show requests for support by desk with answer times, then each request."""
        return boards.support_board(self.desk, self.actor, self.period)

    def _review(self, rep_id: str) -> Review:
        desk = self.desk
        space = desk.workspace
        return Review(
            workspace=space,
            snapshot=desk.snapshot,
            period=self.period,
            rep=person(desk.snapshot, rep_id, self.period, space.manager_scope),
            template=template_of(space, desk.snapshot, self.period, rep_id, space.template),
            lang=desk.lang,
            reader=self.actor,
        )


def open_team(period: str = "", workspace: str = "", *, actor: str, lang: str = "") -> Team:
    """Open the boards of a team for one person.

    Parameters
    ----------
    period, workspace
        "" takes the workspace's own.
    actor
        Who looks, as person and role: `M02:manager` sees the own team, `O:sales_ops` and `H:hr`
        everybody, `R19:rep` the praise wall, the own requests and the own next level.

    Raises
    ------
    PeriodError, WorkspaceError, UnknownNameError
        When period, workspace, role or language cannot be used.
    """
    told = texts(period=period, workspace=workspace, lang=lang)
    space = open_workspace(told["workspace"] or None)
    desk = open_desk(space, require_lang(told["lang"] or space.languages[0]))
    span = space.calendar.period(told["period"] or space.default_period)
    return Team(desk, Actor.read(actor), span)
