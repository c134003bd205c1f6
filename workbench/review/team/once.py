"""The deals of several people, each counted once: one that two of them share is one deal."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True)
class Once:
    """How many deals some people have together."""

    deals: Mapping[str, int]  # by state: won, lost, open
    priced: Mapping[str, int]  # of these, with a known amount


def once(deals: pa.Table, members: Collection[str]) -> Once:
    """Count the deals of some reps once each.

    Parameters
    ----------
    deals
        Rows of `FactSet.deals`: one per rep and deal, with `state` and `amount`.
    """
    mine = deals.filter(pc.is_in(deals["rep_id"], pa.array(sorted(members), pa.string())))
    return Once(_by_state(mine), _by_state(mine.filter(pc.is_valid(mine["amount"]))))


def _by_state(rows: pa.Table) -> dict[str, int]:
    found: dict[str, set[str]] = {"won": set(), "lost": set(), "open": set()}
    for row in rows.select(["deal_id", "state"]).to_pylist():
        found[row["state"]].add(row["deal_id"])
    return {state: len(ids) for state, ids in found.items()}
