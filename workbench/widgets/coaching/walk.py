"""The walk through a session: one question after the other, timed, kept as it is typed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import ParameterError, WorkbenchError
from workbench.i18n import message
from workbench.page.fragment import fragment
from workbench.page.live import Line
from workbench.review.coaching.agenda import NOTES, Step
from workbench.review.coaching.desk import CoachingDesk, Words
from workbench.review.coaching.stuck import WalkDeal, evidence, evidence_kept
from workbench.store.coaching.rules import Session, is_of
from workbench.store.coaching.sessions import stand_at
from workbench.widgets.coaching.pace import Pace
from workbench.widgets.coaching.questions import Questions
from workbench.widgets.coaching.words import close_all
from workbench.widgets.page import Page

_TARGETS = {"feedback": ("feedback", "change"), "action": ("commitments", "actions")}
_SECONDS = 60
_TIME = "%t"  # where the browser writes the time
Ended = Callable[[Session], ipw.Widget]  # shows what is left of a session that was held


class Walk:
    """One open session on the screen of one person."""

    def __init__(
        self, desk: CoachingDesk, page: Page, session: Session, ended: Callable[[Session], None]
    ) -> None:
        self.desk, self.page, self.session, self.ended = desk, page, session, ended
        self.steps = desk.agenda.steps
        keys = [step.key for step in self.steps]
        self.at = keys.index(session.step) if session.step in keys else 0
        self.is_presenting = False
        self.questions = Questions(desk, page, session, self.discuss)
        lang = desk.lang
        self.pace = Pace(
            self._heard,
            names=[step.name.in_(lang) for step in self.steps],
            ends=[minute * _SECONDS for minute in desk.agenda.ends],
            words={
                **{key: message(f"coach-{key}", lang, t=_TIME) for key in ("left", "over")},
                **{key: message(f"coach-{key}", lang) for key in ("ready", "steps")},
            },
        )
        self.content = ipw.VBox().add_class("step")
        self.side = ipw.VBox().add_class("own-notes")
        self.back = self._button("coach-back", lambda: self.move(-1))
        self.forth = self._button("coach-hold", self.forward).add_class("mod-primary")
        self.present = self._button("coach-present", self.turn_presenting)
        self.begin = self._button("coach-begin", self._begin)
        self.skip = self._skipping()
        self.nav = ipw.HBox().add_class("nav")

    # What a person does ------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Go some steps on or back, not beyond the ends."""
        self.go(min(max(self.at + by, 0), len(self.steps) - 1))

    def go(self, at: int) -> None:
        """Show a step; where the walk stands is kept."""
        before, self.at = self.at, at
        try:
            self.show()
        except WorkbenchError:  # the screen stays where it was, with everything on it
            self.at = before
            raise
        if self.session.state == "open":
            key = self.steps[at].key
            self.session = stand_at(self.desk.store, self.desk.actor, self.session, key)

    def forward(self) -> None:
        """Go on, or end the session at its last step."""
        if self.at < len(self.steps) - 1:
            self.move(1)
        else:
            self.hold()

    def hold(self) -> None:
        """End the session, when everything on the screen is saved."""
        lang = self.desk.lang
        unsaved = self.questions.unsaved()
        if unsaved:
            raise ParameterError(message("form-unsaved", lang, items="；".join(unsaved)))
        held = self.desk.hold(self.session)
        self._present(is_on=False)
        self.ended(held)

    def turn_presenting(self) -> None:
        """Show the walk on a shared screen, or take it back."""
        self._present(is_on=not self.is_presenting)
        self.show()

    def discuss(self, kind: str, deals: Sequence[WalkDeal]) -> None:
        """Open the feedback or action form with the picked deals attached."""
        step, key = _TARGETS[kind]
        at = [each.key for each in self.steps].index(step)
        draft = self.questions.draft(self.desk.agenda.items[key], self.desk.words(self.session))
        if draft is not None and kind == "feedback":
            review = self.desk.review
            draft.attach({evidence(deal, review): evidence_kept(deal, review) for deal in deals})
        elif draft is not None:
            for deal in deals:
                draft.add_row(f"{deal.deal_id} {deal.name}")
        self.go(at)
        told = i18n.listed((deal.name for deal in deals), self.desk.lang)
        self.page.say(message("coach-attached", self.desk.lang, deals=told))

    # What is shown -----------------------------------------------------------------------

    def show(self) -> None:
        """Show the step the walk stands at; what another tab ended is over here too."""
        desk, lang = self.desk, self.desk.lang
        number = self.session.number
        self.session = next(each for each in desk.sessions() if each.number == number)
        if self.session.state != "open":
            self._present(is_on=False)
            self.ended(self.session)
            return
        step, words = self.steps[self.at], desk.words(self.session)
        self.questions.session = self.session
        self.questions.refresh(words)
        parts = self.questions.of(step, words)
        self.page.tell(step.question.in_(lang), parts.lede)
        self.content.children = list(parts.parts)
        self._show_notes(words)
        self._show_nav(step)
        self._show_pace(step)

    def _show_notes(self, words: Words) -> None:
        """Show the own notes; on a shared screen they are nowhere, not even unseen."""
        draft = None if self.is_presenting else self.questions.draft(NOTES, words)
        self.side.children = [draft.widget] if draft is not None else []

    def _present(self, *, is_on: bool) -> None:
        notes = self.questions.drafts.get(NOTES.key)
        if is_on and notes is not None:
            if not notes.flush():
                raise ParameterError(
                    message("form-unsaved", self.desk.lang, items=NOTES.label.in_(self.desk.lang))
                )
            self.side.children = []
            close_all(self.questions.drafts.pop(NOTES.key).widget)
        self.is_presenting = is_on
        self.pace.is_presenting = is_on

    def _show_nav(self, step: Step) -> None:
        desk, lang = self.desk, self.desk.lang
        leads = is_of(desk.actor, self.session) == "manager"
        is_last = step is self.steps[-1]
        self.back.disabled = self.at == 0
        following = self.steps[min(self.at + 1, len(self.steps) - 1)].name.in_(lang)
        self.forth.description = message("coach-hold", lang) if is_last else f"{following} →"
        self.forth.disabled = is_last and not leads
        self.present.description = message(
            "coach-leave" if self.is_presenting else "coach-present", lang
        )
        told = fragment(lang, Line([message("coach-both-see", lang)], "dim"))
        can_begin = leads and self.session.begun_at is None
        middle = [self.begin] if can_begin else []
        self.nav.children = [self.back, ipw.HTML(told), *middle, self.present, self.forth]
        is_first = self.at == 0 and can_begin and not self.is_presenting
        self.page.controls.children = [self.skip] if is_first else []

    def _show_pace(self, step: Step) -> None:
        desk, lang = self.desk, self.desk.lang
        day = i18n.long_date(desk.day_of(self.session), lang)
        number = message("coach-session", lang, n=self.session.number)
        self.pace.who = f"{desk.review.rep.name} · {number} · {day}"
        self.pace.now = message(
            "coach-step-of", lang, n=self.at + 1, all=len(self.steps), name=step.name.in_(lang)
        )
        self.pace.elapsed = self._elapsed()
        self.pace.at = self.at  # last: the browser then turns to the question

    def _elapsed(self) -> float:
        begun = self.session.begun_at
        return -1.0 if begun is None else max((self.desk.store.clock() - begun).total_seconds(), 0)

    def _heard(self, told: Mapping[str, Any]) -> None:
        if "go" in told:
            at = int(told["go"])
            if 0 <= at < len(self.steps):
                self.page.do(lambda: self.go(at))
        elif "by" in told:
            by = 1 if told["by"] == 1 else -1
            self.page.do(lambda: self.move(by))
        elif told.get("leave") and self.is_presenting:
            self.page.do(self.turn_presenting)

    def _begin(self) -> None:
        self.session = self.desk.begin(self.session)
        self.show()

    def _skipping(self) -> ipw.Widget:
        reason = ipw.Text(description=message("coach-skip-reason", self.desk.lang))

        def skip() -> None:
            self.ended(self.desk.skip(self.session, reason.value))

        return ipw.HBox([reason, self._button("coach-skip", skip)]).add_class("skip")

    def _button(self, key: str, act: Callable[[], object]) -> ipw.Button:
        made = ipw.Button(description=message(key, self.desk.lang))
        self.page.pressed(made, act)
        return made
