"""What snapshot and registers hold of help between colleagues in a period."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from workbench.metrics.recognition.teamwork import (
    Help,
    helped_by_activities,
    helped_by_splits,
)
from workbench.model.day import day_of
from workbench.model.period import Period
from workbench.snapshots import Snapshot
from workbench.snapshots.held import rows_where
from workbench.store.registers import Line

_DEAL = ("deal_id", "rep_id", "is_closed", "is_won", "is_excluded", "close_on")


@dataclass(frozen=True)
class Days:
    """The elapsed days of a period, in the workspace's zone."""

    start: date
    end: date  # exclusive
    zone: ZoneInfo

    @classmethod
    def of(cls, period: Period, as_of: date, zone: str) -> "Days":
        """Give the elapsed days of a period."""
        return cls(period.start, period.elapsed_end(as_of), ZoneInfo(zone))

    def hold(self, at: datetime | None) -> bool:
        """Whether a UTC time lies on one of the days."""
        return at is not None and self.start <= day_of(at, self.zone) < self.end


def helps_in(snapshot: Snapshot, days: Days, rep_id: str | None = None) -> list[Help]:
    """Find the help that the records of sales show.

    Parameters
    ----------
    rep_id
        Only what this rep did; None finds everybody's.

    Returns
    -------
    list of Help
        Splits of deals won in the period with another's deal, and activities on a deal the helper
        never owned and has no part in. Nothing where the tables are not there.
    """
    acted = _activities(snapshot, days, rep_id)
    parts = _parts(snapshot, rep_id)
    ids = sorted({deal for _rep, deal in acted} | {row["deal_id"] for row in parts})
    deals = _of_deals(snapshot, "deals", _DEAL, ids)
    won = {
        row["deal_id"]: row["rep_id"]
        for row in deals
        if row["is_won"]
        and row["is_closed"]
        and not row.get("is_excluded")
        and row.get("close_on")
        and days.start <= row["close_on"] < days.end
    }
    owners = {row["deal_id"]: row["rep_id"] for row in deals}
    shared = [(row["deal_id"], row["rep_id"]) for row in parts]
    found = helped_by_splits(won, shared)
    mine = (each for each in found if rep_id in (None, each.rep_id))
    had = _had_part(snapshot, [deal for _rep, deal in acted], shared)
    return [*mine, *helped_by_activities(owners, had, acted)]


def helps_told(mentoring: Iterable[Line], praise: Iterable[Line], days: Days) -> Iterator[Help]:
    """Find the help that registers tell: mentoring alive in the period, praise given in it."""
    for line in mentoring:
        begun = line.made_at is not None and day_of(line.made_at, days.zone) < days.end
        is_over = line.ended_at is not None and day_of(line.ended_at, days.zone) < days.start
        if begun and not is_over:
            yield Help(line.owner, line.rep_id, "mentoring", line.line)
    for line in praise:
        if days.hold(line.made_at):
            yield Help(line.rep_id, line.made_by, "praise", line.line)


def _activities(snapshot: Snapshot, days: Days, rep_id: str | None) -> list[tuple[str, str]]:
    names = ("rep_id", "deal_id", "on", "is_done", "is_automatic")
    filters: list[tuple[str, str, Any]] = [("on", ">=", days.start), ("on", "<", days.end)]
    if rep_id is not None:
        filters.append(("rep_id", "=", rep_id))
    rows = _rows(snapshot, "activities", names, filters)
    if rows is None or "deal_id" not in snapshot.columns("activities"):
        return []
    return [
        (row["rep_id"], row["deal_id"])
        for row in rows
        if row["deal_id"] and row.get("is_done", True) and not row.get("is_automatic", False)
    ]


def _parts(snapshot: Snapshot, rep_id: str | None) -> list[dict[str, Any]]:
    """Give who has a part in which deal; of a rep, in the deals that rep has a part in."""
    table, names = "deal_splits", ("deal_id", "rep_id")
    if rep_id is None:
        return _rows(snapshot, table, names) or []
    own = _rows(snapshot, table, names, [("rep_id", "=", rep_id)]) or []
    return _of_deals(snapshot, table, names, sorted({row["deal_id"] for row in own}))


def _of_deals(
    snapshot: Snapshot, table: str, names: Sequence[str], ids: Sequence[str]
) -> list[dict[str, Any]]:
    return (_rows(snapshot, table, names, [("deal_id", "in", ids)]) or []) if ids else []


def _had_part(
    snapshot: Snapshot, deals: Iterable[str], shared: Iterable[tuple[str, str]]
) -> Mapping[str, set[str]]:
    """Give everybody who owned a deal at any time, or has a part in it."""
    found: dict[str, set[str]] = {}
    for deal_id, rep_id in shared:
        found.setdefault(deal_id, set()).add(rep_id)
    if not snapshot.has("deal_history") or "rep_id" not in snapshot.columns("deal_history"):
        return found
    for row in _of_deals(snapshot, "deal_history", ("deal_id", "rep_id"), sorted(set(deals))):
        if row["rep_id"]:
            found.setdefault(row["deal_id"], set()).add(row["rep_id"])
    return found


def _rows(
    snapshot: Snapshot,
    table: str,
    names: Sequence[str],
    filters: Any = None,  # noqa: ANN401
) -> list[dict[str, Any]] | None:
    """Read some columns of a table; None where the snapshot has no such table."""
    if not snapshot.has(table):
        return None
    known = [name for name in names if name in snapshot.columns(table)]
    rows: list[dict[str, Any]] = rows_where(snapshot.path(table), known, filters).to_pylist()
    return rows
