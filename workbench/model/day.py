"""The company's day: where an instant becomes a date, and nowhere else.

A day begins where the company is: what was done at 16:30 UTC was done the next day in Shanghai. The
store keeps instants in UTC and does not write that beside each, so a time without a zone is UTC.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    import pyarrow as pa

_MONTHS = 12 * 130  # from 1970 on: when clocks may have gone back
_RULES_END = datetime(2037, 1, 1, tzinfo=UTC)  # Arrow knows no summer time from 2038 on


def now() -> datetime:
    """Give the instant it is, in UTC."""
    return datetime.now(UTC)


def instant(seconds: float) -> datetime:
    """Give the instant a file system tells in seconds since 1970, in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """Give an instant as the clocks of a zone show it; one without a zone is UTC."""
    return (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).astimezone(zone)


def in_utc(at: datetime) -> datetime:
    """Give an instant in UTC, said so; one without a zone is UTC."""
    return at.astimezone(UTC) if at.tzinfo is not None else at.replace(tzinfo=UTC)


def as_stored(at: datetime) -> datetime:
    """Give an instant as columns of the store hold it: in UTC, without saying so."""
    return in_utc(at).replace(tzinfo=None)


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """Give the day of an instant where the company is; one without a zone is UTC.

    Parameters
    ----------
    zone
        The company's, as `Workspace.time_zone` gives it.
    """
    return local(at, zone).date()


def today(zone: ZoneInfo) -> date:
    """Give the day it is in a zone."""
    return day_of(now(), zone)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """Give the instant at which a day is over where the company is, in UTC."""
    following = day + timedelta(days=1)
    return datetime(following.year, following.month, following.day, tzinfo=zone).astimezone(UTC)


def wall_time(written: str, zone: ZoneInfo) -> datetime:
    """Read a time people wrote, as 2026-10-14T15:00: theirs, unless it says another zone.

    Raises
    ------
    ValueError
        When it is no time.
    """
    at = datetime.fromisoformat(written.strip())
    return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)


def offset_of(day: date, zone: ZoneInfo) -> timedelta:
    """Give how far a zone is from UTC at noon UTC of a day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return local(noon, zone).utcoffset() or timedelta()


def day_column(
    instants: "pa.Array | pa.ChunkedArray", zone: ZoneInfo
) -> "pa.Array | pa.ChunkedArray":
    """Give the day of each instant of an Arrow column, as `day_of` does.

    Parameters
    ----------
    instants
        Timestamps with a zone.

    Returns
    -------
    pyarrow.Array or ChunkedArray
        date32; missing where the instant is.
    """
    import pyarrow as pa  # noqa: PLC0415 (most who need a day hold no column)
    import pyarrow.compute as pc  # noqa: PLC0415

    last = pc.max(instants).as_py()
    if last is not None and last >= _RULES_END:
        found = instants.to_pandas().dt.tz_convert(zone).dt.tz_localize(None)
        told = pa.array(found, pa.timestamp("us"), from_pandas=True)
    else:
        told = pc.local_timestamp(instants.cast(pa.timestamp("us", str(zone))))
    return pc.floor_temporal(told, unit="day").cast(pa.date32())


def instant_sql(wall: str, zone: ZoneInfo) -> str:
    """Give SQL of the instant at which a zone's clocks show a wall time.

    A time the clocks show twice is the first of the two, one they skip is moved on by what they
    skip: DuckDB takes the second of the two, so each change back is looked at.

    Parameters
    ----------
    wall
        SQL of a TIMESTAMP without zone.
    """
    asked = f"timezone('{zone}', {{}})"
    steps, last = _changes_back(zone)
    if not steps:
        return asked.format(wall)
    earlier = [f"read - INTERVAL {step} SECOND" for step in steps]
    cases = " ".join(f"WHEN {asked.format(at)} = wall THEN {at}" for at in earlier)
    first = f"CASE WHEN wall > TIMESTAMP '{last}' THEN read {cases} ELSE read END"
    found = f"list_transform([{asked.format('wall')}], lambda read: {first})[1]"
    return f"list_transform([{wall}], lambda wall: {found})[1]"


def day_sql(instant: str, zone: ZoneInfo) -> str:
    """Give SQL of the day of an instant where the company is, as `day_of` does."""
    return f"CAST(timezone('{zone}', {instant}) AS DATE)"


def written_day_sql(text: str) -> str:
    """Give SQL of the day a text or a wall time writes: it stays that day in every zone."""
    return f"TRY_CAST({text} AS DATE)"


@cache
def _changes_back(zone: ZoneInfo) -> tuple[tuple[int, ...], datetime]:
    """Give by how many seconds a zone's clocks ever go back, and a time after the last change."""
    steps, last = set(), datetime(1970, 1, 1)
    before = timedelta.max
    for month in range(_MONTHS):
        start = datetime(1970 + month // 12, month % 12 + 1, 1)
        now_is = zone.utcoffset(start) or timedelta()
        if now_is < before != timedelta.max:
            steps.add(int((before - now_is).total_seconds()))
            last = start
        before = now_is
    return tuple(sorted(steps)), last
