"""What the promises of everybody are followed by, computed before the first notebook asks."""

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.review.promised.days import made_in, settled_on
from workbench.review.promised.figure import stand_of
from workbench.store.opening import store_of
from workbench.store.promises import followed

if TYPE_CHECKING:
    from workbench.review.rep_period import RepPeriod


def read_ahead(review: "RepPeriod") -> None:
    """Read the figure of each day a promise is told of, once for all that ask for the same."""
    space = review.workspace
    if not space.has_store:
        return
    rows = review.snapshot.table("reps").to_pylist()
    left = {row["rep_id"]: row.get("left_on") for row in rows}
    store, told = store_of(space), set()
    kept_by_all = followed(store)
    store.engine.dispose()
    for kept in kept_by_all:
        if kept.came_to or kept.rep_id not in left:
            continue
        end = settled_on(kept, space.time_zone, left[kept.rep_id])
        asked = (kept.metric, made_in(kept), end)
        if asked not in told:
            told.add(asked)
            whose = replace(review.rep, rep_id=kept.rep_id, left_on=left[kept.rep_id])
            stand_of(kept, replace(review, rep=whose))
