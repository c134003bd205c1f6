"""A team's page: the meeting, and beside it what is not for the shared screen, one part at a time.

What one part shows never stands below another: a calibration has no place under a team meeting.
"""

from collections.abc import Callable, Mapping

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import RefusedError, require_known
from workbench.i18n import Lang, message, require_lang
from workbench.model.given import texts
from workbench.page.fragment import fragment
from workbench.page.live import Line
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.desk import Desk, open_desk
from workbench.review.fairness.audit import open_audit
from workbench.review.fairness.sections import SECTIONS as FAIRNESS
from workbench.review.fairness.sections import audit_section
from workbench.review.growing.team import Team
from workbench.review.team.calibrating import sheet
from workbench.review.team.calibration_view import boxes_grid
from workbench.review.team.members import teams
from workbench.review.team.nine_box import nine_boxes
from workbench.review.team.pack import Pack, open_pack
from workbench.review.team.parts import PARTS
from workbench.review.team.upward import upward_blocks
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.cycles import list_cycles
from workbench.store.meeting import meeting_of
from workbench.store.rules import may_audit
from workbench.store.upward import upward
from workbench.widgets.address import asked
from workbench.widgets.calibration import Calibration
from workbench.widgets.live import live
from workbench.widgets.moved_on import moved_on_line
from workbench.widgets.page import Page
from workbench.widgets.team_boards import growth, recognition
from workbench.widgets.team_meeting import Meeting


class TeamPage:
    """One team in one person's hands; shows itself."""

    def __init__(self, pack: Pack, part: str) -> None:
        self.pack = pack
        desk, lang = pack.desk, pack.lang
        self.page = Page(
            lang, [desk.workspace.title(lang), message("team-kind", lang)],
            is_made=desk.workspace.is_made,
        )  # fmt: skip
        known = list(teams(pack.snapshot, desk.workspace, pack.period))
        names = known if pack.team.name in known else [pack.team.name, *known]
        self.team = _choice(message("team-team", lang), names, pack.team.name)
        self.period = _choice(message("team-period", lang), _periods(desk), pack.period.name)
        told = [(message(f"team-part-{name}", lang), name) for name in PARTS]
        self.part = ipw.ToggleButtons(
            description=message("team-part", lang), options=told, value=part
        )
        self.page.controls.children = [self.team, self.period, self.part]
        for control in (self.team, self.period):
            control.observe(self.page.doing(self.reopen), names="value")
        self.part.observe(self.page.doing(self.show), names="value")
        self.show()

    def reopen(self) -> None:
        """Open another team or period."""
        found = open_pack(self.pack.desk, self.pack.actor, self.team.value, self.period.value)
        self.pack = found
        self.show()

    def show(self) -> None:
        """Show the chosen part alone."""
        parts: Mapping[str, Callable[[], list[ipw.Widget]]] = {
            "meeting": self._meeting,
            "recognition": self._recognition,
            "growth": self._growth,
            "calibration": self._calibration,
            "boxes": self._boxes,
            "fairness": self._fairness,
            "upward": self._upward,
        }
        self.page.body.children = parts[self.part.value]()

    def _meeting(self) -> list[ipw.Widget]:
        pack = self.pack
        lede = message(
            "team-opened", pack.lang, members=len(pack.team.members),
            as_of=i18n.long_date(pack.snapshot.as_of, pack.lang),
            actor=f"{pack.actor.person_id} ({pack.actor.role})",
        )  # fmt: skip
        title = message("team-title", pack.lang, team=pack.team.name, period=pack.period.name)
        moved_on = moved_on_line(pack.desk.workspace, pack.snapshot, pack.lang)
        self.page.tell(title, f"{lede} {moved_on}".rstrip())
        return [Meeting(pack, self.page).widget]

    def _recognition(self) -> list[ipw.Widget]:
        self._tell_part("recognition")
        return recognition(self._team())

    def _growth(self) -> list[ipw.Widget]:
        self._tell_part("growth")
        return growth(self._team(), self.page)

    def _team(self) -> Team:
        return Team(self.pack.desk, self.pack.actor, self.pack.period)

    def _tell_part(self, part: str) -> None:
        self.page.tell(
            message(f"team-{part}-title", self.pack.lang, period=self.pack.period.name),
            message(f"team-{part}-lede", self.pack.lang),
        )

    def _calibration(self) -> list[ipw.Widget]:
        cycle = self._cycle()
        if cycle is None or not self._is_at_table(cycle):
            return []
        return [Calibration(self.pack.desk, self.pack.actor, cycle, self.page).widget]

    def _boxes(self) -> list[ipw.Widget]:
        cycle, lang = self._cycle(), self.pack.lang
        if cycle is None or not self._is_at_table(cycle):
            return []
        shown = sheet(self.pack.desk, self.pack.actor, cycle)
        if not shown.meeting.is_open:
            self.page.tell(message("team-part-boxes", lang))
            return [_empty(message("calibration-boxes-wait", lang), lang)]
        boxes = nine_boxes(shown.seen, len(shown.levels))
        self.page.tell(
            message("calibration-boxes", lang, n=sum(map(len, boxes.cells.values()))),
            message("calibration-boxes-lede", lang),
        )
        return [ipw.HTML(fragment(lang, *boxes_grid(boxes, lang)))]

    def _fairness(self) -> list[ipw.Widget]:
        actor, lang = self.pack.actor, self.pack.lang
        if not may_audit(actor):
            self.page.tell(message("team-part-fairness", lang))
            who = f"{actor.person_id} ({actor.role})"
            return [_empty(message("fair-refused", lang, who=who), lang)]
        if self._cycle() is None:
            return []
        audit = open_audit(self.pack.desk, actor, self.pack.period.name)
        told = message("fair-lede", lang, period=self.pack.period.name, n=len(audit.ratings))
        self.page.tell(message("fair-finding", lang), told)
        return [ipw.HTML(audit_section(audit, key).html) for key in FAIRNESS]

    def _upward(self) -> list[ipw.Widget]:
        actor, lang = self.pack.actor, self.pack.lang
        self.page.tell(message("team-part-upward", lang), message("upward-lede", lang))
        try:
            found = upward(self.pack.desk.store, actor)
        except RefusedError as reason:
            return [_empty(i18n.told(reason, lang), lang)]
        return [ipw.HTML(fragment(lang, *upward_blocks(found, lang)))]

    def _cycle(self) -> str | None:
        """Name the period's cycle; without one, say how to open it."""
        period, lang = self.pack.period.name, self.pack.lang
        name = cycle_name(period, self.pack.desk.workspace.template)
        if name in {cycle.cycle for cycle in list_cycles(self.pack.desk.store)}:
            return name
        self.page.tell(
            message(f"team-part-{self.part.value}", lang),
            message("calibration-no-cycle", lang, period=period),
        )
        return None

    def _is_at_table(self, cycle: str) -> bool:
        """Whether this person calibrates; who does not is told so in a sentence."""
        actor, lang = self.pack.actor, self.pack.lang
        try:
            meeting_of(self.pack.desk.store, actor, cycle)
        except RefusedError:
            who = f"{actor.person_id} ({actor.role})"
            self.page.tell(
                message(f"team-part-{self.part.value}", lang),
                message("calibration-refused", lang, who=who),
            )
            return False
        return True

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        return self.page._repr_mimebundle_(**kwargs)


@live
def open_team_review(
    team: str = "",
    period: str = "",
    workspace: str = "",
    *,
    actor: str,
    lang: str = "",
    part: str = "meeting",
) -> TeamPage:
    """Open the page of a team: meeting, recognition, growth, calibration, boxes, fairness, upward.

    Parameters
    ----------
    team
        Its name, or the id of who leads it; "" takes the one the actor leads or is in.
    period, workspace
        "" takes the workspace's own.
    actor
        Who looks, as person and role: `M01:manager`, `H:hr`.
    part
        What is shown first: meeting, recognition, growth, calibration, boxes, fairness or upward.

    Raises
    ------
    UnknownNameError, PeriodError, ParameterError
        When one of them does not exist.
    RefusedError
        For who has no part in that team.
    """
    given = asked(team=team, period=period, workspace=workspace, actor=actor, lang=lang, part=part)
    named = given.pop("team")
    told = texts(**given)
    require_known("part", [told["part"]], PARTS)
    space = open_workspace(told["workspace"] or None)
    chosen: Lang = require_lang(told["lang"] or space.languages[0])
    desk = open_desk(space, chosen)
    pack = open_pack(desk, Actor.read(told["actor"]), named, told["period"])
    return TeamPage(pack, told["part"])


def _periods(desk: Desk) -> list[str]:
    """List the workspace's period and those of cycles, the latest first."""
    named = [cycle.period for cycle in reversed(list_cycles(desk.store))]
    own = desk.workspace.calendar.period(desk.workspace.default_period).name
    return list(dict.fromkeys([own, *named]))


def _choice(label: str, options: list[str], value: str) -> ipw.Dropdown:
    every = options if value in options else [value, *options]
    return ipw.Dropdown(description=label, options=every, value=value)


def _empty(sentence: str, lang: Lang) -> ipw.HTML:
    return ipw.HTML(fragment(lang, Line([sentence], "empty")))
