"""One item of a session in one person's hands: labelled, saved as it is typed, never lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.live import Line, Run
from workbench.review.coaching.agenda import side_of
from workbench.review.coaching.desk import CoachingDesk, Words
from workbench.review.cycle.checking import is_blank
from workbench.review.kept import Kept, drawn, marked
from workbench.review.kept import lines as several
from workbench.review.template import Item
from workbench.store.coaching.rules import Session, may_read, may_write
from workbench.store.coaching.words import Word, save_word
from workbench.store.entries import Place
from workbench.widgets.draft import Draft
from workbench.widgets.fields import RowsField, TextField, field_of


class LabelledRows(RowsField):
    """A table whose cells carry their label, so that a phone shows them as cards."""

    def _cell(self, label: str) -> ipw.Text:
        cell = super()._cell(label)
        cell.description, cell.placeholder = label, ""
        return cell


@dataclass
class SessionDraft(Draft):
    """A draft that is kept with its session."""

    session: Session | None = None

    def __post_init__(self) -> None:
        self.chips = ipw.HTML()
        self.seen = marked(self.entry.value, self.lang) if self.entry is not None else {}
        super().__post_init__()
        self.widget.children = [*self.widget.children[:-2], self.chips, *self.widget.children[-2:]]
        self.widget.add_class("asked").add_class(f"asks-{self.item.key}")
        self._show_chips()

    def made_field(self) -> TextField:
        """Make the field, each control with a visible label."""
        if self.item.columns:
            return LabelledRows(self.item, self.lang)
        made = field_of(self.item, self.lang)
        _label(made.inputs(), self.item, self.lang)
        return made

    def head(self) -> list[ipw.Widget]:
        """Name what is more than one field; a single field carries its own label."""
        if not (self.item.columns or self.item.kind == "feedback"):
            return []
        help_ = self.item.help.in_(self.lang) if self.item.help else ""
        label = Run(self.item.label.in_(self.lang), "strong")
        told = Line([label, " ", Run(help_, "small")], "asked")
        return [ipw.HTML(fragment(self.lang, told))]

    def keep(self, value: object) -> Word:
        """Save it with the session."""
        assert self.session is not None
        side = side_of(self.item)
        return save_word(
            self.store, self.actor, self.session, self.item.key, side, self._with_seen(value),
            self.version,
        )  # fmt: skip

    def _with_seen(self, value: object) -> object:
        """Keep what was seen of deals by keys and figures, as far as nobody changed its words."""
        if not isinstance(value, dict) or not self.seen:
            return value
        told = str(value.get("evidence") or "").splitlines()
        if not any(line in self.seen for line in told):
            return value
        return {**value, "evidence": several(self.seen.get(line, line) for line in told)}

    def held(self) -> object:
        """Give what the session held when it was saved or read last."""
        return None if self.entry is None else drawn(self.entry.value, self.lang)

    def changed(self) -> None:
        """Take a change, and tell whether it has evidence."""
        super().changed()
        self._show_chips()

    def refresh(self, word: Word | None) -> None:
        """Show what another tab saved meanwhile, unless this one holds unsaved words."""
        if word is not None and word.version > self.version and not self.is_unsaved:
            self.entry = word
            self.seen |= marked(word.value, self.lang)
            self.take(drawn(word.value, self.lang), word.version)

    def attach(self, deals: Mapping[str, Kept]) -> None:
        """Add what is seen of deals as evidence of feedback, each once.

        Parameters
        ----------
        deals
            By what a reader of the language sees.
        """
        self.seen |= deals
        part = self.field.parts["evidence"]  # type: ignore[attr-defined] # of feedback only
        held = [line for line in part.value.splitlines() if line.strip()]
        part.value = "\n".join([*held, *(line for line in deals if line not in held)])

    def add_row(self, first: str) -> None:
        """Begin a row of a table with its first cell; a row that begins so already stays one."""
        rows: Any = self.field.value
        if any(row and row[0].startswith(first) for row in rows):
            return
        blank = [""] * (len(self.item.columns) - 1)
        self.field.value = [*(row for row in rows if not is_blank(row)), [first, *blank]]

    def _show_chips(self) -> None:
        if self.item.kind != "feedback":
            return
        value: Any = self.field.value
        lines = [line for line in value["evidence"].splitlines() if line.strip()]
        chips = [Run(line, "evidence") for line in lines]
        if not lines and not is_blank(value):
            chips = [Run(message("coach-opinion", self.lang), "todo")]
        runs = [run for chip in chips for run in (chip, " ")]
        self.chips.value = fragment(self.lang, Line(runs, "bare"))


def draft_of(desk: CoachingDesk, session: Session, item: Item, words: Words) -> SessionDraft | None:
    """Make the draft of an item; None where this person may not write it."""
    side = side_of(item)
    if not may_write(desk.actor, session, side):
        return None
    return SessionDraft(
        desk.store, desk.actor,
        Place(session.name, session.rep_id, "session", item.key, side),
        item, desk.lang, desk.zone, words.get((item.key, side)), desk.others, session=session,
    )  # fmt: skip


def shown(desk: CoachingDesk, session: Session, item: Item, words: Words) -> ipw.HTML:
    """Show an item this person only reads."""
    label = Line([Run(item.label.in_(desk.lang), "strong")], "asked")
    if not may_read(desk.actor, session, side_of(item)):
        told = message("coach-locked", desk.lang)
    else:
        told = told_value(item, desk.value(words, item.key), desk.lang)
    written = Line([told or message("coach-to-write", desk.lang)], "told")
    return ipw.HTML(fragment(desk.lang, label, written))


def told_value(item: Item, value: Any, lang: Lang) -> str:  # noqa: ANN401 (any value)
    """Write a value as text: the words, the chosen option, the parts on lines."""
    if item.options:
        is_one = type(value) is int and 1 <= value <= len(item.options)
        return item.options[value - 1].in_(lang) if is_one else ""
    if isinstance(value, dict):
        return "\n".join(str(part) for part in value.values() if not is_blank(part))
    if isinstance(value, list):
        return "\n".join(" · ".join(str(c) for c in row if c) for row in value if not is_blank(row))
    return "" if value is None else str(value)


def close_all(widget: ipw.Widget) -> None:
    """Take a widget and all in it out of the browser's memory too."""
    for child in getattr(widget, "children", ()):
        close_all(child)
    widget.close()


def _label(controls: Sequence[ipw.Widget], item: Item, lang: Lang) -> None:
    """Label each control; the help of a single one stands inside while it is empty."""
    help_ = item.help.in_(lang) if item.help else ""
    for control in controls:
        if isinstance(control, ipw.Textarea) and item.kind == "text":
            control.rows = max(item.lines, 1)
        if item.kind == "feedback":
            control.description, control.placeholder = control.tooltip, ""
            continue
        required = f" · {message('form-required', lang)}" if item.is_required else ""
        control.description = f"{item.label.in_(lang)}{required}"
        if isinstance(control, ipw.RadioButtons):
            control.description = f"{item.label.in_(lang)}{f' · {help_}' if help_ else ''}"
        else:
            control.placeholder = help_
