"""What looks closer at a view: one tool at a time, made when it is asked for."""

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.parts import Block
from workbench.review.exploration.changing import explained
from workbench.review.exploration.closer import compared, opened
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.outliers import outlier_table
from workbench.review.exploration.picture import Picture
from workbench.review.exploration.trying import DRIVERS, tried
from workbench.review.exploration.view import View, WhatIf
from workbench.widgets.board import Board
from workbench.widgets.exploring.shelf import ShelfTool
from workbench.widgets.exploring.shown import shown
from workbench.widgets.page import Page

TOOLS = ("figure", "compare", "what-if", "change", "outliers", "view")
Change = Callable[[dict[str, Any]], None]
_TEXTS: dict[str, Callable[[Exploration, View, Lang], Sequence[Block]]] = {
    "figure": opened,
    "compare": compared,
    "outliers": outlier_table,
}


class Tools:
    """A row of buttons, and below it the tool that is chosen."""

    def __init__(self, explored: Exploration, page: Page, lang: Lang, change: Change) -> None:
        self.explored, self.page, self.lang, self.change = explored, page, lang, change
        self.view = View()
        options = [(message(f"explore-tool-{name}", lang), name) for name in ("none", *TOOLS)]
        self.choice = ipw.ToggleButtons(
            options=options, value="none", description=message("explore-tool", lang),
            style={"button_width": "auto"},
        )  # fmt: skip
        self.choice.observe(page.doing(self._choose), "value")
        self.text = ipw.HTML()
        self.board = Board(failed=page.failed, columns=1)
        self.sliders = {name: self._slider(name) for name in DRIVERS}
        self.before = ipw.Dropdown(description=message("explore-change-from", lang))
        self.before.observe(self._tell_before, "value")
        self.shelf = ShelfTool(explored, page, lang, change)
        self.room = ipw.VBox()
        self.widget = ipw.VBox([self.choice, self.room]).add_class("tools")
        self._is_telling = True

    def show(self, view: View) -> None:
        """Show the chosen tool for a view."""
        self.view = view
        self._draw()

    def _choose(self) -> None:
        name = self.choice.value
        rooms = {
            "none": [],
            "what-if": [ipw.Box(list(self.sliders.values())).add_class("row"), self.board],
            "change": [self.before, self.board],
            "view": [self.shelf.widget],
        }
        self._draw()
        self.room.children = rooms.get(name, [self.text])

    def _draw(self) -> None:
        name = self.choice.value
        if name in _TEXTS:
            told = _TEXTS[name](self.explored, self.view, self.lang)
            self.text.value = fragment(self.lang, *told)
        elif name == "what-if":
            self._quietly(self._show_sliders)
            self._show(tried(self.explored, self.view, self.lang))
        elif name == "change":
            self._quietly(self._show_periods)
            self._show(explained(self.explored, self.view, self.lang))
        elif name == "view":
            self.shelf.show(self.view)

    def _show(self, picture: Picture) -> None:
        self.board.show({"tool": shown(picture, self.lang)})

    def _show_sliders(self) -> None:
        for name, slider in self.sliders.items():
            slider.value = getattr(self.view.what_if, name)
            slider.disabled = not self.view.rep

    def _show_periods(self) -> None:
        explored, view = self.explored, self.view
        this, found = explored.period(view), explored.before(view)
        names = [period.name for period in reversed(explored.periods(View(), 16))]
        named = list(dict.fromkeys([found.name, *names]))
        options = sorted((name for name in named if name != this.name), reverse=True)
        if self.before.options != tuple(options):
            self.before.options = options
        self.before.value = found.name

    def _slider(self, name: str) -> ipw.IntSlider:
        slider = ipw.IntSlider(
            min=-50, max=100, step=5, description=message(f"explore-driver-{name}", self.lang),
            readout_format="+d", style={"description_width": "initial"},
        )  # fmt: skip
        slider.observe(lambda change: self._try(name, change.new), "value")
        return slider.add_class("driver")

    def _try(self, name: str, percent: int) -> None:
        if self._is_telling:
            tried_now = self.view.what_if.model_dump() | {name: percent}
            self.change({"what_if": WhatIf(**tried_now)})

    def _tell_before(self, change: Any) -> None:  # noqa: ANN401 (a change of a trait)
        if self._is_telling:
            self.change({"before": change.new or ""})

    def _quietly(self, act: Callable[[], None]) -> None:
        self._is_telling = False
        try:
            act()
        finally:
            self._is_telling = True
