"""Begin a workspace as it was agreed: written, frozen, and held against the file."""

from dataclasses import dataclass
from pathlib import Path

from workbench.i18n import Lang
from workbench.proposal.proposal import Proposal
from workbench.proposal.reconcile import Reconciled, reconcile
from workbench.proposal.write import write_proposal
from workbench.snapshots import Snapshot, current_snapshot
from workbench.sources.workspace import Workspace, open_workspace


@dataclass(frozen=True)
class Begun:
    """A workspace there is from now on."""

    file: Path  # its workbench.toml
    workspace: Workspace
    snapshot: Snapshot
    reconciled: Reconciled


def begin(proposal: Proposal, to: Path, lang: Lang) -> Begun:
    """Write workbench.toml, freeze the data, and hold it against the file.

    Raises
    ------
    WorkspaceError
        When there is a workbench.toml already: nothing is written.
    WorkbenchError
        When the data cannot be frozen; workbench.toml stays, to be mended.
    """
    file = write_proposal(proposal, to, lang)
    space = open_workspace(to)
    snapshot = current_snapshot(space)
    return Begun(file, space, snapshot, reconcile(space, snapshot))
