"""The inbox in a notebook: what was asked and what came of it, and an answer to what is open."""

from collections.abc import Callable
from datetime import date
from functools import partial

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import WorkbenchError
from workbench.i18n import Lang, message, require_lang
from workbench.model.given import texts
from workbench.page.fragment import fragment
from workbench.page.live import Mark, Status
from workbench.page.parts import Paragraph
from workbench.review.coaching.talks import knows_all_talks
from workbench.review.cycle.asked import Reading, about, heads, rows
from workbench.review.cycle.desk import open_desk
from workbench.sources.workspace import open_workspace
from workbench.store import Actor, Store
from workbench.store.appeals import GRANTED, REFUSED, decide_appeal
from workbench.store.inbox import Asked, answer, inbox_of
from workbench.store.inbox_rules import may_answer
from workbench.widgets import kept
from workbench.widgets.listed import listed
from workbench.widgets.pressing import on_press
from workbench.widgets.talks import talks_table

_FULL = {"width": "auto"}
Wanted = Callable[[Asked], bool]


class Inbox:
    """One person's inbox; shows itself in a notebook.

    Parameters
    ----------
    wanted
        Which items are shown, as those of one review; None takes all.
    is_deciding
        Whether an appeal is granted or refused here; below a review its steps do that.
    """

    def __init__(
        self,
        store: Store,
        reading: Reading,
        wanted: Wanted | None = None,
        *,
        is_deciding: bool = True,
    ) -> None:
        self.store, self.reading = store, reading
        self.wanted = wanted or (lambda _each: True)
        lang = reading.lang
        self.table, self.opened, self.said = ipw.HTML(), ipw.HTML(), ipw.HTML()
        label = message("inbox-which", lang)
        self.item = ipw.Dropdown(options=[("", "")], description=label, layout=_FULL,
                                 style={"description_width": "initial"})  # fmt: skip
        told = message("inbox-words", lang)
        self.text = ipw.Textarea(placeholder=told, tooltip=told, rows=2, layout=_FULL)
        self.answering = (_button("inbox-answer", lang, self.answer),)
        # An appeal is not answered, it is granted or refused
        acts = (("step-grant", GRANTED), ("step-refuse", REFUSED)) if is_deciding else ()
        self.deciding = tuple(
            _button(key, lang, partial(self.decide, outcome)) for key, outcome in acts
        )
        self.item.observe(lambda _change: self._open(), names="value")
        pressed = ipw.HBox([*self.answering, *self.deciding])
        self.box = ipw.VBox([self.item, self.opened, self.text, pressed])
        self.widget = ipw.VBox([self.table, self.box, self.said])
        kept.mark_box(self.box, "answer")
        self.show()

    def show(self) -> None:
        """Show what stands there now."""
        reading = self.reading
        self.items = [each for each in inbox_of(self.store, reading.actor) if self.wanted(each)]
        tables = [(message("inbox-name", reading.lang), heads(reading.lang),
                   rows(self.items, reading))]  # fmt: skip
        self.table.value = listed(tables, reading.lang)
        mine = [each for each in self.items if each.state == "open"
                and may_answer(reading.actor, each.owner)
                and (self.deciding or each.kind != "appeal")]  # fmt: skip
        self.item.options = [("", ""), *((_short(each), each.item) for each in mine)]
        self.box.layout.display = "" if mine else "none"
        self._open()

    def answer(self) -> None:
        """Answer the chosen item; the words stay in the field unless they are kept."""
        self._do(
            lambda item: answer(self.store, self.reading.actor, item.item, self.text.value),
            "register-answered",
        )

    def decide(self, outcome: str) -> None:
        """Grant or refuse the chosen appeal, with the reason written."""

        def act(item: Asked) -> None:
            place = (item.cycle, item.rep_id)
            decide_appeal(self.store, self.reading.actor, *place, outcome, self.text.value)

        self._do(act, "step-decided")

    def _do(self, act: Callable[[Asked], object], said: str) -> None:
        lang, found = self.reading.lang, self._chosen()
        if found is None:
            self._say(message("inbox-none-chosen", lang), is_wrong=True)
            return
        try:
            act(found)
        except WorkbenchError as error:
            self._say(i18n.told(error, lang), is_wrong=True)
            return
        self.text.value = ""
        self._say(message(said, lang), kept.taken("answer"))
        self.show()

    def _chosen(self) -> Asked | None:
        return next((each for each in self.items if each.item == self.item.value), None)

    def _open(self) -> None:
        """Show the whole of the chosen item: its words, the figure, the rows it rests on."""
        found, lang = self._chosen(), self.reading.lang
        self.opened.value = "" if found is None else _whole(found, lang)
        is_appeal = found is not None and found.kind == "appeal"
        for buttons, is_shown in ((self.answering, not is_appeal), (self.deciding, is_appeal)):
            for each in buttons:
                each.layout.display = "" if is_shown else "none"
        told = message("step-reason" if is_appeal else "inbox-words", lang)
        self.text.placeholder = self.text.tooltip = told

    def _say(self, text: str, mark: Mark | None = None, *, is_wrong: bool = False) -> None:
        told = Status(text, is_wrong=is_wrong, mark=mark)
        self.said.value = fragment(self.reading.lang, told)

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        bundle: dict[str, str] = self.widget._repr_mimebundle_(**kwargs)
        return bundle


def open_inbox(period: str = "", workspace: str = "", *, actor: str, lang: str = "") -> Inbox:
    """Open the inbox of a person: what they asked, and what they have to answer.

    HR and sales ops also see which talks took place in a period, over all reps.

    Parameters
    ----------
    period, workspace
        "" takes the workspace's own.
    actor
        Who reads and answers, as person and role: `OPS:sales_ops`, `HR:hr`.
    """
    told = texts(period=period, workspace=workspace, lang=lang)
    space = open_workspace(told["workspace"] or None)
    desk, who = (
        open_desk(space, require_lang(told["lang"] or space.languages[0])),
        Actor.read(actor),
    )
    found = Inbox(desk.store, Reading(who, desk.today, desk.lang))
    if knows_all_talks(who):
        table = ipw.HTML(talks_table(desk, who, told["period"]))
        found.widget.children = (*found.widget.children, table)
    kept.mark_form(found.widget, desk.store, who, "inbox")
    return found


def inbox_of_review(
    store: Store, actor: Actor, place: tuple[str, str], day: date, lang: Lang
) -> Inbox:
    """Give the inbox as it stands below a review: a rep's whole one, of others what is about it."""

    def wanted(each: Asked) -> bool:
        return actor.role == "rep" or (each.cycle, each.rep_id) == place

    return Inbox(store, Reading(actor, day, lang), wanted, is_deciding=False)


def _button(key: str, lang: Lang, act: Callable[[], object]) -> ipw.Button:
    wide = {"width": "max-content"}
    return on_press(ipw.Button(description=message(key, lang), layout=wide), act)


def _short(item: Asked, most: int = 60) -> str:
    line = " ".join(f"{item.rep_id}: {item.text}".split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _whole(item: Asked, lang: Lang) -> str:
    named = ", ".join(str(row) for row in item.about.get("rows") or ())
    parts = [item.text, about(item, lang), named]
    return fragment(lang, *(Paragraph(part) for part in parts if part))
