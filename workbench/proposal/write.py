"""Write a proposal as workbench.toml: whole, or not at all, and over nothing."""

import os
import tempfile
from pathlib import Path

from workbench.errors import WorkspaceError
from workbench.i18n import Lang, message
from workbench.private import make_private
from workbench.proposal.proposal import Proposal
from workbench.proposal.trial import workspace_of
from workbench.proposal.written import toml_text
from workbench.sources.workspace import FILE_NAME


def write_proposal(proposal: Proposal, to: Path, lang: Lang) -> Path:
    """Write workbench.toml into a folder, which is made where it is missing.

    Raises
    ------
    WorkspaceError
        When there is one already, or a line is no value of its option: nothing is written.
    """
    workspace_of(to, proposal.document)
    make_private(to)
    handle, name = tempfile.mkstemp(dir=to, prefix=".workbench-", suffix=".toml")
    fresh, file = Path(name), to / FILE_NAME
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as written:
            written.write(toml_text(proposal, lang))
        os.link(fresh, file)  # unlike a rename, over nothing
    except FileExistsError as reason:
        raise WorkspaceError(message("setup-there", lang, file=str(file))) from reason
    finally:
        fresh.unlink()
    return file
