"""Issues over the snapshots a workspace keeps: whether the data get better."""

from dataclasses import dataclass
from datetime import date

from workbench.errors import SnapshotError
from workbench.review.quality.issues import issues
from workbench.snapshots import Snapshot
from workbench.snapshots.freeze import LATEST
from workbench.snapshots.snapshot import read_snapshot


@dataclass(frozen=True)
class Day:
    """One snapshot."""

    as_of: date
    rows: int  # sound rows of all tables
    set_aside: int
    kept: int  # odd, and counted

    @property
    def per_thousand(self) -> float:
        """How many rows of a thousand are set aside; a growing company has more of them."""
        whole = self.rows + self.set_aside
        return 1000 * self.set_aside / whole if whole else 0.0


def trend_of(snapshot: Snapshot) -> list[Day]:
    """Give the latest snapshot of each day up to this one, the earliest first.

    One that was changed after it was frozen is passed over.
    """
    home = snapshot.folder.parent.parent
    found = []
    for day in sorted(home.glob("*-*-*")):
        pointer = day / LATEST
        if day.name >= snapshot.as_of.isoformat() or not pointer.is_file():
            continue
        try:
            found.append(read_snapshot(day / pointer.read_text(encoding="utf-8").strip()))
        except SnapshotError:
            continue
    return [_day(each) for each in [*found, snapshot]]


def _day(snapshot: Snapshot) -> Day:
    counted = {"set_aside": 0, "kept": 0, "unmapped": 0}
    for issue in issues(snapshot):
        counted[issue.kind] += issue.count
    rows = sum(entry["rows"] for entry in snapshot.manifest["tables"].values())
    return Day(snapshot.as_of, rows, counted["set_aside"], counted["kept"])
