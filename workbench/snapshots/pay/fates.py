"""What became of deals that were paid and are among a rep's won deals no more."""

from collections.abc import Iterable, Mapping
from typing import Any

from workbench.incentives.inputs import SET_ASIDE
from workbench.incentives.ledger.standing import LOST, OPEN, WON, Fate
from workbench.snapshots.held import rows_where
from workbench.snapshots.lost_deals import lost_deals
from workbench.snapshots.snapshot import Snapshot

_ASKED = ("deal_id", "is_closed", "is_won", "close_on")


def fates_of(snapshot: Snapshot, deals: Iterable[str]) -> dict[str, Fate]:
    """Tell the state of deals; one that is not there, and was not set aside, is left out."""
    wanted = sorted(set(deals))
    if not wanted:
        return {}
    aside = {row["deal_id"] for row in lost_deals(snapshot)}
    told = {deal: Fate(SET_ASIDE) for deal in wanted if deal in aside}
    rows = rows_where(snapshot.path("deals"), _ASKED, [("deal_id", "in", wanted)]).to_pylist()
    return told | {row["deal_id"]: _fate(row) for row in rows}


def _fate(row: Mapping[str, Any]) -> Fate:
    """Read the state of a deal; a lost one fell through on the day it is closed on."""
    if row["is_closed"] and row["is_won"]:
        return Fate(WON)
    return Fate(LOST, row["close_on"]) if row["is_closed"] else Fate(OPEN)
