"""The appeal window in the page: the rep appeals or waives it, HR decides."""

from collections.abc import Callable

import ipywidgets as ipw

from workbench.i18n import message
from workbench.page.fragment import fragment
from workbench.page.live import Line, Run
from workbench.review.cycle.appealing import appeal
from workbench.review.cycle.desk import Desk
from workbench.store import Actor
from workbench.store.appeals import (
    GRANTED,
    REFUSED,
    appeals_of,
    decide_appeal,
    waive_window,
    window_of,
)
from workbench.store.rules import Subject, may_appeal, may_decide
from workbench.widgets import kept

_FULL = {"width": "auto"}
Button = Callable[[str, Callable[[], str]], ipw.Button]


class Appealing:
    """What one person may do in the appeal window; nothing to show for all others."""

    def __init__(self, desk: Desk, actor: Actor, subject: Subject, button: Button) -> None:
        self.desk, self.actor, self.place = desk, actor, (subject.cycle, subject.rep_id)
        self.words = ipw.Textarea(rows=3, layout=_FULL)
        self.parts: list[ipw.Widget] = []
        found = appeals_of(desk.store, actor, *self.place)
        self.open = next((each for each in found if not each.outcome), None)
        if may_appeal(actor, subject):
            self._rep_parts(button, has_appealed=bool(found))
        elif may_decide(actor, subject) and self.open is not None:
            self._hr_parts(button)

    def appeal(self) -> str:
        """File what was written; the words stay until they are in the inbox."""
        appeal(self.desk, self.actor, *self.place, self.words.value)
        found = appeals_of(self.desk.store, self.actor, *self.place)[-1]
        return message("step-appeal-filed", self.desk.lang, day=f"{found.due_on}")

    def waive(self) -> str:
        """Say that there is no objection, so that nobody waits for the window to end."""
        waive_window(self.desk.store, self.actor, *self.place)
        return message("step-waived", self.desk.lang)

    def grant(self) -> str:
        """Grant the appeal with the reason written; the review goes back to its manager."""
        return self._decide(GRANTED)

    def refuse(self) -> str:
        """Refuse the appeal with the reason written."""
        return self._decide(REFUSED)

    def _decide(self, outcome: str) -> str:
        decide_appeal(self.desk.store, self.actor, *self.place, outcome, self.words.value)
        return message("step-decided", self.desk.lang)

    def _rep_parts(self, button: Button, *, has_appealed: bool) -> None:
        lang = self.desk.lang
        until, is_waived = window_of(self.desk.store, self.actor, *self.place)
        if until is not None:
            told = message("step-appeal-window", lang, day=f"{until}")
            self.parts.append(self._line(Run(told, "small")))
        if self.open is not None:
            told = message("appeal-open", lang, due=f"{self.open.due_on}")
            self.parts.append(self._line(Run(told, "small")))
            return
        self._ask("step-appeal-words", button("step-appeal", self.appeal))
        if not is_waived and not has_appealed:
            self.parts.append(button("step-waive", self.waive))

    def _hr_parts(self, button: Button) -> None:
        told = self.open.text if self.open else ""
        head = Run(message("step-decide", self.desk.lang), "strong")
        self.parts += [self._line(head), self._line(Run(told, "small"))]
        acts = button("step-grant", self.grant), button("step-refuse", self.refuse)
        self._ask("step-reason", *acts)

    def _ask(self, key: str, *buttons: ipw.Button) -> None:
        self.words.placeholder = self.words.tooltip = message(key, self.desk.lang)
        asked = ipw.VBox([self.words, *buttons])
        kept.mark_box(asked, "appeal")
        self.parts.append(asked)

    def _line(self, run: Run) -> ipw.HTML:
        return ipw.HTML(fragment(self.desk.lang, Line([run], "bare")))
