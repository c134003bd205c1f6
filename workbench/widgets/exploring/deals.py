"""The deals of a cut as a table, and as a file to take away."""

import base64
from typing import Any

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import ParameterError
from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.live import Download
from workbench.page.parts import Heading
from workbench.private import make_private, write_private_bytes
from workbench.review.exploration.closer import STATES, deal_table
from workbench.review.exploration.deal_file import deal_file
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.view import View
from workbench.widgets.page import Page

Listed = tuple[list[dict[str, Any]], dict[str, Any]]  # rows, and what they count to
_STEP, _MOST = 10, 200
_LARGEST_LINK = 4_000_000  # bytes; a larger file is only written, not handed over in the page
_KINDS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Deals:
    """A table that follows the view, with its files."""

    def __init__(self, explored: Exploration, page: Page, lang: Lang) -> None:
        self.explored, self.page, self.lang = explored, page, lang
        self.view, self.shown = View(), _STEP
        self.head, self.table, self.link = ipw.HTML(), ipw.HTML(), ipw.HTML()
        self.more = self._button("explore-more", self._show_more)
        files = [
            self._button(f"explore-{kind}", lambda kind=kind: self._write(kind)) for kind in _KINDS
        ]
        row = ipw.Box([self.more, *files, self.link]).add_class("row")
        self.widget = ipw.VBox([self.head, self.table, row]).add_class("deals")

    def read(self, view: View, most: int = _STEP) -> Listed:
        """Read the first deals of a view and count all of them; shows nothing yet."""
        period, where = self.explored.period(view), self.explored.where(view)
        deals = self.explored.cut.deals
        return deals.rows(period, where, STATES, most=most), deals.counted(period, where, STATES)

    def show(self, view: View, listed: Listed) -> int:
        """Show the deals of a view as `read`; gives how many rows there are."""
        self.view, self.shown = view, _STEP
        self.link.value = ""
        return self._draw(*listed)

    def _draw(self, rows: list[dict[str, Any]], counted: dict[str, Any]) -> int:
        explored, view, lang = self.explored, self.view, self.lang
        total = i18n.MISSING
        if counted["total"] is not None:
            total = i18n.money(counted["total"], explored.workspace.currency, lang)
        told = message(
            "explore-table-sub", lang, shown=i18n.number(len(rows), lang),
            n=i18n.number(counted["n"], lang), total=total,
        )  # fmt: skip
        if not rows:
            told = message("explore-widen", lang)
        title = message("explore-table", lang, period=explored.period(view).name)
        self.head.value = fragment(lang, Heading(title, rank="section", sub=told))
        shown = [deal_table(explored, view, rows, lang)] if rows else []
        self.table.value = fragment(lang, *shown)
        self.more.layout.display = "" if len(rows) < min(counted["n"], _MOST) else "none"
        return int(counted["n"])

    def _show_more(self) -> None:
        self.shown = min(self.shown * 4, _MOST)
        self._draw(*self.read(self.view, self.shown))

    def _write(self, kind: str) -> None:
        """Write all rows to a file for its owner alone, and hand it over in the page."""
        explored, view = self.explored, self.view
        period, where = explored.period(view), explored.where(view)
        people = explored.people(view)
        rows = explored.cut.deals.rows(period, where, STATES)
        named = [
            {**row, "rep": people[row["rep_id"]].name if row["rep_id"] in people else ""}
            for row in rows
        ]
        content = deal_file(named, kind)
        name = f"deals-{period.name}-{explored.snapshot.as_of}.{kind}"
        file = _kept(explored, name, content)
        self.page.say(
            message("explore-exported", self.lang, n=i18n.number(len(rows), self.lang), file=file)
        )
        links = [_link(name, content, kind)] if len(content) <= _LARGEST_LINK else []
        self.link.value = fragment(self.lang, *links)

    def _button(self, key: str, act: Any) -> ipw.Button:  # noqa: ANN401 (something to do)
        button = ipw.Button(description=message(key, self.lang))
        self.page.pressed(button, act)
        return button


def _kept(explored: Exploration, name: str, content: bytes) -> str:
    folder = explored.workspace.outputs / "exports"
    file = folder / name.replace("/", "-")
    try:
        write_private_bytes(make_private(folder) / file.name, content)
    except OSError as reason:
        raise ParameterError(f"{file} cannot be written: {reason.strerror}.") from reason
    return str(file)


def _link(name: str, content: bytes, kind: str) -> Download:
    held = base64.b64encode(content).decode("ascii")
    return Download(name, name, _KINDS[kind], held, "file")
