"""In a kernel that waits for its reader: everything slow is done before anybody asks."""

from collections.abc import Iterable
from contextlib import suppress

import workbench as wb
from workbench.errors import WorkbenchError
from workbench.widgets.address import is_waiting
from workbench.widgets.live import REHEARSAL


def get_ready(used: Iterable[str], workspace: str) -> None:
    """Load what a notebook calls, and do what its pages rehearse; of a review, a section.

    Parameters
    ----------
    used
        The names of the facade the notebook calls.
    workspace
        As the notebook says it.

    A kernel somebody is waiting for skips this: it loads as it goes.
    """
    if not is_waiting():
        return
    rehearsals = [getattr(getattr(wb, name), REHEARSAL, None) for name in used]
    rehearsals += [_rehearse_review] if "open_review" in used else []
    for rehearse in filter(None, rehearsals):
        with suppress(WorkbenchError):  # whoever asks is told
            rehearse(workspace)


def _rehearse_review(workspace: str) -> None:
    space = wb.open_workspace(workspace or None)
    someone = wb.open_snapshot(space).table("reps").column("rep_id")[0].as_py()
    wb.open_review(someone, workspace=workspace, surface="document").section("results")
