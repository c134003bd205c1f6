"""Open the page of a rep's coaching sessions, in JupyterLab or served."""

from workbench.charts.layers import altair
from workbench.coaching.note import finish
from workbench.errors import require_known
from workbench.model.given import text_of
from workbench.review.coaching.opened import open_coaching_desk
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace
from workbench.widgets.address import asked
from workbench.widgets.coaching.page import CoachingPage
from workbench.widgets.live import live, rehearsed

_VIEWS = ("desk", "present")


def _rehearse(workspace: str) -> None:
    """Load what a session draws with, while nobody waits for it yet."""
    altair()
    open_snapshot(open_workspace(workspace or None), None)


@rehearsed(_rehearse)
@live
def open_coaching(
    rep_id: str,
    period: str = "",
    workspace: str = "",
    *,
    actor: str = "",
    lang: str = "",
    view: str = "desk",
) -> CoachingPage:
    """Open the live session of a rep and a manager.

    Parameters
    ----------
    rep_id, period, workspace
        Whose session, over which figures; "" takes the workspace's own period and folder.
    actor
        Who sits at the screen, as `M03:manager` or `R13:rep`; "" takes the manager of record.
    lang
        zh or en; "" takes the workspace's first.
    view
        `desk`, or `present` for a shared screen: large type, one question, no private notes.

    Returns
    -------
    CoachingPage
        The open session as a walk in steps; without one, what there was and a button to prepare
        the next. Everything typed is in the store within a second.

    Raises
    ------
    UnknownNameError, PeriodError, RefusedError, ParameterError, StoreError
        Where a person looks on, the page says it instead.
    """
    given = asked(
        rep_id=rep_id, period=period, workspace=workspace, actor=actor, lang=lang, view=view
    )
    shown = text_of("view", given["view"])
    require_known("view", [shown], _VIEWS)
    desk = open_coaching_desk(
        given["rep_id"], given["period"], given["workspace"], actor=given["actor"],
        lang=given["lang"],
    )  # fmt: skip
    return CoachingPage(desk, finish, is_presenting=shown == "present")
