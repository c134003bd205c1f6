"""A doubt about ends: `end_on` was typed as the last day, though it is the day after it.

Of assignments and contracts, which go on from one row to the next; absences do leave days between.
"""

from workbench.review.mapping.dependence import figures_without
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground

# What goes on from row to row, and the figures that miss the day between two
_GOES_ON = {
    "assignments": (("rep_id",), ("won_revenue", "won_deals")),
    "contracts": (("account_id", "product_id"), figures_without("contracts")),
}


def end_gap(ground: Ground) -> list[Issue]:
    """Doubt rows that stop a day before the next one of the same person or customer begins."""
    found = []
    for table, (whose, figures) in _GOES_ON.items():
        if ground.has(table, whose[0], "start_on", "end_on") and not is_told(ground, table):
            doubt = Doubt(table, "end_gap", figures, says_inclusive(ground, table))
            found += ground.issues(doubt, _stopped(ground, table, whose))
    return found


def is_told(ground: Ground, table: str) -> bool:
    """Whether the workspace says that a table's ends are the day after the last."""
    return _told(ground, table) == "exclusive"


def says_inclusive(ground: Ground, table: str) -> tuple[str, ...]:
    """Write the line that reads a table's ends as last days; none where it stands already."""
    return () if _told(ground, table) else (f"[tables.{table}]", 'ends = "inclusive"')


def _told(ground: Ground, table: str) -> str:
    source = ground.workspace.tables.get(table)
    return source.ends if source is not None else ""


def _stopped(ground: Ground, table: str, whose: tuple[str, ...]) -> str:
    """Write the rows that a next row follows after a day, with no other holding on that day."""
    own = ground.given(table, *whose)
    names = ground.given(table, *whose, "start_on", "end_on", "manager_id", "contract_id")
    window = f"partition by {own} order by start_on"
    held = f"max(end_on) over ({window} rows unbounded preceding)"
    return (
        f"select {names}, next_start_on from (select *, lead(start_on) over ({window}) as"
        f" next_start_on, {held} as held_to from {ground.file(table)})"
        f" where held_to = end_on and next_start_on = end_on + 1 order by {own}, start_on"
    )
