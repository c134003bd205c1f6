"""What only a person can say: one control per question, also of those answered before."""

from collections.abc import Callable
from typing import Any

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.proposal.attempt import Attempt
from workbench.proposal.proposal import Place, Question
from workbench.review.importing.words import CURRENCY

Answered = Callable[[Place, Any], None]


class Questions:
    """The questions of an attempt; tells what a person answered, and nothing else."""

    def __init__(self, lang: Lang, answered: Answered) -> None:
        self.lang, self.answered = lang, answered
        self.widget = ipw.VBox().add_class("asked")
        self.controls: dict[Place, ipw.Widget] = {}
        self._lay()
        self._is_telling = True

    def show(self, attempt: Attempt) -> None:
        """Show what is open and what was answered, telling nobody."""
        asked = {question.path: question for question in attempt.asked}
        self._is_telling = False
        try:
            if list(asked) != list(self.controls):
                self.controls = {path: self._control(each) for path, each in asked.items()}
                self._lay()
            for path, control in self.controls.items():
                told = attempt.answers.get(path)
                control.value = "" if told is None and path == CURRENCY else told
        finally:
            self._is_telling = True

    def close(self) -> None:
        """Let nothing be answered any more."""
        for control in self.controls.values():
            control.disabled = True

    def _control(self, question: Question) -> ipw.Widget:
        control = self._field(question)
        control.observe(lambda change: self._tell(question.path, change.new), names="value")
        return control

    def _field(self, question: Question) -> ipw.Widget:
        """Offer the readings there are; a currency may be any other, too."""
        choose = message("import-choose", self.lang)
        if question.path == CURRENCY:
            return ipw.Combobox(
                description=question.asks, placeholder=choose, continuous_update=False,
                options=[str(choice.value) for choice in question.choices],
            )  # fmt: skip
        named = [(_choice(each.value, each.means), each.value) for each in question.choices]
        return ipw.Dropdown(description=question.asks, options=[(choose, None), *named], value=None)

    def _lay(self) -> None:
        nothing = ipw.Label(message("import-questions-none", self.lang))
        self.widget.children = [*self.controls.values()] or [nothing]

    def _tell(self, path: Place, value: Any) -> None:  # noqa: ANN401 (as TOML holds it)
        if self._is_telling:
            told = value.strip().upper() if path == CURRENCY else value
            self.answered(path, None if told == "" else told)


def _choice(value: object, means: str) -> str:
    return f"{value} · {means}" if means and means != value else str(value)
