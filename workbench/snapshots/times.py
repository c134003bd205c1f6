"""When snapshots were frozen, as people say it: in the company's zone."""

from datetime import UTC, datetime

from workbench.snapshots.kept import Kept


def moment(kept: Kept) -> str:
    """Tell when a snapshot was frozen last: `09:14` today, else `2026-09-30 09:14`."""
    then = kept.last_at.astimezone(kept.zone)
    is_today = then.date() == datetime.now(UTC).astimezone(kept.zone).date()
    return f"{then:%H:%M}" if is_today else f"{then:%Y-%m-%d %H:%M}"
