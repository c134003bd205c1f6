"""Activity: what was completed in the period."""

from workbench.metrics.metric import Metric, finish_count
from workbench.metrics.parts import COUNT, Part, count_of

_KINDS = {
    "calls": "call",
    "meetings": "meeting",
    "visits": "visit",
    "emails": "email",
    "tasks": "task",
}


def _done(kind: str) -> Part:
    """Completed activities of a kind; mails a machine logged are not somebody's work."""
    return count_of(lambda t: (t.kind == kind) & ~t.is_automatic)


ACTIVITY = tuple(
    Metric(
        key=key,
        id="M41",
        unit="count",
        direction=0,
        source="Completed activities by date of completion; automatic ones apart",
        population="activities",
        opens=COUNT,
        parts={"n": _done(kind)},
        finish=finish_count,
        needs=("activities", f"kind.{kind}", "record.activities"),
    )
    for key, kind in _KINDS.items()
)
