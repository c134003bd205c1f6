"""What snapshots of several days saw of each deal: a history for companies that keep none."""

from datetime import UTC, datetime, time

import pyarrow as pa

from workbench.snapshots import kept
from workbench.snapshots.snapshot import Snapshot

SIGHTINGS = "deal_sightings"
# What a history, or a snapshot of another day, tells of a deal
TOLD = ("rep_id", "stage", "amount", "close_on", "forecast_category")
# What no history tells, and what stood open on an earlier day is told by
_SEEN = ("is_closed", "next_step", "probability", "is_qualified", "acv", "tcv")


def earlier_states(snapshot: Snapshot) -> list[Snapshot]:
    """Give what was seen on earlier days, oldest first, where no history tells everything.

    A look back is no history: an older day frozen out of today's file is today's file without its
    last rows, and says nothing of what stood there then.
    """
    told = snapshot.columns("deal_history") if snapshot.has("deal_history") else ()
    asked = {*TOLD, *(name for name in _SEEN[1:] if name in snapshot.columns("deals"))}
    return [] if asked <= set(told) else kept.earlier_states(snapshot)


def sightings(snapshot: Snapshot, earlier: list[Snapshot]) -> pa.Table | None:
    """Give what each snapshot saw of the deals that were open on its day, or closed since the last.

    Returns
    -------
    pyarrow.Table or None
        One row per snapshot and deal: `deal_id`, `at` (noon UTC of the snapshot's day), `on` and
        the columns of a deal's history that the deals have. None without an earlier snapshot.
    """
    if not earlier:
        return None
    states = [*earlier, snapshot] if kept.is_state(snapshot) else earlier
    return pa.concat_tables([_seen(each) for each in states], promote_options="permissive")


def _seen(snapshot: Snapshot) -> pa.Table:
    deals = snapshot.table("deals")
    kept = deals.select(
        ["deal_id", *(name for name in (*TOLD, *_SEEN) if name in deals.column_names)]
    )
    noon = datetime.combine(snapshot.as_of, time(12), tzinfo=UTC)
    at = pa.array([noon] * kept.num_rows, pa.timestamp("us", "UTC"))
    on = pa.array([snapshot.as_of] * kept.num_rows, pa.date32())
    return kept.append_column("at", at).append_column("on", on)
