"""Papermill's engine `warm`: `papermill --engine warm in.ipynb out.ipynb ...`."""

import atexit
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbformat import NotebookNode
from papermill.engines import NBClientEngine
from papermill.log import logger
from papermill.utils import merge_kwargs, remove_args
from traitlets.config import Config

from workbench.batch.warm.client import SteadyClient, WarmClient
from workbench.batch.warm.kernel import WarmKernelManager
from workbench.batch.warm.lease import MEMORY_MB, SERVER, Server, can_fork, start_server
from workbench.errors import BatchError

_STARTS = 2  # a kernel that does not start is started once more, as a new one
_RENAMED = ["input_path", "timeout", "startup_timeout"]  # papermill's names for what follows


class WarmEngine(NBClientEngine):
    """Runs a notebook on a kernel forked from a process that has imported everything.

    Where that cannot be (Windows, another language, another environment, a kernel manager of the
    caller's), it runs on papermill's own kernel, and one line says why.
    """

    @classmethod
    def execute_managed_notebook(  # noqa: PLR0913 (papermill's signature)
        cls,
        nb_man: Any,  # noqa: ANN401
        kernel_name: str,
        *,
        log_output: bool = False,
        stdout_file: Any = None,  # noqa: ANN401
        stderr_file: Any = None,  # noqa: ANN401
        start_timeout: float = 60,
        execution_timeout: float | None = None,
        memory_mb: int = MEMORY_MB,
        **kwargs: Any,  # noqa: ANN401
    ) -> NotebookNode:
        """Run all cells; see papermill's `NBClientEngine` for what papermill passes.

        Parameters
        ----------
        execution_timeout
            Seconds one cell may take; `notebook_timeout` is that of all cells together.
        memory_mb
            What the kernel may take beyond what it was forked with; 0: anything.
        """
        settings = merge_kwargs(
            remove_args(_RENAMED, **kwargs),
            timeout=execution_timeout or kwargs.get("timeout"),
            startup_timeout=start_timeout,
            kernel_name=kernel_name,
            log=logger,
            log_output=log_output,
            stdout_file=stdout_file,
            stderr_file=stderr_file,
        )
        address, reason = _server(kernel_name, kwargs)
        if address is None:
            _notice(reason)
            return SteadyClient(nb_man, **settings).execute()
        own = {"server": str(address), "memory_mb": memory_mb}
        settings["config"] = Config(settings.get("config") or {}, WarmKernelManager=own)
        settings["kernel_manager_class"] = WarmKernelManager
        return _executed(nb_man, settings, str(kwargs.get("cwd") or Path.cwd()))


def _executed(nb_man: Any, settings: dict[str, Any], cwd: str) -> NotebookNode:  # noqa: ANN401
    for start in range(_STARTS):
        client = WarmClient(nb_man, **settings)
        try:
            return client.execute()
        except (RuntimeError, OSError):
            has_run = any(cell.metadata.get("papermill", {}).get("start_time") for cell in nb_man.nb.cells)
            if has_run or start == _STARTS - 1:
                raise
    raise AssertionError


def _server(kernel_name: str, given: dict[str, Any]) -> tuple[Path | None, str]:
    """Give where a server listens, or why this notebook runs on a kernel of its own."""
    if not can_fork():
        return None, "this system cannot fork"
    if "km" in given or "kernel_manager_class" in given:
        return None, "the caller brought a kernel manager"
    if not _is_own(kernel_name):
        return None, f"the kernel {kernel_name!r} is not the Python that papermill runs in"
    told = os.environ.get(SERVER)
    if told and Path(told).exists():
        return Path(told), ""
    try:
        return _own_server().address, ""
    except BatchError as error:
        return None, str(error)


@cache
def _is_own(kernel_name: str) -> bool:
    """Whether a kernel name means this interpreter."""
    try:
        spec = KernelSpecManager().get_kernel_spec(kernel_name)
    except NoSuchKernel:
        return False  # the stock kernel says what is wrong with the name
    command = Path(spec.argv[0])
    is_python = "ipykernel_launcher" in spec.argv and not spec.env
    return is_python and (
        not command.is_absolute() or command.absolute() == Path(sys.executable).absolute()
    )


@cache
def _own_server() -> Server:
    """Start a server for the notebooks of this process; it ends with it."""
    server = start_server()
    atexit.register(server.stop)
    return server


@cache
def _notice(reason: str) -> None:
    logger.warning("Papermill's own kernel is used instead of a warm one: %s.", reason)
