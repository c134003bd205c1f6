"""Which talks took place in a period, over all reps, as a table in a notebook."""

from markupsafe import Markup

from workbench.i18n import message, require_lang
from workbench.model.given import texts
from workbench.review.coaching.talks import HEADS, talk_rows, talks_of
from workbench.review.cycle.desk import open_desk
from workbench.review.render import render
from workbench.review.stylesheet import stylesheet
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.widgets.overview import Overview


def open_talks(period: str = "", workspace: str = "", *, actor: str, lang: str = "") -> Overview:
    """Show which coaching talks were held, skipped or missed, and who had none.

    Parameters
    ----------
    period, workspace
        "" takes the workspace's own.
    actor
        Who looks, as person and role: `HR:hr`.

    Raises
    ------
    RefusedError
        For all but HR and sales ops.
    """
    told = texts(period=period, workspace=workspace, lang=lang)
    space = open_workspace(told["workspace"] or None)
    desk = open_desk(space, require_lang(told["lang"] or space.languages[0]))
    try:
        span, found = talks_of(desk, Actor.read(actor), told["period"])
    finally:
        desk.store.engine.dispose()
    columns = [message(f"talk-head-{name}", desk.lang) for name in HEADS]
    title = message("talk-name", desk.lang, period=span.name)
    tables = [(title, columns, talk_rows(found, desk.lang))]
    return Overview(str(render("overview", desk.lang, style=Markup(stylesheet()), tables=tables)))
