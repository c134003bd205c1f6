"""What is served: the pages of a workspace, who holds them, and how a kernel and all of it ends."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from jupyter_core.utils import run_sync
from tornado.ioloop import IOLoop
from tornado.web import HTTPError
from voila.app import Voila

from workbench.errors import WorkspaceError, require_known
from workbench.review.notebook import missing_notebook
from workbench.serve.identity import DeskIdentity, ProxyIdentity
from workbench.serve.kernels import Kernels
from workbench.serve.look import TEMPLATES
from workbench.serve.page import Page, pages_of
from workbench.serve.seats import Seats
from workbench.serve.visitor import is_shared
from workbench.sources.workspace import Workspace

# A line that says nothing, or says too much, is ended: it would hold a file of this process
_LINES = {"idle_connection_timeout": 60, "body_timeout": 30, "max_body_size": 65_536}


@dataclass(frozen=True, kw_only=True)
class Serving:
    """How to serve."""

    host: str = "127.0.0.1"
    port: int = 8866  # 0 takes any free one
    most: int = 12  # pages open at once
    each: int = 4  # of these one person's, where people are told apart
    waiting: int = 1  # kernels kept ready for each page
    idle_minutes: float = 30  # after which a page that nobody touches is closed
    token: str | None = None  # None makes one; "" asks for none
    only: tuple[str, ...] = ()  # names of pages; () serves all
    base_url: str = "/"  # the path everything is under, as `checked_prefix` gives it


class Served(Voila):
    """Voilà over the pages of one workspace: who holds them, where they are, and how all ends."""

    name = "voila"
    classes: ClassVar = [*Voila.classes, Kernels, DeskIdentity, ProxyIdentity]

    def __init__(self, workspace: Workspace, serving: Serving, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(**kwargs)
        self.workspace = workspace
        self.serving = serving
        self.is_shared = is_shared(workspace)
        self.pages = _pages(workspace, serving.only)
        self.seats = Seats(serving.most, serving.each if self.is_shared else None, self.end_kernel)
        self.when_ready: Callable[[str], None] = lambda _: None

    @property
    def address(self) -> str:
        """Where the start page is, with the token that opens it."""
        host = f"[{self.ip}]" if ":" in self.ip else self.ip
        query = f"?token={self.token}" if self.token else ""
        return f"http://{host}:{self.port}{self.base_url}{query}"

    @property
    def told_at(self) -> str:
        """Where a kernel asks what its page is to show."""
        return f"http://{_reached_at(self.ip)}:{self.port}{self.server_url}told"

    def listen(self) -> None:
        """Answer until interrupted."""
        self.app.listen(self.port, self.ip, **_LINES)
        self.ioloop = IOLoop.current()
        self.when_ready(self.address)
        try:
            self.ioloop.start()
        except KeyboardInterrupt:
            self.log.info("Interrupted.")
        finally:
            self.stop()

    def setup_template_dirs(self) -> None:
        """Put our frame before Voilà's."""
        super().setup_template_dirs()
        self.template_paths: list[str] = [str(TEMPLATES), *self.template_paths]

    async def end_kernel(self, kernel_id: str) -> None:
        """End a kernel; what it was just told it still does."""
        if kernel_id in self.kernel_manager:
            await self.kernel_manager.shutdown_kernel(kernel_id)

    def stop(self) -> None:
        """End every kernel at once: an interrupt would only wake those that wait for a reader."""
        for kernel_id in self.kernel_manager.list_kernel_ids():
            if kernel_id in self.kernel_manager:  # a page may be closing just now
                provisioner = self.kernel_manager.get_kernel(kernel_id).provisioner
                if provisioner is not None:
                    run_sync(provisioner.kill)()
        with suppress(HTTPError):
            run_sync(self.kernel_manager.shutdown_all)(now=True)
        super().stop()


def _pages(workspace: Workspace, only: tuple[str, ...]) -> dict[str, tuple[Page, Path]]:
    found = pages_of(workspace.folder)
    require_known("page", only, found)
    pages = {name: page for name, page in found.items() if not only or name in only}
    if not pages:
        raise WorkspaceError(missing_notebook("notebook to serve", workspace.folder))
    return pages


def _reached_at(host: str) -> str:
    """Give the address this machine itself reaches the server at."""
    here = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"[{here}]" if ":" in here else here
