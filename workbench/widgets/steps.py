"""What a person does with a whole review: question a figure, hand in, sign."""

from collections.abc import Callable, Iterable
from contextlib import suppress

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import ParameterError, RefusedError, WorkbenchError
from workbench.i18n import message
from workbench.metrics.catalogue import CATALOGUE
from workbench.page.fragment import fragment
from workbench.page.live import Line, Mark, Run, Status
from workbench.review.cycle.asked import with_whom
from workbench.review.cycle.desk import Desk
from workbench.review.cycle.questioning import question
from workbench.store import Actor
from workbench.store.inbox import asked_as
from workbench.store.rules import Subject, may_advance, may_ask, may_sign
from workbench.store.signing import VERDICTS
from workbench.store.standing import standings
from workbench.store.subjects import read_subject
from workbench.widgets import kept
from workbench.widgets.appealing import Appealing
from workbench.widgets.closing import close
from workbench.widgets.draft import Draft
from workbench.widgets.giving import Giving
from workbench.widgets.inbox import inbox_of_review
from workbench.widgets.pressing import on_press

_FULL = {"width": "auto"}
# By what is done: the box whose words it sends
_SENDS = {
    "ask": ("doubt",), "sign": ("comment",), "appeal": ("appeal",), "grant": ("appeal",),
    "refuse": ("appeal",), "give": ("give",),
}  # fmt: skip


class Steps:
    """The buttons below a form; each does one thing and says what came of it."""

    def __init__(
        self, desk: Desk, actor: Actor, cycle: str, rep_id: str, drafts: Iterable[Draft] = ()
    ) -> None:
        self.desk, self.actor, self.place = desk, actor, (cycle, rep_id)
        self.drafts = tuple(drafts)
        self.said = ipw.HTML()
        self.box = ipw.VBox()
        self.inbox = inbox_of_review(desk.store, actor, self.place, desk.today, desk.lang)
        self.widget = ipw.VBox([self.box, self.said, self.inbox.widget])
        self._show()

    def _show(self) -> None:
        """Offer what this person may do at the stage the review stands at now."""
        subject = read_subject(self.desk.store, self.actor, *self.place)
        parts: list[ipw.Widget] = [self._standing(subject)]
        parts.append(self._folds(subject))
        if subject.stage == "appeal":
            parts += Appealing(self.desk, self.actor, subject, self._moving).parts
        if may_advance(self.actor, subject):
            parts.append(self._leaving(subject))
        elif may_sign(self.actor, subject):
            parts.append(self._signing())
        self.box.children = parts

    def _standing(self, subject: Subject) -> ipw.Widget:
        """Name the stage, and until when it has to be left."""
        lang = self.desk.lang
        told = message(f"stage-at-{subject.stage.replace('_', '-')}", lang)
        found = standings(self.desk.store, self.actor, self.place[0])
        due = next((s.due_on for s in found if s.subject.rep_id == self.place[1]), None)
        until = f" · {message('step-due', lang, day=f'{due}')}" if due else ""
        return ipw.HTML(fragment(lang, Line([Run(told, "strong"), until], "bare")))

    def _folds(self, subject: Subject) -> ipw.Widget:
        """Offer to question a figure, and to give feedback."""
        self.giving = Giving(self.desk, self.actor, subject, self._button, self._sent)
        folds = {"give-title": self.giving.widget}
        if may_ask(self.actor, subject):
            folds = {"step-question": self._questioning(), **folds}
        fold = ipw.Accordion(list(folds.values()))
        for place, key in enumerate(folds):
            fold.set_title(place, message(key, self.desk.lang))
        return fold

    def _questioning(self) -> ipw.Widget:
        lang = self.desk.lang
        named = sorted((message(key, lang), key) for key in CATALOGUE)
        self.metric = ipw.Dropdown(options=[("", ""), *named], layout={"width": "max-content"})
        self.doubt = ipw.Textarea(
            placeholder=message("step-doubt", lang), rows=2, layout=_FULL,
            tooltip=message("step-doubt", lang),
        )  # fmt: skip
        ask = self._button("step-ask", self.ask)
        asked = ipw.VBox([self.metric, self.doubt, ask])
        kept.mark_box(asked, "doubt")
        return asked

    def _leaving(self, subject: Subject) -> ipw.Widget:
        key = "step-close" if subject.stage == "appeal" else "step-hand-in"
        return self._button(key, self.hand_in)

    def _moving(self, key: str, act: Callable[[], str]) -> ipw.Button:
        """Make a button after which the review may stand elsewhere."""

        def run() -> str:
            said = act()
            self.close()
            return said

        run.__name__ = act.__name__
        return self._button(key, run)

    def _signing(self) -> ipw.Widget:
        lang = self.desk.lang
        told = [(message(f"form-{verdict}", lang), verdict) for verdict in VERDICTS]
        self.verdict = ipw.RadioButtons(options=told, value=None, layout=_FULL)
        self.comment = ipw.Textarea(
            placeholder=message("step-comment", lang), tooltip=message("step-comment", lang),
            rows=2, layout=_FULL,
        )  # fmt: skip
        signing = ipw.VBox([self.verdict, self.comment, self._button("step-sign", self.sign)])
        kept.mark_box(signing, "comment")
        return signing

    def ask(self) -> str:
        """Question the chosen figure; the words stay until they are in the inbox."""
        text, metric = self.doubt.value, self.metric.value
        item = question(self.desk, self.actor, *self.place, text, metric=metric)
        self.doubt.value = ""
        return self._sent(item)

    def _sent(self, item: str) -> str:
        """Show what was sent among the rest; says with whom it is, and until when."""
        self.inbox.show()
        return with_whom(asked_as(self.desk.store, self.actor, item), self.desk.lang)

    def hand_in(self) -> str:
        """Leave the stage, when all that is required is there and all typed is saved."""
        self._flush()
        self.desk.advance(self.actor, *self.place)
        self.close()
        return message("step-handed-in", self.desk.lang)

    def sign(self) -> str:
        """Sign as chosen; nothing is chosen beforehand."""
        self._flush()
        self.desk.sign(self.actor, *self.place, self.verdict.value or "", self.comment.value)
        named = self.desk.naming(self.actor, *self.place)
        self.close()
        names = "、".join(dict.fromkeys(name for _place, name in named))
        hint = message("form-names-others", self.desk.lang, names=names) if named else ""
        return f"{message('step-signed', self.desk.lang)} {hint}".strip()

    def close(self) -> None:
        """Lock what is written no longer, and offer what is to be done now."""
        close(self.drafts, self.desk.store, self.actor, *self.place)
        self.inbox.show()  # an appeal that was decided waits there no more
        with suppress(RefusedError):  # no part in the review any more: nothing to offer
            self._show()

    def _flush(self) -> None:
        unsaved = [draft.item.label.in_(draft.lang) for draft in self.drafts if not draft.flush()]
        if unsaved:
            raise ParameterError(message("form-unsaved", self.desk.lang, items="；".join(unsaved)))

    def _button(self, key: str, act: Callable[[], str]) -> ipw.Button:
        button = ipw.Button(
            description=message(key, self.desk.lang), layout={"width": "max-content"}
        )
        return on_press(button, lambda: self._do(act))

    def _do(self, act: Callable[[], str]) -> None:
        try:
            self._say(act(), kept.taken(*_SENDS.get(act.__name__, ())))
        except WorkbenchError as error:
            self._say(i18n.told(error, self.desk.lang), is_wrong=True)

    def _say(self, text: str, mark: Mark | None = None, *, is_wrong: bool = False) -> None:
        told = Status(text, is_wrong=is_wrong, mark=mark)
        self.said.value = fragment(self.desk.lang, told)
