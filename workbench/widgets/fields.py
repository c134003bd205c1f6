"""One thin class per kind of item: a widget, and the value a person gave with it.

Each field has `widget`, a `value` to get and set, and calls back on every change as it is typed.
"""

from collections.abc import Callable, Sequence

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.review.template import Item

Changed = Callable[[], None]
_FULL = {"width": "auto"}


class TextField:
    """Words, or a number or date as words: what cannot be read is kept and told."""

    def __init__(self, item: Item, lang: Lang) -> None:
        self.item, self.lang = item, lang
        self.widget = self._made()

    def _made(self) -> ipw.Widget:
        label = self.item.label.in_(self.lang)
        if self.item.kind in ("number", "date"):
            hint = message(f"form-as-{self.item.kind}", self.lang)
            return ipw.Text(placeholder=hint, tooltip=label, layout={"width": "14em"})
        return ipw.Textarea(rows=max(self.item.lines, 2), tooltip=label, layout=_FULL)

    @property
    def value(self) -> object:
        """What stands in the field; setting it shows another value."""
        return self._read()

    @value.setter
    def value(self, value: object) -> None:
        self._show(value)

    def _read(self) -> object:
        return self.widget.value

    def _show(self, value: object) -> None:
        self.widget.value = "" if value is None else str(value)

    def inputs(self) -> Sequence[ipw.Widget]:
        """List every control a person reaches with the keyboard."""
        return (self.widget,)

    def on_change(self, changed: Changed) -> None:
        """Call back on each change."""
        for control in self.inputs():
            control.observe(lambda _change: changed(), names="value")


class YesNoField(TextField):
    """Yes or no; None before anything is chosen."""

    def _made(self) -> ipw.Widget:
        told = [(message("form-yes", self.lang), True), (message("form-no", self.lang), False)]
        return ipw.RadioButtons(options=told, value=None, layout=_FULL)

    def _show(self, value: object) -> None:
        self.widget.value = value if isinstance(value, bool) else None


class SelectField(TextField):
    """One of the options, counted from 1; None before anything is chosen."""

    def _made(self) -> ipw.Widget:
        return ipw.RadioButtons(options=_options(self.item, self.lang), value=None, layout=_FULL)

    def _show(self, value: object) -> None:
        levels = range(1, len(self.item.options) + 1)
        self.widget.value = value if value in levels else None


class GroupField(TextField):
    """Several controls that make one value, by name."""

    def _parts(self) -> dict[str, ipw.Widget]:
        raise NotImplementedError

    def _made(self) -> ipw.Widget:
        self.parts = self._parts()
        return ipw.VBox(list(self.parts.values()))

    def inputs(self) -> Sequence[ipw.Widget]:
        """List the controls of all parts."""
        return tuple(self.parts.values())

    def _read(self) -> object:
        return {name: part.value for name, part in self.parts.items()}

    def _show(self, value: object) -> None:
        told = value if isinstance(value, dict) else {}
        for name, part in self.parts.items():
            empty = None if isinstance(part, ipw.RadioButtons) else ""
            part.value = told.get(name, empty)


class RatingField(GroupField):
    """A level described by its anchor, and the reason."""

    def _parts(self) -> dict[str, ipw.Widget]:
        numbered = [(f"{n} {label}", n) for label, n in _options(self.item, self.lang)]
        level = ipw.RadioButtons(options=numbered, value=None, layout={"width": "max-content"})
        hint = message("form-reason", self.lang)
        return {"level": level, "reason": ipw.Textarea(placeholder=hint, layout=_FULL)}


class FeedbackField(GroupField):
    """Situation, behaviour, impact and request, with the evidence they point to."""

    def _parts(self) -> dict[str, ipw.Widget]:
        parts = ["situation", "behaviour", "impact", "request", "evidence"]
        if self.item.asks_intent:
            parts.insert(3, "intent")
        return {
            part: ipw.Textarea(
                placeholder=message(f"form-{part}", self.lang),
                tooltip=message(f"form-{part}", self.lang),
                rows=2,
                layout=_FULL,
            )
            for part in parts
        }


class RowsField(TextField):
    """A table people add rows to."""

    def _made(self) -> ipw.Widget:
        self.rows: list[list[ipw.Text]] = []
        self._changed: Changed = lambda: None
        self.box = ipw.VBox()
        add = ipw.Button(description=message("form-add-row", self.lang), icon="plus")
        add.on_click(lambda _button: self._grow(len(self.rows) + 1))
        self._grow(max(self.item.lines, len(self.item.rows)))
        for row, asked in zip(self.rows, self.item.rows, strict=False):
            row[0].value = asked.in_(self.lang)
        return ipw.VBox([self.box, add])

    def inputs(self) -> Sequence[ipw.Widget]:
        """List every cell."""
        return [cell for row in self.rows for cell in row]

    def _read(self) -> object:
        # Blank rows at the end are room to write, not rows
        rows = [[cell.value for cell in row] for row in self.rows]
        while rows and not any(word.strip() for word in rows[-1]):
            rows.pop()
        return rows

    def _show(self, value: object) -> None:
        told = value if isinstance(value, list) else []
        self._grow(max(len(told), self.item.lines))
        for number, row in enumerate(self.rows):
            words = told[number] if number < len(told) else []
            for place, cell in enumerate(row):
                cell.value = str(words[place]) if place < len(words) else ""

    def on_change(self, changed: Changed) -> None:
        """Call back on each change, also in rows added later."""
        self._changed = changed

    def _grow(self, count: int) -> None:
        while len(self.rows) < count:
            row = [self._cell(column.in_(self.lang)) for column in self.item.columns]
            self.rows.append(row)
        self.box.children = [ipw.HBox(row) for row in self.rows]

    def _cell(self, label: str) -> ipw.Text:
        wide = {"flex": "1 1 0%", "min_width": "6em"}
        cell = ipw.Text(placeholder=label, tooltip=label, layout=wide)
        cell.observe(lambda _change: self._changed(), names="value")
        return cell


def field_of(item: Item, lang: Lang) -> TextField:
    """Make the field of an item."""
    if item.columns:
        return RowsField(item, lang)
    return _FIELDS.get(item.kind, TextField)(item, lang)


def _options(item: Item, lang: Lang) -> list[tuple[str, int]]:
    return [(option.in_(lang), n) for n, option in enumerate(item.options, start=1)]


_FIELDS: dict[str, type[TextField]] = {
    "yes_no": YesNoField,
    "select": SelectField,
    "rating": RatingField,
    "feedback": FeedbackField,
}
