"""Whether the data tell anything of the period a cycle is opened for."""

from workbench.errors import ParameterError
from workbench.i18n import error
from workbench.model.period import Period
from workbench.snapshots import Snapshot
from workbench.snapshots.recorded import missed_record
from workbench.sources.workspace import Workspace


def require_recorded(snapshot: Snapshot, workspace: Workspace, period: Period) -> None:
    """Refuse a period that has not begun, or no day of which is on record.

    Raises
    ------
    ParameterError
        Names the period's days and the day of the data.
    """
    told = {
        "period": period.name, "start": str(period.start), "end": str(period.last_day),
        "as_of": str(snapshot.as_of),
    }  # fmt: skip
    if period.start > snapshot.as_of:
        raise error(ParameterError, "refusal-open-early", **told)
    record = missed_record(snapshot, workspace, period)
    if record is not None:
        told |= {"first": str(record.first), "last": str(record.last)}
        raise error(ParameterError, "refusal-open-unrecorded", **told)
