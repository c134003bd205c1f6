"""Whether the data tell anything of the period a cycle is opened for."""

from workbench.errors import ParameterError
from workbench.model.period import Period
from workbench.snapshots import Snapshot
from workbench.snapshots.recorded import missed_record
from workbench.sources.workspace import Workspace

_ALL_THE_SAME = "or open it all the same with --ahead"


def require_recorded(snapshot: Snapshot, workspace: Workspace, period: Period) -> None:
    """Refuse a period that has not begun, or no day of which is on record.

    Raises
    ------
    ParameterError
        Names the period's days and the day of the data.
    """
    days = f"{period.name} ({period.start} to {period.last_day})"
    if period.start > snapshot.as_of:
        raise ParameterError(
            f"{days} has not begun: the data are of {snapshot.as_of}. "
            f"Freeze newer data first, {_ALL_THE_SAME}."
        )
    record = missed_record(snapshot, workspace, period)
    if record is not None:
        raise ParameterError(
            f"{days} lies outside the record: the data of {snapshot.as_of} tell of days from "
            f"{record.first} to {record.last}. Choose a period among these, {_ALL_THE_SAME}."
        )
