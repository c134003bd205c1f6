"""The view as text: read it, edit it, keep it, open another, see where two differ."""

from collections.abc import Callable
from typing import Any

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.parts import Paragraph
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.shelf import load_view, save_view, view_diff, view_names
from workbench.review.exploration.view import View, read_view
from workbench.widgets.page import Page

Change = Callable[[dict[str, Any]], None]
_FULL = {"width": "auto"}


class ShelfTool:
    """One view in a person's hands, and those kept in the workspace."""

    def __init__(self, explored: Exploration, page: Page, lang: Lang, change: Change) -> None:
        self.explored, self.page, self.lang, self.change = explored, page, lang, change
        self.view = View()
        told = message("explore-view-text", lang)
        self.text = ipw.Textarea(description=told, rows=9, layout=_FULL).add_class("view-text")
        self.name = ipw.Text(description=message("explore-view-name", lang)).add_class("choice")
        self.kept = self._pick("explore-view-open", self._open)
        self.other = self._pick("explore-view-diff", self._compare)
        self.said = ipw.HTML()
        buttons = [
            self._button("explore-view-show", self._read),
            self.name,
            self._button("explore-view-save", self._save),
        ]
        self.widget = ipw.VBox(
            [
                self.text,
                ipw.Box(buttons).add_class("row"),
                ipw.Box([self.kept, self.other]).add_class("row"),
                self.said,
            ]
        )

    def show(self, view: View) -> None:
        """Show a view as text."""
        self.view = view
        self.text.value = view.text()
        self._list()

    def _list(self) -> None:
        names = view_names(self.explored.workspace)
        for choice in (self.kept, self.other):
            if choice.options != ("", *names):
                choice.options = ["", *names]
            choice.value = ""
        if not names:
            self.said.value = _sub(message("explore-view-empty", self.lang), self.lang)

    def _read(self) -> None:
        """Show what the text says; text that is no view stays as it is, with the reason told."""
        view = self.explored.checked(
            read_view(self.text.value, message("explore-view-text", self.lang))
        )
        self.change(dict(view))

    def _save(self) -> None:
        read_view(self.text.value, message("explore-view-text", self.lang))
        name = save_view(self.explored.workspace, self.name.value, self.view)
        self._list()
        batch = message("explore-view-batch", self.lang, name=name)
        told = message("explore-view-saved", self.lang, name=name)
        self.said.value = _sub(f"{told} {batch}", self.lang)
        self.page.say(told)

    def _open(self) -> None:
        name = self.kept.value
        if name:
            view = self.explored.checked(load_view(self.explored.workspace, name))
            self.change(dict(view))
            self.said.value = _sub(message("explore-view-opened", self.lang, name=name), self.lang)

    def _compare(self) -> None:
        name, lang = self.other.value, self.lang
        if not name:
            return
        rows = view_diff(self.view, load_view(self.explored.workspace, name))
        if not rows:
            self.said.value = _sub(message("explore-view-same", lang, name=name), self.lang)
            return
        heads = [text(""), text(message("explore-title", lang)), text(name)]
        told = message("explore-view-other", lang, name=name)
        self.said.value = fragment(lang, Paragraph(told, is_sub=True), Table(heads, rows))

    def _pick(self, key: str, act: Callable[[], None]) -> ipw.Dropdown:
        choice = ipw.Dropdown(options=[""], description=message(key, self.lang))
        choice.observe(self.page.doing(act), "value")
        return choice.add_class("choice")

    def _button(self, key: str, act: Callable[[], None]) -> ipw.Button:
        button = ipw.Button(description=message(key, self.lang))
        self.page.pressed(button, act)
        return button


def _sub(sentence: str, lang: Lang) -> str:
    return fragment(lang, Paragraph(sentence, is_sub=True))
