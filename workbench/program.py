"""What of the program decides a result: its code, and the engines that compute."""

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

# Whose versions may move a digit: what counts and sorts, and who knows which days are worked
_ENGINES = ("duckdb", "ibis-framework", "sqlglot", "pyarrow", "numpy", "scipy", "holidays")


@cache
def code_digest(*rooms: str) -> str:
    """Hash the code of some rooms of the package, of the whole package without any.

    Parameters
    ----------
    *rooms
        Folders or modules below the package, as `metrics` or `snapshots/rewind.py`.

    Returns
    -------
    str
        Another as soon as a line of that code is another.
    """
    package = Path(str(files("workbench")))
    digest = sha256()
    for place in [package / room for room in rooms] or [package]:
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(f"{file.relative_to(package)}\0".encode() + file.read_bytes())
    return digest.hexdigest()


@cache
def package_version() -> str:
    """Name the version of this package."""
    return version("rep-review-workbench")


@cache
def engine_versions() -> str:
    """Name the versions of what computes figures, as `duckdb 2.0.0, ...`."""
    python = f"python {sys.version_info[0]}.{sys.version_info[1]}"
    return ", ".join([python, *(f"{name} {_version(name)}" for name in _ENGINES)])


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "-"
