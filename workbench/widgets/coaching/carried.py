"""One carried action: done, in progress, or dropped with its reason; saved as it is chosen."""

from collections.abc import Callable

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import WorkbenchError
from workbench.i18n import message
from workbench.page.fragment import fragment
from workbench.page.live import Line, Mark, Run, Status
from workbench.page.parts import Group
from workbench.review.coaching.carried import Carried, carried_row
from workbench.review.coaching.desk import CoachingDesk
from workbench.store.coaching.rules import Session
from workbench.store.promises import STATES
from workbench.widgets.kept import holds, mark_box
from workbench.widgets.soon import Soon

_ORDER = ("done", "open", "dropped")


class CarriedLine:
    """An earlier action in one person's hands."""

    def __init__(self, desk: CoachingDesk, session: Session, told: Carried) -> None:
        self.desk, self.session, self.told, self.kept = desk, session, told, told.promise
        lang = desk.lang
        assert set(_ORDER) == set(STATES)
        options = [(message(f"coach-state-{state}", lang), state) for state in _ORDER]
        self.state = ipw.ToggleButtons(
            options=options, value=self.kept.state, description=message("coach-head-state", lang)
        )
        self.state.add_class("seg")
        self.reason = ipw.Text(value=self.kept.reason, description=message("coach-reason", lang))
        self.said = ipw.HTML()
        self.widget = ipw.VBox(
            [ipw.HTML(fragment(lang, self._row())), self.state, self.reason, self.said]
        )
        self.widget.add_class("carried")
        mark_box(self.widget, "promise", self.kept.promise)
        self._show_reason()
        self.soon = Soon(self.save)
        for control in (self.state, self.reason):
            control.observe(lambda _change: self._changed(), names="value")

    def save(self) -> None:
        """Keep the answer; the words stay in the field whatever happens."""
        state, reason = self.state.value, self.reason.value
        lang = self.desk.lang
        if state == "dropped" and not reason.strip():
            self._say(message("coach-drop-why", lang), is_wrong=True)
            return
        try:
            self.kept = self.desk.answer(self.session, self.kept, state, reason)
        except WorkbenchError as error:
            self._say(i18n.told(error, self.desk.lang), is_wrong=True)
        else:
            aimed = carried_row(self.kept, self.desk.review).aimed
            told = " · ".join(part for part in (message("coach-kept", lang), aimed) if part)
            self._say(told, holds([self.reason]))

    @property
    def is_unsaved(self) -> bool:
        """Whether what is chosen is not what the store holds."""
        return (self.state.value, self.reason.value) != (self.kept.state, self.kept.reason)

    def flush(self) -> bool:
        """Save now what is not saved yet; True when the store holds it."""
        if self.is_unsaved:
            self.save()
        return not self.is_unsaved

    def _changed(self) -> None:
        self._show_reason()
        self.soon()

    def _show_reason(self) -> None:
        asks = self.state.value == "dropped" or bool(self.told.rolled or self.reason.value)
        self.reason.layout.display = "" if asks else "none"

    def _row(self) -> Group:
        told = self.told
        who = message("coach-owner-due", self.desk.lang, owner=told.owner, due=told.due)
        rolled: list[str | Run] = [" ", Run(told.rolled, "warning")] if told.rolled else []
        aimed = [Line([Run(told.aimed, "strong")])] if told.aimed else []
        lines = [
            Line([Run(self.kept.what, "strong"), Run(who, "small")]), Line([told.moved]),
            Line([told.verdict, *rolled], "moved" if told.is_moved else "dim"), *aimed,
        ]  # fmt: skip
        return Group(lines, "act")

    def _say(self, text: str, mark: Mark | None = None, *, is_wrong: bool = False) -> None:
        said = Status(text, "plain", is_wrong=is_wrong, mark=mark)
        self.said.value = fragment(self.desk.lang, said)


def lines_of(
    desk: CoachingDesk, session: Session, known: dict[str, CarriedLine]
) -> list[CarriedLine]:
    """Give the carried actions; those on the screen already stay as they are."""
    found = []
    for told in desk.carried(session):
        key = told.promise.promise
        line = known.get(key)
        if line is None or (line.kept.version < told.promise.version and not line.is_unsaved):
            line = known[key] = CarriedLine(desk, session, told)
        found.append(line)
    return found


Go = Callable[[str], None]  # to a step, by its key
