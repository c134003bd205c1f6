"""Calibration in one person's hands: views saved as they are written, then the meeting."""

from collections.abc import Sequence
from datetime import datetime

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import WorkbenchError
from workbench.i18n import message
from workbench.model.day import day_of, local
from workbench.page.fragment import fragment
from workbench.page.live import Line, Mark, Status
from workbench.page.parts import Block, Heading, Note
from workbench.review.cycle.desk import Desk
from workbench.review.team.calibrating import Seat, Seen, Sheet, change_rating, sheet
from workbench.review.team.calibration_view import collecting, views_chart, views_table
from workbench.store import Actor
from workbench.store.calibration import GROWTH, View, save_view
from workbench.store.meeting import begin_meeting
from workbench.widgets.kept import holds, mark_box, mark_form
from workbench.widgets.page import Page
from workbench.widgets.soon import Soon
from workbench.widgets.trouble import trouble

_WIDE = {"width": "auto"}


class ViewForm:
    """One manager's view of one rep; kept as soon as level, growth and reason are there."""

    def __init__(self, desk: Desk, actor: Actor, shown: Sheet, seat: Seat) -> None:
        self.desk, self.actor, self.seat, self.cycle = desk, actor, seat, shown.cycle
        self.kept, lang = seat.view, desk.lang
        level = seat.view.level if seat.view else seat.proposed
        growth = seat.view.growth if seat.view else None
        self.level = _choice(
            message("calibration-level", lang, name=seat.name), level_options(shown, desk), level
        )
        self.growth = _choice(
            message("calibration-growth", lang, name=seat.name), growth_options(desk), growth
        )
        hint = message("calibration-reason", lang, name=seat.name)
        self.reason = ipw.Textarea(
            value=seat.view.reason if seat.view else "", placeholder=hint, description=hint,
            rows=2, layout=_WIDE,
        )  # fmt: skip
        self.said = ipw.HTML().add_class("said")
        controls = (self.level, self.growth, self.reason)
        self.widget = ipw.VBox([*controls, self.said]).add_class("view")
        mark_box(self.widget, "view", seat.subject.rep_id)
        soon = Soon(self.save)
        for control in controls:
            control.observe(lambda _change: soon(), names="value")
        if seat.proposed is not None:
            self._say(message("calibration-from-form", lang))

    def save(self) -> None:
        """Keep the view; what is typed stays in the fields whatever happens."""
        lang = self.desk.lang
        if not (self.level.value and self.growth.value and self.reason.value.strip()):
            self._say(message("calibration-lacking", lang))
            return
        view = View(
            cycle=self.cycle, rep_id=self.seat.subject.rep_id, person_id=self.actor.person_id,
            level=self.level.value, growth=self.growth.value, reason=self.reason.value,
            version=self.kept.version if self.kept else 0,
        )  # fmt: skip
        try:
            self.kept = save_view(self.desk.store, self.actor, view)
        except WorkbenchError as error:
            self.said.value = trouble(error, lang)
            return
        at = self.kept.saved_at
        told = f"{local(at, self.desk.workspace.time_zone):%H:%M}" if at else ""
        self._say(message("calibration-saved", lang, at=told), holds([self.reason]))

    def _say(self, sentence: str, mark: Mark | None = None) -> None:
        self.said.value = fragment(self.desk.lang, Status(sentence, "plain", mark=mark))


class Calibration:
    """The calibration part of a team's page."""

    def __init__(self, desk: Desk, actor: Actor, cycle: str, page: Page) -> None:
        self.desk, self.actor, self.cycle, self.page = desk, actor, cycle, page
        self.widget = ipw.VBox().add_class("calibration").add_class("words-walk")
        mark_form(self.widget, desk.store, actor, "calibration", cycle)
        self.forms: list[ViewForm] = []
        self.show()

    def show(self) -> None:
        """Read the store again and show what this person may see now."""
        shown = sheet(self.desk, self.actor, self.cycle)
        if shown.meeting.is_open:
            self._tell_open(shown)
            self.widget.children = [self._html(views_chart(shown, self.desk.lang)),
                                    self._html(views_table(shown, self.desk.lang)),
                                    *self._adjusting(shown)]  # fmt: skip
        else:
            self._tell_collecting(shown)
            self.widget.children = [
                self._html(collecting(shown, self.desk.lang)), *self._beginning(shown),
                *self._writing(shown),
            ]  # fmt: skip

    def _tell_collecting(self, shown: Sheet) -> None:
        lang = self.desk.lang
        finding = message("calibration-collecting", lang, missing=len(shown.meeting.missing))
        self.page.tell(finding, message("calibration-collecting-lede", lang))

    def _tell_open(self, shown: Sheet) -> None:
        lang, meeting = self.desk.lang, shown.meeting
        changed = sum(len(each.changes) for each in shown.seen)
        finding = message("calibration-open", lang, n=len(shown.seen), changed=changed)
        day = self._day(meeting.opened_at) if meeting.opened_at else ""
        lede = message("calibration-open-lede", lang, who=meeting.opened_by, day=day)
        if meeting.reason:
            lede += " " + message("calibration-open-without", lang, reason=meeting.reason)
        self.page.tell(finding, lede)

    def _day(self, at: datetime) -> str:
        return i18n.long_date(day_of(at, self.desk.workspace.time_zone), self.desk.lang)

    def _writing(self, shown: Sheet) -> list[ipw.Widget]:
        lang = self.desk.lang
        if self.actor.role != "manager":
            return []
        if not shown.seats:
            return [self._html(_empty(message("calibration-nobody", lang)))]
        parts: list[ipw.Widget] = []
        self.forms = [ViewForm(self.desk, self.actor, shown, seat) for seat in shown.seats]
        own = [form for form in self.forms if form.seat.is_own]
        others = [form for form in self.forms if not form.seat.is_own]
        if own:
            parts.append(self._html(*_heading(message("calibration-own", lang), "")))
            parts += self._named(own)
        if others:
            lede = self._html(*_heading("", message("calibration-others-lede", lang)))
            fold = ipw.Accordion([ipw.VBox([lede, *self._named(others)])], selected_index=None)
            fold.set_title(0, message("calibration-others", lang, n=len(others)))
            parts.append(fold)
        return parts

    def _beginning(self, shown: Sheet) -> list[ipw.Widget]:
        """Let HR and sales ops lay the views open."""
        if self.actor.role == "manager":
            return []
        lang = self.desk.lang
        reason = ipw.Text(
            description=message("calibration-begin-reason", lang), layout=_WIDE
        ).add_class("wide")
        press = ipw.Button(description=message("calibration-begin", lang), button_style="primary")

        def begin() -> None:
            begin_meeting(self.desk.store, self.actor, self.cycle, reason.value)
            self.show()

        self.page.pressed(press, begin)
        note = self._html(_empty(message("calibration-no-own-part", lang)))
        return [note, *([reason] if shown.meeting.missing else []), press]

    def _adjusting(self, shown: Sheet) -> list[ipw.Widget]:
        """Let a manager change a rating of the own people, with its reason."""
        lang = self.desk.lang
        mine = [each for each in shown.seen if each.can_adjust]
        if self.actor.role != "manager":
            return []
        if not mine:
            return [self._html(_empty(message("calibration-cannot", lang)))]
        rep = _choice(message("calibration-adjust-rep", lang), [(s.name, s) for s in mine], mine[0])
        level = _choice(message("calibration-adjust-level", lang),
                        level_options(shown, self.desk), _now(mine[0])[0])  # fmt: skip
        growth = _choice(message("calibration-adjust-growth", lang),
                         growth_options(self.desk), _now(mine[0])[1])  # fmt: skip
        why = ipw.Textarea(
            description=message("calibration-adjust-reason", lang), rows=2, layout=_WIDE
        )
        press = ipw.Button(description=message("calibration-adjust-do", lang))

        def follow(_change: object) -> None:
            level.value, growth.value = _now(rep.value)

        def change() -> None:
            after = (level.value, growth.value)
            change_rating(self.desk, self.actor, self.cycle, rep.value, after, why.value)
            self.show()
            self.page.say(message("calibration-adjusted", lang))

        rep.observe(follow, names="value")
        self.page.pressed(press, change)
        head = self._html(*_heading(message("calibration-adjust", lang), ""))
        box = ipw.VBox([rep, level, growth, why, press]).add_class("view")
        mark_box(box, "adjust")
        return [head, box]

    def _named(self, forms: Sequence[ViewForm]) -> list[ipw.Widget]:
        """Set each form under the name of whom it is about."""
        return [
            part
            for form in forms
            for part in (self._html(Heading(form.seat.name, rank="who")), form.widget)
        ]

    def _html(self, *blocks: Block) -> ipw.HTML:
        return ipw.HTML(fragment(self.desk.lang, *blocks))


def level_options(shown: Sheet, desk: Desk) -> list[tuple[str, int]]:
    """Give the levels with what each means."""
    return [(f"{n} {text.in_(desk.lang)}", n) for n, text in enumerate(shown.levels, start=1)]


def growth_options(desk: Desk) -> list[tuple[str, int]]:
    """Give the steps of growth with what each means."""
    return [(message(f"calibration-growth-{step}", desk.lang), step) for step in GROWTH]


def _choice(label: str, options: Sequence[tuple[str, object]], value: object) -> ipw.Dropdown:
    blank = [] if value is not None else [("—", None)]
    return ipw.Dropdown(description=label, options=[*blank, *options], value=value, layout=_WIDE)


def _now(seen: Seen) -> tuple[int, int]:
    return seen.now or (1, 1)


def _empty(sentence: str) -> Line:
    return Line([sentence], "empty")


def _heading(title: str, lede: str) -> list[Block]:
    head: list[Block] = [Heading(title, rank="part")] if title else []
    return [*head, Note(lede, is_quiet=True)] if lede else head
