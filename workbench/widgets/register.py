"""A small register in a notebook: its lines as a table, a line to add, and those to answer."""

from datetime import date

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import ParameterError, WorkbenchError, require_known
from workbench.i18n import Lang, message, require_lang
from workbench.model.given import texts
from workbench.page.fragment import fragment
from workbench.page.live import Status
from workbench.review.growing.answering import desks_of
from workbench.review.growing.honours import in_words
from workbench.sources.workspace import open_workspace
from workbench.store import Actor, Store
from workbench.store.opening import store_of
from workbench.store.registers import REGISTERS, Line, add_line, lines_of
from workbench.widgets.answering import Answering
from workbench.widgets.kept import mark_box, mark_form
from workbench.widgets.listed import listed
from workbench.widgets.pressing import on_press

_FIELDS = ("rep_id", "what", "grounds", "owner", "due_on")
_SHOWN = ("rep_id", "what", "grounds", "owner", "due_on", "outcome")


class RegisterTable:
    """One register in one person's hands; shows itself in a notebook."""

    def __init__(
        self,
        store: Store,
        actor: Actor,
        register: str,
        lang: Lang,
        desks: frozenset[str] = frozenset(),
    ) -> None:
        self.store, self.actor, self.register, self.lang = store, actor, register, lang
        self.desks = desks  # of support, that the actor answers for
        self.table, self.said = ipw.HTML(), ipw.HTML()
        self.fields = {name: self._field(name) for name in _FIELDS}
        add = ipw.Button(description=message("form-add-row", lang), icon="plus")
        on_press(add, self.add)
        self.answering = Answering(store, actor, desks, lang, self._show)
        line = ipw.HBox(list(self.fields.values()))
        adding = [line, add, self.said]
        if actor.role not in REGISTERS[register].made_by:
            adding = []  # no fields for who would be refused
        self.widget = ipw.VBox([self.table, self.answering.widget, *adding])
        mark_form(self.widget, store, actor, "register", register)
        mark_box(line, "line")
        self._show()

    def add(self) -> None:
        """Add what stands in the fields; they are emptied only once it is kept."""
        try:
            add_line(self.store, self.actor, self._line())
        except WorkbenchError as error:
            self._say(i18n.told(error, self.lang), is_wrong=True)
            return
        for field in self.fields.values():
            field.value = ""
        self._say(message("register-kept", self.lang))
        self._show()

    def _line(self) -> Line:
        told = {name: field.value.strip() for name, field in self.fields.items()}
        day = told.pop("due_on")
        try:
            return Line(
                register=self.register, due_on=date.fromisoformat(day) if day else None, **told
            )
        except ValueError as reason:
            raise ParameterError(message("fault-date", self.lang, value=day)) from reason

    def _show(self) -> None:
        heads = [message(f"register-{name.replace('_', '-')}", self.lang) for name in _SHOWN]
        found = lines_of(self.store, self.actor, self.register, desks=self.desks)
        lines = [in_words(line, self.lang) for line in found]
        rows = [[str(getattr(line, name) or "") for name in _SHOWN] for line in lines]
        self.answering.show(lines)
        title = message(f"register-name-{self.register}", self.lang)
        tables = [(title, heads, rows)]
        self.table.value = listed(tables, self.lang)

    def _field(self, name: str) -> ipw.Text:
        label = message(f"register-{name.replace('_', '-')}", self.lang)
        wide = {"flex": "2 1 0%" if name in ("what", "grounds") else "1 1 0%", "min_width": "6em"}
        return ipw.Text(placeholder=label, tooltip=label, layout=wide)

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        told = Status(text, is_wrong=is_wrong)
        self.said.value = fragment(self.lang, told)

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        bundle: dict[str, str] = self.widget._repr_mimebundle_(**kwargs)
        return bundle


def open_register(
    register: str, workspace: str = "", *, actor: str, lang: str = ""
) -> RegisterTable:
    """Open a register: support, praise, award, course, announcement or position.

    Parameters
    ----------
    actor
        Who reads, adds and answers, as person and role: `M02:manager`, `S01:support`.

    Raises
    ------
    UnknownNameError
        When there is no such register.
    RefusedError
        When workbench.toml does not name the actor as support.
    """
    told = texts(register=register, workspace=workspace, lang=lang)
    space = open_workspace(told["workspace"] or None)
    chosen = require_lang(told["lang"] or space.languages[0])
    require_known("register", [told["register"]], REGISTERS)
    who = Actor.read(actor)
    return RegisterTable(store_of(space), who, told["register"], chosen, desks_of(space, who))
