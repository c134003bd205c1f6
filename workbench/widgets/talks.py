"""Which talks took place in a period, over all reps, as a table below the inbox of an office."""

from workbench.i18n import message
from workbench.review.coaching.talks import HEADS, talk_rows, talks_of
from workbench.review.cycle.desk import Desk
from workbench.store import Actor
from workbench.widgets.listed import listed


def talks_table(desk: Desk, actor: Actor, period: str = "") -> str:
    """Draw which coaching talks were held, skipped or missed, and who had none.

    Raises
    ------
    RefusedError
        For all but HR and sales ops.
    """
    span, found = talks_of(desk, actor, period)
    columns = [message(f"talk-head-{name}", desk.lang) for name in HEADS]
    title = message("talk-name", desk.lang, period=span.name)
    tables = [(title, columns, talk_rows(found, desk.lang))]
    return listed(tables, desk.lang)
