"""What a batch over a view makes: the reviews of its period, for its reps."""

from workbench.errors import ParameterError
from workbench.review.exploration.shelf import load_view
from workbench.review.exploration.view import View
from workbench.review.person import people
from workbench.snapshots import Snapshot, current_snapshot
from workbench.sources.workspace import Workspace


def batch_of_view(
    workspace: Workspace, name: str, *, is_frozen: bool = False
) -> tuple[str, tuple[str, ...]]:
    """Give the period and the reps of a view that is kept.

    Returns
    -------
    tuple
        The period as the view names it, and the reps: the one it looks at and the one beside, else
        its team; () without either, which a batch takes as everybody reviewed.

    Raises
    ------
    UnknownNameError
        When there is no such view.
    ParameterError
        When its file is no view, or nobody is in its team.
    """
    view = load_view(workspace, name)
    if view.rep:
        return view.period, tuple(filter(None, (view.rep, view.against)))
    if not view.team:
        return view.period, ()
    snapshot = current_snapshot(workspace, is_frozen=is_frozen)
    return view.period, _team(workspace, view, name, snapshot)


def _team(workspace: Workspace, view: View, name: str, snapshot: Snapshot) -> tuple[str, ...]:
    period = workspace.calendar.period(view.period or workspace.default_period)
    everybody = people(snapshot, period, "team").items()
    reps = tuple(
        rep_id
        for rep_id, person in everybody
        if person.team == view.team and not person.has_team_scope
    )
    if not reps:
        raise ParameterError(
            f"The view {name!r} looks at the team {view.team!r}, in which nobody was in "
            f"{period.name}. Open it in explore.ipynb and choose another."
        )
    return reps
