"""Who is where in a cycle, and what waits for one person: two tables in a notebook."""

from workbench.i18n import message, require_lang
from workbench.model.given import one_of, texts
from workbench.page.cells import Cell, Link
from workbench.review.cycle.answers import cycle_name
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.status import status_rows
from workbench.review.cycle.todo import todo_rows
from workbench.review.template import template_names
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.widgets.listed import Listed, listed


class Overview:
    """Shows itself in a notebook."""

    def __init__(self, html: str) -> None:
        self.html = html

    def _repr_html_(self) -> str:
        return self.html


def open_overview(
    period: str = "", workspace: str = "", *, actor: str, template: str = "", lang: str = ""
) -> Overview:
    """Show what waits for a person, over all cycles, and who is where in one.

    Parameters
    ----------
    period, workspace, template
        Which cycle; "" takes the workspace's own.
    actor
        Who looks, as person and role: `M02:manager`.

    Raises
    ------
    UnknownNameError
        When there is no such cycle.
    """
    told = texts(period=period, workspace=workspace, lang=lang)
    space = open_workspace(told["workspace"] or None)
    chosen = one_of("template", template, template_names(space.folder), is_optional=True)
    desk = open_desk(space, require_lang(told["lang"] or space.languages[0]))
    try:
        who = Actor.read(actor)
        span = space.calendar.period(told["period"] or space.default_period)
        cycle = cycle_name(span.name, chosen or space.template)
        heads, rows = status_rows(desk, who, cycle)
        columns, rows_waiting = todo_rows(desk, who)
        waiting: list[list[Cell]] = [[*row[:-1], Link(row[-1], row[-1])] for row in rows_waiting]
    finally:
        desk.store.engine.dispose()
    tables: list[Listed] = [
        (message("overview-todo", desk.lang), columns, waiting),
        (cycle, heads, rows),
    ]
    return Overview(listed(tables, desk.lang))
