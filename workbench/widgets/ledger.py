"""What was promised earlier, to be answered: done, open, or dropped with its reason."""

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import WorkbenchError
from workbench.i18n import message
from workbench.page.fragment import fragment
from workbench.page.live import Line, Mark, Run, Status
from workbench.review.promised.figure import came_to, stand_of
from workbench.review.promised.telling import aim_text
from workbench.review.review import Review
from workbench.store import Actor, Store
from workbench.store.promises import STATES, Promise, answer_promise
from workbench.widgets.kept import holds, mark_box
from workbench.widgets.soon import Soon


class Answering:
    """One promise in one person's hands."""

    def __init__(
        self, store: Store, actor: Actor, cycle: str, kept: Promise, review: Review
    ) -> None:
        self.store, self.actor, self.cycle, self.kept = store, actor, cycle, kept
        self.review, lang = review, review.lang
        told = [(message(f"commitments-{state}", lang), state) for state in STATES]
        self.state = ipw.ToggleButtons(
            options=told, value=kept.state, style={"button_width": "6em"}, layout={"width": "auto"}
        )
        hint = message("ledger-reason", lang)
        self.reason = ipw.Textarea(
            value=kept.reason, placeholder=hint, tooltip=hint, rows=1, layout={"width": "auto"}
        )
        self.said = ipw.HTML()
        due = f" · {kept.due_on}" if kept.due_on else ""
        head = Line([Run(kept.what, "strong"), Run(due, "small")], "bare")
        self.widget = ipw.VBox([ipw.HTML(fragment(lang, head)), self.state, self.reason, self.said])
        mark_box(self.widget, "promise", kept.promise)
        soon = Soon(self.save)
        for control in (self.state, self.reason):
            control.observe(lambda _change: soon(), names="value")

    def save(self) -> None:
        """Keep the answer; the words stay in the field whatever happens."""
        state, reason = self.state.value, self.reason.value
        try:
            at = self.store.clock()
            came = None if state == "open" else came_to(self.kept, self.review, at)
            self.kept = answer_promise(
                self.store, self.actor, self.cycle, self.kept, state, reason, came
            )
        except WorkbenchError as error:
            self._say(i18n.told(error, self.review.lang), is_wrong=True)
        else:
            said = (message("register-kept", self.review.lang), self._aimed())
            self._say(" · ".join(part for part in said if part), holds([self.reason]))

    def _aimed(self) -> str:
        """Say beside what was answered whether the aim was reached."""
        return aim_text(self.kept, stand_of(self.kept, self.review), self.review)

    def _say(self, text: str, mark: Mark | None = None, *, is_wrong: bool = False) -> None:
        told = Status(text, is_wrong=is_wrong, mark=mark)
        self.said.value = fragment(self.review.lang, told)
