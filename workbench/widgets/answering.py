"""Below a register: the open lines somebody may end, and what came of the one chosen."""

from collections.abc import Callable, Collection

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import WorkbenchError
from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.live import Status
from workbench.store import Actor, Store
from workbench.store.register_rules import may_end
from workbench.store.registers import Line, end_line
from workbench.widgets.pressing import on_press

_FULL = {"width": "auto"}


class Answering:
    """Ends one line at a time; nothing is shown where there is none to end."""

    def __init__(
        self,
        store: Store,
        actor: Actor,
        desks: Collection[str],
        lang: Lang,
        then: Callable[[], None],
    ) -> None:
        self.store, self.actor, self.desks, self.lang, self.then = store, actor, desks, lang, then
        label = message("register-answer-which", lang)
        self.line = ipw.Dropdown(options=[("", "")], description=label, layout=_FULL,
                                 style={"description_width": "initial"})  # fmt: skip
        told = message("register-outcome", lang)
        self.text = ipw.Textarea(placeholder=told, tooltip=told, rows=2, layout=_FULL)
        self.said = ipw.HTML()
        press = on_press(ipw.Button(description=message("register-answer", lang)), self.answer)
        self.box = ipw.VBox([self.line, self.text, press])
        self.widget = ipw.VBox([self.box, self.said])

    def show(self, lines: Collection[Line]) -> None:
        """Offer the open ones of these lines that are this person's to end."""
        mine = [
            each for each in lines
            if each.ended_at is None and may_end(self.actor, each, self.desks)
        ]  # fmt: skip
        self.line.options = [
            ("", ""),
            *((f"{each.rep_id}: {each.what}", each.line) for each in mine),
        ]
        self.box.layout.display = "" if mine else "none"

    def answer(self) -> None:
        """End the chosen line; the words stay in the field unless they are kept."""
        if not self.line.value:
            self._say(message("register-answer-none", self.lang), is_wrong=True)
            return
        try:
            end_line(self.store, self.actor, self.line.value, self.text.value, desks=self.desks)
        except WorkbenchError as error:
            self._say(i18n.told(error, self.lang), is_wrong=True)
            return
        self.text.value = ""
        self._say(message("register-answered", self.lang))
        self.then()

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        told = Status(text, is_wrong=is_wrong)
        self.said.value = fragment(self.lang, told)
