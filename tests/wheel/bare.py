"""An environment that holds the wheel, what it requires, and nothing else.

To be quick, what it requires is linked file by file from the environment the tests run in, as far
as the wheel's own metadata asks for it: neither tools of the tests nor the code beside them can be
imported. `python -m benchmarks.from_wheel` has pip make one instead, from the registry.
"""

import os
import re
import socket
import subprocess
import sys
import time
import venv
import zipfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email import message_from_bytes
from importlib.metadata import distribution
from importlib.util import cache_from_source
from pathlib import Path
from urllib.parse import urlsplit

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
_OURS = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "WORKBENCH_WORKSPACE")


@dataclass
class Bare:
    """An environment, and the folder its commands are run in."""

    python: Path
    home: Path

    @property
    def environ(self):
        kept = {name: value for name, value in os.environ.items() if name not in _OURS}
        binaries = f"{self.python.parent}{os.pathsep}{kept['PATH']}"
        return kept | {"HOME": str(self.home), "PYTHONNOUSERSITE": "1", "PATH": binaries}

    def asked(self, code):
        """Run a line of Python and give what it prints."""
        return self._run(self.python, "-c", code).stdout.strip()

    def workbench(self, *arguments, cwd="."):
        """Run the command a user types."""
        return self._run(self.python.parent / "workbench", *arguments, cwd=cwd)

    @contextmanager
    def address(self, *arguments):
        """Run a server and give the address it says it can be reached at, token included."""
        log = self.home / f"{arguments[0]}.log"
        with log.open("w", encoding="utf-8") as file:
            process = subprocess.Popen(
                [self.python.parent / "workbench", *map(str, arguments)], cwd=self.home,
                env=self.environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            try:
                for line in process.stdout:
                    file.write(line)
                    found = re.search(r"http://127\.0\.0\.1:\d+/\S*token=[\w-]\S*", line)
                    if found:
                        break
                else:
                    raise AssertionError(log.read_text(encoding="utf-8"))
                _wait_for(found[0])
                yield found[0]
            finally:
                process.terminate()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(20)
                process.kill()
                process.wait()
                process.stdout.close()

    def _run(self, *command, cwd="."):
        return subprocess.run(
            [*map(str, command)], cwd=self.home / cwd, env=self.environ, text=True,
            capture_output=True, timeout=900, check=False,
        )  # fmt: skip


def _wait_for(address):
    """JupyterLab says its address a moment before it listens there."""
    place, until = urlsplit(address), time.monotonic() + 60
    while True:
        try:
            socket.create_connection((place.hostname, place.port), timeout=5).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return


def built_wheel(folder):
    """Build the wheel from the code beside the tests."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return next(folder.glob("*.whl"))


def linked_environment(folder, wheel):
    """Make an environment of a wheel; gives its Python."""
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    site = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    for name in required(wheel):
        for file in distribution(name).files:
            _link(Path(file.locate()), site / file, folder)
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--offline", "--no-deps",
         "--no-cache", "--python", python, wheel],
        check=True,
    )  # fmt: skip
    return python


def required(wheel):
    """Name everything a wheel requires, and what that requires."""
    with zipfile.ZipFile(wheel) as held:
        name = next(name for name in held.namelist() if name.endswith(".dist-info/METADATA"))
        told = message_from_bytes(held.read(name)).get_all("Requires-Dist")
    waiting = _wanted(told, ("",))
    found = {}
    while waiting:
        requirement = waiting.pop()
        name, extras = canonicalize_name(requirement.name), ("", *requirement.extras)
        if not set(extras) <= found.setdefault(name, set()):
            found[name] |= set(extras)
            waiting += _wanted(distribution(name).requires or [], extras)
    return found


def _wanted(lines, extras):
    found = [Requirement(line) for line in lines]
    return [
        each
        for each in found
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras)
    ]


def _link(source, target, folder):
    """Link a file, its compiled form too; commands of the other environment stay there."""
    target = Path(os.path.normpath(target))
    if not target.is_relative_to(folder) or target.is_relative_to(folder / "bin"):
        return
    pairs = [(source, target)]
    if source.suffix == ".py":
        pairs.append((Path(cache_from_source(source)), Path(cache_from_source(target))))
    for old, new in pairs:
        if old.is_file() and not new.exists():
            new.parent.mkdir(parents=True, exist_ok=True)
            _hard_or_soft(old, new)


def _hard_or_soft(old, new):
    try:
        os.link(old, new)
    except OSError:  # another disk, or a file of somebody else
        new.symlink_to(old)
