"""Explore: pick, brush, compare, open; every figure one that the documents show."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

from workbench.charts.deal_map import map_scale
from workbench.charts.figure import WIDE
from workbench.i18n import Lang, message, require_lang
from workbench.metrics.cutting import is_cut
from workbench.model.given import one_of, text_of, texts
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.pictures import (
    finding,
    funnel_picture,
    map_picture,
    map_spots,
    ranking_picture,
    trend_picture,
)
from workbench.review.exploration.shelf import load_view, view_names
from workbench.review.exploration.view import View
from workbench.review.reader import require_role
from workbench.review.review import read_day
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace
from workbench.widgets.address import asked
from workbench.widgets.board import Board, Box, Draw, Pick, Shown
from workbench.widgets.exploring.controls import Controls
from workbench.widgets.exploring.deals import Deals
from workbench.widgets.exploring.tools import Tools
from workbench.widgets.live import live
from workbench.widgets.page import Page

_EMPTY: dict[str, Any] = {name: field.default for name, field in View.model_fields.items()}


class ExplorePage:
    """An exploration in a notebook or served; shows itself."""

    def __init__(self, explored: Exploration, view: View, lang: Lang) -> None:
        self.explored, self.lang = explored, lang
        self.view = explored.checked(_named(explored, view))
        workspace = explored.workspace
        told = message("explore-snapshot", lang, day=explored.snapshot.as_of.isoformat())
        head = [message("explore-title", lang), workspace.title(lang), told]
        self.page = Page(lang, head, is_made=workspace.is_made)
        self.board = Board(self._picked, moving=self._moving, failed=self.page.failed)
        self.controls = Controls(explored, self.view, lang, self._change)
        self.deals = Deals(explored, self.page, lang)
        self.tools = Tools(explored, self.page, lang, self._change)
        self.page.controls.children = self.controls.widgets
        self.page.body.children = [self.board, self.tools.widget, self.deals.widget]
        self.spots = map_spots(explored, self.view, lang)
        self.redraw()

    def _change(self, change: dict[str, Any]) -> None:
        """Take over what a person changed; what cannot be leaves everything as it was."""
        self.page.do(lambda: self._take(change))
        self.controls.show(self.view)

    def _take(self, change: dict[str, Any]) -> None:
        told = {key: value() if callable(value) else value for key, value in change.items()}
        plain = {key: _EMPTY[key] if value is None else value for key, value in told.items()}
        view = _named(self.explored, self.view.model_copy(update=plain))
        if set(plain) == {"period"}:
            view = self.explored.fitted(view)
        view = self.explored.checked(view)
        before, self.view = self.view, view
        try:
            self.redraw()
        except Exception:
            self.view = before
            raise

    def redraw(self) -> None:
        """Draw everything the view shows."""
        explored, view, lang = self.explored, self.view, self.lang
        with ThreadPoolExecutor(1) as beside:  # the database answers while sentences are written
            funnel = beside.submit(funnel_picture, explored, view, lang)
            deals = beside.submit(self.deals.read, view)
            ranking, found, total = ranking_picture(explored, view, lang)
            trend = trend_picture(explored, view, lang)
            self.spots = map_spots(explored, view, lang)
            pictures = {
                "ranking": ranking,
                "trend": trend,
                "funnel": funnel.result(),
                "map": map_picture(explored, view, self.spots, lang),
            }
            table = deals.result()
        self.board.show(
            {
                name: Shown(
                    **vars(each), is_full=name == "map",
                    brush={"box": self._brush()} if name == "map" else {},
                )
                for name, each in pictures.items()
            }
        )  # fmt: skip
        definition = message(f"{view.metric}-definition", lang)
        lede = message("explore-lede-cut", lang, definition=definition)
        if not is_cut(view.metric):
            lede = definition
            if view.is_of_deals:
                lede = message("explore-not-cut", lang, metric=words.label(view.metric, lang))
        self.page.tell(finding(view, found, total, lang), lede)
        self.deals.show(view, table)
        self.tools.show(view)

    def _picked(self, picks: Sequence[Pick]) -> None:
        for pick in picks:
            self.page.do(lambda pick=pick: self._pick(pick.chart, pick.param, pick.value))  # type: ignore[misc]
        self.controls.show(self.view)

    def _moving(self, pick: Pick) -> dict[str, Draw]:
        told = self._boxed(pick.value)
        plain = {key: _EMPTY[key] if value is None else value for key, value in told.items()}
        view = self.explored.checked(self.view.model_copy(update=plain))
        pictures = {
            "ranking": ranking_picture(self.explored, view, self.lang)[0],
            "trend": trend_picture(self.explored, view, self.lang),
            "funnel": funnel_picture(self.explored, view, self.lang),
        }
        return {name: each.draw for name, each in pictures.items() if each.draw is not None}

    def _brush(self) -> Box | None:
        view, scale = self.view, map_scale(self.spots, self.board.width(is_full=True))
        if view.days is None and view.amount is None:
            return None
        across = (0.0, scale.days.pixels)
        if view.days is not None:
            across = (scale.x(view.days[0]), scale.x(view.days[1]))
        down = (0.0, 200.0)
        if view.amount is not None:
            down = (scale.y(float(view.amount[1])), scale.y(max(float(view.amount[0]), 1e-6)))
        return across, down

    def _pick(self, chart: str, param: str, value: Mapping[str, Any] | None) -> None:
        if chart == "map":
            self._take(self._boxed(value))
            return
        keys = (value or {}).get("key") or [""]
        key = str(keys[0])
        if param == "period":
            if key:
                self._take({"period": key})
        elif param in ("rep", "stage"):
            is_same = getattr(self.view, param) == key
            self._take({param: "" if is_same else key})

    def _boxed(self, value: Mapping[str, Any] | None) -> dict[str, Any]:
        """Read a drawn box as days and amounts; none clears both."""
        if not value or "x" not in value or "y" not in value:
            return {"days": None, "amount": None}
        scale = map_scale(self.spots, self.board.width(is_full=True))
        days = scale.days_between(*map(float, value["x"]))
        amounts = scale.amounts_between(*map(float, value["y"]))
        return {"days": days, "amount": tuple(Decimal(f"{end:.0f}") for end in amounts)}

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        return self.page._repr_mimebundle_(**kwargs)


@live
def open_explore(
    period: str = "",
    workspace: str = "",
    *,
    lang: str = "",
    view: str = "",
    as_of: str = "",
    actor: str = "",
) -> ExplorePage:
    """Open an exploration of a company's deals.

    Parameters
    ----------
    period
        Which period to begin with; "" takes the workspace's own, or the view's.
    workspace
        Its folder; "" takes the default workspace.
    lang
        `zh` or `en`; "" takes the workspace's first.
    view
        Name of a view kept in the workspace, to begin with.
    as_of
        ISO date of the snapshot to read; "" takes the latest.
    actor
        Who looks, as `O1:sales_ops`; "" on a desk, where nobody is told apart.

    Raises
    ------
    UnknownNameError
        For an unknown view or language, or a view that names what there is not.
    RefusedError
        For all but sales ops; and when nobody is named where people are told apart.
    WorkspaceError, SnapshotError, PeriodError, ParameterError
        When one of the others cannot be used.
    """
    space = open_workspace(text_of("workspace", workspace) or None)
    explored = Exploration(space, open_snapshot(space, read_day(as_of)))
    _warm(explored)
    given = asked(period=period, lang=lang, view=view, actor=text_of("actor", actor))
    require_role(given.pop("actor"), space, "explore", "sales_ops")
    kept = one_of("view", given.pop("view"), view_names(space), is_optional=True)
    told = texts(**given)
    code = require_lang(told["lang"] or space.languages[0])
    shown = load_view(space, kept) if kept else _first_view(explored)
    if told["period"]:
        shown = shown.model_copy(update={"period": told["period"]})
    return ExplorePage(explored, shown, code)


def _named(explored: Exploration, view: View) -> View:
    """Write the period into a view, so that its text says it though the default moves on."""
    return view.model_copy(update={"period": explored.period(view).name})


def _warm(explored: Exploration) -> None:
    """Do what every view needs, while a kernel that was started early waits for its reader."""
    view = _first_view(explored)
    picture, _found, _total = ranking_picture(explored, view, "zh")
    if picture.draw is not None:
        picture.draw(WIDE)


def _first_view(explored: Exploration) -> View:
    """Begin with the win rate; where no lost deals are recorded, with what was won."""
    return View(metric="won_revenue" if "win_rate" in explored.cut.lacks else "win_rate")
