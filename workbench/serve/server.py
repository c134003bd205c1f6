"""Voilà with our pages: what it may read, what it answers, and how many kernels it holds."""

import os
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from traitlets.config import Config

from workbench import errors
from workbench.charts.drawing import ADDRESS, Drawer
from workbench.errors import RefusedError, WorkspaceError
from workbench.i18n import LANGS, message
from workbench.publish.document import LANG_TAGS
from workbench.serve import scripts
from workbench.serve.assets import WIDGETS, assets_at
from workbench.serve.identity import DeskIdentity, ProxyIdentity
from workbench.serve.kernels import Kernels, keep_waiting
from workbench.serve.look import both, both_of, page_css, page_script
from workbench.serve.notebooks import PageNotebooks
from workbench.serve.page import PAGES, page_key
from workbench.serve.routes import routes
from workbench.serve.served import Served, Serving
from workbench.serve.sockets import MESSAGES
from workbench.serve.visitor import is_shared
from workbench.snapshots.freeze import ONLY_KEPT
from workbench.sources.workspace import VARIABLE, Workspace

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SENTENCES = tuple(name for name in dir(errors) if name.endswith("Error"))
_UNDISTURBED = 5.0  # seconds a page has the machine to itself before the next kernel gets ready


class Server(Served):
    """Voilà that serves the pages of one workspace and nothing else."""

    def init_settings(self) -> dict[str, Any]:
        """Let Voilà read our pages only, and keep kernels waiting for them."""
        settings: dict[str, Any] = super().init_settings()
        self.contents_manager = PageNotebooks(self.pages, parent=self)
        self.kernel_manager.allowed_message_types = MESSAGES
        self.kernel_manager.when_left = self.seats.left
        names = [f"{name}.ipynb" for name in self.pages]
        keep_waiting(self.kernel_manager, names, self.serving.waiting)
        return settings | {
            "contents_manager": self.contents_manager,
            "xsrf_cookie_kwargs": {"path": self.base_url, "samesite": "Lax"},
            "ws_ping_interval": 10_000,  # milliseconds; a line that broke unsaid is known in 30 s
            "workbench": self,
        }

    def init_handlers(self) -> list[Any]:
        """Answer what `routes` lists; nothing of Voilà or the Jupyter server by itself."""
        return routes(self.server_url)


def config_for(workspace: Workspace, serving: Serving, folder: Path) -> Config:
    """Write Voilà's settings.

    Parameters
    ----------
    folder
        An empty folder: what Voilà takes for the place of the notebooks.
    """
    config = Config()
    config.Voila.update(
        ip=serving.host, port=_port(serving), port_retries=0, root_dir=str(folder),
        open_browser=True, connection_dir_root=str(folder), config_file_paths=[], log_level="WARN",
        base_url=serving.base_url, server_url=serving.base_url,
    )  # fmt: skip
    config.VoilaConfiguration.update(
        template="lab", theme="light", allow_template_override="NO", allow_theme_override="NO",
        show_tracebacks=True,  # for our own frame, which shows the sentence and never a traceback
        preheat_kernel=serving.waiting > 0, default_pool_size=0,
        multi_kernel_manager_class=f"{Kernels.__module__}.{Kernels.__name__}",
        extension_allowlist=list(WIDGETS),
        resources={"wb": _frame(workspace)},
    )  # fmt: skip
    config.KernelManager.transport_encryption = "auto"
    idle = max(1, round(serving.idle_minutes * 60))
    config.Kernels.update(
        cull_idle_timeout=idle, cull_interval=max(1, idle // 10),
        cull_connected=True, allow_tracebacks=False, fill_delay=_UNDISTURBED,
    )  # fmt: skip
    if is_shared(workspace):
        rules = workspace.serve
        config.Voila.identity_provider_class = ProxyIdentity
        config.ProxyIdentity.update(header=rules.header, proxies=list(rules.proxies))
    else:
        config.Voila.identity_provider_class = DeskIdentity
        config.DeskIdentity.cookie_options = {"samesite": "Lax"}
        config.Voila.token = token_urlsafe(24) if serving.token is None else serving.token
    return config


def serve(
    workspace: Workspace, serving: Serving, when_ready: Callable[[str], None] = lambda _: None
) -> None:
    """Serve the pages until interrupted.

    Parameters
    ----------
    when_ready
        Called with the address, token included, once the server listens.

    Raises
    ------
    RefusedError
        When a desk is to be served to other machines.
    WorkspaceError
        When there is no notebook to serve, or the port is taken.
    """
    shared = is_shared(workspace)
    if not shared and serving.host not in _LOOPBACK:
        raise RefusedError(
            f"A desk is served on 127.0.0.1 only, not on {serving.host!r}: whoever reached it "
            "would see everybody. To serve others, set [store] url to PostgreSQL and [serve] "
            "identity; docs/serve.md tells how."
        )
    told = {
        VARIABLE: str(workspace.folder),  # the kernels read the same workspace
        ONLY_KEPT: "1",  # and make no snapshot, whatever an address asks for
    }
    with (
        tempfile.TemporaryDirectory(prefix="workbench-serve-") as folder,
        _drawer(Path(folder) / "drawer") as drawer,
        _in_environment({**told, ADDRESS: str(drawer)}),
    ):
        server = Server(workspace, serving, config=config_for(workspace, serving, Path(folder)))
        server.when_ready = when_ready
        server.initialize([])
        server.start()


@contextmanager
def _drawer(address: Path) -> Iterator[Path]:
    """Draw the charts of all kernels in one process: each would hold a hundred megabytes more."""
    drawer = Drawer(address)
    drawer.keep_alive()
    try:
        yield address
    finally:
        drawer.stop()


@contextmanager
def _in_environment(told: Mapping[str, str]) -> Iterator[None]:
    """Tell kernels what they inherit; who called may freeze again once nothing is served."""
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _port(serving: Serving) -> int:
    """Take the port asked for, any free one for 0; a taken one is an error now, not later."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((serving.host, serving.port))
        except OSError as reason:
            raise WorkspaceError(
                f"Port {serving.port} of {serving.host} cannot be used: {reason.strerror}. "
                "Give another with --port; 0 takes any free one."
            ) from reason
        port: int = probe.getsockname()[1]
        return port


def _frame(workspace: Workspace) -> dict[str, Any]:
    """Give the frame of a page what it says and how it looks."""
    lang = workspace.languages[0]
    said = ("busy", "broken", "broken-why", "skip", "home", "gone", "reload", "no-script")
    later = (
        "no-socket",
        "lost",
        "no-charts",
        "try-again",
        "unsaved",
        "unsaved-closed",
        "put-back",
        "copy",
        "discard",
    )  # what the page's own script may have to say
    names = [page.name for page in PAGES]
    return {
        "lang_tag": LANG_TAGS[lang],
        "title": workspace.title(lang),
        "company": str(both_of({each: workspace.title(each) for each in LANGS})),
        "css": page_css(),
        "script": page_script(),
        "vega": scripts.address(),
        "assets": assets_at(),
        "draws": [page.name for page in PAGES if page.has_boards],
        "say": {key: str(both(f"serve-{key}")) for key in (*said, *later)},
        "later": list(later),
        "names": {name: str(both(page_key(name))) for name in names},
        "plain": {name: message(page_key(name), lang) for name in names},
        "quiet": [page.name for page in PAGES if not page.has_questions],
        "sentences": list(_SENTENCES),
        "made": str(both("serve-made")) if workspace.is_made else "",
    }
