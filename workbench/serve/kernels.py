"""The kernels behind pages: one for each open page, a few waiting, never more than there is room.

A kernel waits with the notebook's imports done and its first cells run (Voilà calls that
preheated); somebody who comes takes it over and another is started.
"""

from asyncio import Lock, sleep
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop
from traitlets import Integer

WAITING = "VOILA_PREHEAT"  # "True" in the environment of a kernel nobody has asked for yet

_APART = 2.0  # seconds between the starts of two pages' kernels


class Kernels(AsyncMappingKernelManager):
    """Voilà's kernels, counted: those of open pages apart from those that wait."""

    most = Integer(12, help="How many pages may be open at once.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 (traitlets)
        super().__init__(**kwargs)
        self.door = Lock()  # one comes in at a time, so that the count is right
        self._waiting: set[str] = set()

    def cwd_for_path(self, path: str, **kwargs: Any) -> str:  # noqa: ANN401, ARG002
        """Let every page work where the server was started, as the commands do."""
        return str(Path.cwd())

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override] # noqa: ANN401
        """Start a kernel, and remember whether somebody waits for it or it for somebody."""
        kernel_id: str = await super().start_kernel(**kwargs)
        if kwargs.get("env", {}).get(WAITING) == "True":
            self._waiting.add(kernel_id)
        return kernel_id

    def taken(self, kernel_id: str) -> None:
        """Note that a waiting kernel has its page now."""
        self._waiting.discard(kernel_id)

    @property
    def open_pages(self) -> int:
        """How many pages are open."""
        return len(set(self.list_kernel_ids()) - self._waiting)

    @property
    def is_full(self) -> bool:
        """Whether no further page can be opened."""
        return self.open_pages >= self.most


def keep_waiting(kernels: Any, names: Iterable[str], size: int) -> None:  # noqa: ANN401
    """Have kernels wait for each page, and be counted once somebody takes one.

    Parameters
    ----------
    kernels
        The manager Voilà built over `Kernels`.
    names
        The notebooks' names, as the server knows them.
    size
        How many for each; 0 starts every kernel when it is asked for.
    """
    if not hasattr(kernels, "get_rendered_notebook"):
        return
    take = kernels.get_rendered_notebook

    async def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        found = await take(*args, **kwargs)
        kernels.taken(found[2])
        return found

    kernels.get_rendered_notebook = counted
    IOLoop.current().add_callback(_fill, kernels, tuple(names), size)


async def _fill(kernels: Any, names: Iterable[str], size: int) -> None:  # noqa: ANN401
    """Start one page's kernels after the other's, so that the first visitor is not slowed down."""
    for name in names:
        kernels.kernel_pools_config[name] = {"pool_size": size}
        kernels.fill_if_needed(delay=0, notebook_name=name)
        await sleep(_APART)
