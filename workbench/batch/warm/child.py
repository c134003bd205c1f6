"""From a forked copy of the server to a kernel, as `python -m ipykernel_launcher` would be one."""

import atexit
import os
import signal
import sys
from importlib import import_module
from typing import Any, NoReturn

from workbench.batch.warm.guard import die_with, limit_memory, reseed
from workbench.batch.warm.wire import Message

_RESET = (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD, signal.SIGPIPE)


def become_kernel(request: Message, parent: int, lifeline: int) -> NoReturn:
    """Run the kernel that was asked for and end this process with it.

    Parameters
    ----------
    request
        `argv` (from `-f` on), `env`, `cwd` and `memory_mb`.
    parent, lifeline
        See `die_with`.
    """
    code = 1
    try:
        _settle(request, parent, lifeline)
        _serve(request["argv"])
        code = 0
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else 1
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        _leave(code)


def _settle(request: Message, parent: int, lifeline: int) -> None:
    os.setsid()  # a group of its own: ended as a whole
    die_with(parent, lifeline)
    for each in _RESET:
        signal.signal(each, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    reseed()
    limit_memory(request["memory_mb"])


def _serve(argv: list[str]) -> None:
    kernelapp: Any = import_module("ipykernel.kernelapp")
    sys.argv = [str(import_module("ipykernel_launcher").__file__), *argv]
    app = kernelapp.IPKernelApp.instance()
    # 1 is "a parent that never ends": the death of the parent is seen to above
    app.initialize([*argv, "--IPKernelApp.parent_handle=1"])
    app.start()


def _leave(code: int) -> NoReturn:
    try:
        atexit._run_exitfuncs()  # what the notebook registered; the server registers nothing
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)
