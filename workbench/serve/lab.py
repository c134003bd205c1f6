"""JupyterLab on a workspace's notebooks, in the reader's language and without pop-ups."""

import json
import os
import tempfile
from pathlib import Path

from jupyterlab.labapp import LabApp

from workbench.errors import WorkspaceError, require_known
from workbench.i18n import Lang
from workbench.review.notebook import (
    is_installed,
    missing_notebook,
    own_notebooks,
    shipped_notebooks,
)
from workbench.serve.copies import working_copies
from workbench.sources.workspace import VARIABLE, Workspace

Defaults = dict[str, dict[str, object]]  # by plugin
# Defaults of our own; whoever sets something else in JupyterLab keeps it
_DEFAULTS: Defaults = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyter-widgets/jupyterlab-manager:plugin": {"saveState": False},
}
_CHINESE: Defaults = {"@jupyterlab/translation-extension:plugin": {"locale": "zh_CN"}}


def lab_defaults(lang: Lang) -> Defaults:
    """Give what JupyterLab does unless its user says otherwise.

    No news from the network, no look for updates, no widget state in notebooks, and Chinese
    menus where the language is Chinese.
    """
    return {**_DEFAULTS, **(_CHINESE if lang == "zh" else {})}


def notebook_folder(workspace: Workspace) -> Path:
    """Find the folder JupyterLab opens: one whose notebooks may be edited.

    The workspace's own, where it has any; else the shipped ones where the code is used in place,
    or working copies of those of an installed package (`copies.py`).

    Raises
    ------
    WorkspaceError
        When there are no notebooks, or copies of them cannot be written.
    """
    own, shipped = own_notebooks(workspace.folder), shipped_notebooks()
    if any(own.glob("*.ipynb")):
        return own.resolve()
    if not any(shipped.glob("*.ipynb")):
        raise WorkspaceError(missing_notebook("notebook to open", workspace.folder))
    return working_copies(workspace.folder, shipped) if is_installed() else shipped.resolve()


def lab_arguments(
    workspace: Workspace, settings: Path, notebook: str = "", *, port: int, has_browser: bool
) -> list[str]:
    """Write the arguments JupyterLab is started with.

    Parameters
    ----------
    settings
        Folder that holds `overrides.json`.
    notebook
        Which to open first, without its ending; "" shows the launcher.

    Raises
    ------
    UnknownNameError, WorkspaceError
        When there is no such notebook, or none at all.
    """
    folder = notebook_folder(workspace)
    if notebook:
        require_known("notebook", [notebook], [file.stem for file in folder.glob("*.ipynb")])
    opened = f"/lab/tree/{notebook}.ipynb" if notebook else "/lab"
    given = [
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url={opened}",
        f"--LabApp.app_settings_dir={settings}",
    ]
    if not has_browser:
        given.append("--no-browser")
    if getattr(os, "geteuid", lambda: 1)() == 0:
        given.append("--allow-root")  # who is root in a container has chosen so already
    return given


def run_lab(
    workspace: Workspace, lang: Lang, notebook: str = "", *, port: int, has_browser: bool
) -> None:
    """Run JupyterLab until interrupted; its kernels read this workspace."""
    with tempfile.TemporaryDirectory(prefix="workbench-lab-") as name:
        folder = Path(name)
        (folder / "overrides.json").write_text(json.dumps(lab_defaults(lang)), encoding="utf-8")
        given = lab_arguments(workspace, folder, notebook, port=port, has_browser=has_browser)
        os.environ[VARIABLE] = str(workspace.folder)
        LabApp.launch_instance(given)
