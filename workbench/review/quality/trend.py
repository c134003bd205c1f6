"""Issues over the snapshots a workspace keeps: whether the data get better."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from workbench.review.quality.issues import issues
from workbench.snapshots import Snapshot
from workbench.snapshots.kept import earlier_days


@dataclass(frozen=True)
class Day:
    """One snapshot."""

    as_of: date
    rows: int  # sound rows of all tables
    set_aside: int
    kept: int  # odd rows that count, and cells that are blank in them

    @property
    def per_thousand(self) -> float:
        """How many rows of a thousand are set aside; a growing company has more of them."""
        whole = self.rows + self.set_aside
        return 1000 * self.set_aside / whole if whole else 0.0


def trend_of(snapshot: Snapshot) -> list[Day]:
    """Give the newest snapshot of each of the company's own days up to this one, earliest first.

    One that was changed after it was frozen is passed over, and so is who looked at another day.
    """
    return [_day(each) for each in [*earlier_days(snapshot), snapshot]]


def _day(snapshot: Snapshot) -> Day:
    counted = Counter[str]()
    for issue in issues(snapshot):
        counted[issue.kind] += issue.count
    rows = sum(entry["rows"] for entry in snapshot.manifest["tables"].values())
    return Day(snapshot.as_of, rows, counted["set_aside"], counted["kept"] + counted["blanked"])
