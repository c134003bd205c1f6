"""Explore: pick, brush, compare, open; every figure one that the documents show."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import Any

from workbench.charts.deal_map import Spot, map_scale
from workbench.i18n import Lang, message
from workbench.metrics.cutting import is_cut
from workbench.metrics.fact import Fact
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.funnel import funnel_picture
from workbench.review.exploration.moving import Held, hold, moving, prepare
from workbench.review.exploration.picture import Draw
from workbench.review.exploration.pictures import finding, map_picture, map_spots
from workbench.review.exploration.ranked import ranking_picture
from workbench.review.exploration.standing import MOST
from workbench.review.exploration.trend import trend_picture
from workbench.review.exploration.view import View
from workbench.snapshots.where import Where
from workbench.widgets.board import Board, Pick, Shown
from workbench.widgets.exploring.controls import Controls
from workbench.widgets.exploring.deals import Deals
from workbench.widgets.exploring.shown import shown
from workbench.widgets.exploring.tools import Tools
from workbench.widgets.latest import Latest
from workbench.widgets.page import Page

_EMPTY: dict[str, Any] = {name: field.default for name, field in View.model_fields.items()}


class ExplorePage:
    """An exploration in a notebook or served; shows itself."""

    def __init__(self, explored: Exploration, view: View, lang: Lang) -> None:
        self.explored, self.lang = explored, lang
        self.view = explored.checked(_named(explored, view))  # as it was last asked for
        self.shown = self.view  # as it was last drawn
        self.spots: Sequence[Spot] = ()
        self.placed: Where | None = None  # the deals that stand on the map
        self.facts: Sequence[Fact] = ()  # of the ranking that is shown, in their order
        self.held: Held | None = None  # what stands still while a box is drawn in it
        workspace = explored.workspace
        told = message("explore-snapshot", lang, day=explored.snapshot.as_of.isoformat())
        head = [message("explore-title", lang), workspace.title(lang), told]
        self.page = Page(lang, head, is_made=workspace.is_made)
        self.board = Board(
            self._picked, moving=self._moving, near=self._near, failed=self.page.failed
        )
        self.board.on_msg(self._heard)
        self.latest = Latest(self._redraw)
        self.controls = Controls(explored, self.view, lang, self._change)
        self.deals = Deals(explored, self.page, lang)
        self.tools = Tools(explored, self.page, lang, self._change)
        self.page.controls.children = self.controls.widgets
        self.page.body.children = [self.board, self.tools.widget, self.deals.widget]
        self.redraw()

    def _change(self, change: dict[str, Any]) -> None:
        """Take over what a person changed; what cannot be leaves everything as it was."""
        if self.page.do(lambda: self._take(self._changed(self.view, change))):
            self.latest()
        self.controls.show(self.view)

    def _changed(self, view: View, change: dict[str, Any]) -> View:
        told = {key: value() if callable(value) else value for key, value in change.items()}
        plain = {key: _EMPTY[key] if value is None else value for key, value in told.items()}
        changed = _named(self.explored, view.model_copy(update=plain))
        if set(plain) == {"period"}:
            changed = self.explored.fitted(changed)
        return self.explored.checked(changed)

    def _take(self, view: View) -> None:
        self.view = view

    def _redraw(self) -> None:
        """Draw a view that was taken over; one that cannot be drawn is let go again."""
        if self.view != self.shown and not self.page.do(self.redraw):
            self.view = self.shown
            self.controls.show(self.view)

    def redraw(self) -> None:
        """Draw everything the view shows."""
        explored, view, lang = self.explored, self.view, self.lang
        with ThreadPoolExecutor(1) as beside:  # the database answers while sentences are written
            funnel = beside.submit(funnel_picture, explored, view, lang)
            deals = beside.submit(self.deals.read, view)
            ranking, found, total = ranking_picture(explored, view, lang)
            trend = trend_picture(explored, view, lang)
            placed = explored.where(view).without("days", "amount")
            is_same = placed == self.placed  # a box moves none of them
            spots = self.spots if is_same else map_spots(explored, view, lang)
            pictures = {
                "ranking": ranking,
                "trend": trend,
                "funnel": funnel.result(),
                "map": map_picture(explored, view, spots, lang),
            }
            table = deals.result()
        self.shown, self.spots, self.placed, self.held = view, spots, placed, None
        self.facts = found.facts[:MOST]
        charts = {name: shown(each, lang) for name, each in pictures.items()}
        self.map = replace(charts["map"], is_full=True)
        self.board.show({**charts, "map": self._with_box()})
        definition = message(f"{view.metric}-definition", lang)
        lede = message("explore-lede-cut", lang, definition=definition)
        if not is_cut(view.metric):
            lede = definition
            if view.is_of_deals:
                lede = message("explore-not-cut", lang, metric=words.label(view.metric, lang))
        self.page.tell(finding(view, found, total, lang), lede)
        self.deals.show(view, table)
        self.tools.show(view)

    def _near(self, _chart: str) -> None:
        """Make ready for a box: what it will ask again and again is added up beforehand."""
        if self.held is None:
            prepare(self.explored, self.shown)
            self.held = hold(self.explored, self.shown, self.facts, self.lang)

    def _moving(self, pick: Pick) -> dict[str, Draw]:
        """Draw what follows a box that is being drawn; nothing else is told of it yet."""
        self._near(pick.chart)
        if self.held is None:
            return {}
        view = self._changed(self.shown, self._boxed(pick.value))
        return moving(self.explored, view, self.held, self.lang)

    def _picked(self, picks: Sequence[Pick]) -> None:
        """Take over all that was picked at once; what cannot be leaves everything as it was."""
        if self.page.do(lambda: self._take(reduce(self._with, picks, self.view))):
            self._redraw()
        self.controls.show(self.view)

    def _with(self, view: View, pick: Pick) -> View:
        """Add one pick to a view; a row or a stage picked again lets go."""
        if pick.chart == "map":
            return self._changed(view, self._boxed(pick.value))
        keys = (pick.value or {}).get("key") or [""]
        key = str(keys[0])
        if pick.param == "period" and key:
            return self._changed(view, {"period": key})
        if pick.param in ("rep", "stage"):
            is_same = getattr(view, pick.param) == key
            return self._changed(view, {pick.param: "" if is_same else key})
        return view

    def _boxed(self, value: Mapping[str, Any] | None) -> dict[str, Any]:
        """Read a drawn box as days and amounts; none clears both."""
        if not value or "x" not in value or "y" not in value:
            return {"days": None, "amount": None}
        scale = map_scale(self.spots, self.board.width(is_full=True))
        days = scale.days_between(*map(float, value["x"]))
        amounts = scale.amounts_between(*map(float, value["y"]))
        return {"days": days, "amount": tuple(Decimal(f"{end:.0f}") for end in amounts)}

    def _with_box(self) -> Shown:
        """Give the map with the box of the view where it stands at the width there is."""
        days, amount = self.shown.days, self.shown.amount
        ends = None if amount is None else (float(amount[0]), float(amount[1]))
        scale = map_scale(self.spots, self.board.width(is_full=True))
        return replace(self.map, brush={"box": scale.box(days, ends)})

    def _heard(self, _widget: object, content: Mapping[str, Any], _buffers: object) -> None:
        """Place the box anew where a browser has another width; the board showed all else."""
        if "ready" in content and (self.shown.days or self.shown.amount):
            self.board.show({"map": self._with_box()})

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        return self.page._repr_mimebundle_(**kwargs)


def _named(explored: Exploration, view: View) -> View:
    """Write the period into a view, so that its text says it though the default moves on."""
    return view.model_copy(update={"period": explored.period(view).name})
