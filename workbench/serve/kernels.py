"""The kernels behind pages: one for each open page, and a few waiting.

A kernel waits with the notebook's imports done and its first cells run (Voilà calls that
preheated); somebody who comes takes it over and another is started. One that waits belongs to
nobody, and nobody reaches it.
"""

from asyncio import sleep
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.ioloop import IOLoop

from workbench.serve.telling import Telling, kernel_environment

_APART = 2.0  # seconds between the starts of two pages' kernels


class Kernels(AsyncMappingKernelManager):
    """Voilà's kernels: each with a secret of its own, and the word when one ends."""

    def __init__(self, **kwargs: Any) -> None:  # noqa: ANN401 (traitlets)
        super().__init__(**kwargs)
        self.telling = Telling()
        self.when_left: Callable[[str], None] = lambda _: None

    def cwd_for_path(self, path: str, **kwargs: Any) -> str:  # noqa: ANN401, ARG002
        """Let every page work where the server was started, as the commands do."""
        return str(Path.cwd())

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override] # noqa: ANN401
        """Start a kernel that can ask what its page is to show."""
        server: Any = self.parent
        secret = self.telling.new_secret()
        channels = server.workspace.channels.values()
        given = kwargs.get("env") or {}
        kwargs["env"] = kernel_environment(given, server.told_at, secret, channels)
        kernel_id: str = await super().start_kernel(**kwargs)
        self.telling.started(secret, kernel_id)
        return kernel_id

    def remove_kernel(self, kernel_id: str) -> Any:  # noqa: ANN401
        """Forget a kernel that ended, however it did."""
        self.telling.forget(kernel_id)
        self.when_left(kernel_id)
        return super().remove_kernel(kernel_id)


def keep_waiting(kernels: Any, names: Iterable[str], size: int) -> None:  # noqa: ANN401
    """Have kernels wait for each page.

    Parameters
    ----------
    kernels
        The manager Voilà built over `Kernels`.
    names
        The notebooks' names, as the server knows them.
    size
        How many for each; 0 starts every kernel when it is asked for.
    """
    if hasattr(kernels, "get_rendered_notebook"):
        IOLoop.current().add_callback(_fill, kernels, tuple(names), size)


async def _fill(kernels: Any, names: Iterable[str], size: int) -> None:  # noqa: ANN401
    """Start one page's kernels after the other's, so that the first visitor is not slowed down."""
    for name in names:
        kernels.kernel_pools_config[name] = {"pool_size": size}
        kernels.fill_if_needed(delay=0, notebook_name=name)
        await sleep(_APART)
