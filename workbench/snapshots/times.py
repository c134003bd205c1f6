"""When snapshots were frozen, as people say it: in the company's zone."""

from workbench.model.day import day_of, local, today
from workbench.snapshots.kept import Kept


def moment(kept: Kept) -> str:
    """Tell when a snapshot was frozen last: `09:14` today, else `2026-09-30 09:14`."""
    then = local(kept.last_at, kept.zone)
    form = "%H:%M" if day_of(kept.last_at, kept.zone) == today(kept.zone) else "%Y-%m-%d %H:%M"
    return then.strftime(form)
