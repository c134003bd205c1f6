"""Does what is counted here agree with the file? Both are counted, and what differs is explained.

The file is counted by other code than the SQL that filled the snapshot, so that a fault of either
shows. What no reason explains is kept as unexplained.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.errors import SnapshotError
from workbench.metrics.basis import AMOUNT_COLUMNS
from workbench.proposal.counted import Counted, total
from workbench.proposal.differences import Differences, counted_here
from workbench.proposal.file_side import file_deals
from workbench.proposal.here_side import here
from workbench.proposal.seen import Idle, Spanned, idle, spans
from workbench.snapshots.snapshot import Snapshot
from workbench.snapshots.source_record import marks_of, read_record, shaping_keys
from workbench.sources.scratch import scratch
from workbench.sources.workspace import Workspace


@dataclass(frozen=True)
class Reconciled:
    """Both counts of the deals, and what else is worth a look before the first document."""

    origin: str  # the file of the deals, or where their SQL stands
    file: Counted
    here: Counted
    reasons: Mapping[str, Counted]  # what each adds to the file's count to give the one here
    unread: tuple[str, ...]  # amounts of won deals in the file that are no number, as they stand
    has_amounts: bool  # whether the deals have a column of amounts at all
    tables: tuple[Spanned, ...]
    idle: tuple[Idle, ...]

    @property
    def unexplained(self) -> Counted:
        """What the reasons leave over; it should be nothing, and is never made so."""
        return self.here - self.file - total(self.reasons.values())


def reconcile(workspace: Workspace, snapshot: Snapshot) -> Reconciled:
    """Hold a snapshot against the file it was frozen from.

    Raises
    ------
    SnapshotError
        When the files or their place in workbench.toml changed since: they would not be compared
        with what was made of them.
    SourceError
        When a file cannot be read.
    """
    _require_same(workspace, snapshot)
    amount = AMOUNT_COLUMNS[workspace.rules.money.basis]
    kept = here(snapshot, workspace)
    found = Differences(kept, by_row=not workspace.tables["deals"].sql, amount=amount)
    with scratch() as place:
        raw, deals = file_deals(place, workspace)
        for deal in deals:
            found.add(deal)
    return Reconciled(
        str(raw.origin),
        found.file,
        counted_here(kept.deals.values()),
        found.explained(),
        tuple(found.unread),
        amount in snapshot.columns("deals"),
        spans(snapshot),
        idle(snapshot),
    )


def _require_same(workspace: Workspace, snapshot: Snapshot) -> None:
    record = read_record(snapshot.folder)
    if record is None:
        return
    marks = marks_of(workspace)
    changed = [
        name
        for name, each in record.files.items()
        if name not in marks or marks[name].sha256 != each.sha256
    ]
    if not changed and dict(record.keys) != shaping_keys(workspace):
        changed = ["workbench.toml"]
    if changed:
        raise SnapshotError(
            f"Snapshot {snapshot.address} was frozen before {' and '.join(changed)} changed, so "
            "the two cannot be compared. Run `workbench snapshot`, then compare with the new one."
        )
