"""JupyterLab on a workspace's notebooks, in the reader's language and without pop-ups."""

import json
import os
import tempfile
from pathlib import Path

from jupyterlab.labapp import LabApp

from workbench.errors import WorkspaceError, require_known
from workbench.i18n import Lang
from workbench.review.notebook import notebook_places
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
    """Find the folder JupyterLab opens: the workspace's own notebooks, else the project's.

    Raises
    ------
    WorkspaceError
        When there are no notebooks.
    """
    places = notebook_places(workspace.folder)
    found = next((place for place in places if any(place.glob("*.ipynb"))), None)
    if found is None:
        raise WorkspaceError(
            f"There are no notebooks to open. Put them into {str(places[0])!r}; "
            "the project's notebooks/ folder has them."
        )
    return found.resolve()


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
