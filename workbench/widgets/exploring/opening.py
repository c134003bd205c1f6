"""Open Explore, in JupyterLab or served; a kernel that waits has opened it once before."""

from ipywidgets import Widget

from workbench.i18n import require_lang
from workbench.model.given import one_of, text_of, texts
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.shelf import load_view, view_names
from workbench.review.exploration.view import View
from workbench.review.reader import require_role
from workbench.review.review import read_day
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace
from workbench.widgets.address import asked
from workbench.widgets.exploring.page import ExplorePage
from workbench.widgets.live import live, rehearsed


def _rehearse(workspace: str) -> None:
    """Open the first view in every language and forget it; what it loaded and asked stays."""
    space = open_workspace(workspace or None)
    explored = Exploration(space, open_snapshot(space))
    for lang in space.languages:
        ExplorePage(explored, _first_view(explored), lang).board.rehearse()
    Widget.close_all()  # a browser is told of all there are


@rehearsed(_rehearse)
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
    given = asked(period=period, lang=lang, view=view, actor=text_of("actor", actor))
    require_role(given.pop("actor"), space, "explore", "sales_ops")
    kept = one_of("view", given.pop("view"), view_names(space), is_optional=True)
    told = texts(**given)
    code = require_lang(told["lang"] or space.languages[0])
    shown = load_view(space, kept) if kept else _first_view(explored)
    if told["period"]:
        shown = shown.model_copy(update={"period": told["period"]})
    return ExplorePage(explored, shown, code)


def _first_view(explored: Exploration) -> View:
    """Begin with the win rate; where no lost deals are recorded, with what was won."""
    return View(metric="won_revenue" if "win_rate" in explored.cut.lacks else "win_rate")
