"""Papermill's engine `warm`: `papermill --engine warm in.ipynb out.ipynb ...`."""

import atexit
import os
import socket
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.engines import NBClientEngine
from papermill.log import logger
from papermill.utils import merge_kwargs, remove_args
from traitlets.config import Config

from workbench.batch.warm.client import SteadyClient, WarmClient
from workbench.batch.warm.kernel import WarmKernelManager
from workbench.batch.warm.lease import MEMORY_MB, SERVER, Books, Server, can_fork, start_server

_STARTS = 2  # a kernel that does not start is started once more, as a new one
_RENAMED = ["input_path", "timeout", "startup_timeout"]  # papermill's names for what follows


class WarmEngine(NBClientEngine):
    """Runs a notebook on a kernel forked from a process that has imported everything.

    Where that cannot be (Windows, another language, another environment, a kernel manager of the
    caller's), it runs on papermill's own kernel, and one line says why.
    """

    @classmethod
    def execute_managed_notebook(
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
        reason = _why_not(kernel_name, kwargs)
        if reason:
            _notice(reason)
            return SteadyClient(nb_man, **settings).execute()
        settings["kernel_manager_class"] = WarmKernelManager
        return _executed(nb_man, settings, memory_mb)


class LostServerError(RuntimeError):
    """The fork server ended while a notebook ran, and took its kernel along."""


def _executed(nb_man: Any, settings: dict[str, Any], memory_mb: int) -> NotebookNode:  # noqa: ANN401
    for start in range(_STARTS):
        address = _server()
        own = Config({"WarmKernelManager": {"server": str(address), "memory_mb": memory_mb}})
        own.merge(settings.get("config") or {})
        client = WarmClient(nb_man, **{**settings, "config": own})
        try:
            return client.execute()
        except DeadKernelError as error:
            if not _listens(address):
                raise LostServerError("The process that kernels are forked from ended.") from error
            raise
        except (RuntimeError, OSError):
            if _has_begun(nb_man.nb) or start == _STARTS - 1:
                raise
    raise AssertionError


def _has_begun(notebook: NotebookNode) -> bool:
    return any(cell.metadata.get("papermill", {}).get("start_time") for cell in notebook.cells)


def _why_not(kernel_name: str, given: dict[str, Any]) -> str:
    """Say why a notebook needs a kernel of its own; "" when a forked one will do."""
    if not can_fork():
        return "this system cannot fork"
    if "km" in given or "kernel_manager_class" in given:
        return "the caller brought a kernel manager"
    if not _is_own(kernel_name):
        return f"the kernel {kernel_name!r} is not the Python that papermill runs in"
    return ""


def _server() -> Path:
    """Give where a server listens: the batch's, or, without one, one of this process."""
    told = os.environ.get(SERVER)
    if told and _listens(Path(told)):
        return Path(told)
    return _own_server().address


def _listens(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(str(address))
        except OSError:
            return False
    return True


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


def open_books(books: Books) -> None:
    """Let the server of this process open what a batch reads; one of another batch is ended.

    Where a server of the batch is told of by the environment, that one is used anyway.
    """
    if _OWN.books != books:
        _OWN.books = books
        if _OWN.server is not None:
            _OWN.server.stop()
            _OWN.server = None


@dataclass
class _Own:
    """The server of this process, started with its first notebook."""

    server: Server | None = None
    books: Books = ()


_OWN = _Own()


def _own_server() -> Server:
    if _OWN.server is not None and not _listens(_OWN.server.address):  # ended from outside
        _OWN.server.stop()
        _OWN.server = None
    if _OWN.server is None:
        _OWN.server = start_server(_OWN.books).ready()
        atexit.register(_OWN.server.stop)
    return _OWN.server


@cache
def _notice(reason: str) -> None:
    logger.warning("Papermill's own kernel is used instead of a warm one: %s.", reason)
