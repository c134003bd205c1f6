"""A papermill client that does not stall, is ready at once and keeps to a time for all cells.

nbclient waits for the reply of a cell and reads the kernel's outputs at the same time; when it
sends on the shell channel meanwhile, as it does for `Output` widgets, the wake-up of that wait can
be lost, and the cell hangs. Waiting in slices finds the reply in the next slice.
"""

import asyncio
import time
from queue import Empty
from typing import Any

from jupyter_client.client import KernelClient
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellTimeoutError
from nbclient.util import ensure_async
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from traitlets import Float

_SLICE = 0.25  # seconds
_ANSWER_SECONDS = 1.0  # in which a kernel answers; else it is asked again
# In which, after an answer, its outputs are heard. A subscription that came later than the kernel
# spoke has missed it: asking again costs a millisecond, waiting costs what is waited
_HEARD_SECONDS = 0.02


class NotebookTimeoutError(CellTimeoutError):
    """All cells together took longer than they may."""


class SteadyClient(PapermillNotebookClient):
    """Runs the cells of one notebook on any kernel."""

    notebook_timeout = Float(
        None, allow_none=True, help="Seconds all cells together may take."
    ).tag(config=True)

    def __init__(self, nb_man: Any, **kw: Any) -> None:  # noqa: ANN401
        super().__init__(nb_man, **kw)
        if self.notebook_timeout is not None:
            self._end = time.monotonic() + self.notebook_timeout
            self.timeout_func = self._time_left

    def _time_left(self, _cell: NotebookNode) -> float:
        """Give a cell its own time, or what is left of all cells' when that is less."""
        left = max(0.001, self._end - time.monotonic())
        return min(left, self.timeout) if self.timeout else left

    async def _async_handle_timeout(self, timeout: float, cell: Any = None) -> Any:  # noqa: ANN401
        try:
            return await super()._async_handle_timeout(timeout, cell)
        except CellTimeoutError as error:
            if self.notebook_timeout is not None and time.monotonic() >= self._end:
                raise NotebookTimeoutError(str(error)) from error
            raise

    async def async_start_new_kernel_client(self) -> KernelClient:
        """Connect to the kernel."""
        client = await self._connected()
        _slice(client.shell_channel)
        return client

    async def _connected(self) -> KernelClient:
        return await super().async_start_new_kernel_client()

    start_new_kernel_client = run_sync(async_start_new_kernel_client)


class WarmClient(SteadyClient):
    """Runs them on a forked kernel, which is known to be new: nothing old has to be drained."""

    async def _connected(self) -> KernelClient:
        assert self.km is not None
        self.kc = self.km.client()
        try:
            self.kc.start_channels()
            await _ready(self.kc, self.km, self.startup_timeout)
        except BaseException:
            await self._async_cleanup_kernel()
            raise
        self.kc.allow_stdin = False
        if self.on_notebook_start is not None:
            await ensure_async(self.on_notebook_start(notebook=self.nb))
        return self.kc


def _slice(channel: Any) -> None:  # noqa: ANN401
    """Let a channel wait in slices."""
    whole = channel.get_msg

    async def get_msg(timeout: float | None = None) -> Any:  # noqa: ANN401
        end = None if timeout is None else time.monotonic() + timeout
        while True:
            left = _SLICE if end is None else min(_SLICE, max(0.0, end - time.monotonic()))
            try:
                return await whole(timeout=left)
            except Empty:
                if end is not None and time.monotonic() >= end:
                    raise

    channel.get_msg = get_msg


async def _ready(client: KernelClient, manager: Any, seconds: float) -> None:  # noqa: ANN401
    """Wait until the kernel answers and its outputs are heard.

    jupyter_client drains what may have been said before for 0.2 s of silence; here the last word
    about the question asked is known, and nothing was said before it.
    """
    end, patience = time.monotonic() + seconds, _HEARD_SECONDS
    while time.monotonic() < end:
        asked = client.kernel_info()
        if await _answered(client, asked) and await _heard(client, asked, patience):
            return
        patience *= 2
        if not await manager.is_alive():
            raise RuntimeError("The kernel died before it answered.")
    raise RuntimeError(f"The kernel did not answer in {seconds:.0f} s.")


async def _answered(client: KernelClient, asked: str) -> bool:
    try:
        reply = await client.shell_channel.get_msg(timeout=_ANSWER_SECONDS)
        while reply["parent_header"].get("msg_id") != asked:
            reply = await client.shell_channel.get_msg(timeout=_ANSWER_SECONDS)
    except Empty:
        return False
    client._handle_kernel_info_reply(reply)
    return True


async def _heard(client: KernelClient, asked: str, seconds: float) -> bool:
    """Whether the last word about a question came in time."""
    try:
        async with asyncio.timeout(seconds):
            while True:
                told = await client.iopub_channel.get_msg(timeout=seconds)
                is_own = told["parent_header"].get("msg_id") == asked
                if is_own and told["content"].get("execution_state") == "idle":
                    return True
    except (Empty, TimeoutError):
        return False
