"""All doubts about a snapshot, as issues."""

from collections.abc import Callable, Sequence

import duckdb

from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.aims import unknown_aim, useless_currency
from workbench.review.quality.sense.amounts import lost_at_zero, negative_amount, sums_apart
from workbench.review.quality.sense.circles import manager_circle
from workbench.review.quality.sense.ends import end_gap
from workbench.review.quality.sense.ground import Ground
from workbench.review.quality.sense.kinds import never_lost, never_open
from workbench.review.quality.sense.newcomers import quota_before_hire
from workbench.review.quality.sense.people import same_person, seen_nowhere
from workbench.review.quality.sense.quotas import quota_gap
from workbench.review.quality.sense.rates import no_rate, stale_rate
from workbench.review.quality.sense.stages import stage_against_status
from workbench.review.quality.sense.targets import quota_lowered, quota_twice
from workbench.review.quality.sense.unread import unread_columns, unread_keys
from workbench.snapshots import Snapshot
from workbench.sources.workspace import Workspace

DOUBTS: Sequence[Callable[[Ground], list[Issue]]] = (
    lost_at_zero,
    stage_against_status,
    negative_amount,
    sums_apart,
    stale_rate,
    no_rate,
    quota_gap,
    end_gap,
    unknown_aim,
    useless_currency,
    quota_before_hire,
    quota_lowered,
    quota_twice,
    never_lost,
    never_open,
    same_person,
    manager_circle,
    seen_nowhere,
)
UNREAD: Sequence[Callable[[Ground], list[Issue]]] = (unread_columns, unread_keys)


def doubtful(snapshot: Snapshot, workspace: Workspace) -> list[Issue]:
    """List what is sound in form and yet likely wrong. Figures are not changed by it.

    Returns
    -------
    list of Issue
        Of kind `doubtful`, by doubt and table, then of kind `unread` what nothing reads; the rows
        behind each by `rows_behind_issue`. A doubt about columns a snapshot does not have is not
        raised.
    """
    with duckdb.connect() as connection:
        ground = Ground(snapshot, workspace, connection)
        return [issue for doubt in (*DOUBTS, *UNREAD) for issue in doubt(ground)]
