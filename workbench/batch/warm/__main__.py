"""The server's own process: `python -m workbench.batch.warm ADDRESS SETTINGS`."""

import json
import os
import signal
import sys
from pathlib import Path

from workbench.batch.machine import cause_of, machine_sentence
from workbench.batch.warm.lease import Books
from workbench.batch.warm.preload import preload
from workbench.batch.warm.server import start
from workbench.charts.drawing import ADDRESS, Drawer


def main() -> None:
    """Import, warm up, serve until standard input is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started the server decides
    address, settings = Path(sys.argv[1]), json.loads(sys.argv[2])
    # As ipykernel_launcher does: the folder it was started in holds no modules
    if sys.path and sys.path[0] in {"", str(Path.cwd())}:
        del sys.path[0]
    drawers = [
        Drawer(address.with_name(f"drawer-{number}")) for number in range(settings["drawers"])
    ]
    for drawer in drawers:
        drawer.keep_alive()
    if drawers:
        os.environ[ADDRESS] = str(drawers[0].address)
    _preload(settings["books"])
    os.environ.pop(ADDRESS, None)
    start(address, drawers)
    os._exit(0)  # nothing is left to tidy; taking all modules apart would take a second


def _preload(books: Books) -> None:
    """Import and warm up; where the machine ends meanwhile, whoever waits reads that it did."""
    try:
        preload(books)
    except BaseException as reason:  # a library's panic is no Exception
        cause = cause_of(reason)
        if cause is not None:
            sys.stdout.write(machine_sentence(cause, str(reason)) + "\n")  # instead of `ready`
            sys.stdout.flush()
        raise


if __name__ == "__main__":
    main()
