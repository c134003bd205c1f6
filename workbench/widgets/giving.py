"""Feedback in the page: to a colleague, or to who leads the own review; once sent, it is theirs."""

from collections.abc import Callable

import ipywidgets as ipw

from workbench.errors import ParameterError, UnknownNameError
from workbench.i18n import error, message
from workbench.review.cycle.desk import Desk
from workbench.review.cycle.questioning import question
from workbench.review.person import names_of
from workbench.store import Actor
from workbench.store.inbox import colleagues
from workbench.store.naming import cycle_said
from workbench.store.rules import Subject, relation
from workbench.widgets import kept

_FULL = {"width": "auto"}
Button = Callable[[str, Callable[[], str]], ipw.Button]


class Giving:
    """Whom it is for, the words, and a button; the words stay until they are sent.

    Parameters
    ----------
    sent
        Says what became of an item of the inbox.
    """

    def __init__(
        self, desk: Desk, actor: Actor, subject: Subject, button: Button,
        sent: Callable[[str], str],
    ) -> None:  # fmt: skip
        self.desk, self.actor, self.cycle, self.sent = desk, actor, subject.cycle, sent
        lang = desk.lang
        self.whom = self._offered(subject)
        label = message("give-whom", lang)
        self.to = ipw.Combobox(
            options=list(self.whom), placeholder=label, tooltip=label, layout=_FULL,
            value=self._first(subject),
        )  # fmt: skip
        told = message("give-words", lang)
        self.words = ipw.Textarea(placeholder=told, tooltip=told, rows=2, layout=_FULL)
        self.widget = ipw.VBox([self.to, self.words, button("give-send", self.give)])
        kept.mark_box(self.widget, "give")

    def give(self) -> str:
        """Send the words to whoever is named; says with whom they are."""
        named = self.to.value.strip()
        if not named:
            raise error(ParameterError, "give-nobody")
        rep_id = self.whom.get(named, named)
        try:
            item = question(
                self.desk, self.actor, self.cycle, rep_id, self.words.value, kind="feedback"
            )
        except UnknownNameError as reason:  # whose names are alike is not told here
            raise error(
                ParameterError, "give-unknown", who=named, cycle=cycle_said(self.cycle)
            ) from reason
        self.words.value = ""
        return self.sent(item)

    def _offered(self, subject: Subject) -> dict[str, str]:
        """Give the reps that are offered, by how they are shown; the own review is its manager."""
        found = colleagues(self.desk.store, self.actor, self.cycle)
        lead = subject.delegate_id or subject.manager_id
        is_own = relation(self.actor, subject) == "rep"
        ids = {self.desk.id_now(each): each for each in found}
        names = names_of(self.desk.snapshot, {*ids, lead})
        shown = {_shown(each, names): kept_as for each, kept_as in ids.items()}
        if not is_own:
            return shown
        others = {name: rep_id for name, rep_id in shown.items() if rep_id != subject.rep_id}
        mine = message("give-lead", self.desk.lang, who=_shown(lead, names)) if lead else ""
        return {**({mine: subject.rep_id} if mine else {}), **others}

    def _first(self, subject: Subject) -> str:
        """Give whom a review that is led is about; a rep says for whom it is."""
        is_own = relation(self.actor, subject) == "rep"
        fits = (name for name, rep_id in self.whom.items() if rep_id == subject.rep_id)
        return "" if is_own else next(fits, "")


def _shown(person: str, names: dict[str, str]) -> str:
    return f"{names[person]} ({person})" if names.get(person) else person
