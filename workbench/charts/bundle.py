"""Vega as a script, made once per machine: nothing is fetched from anywhere."""

import os
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile

from platformdirs import user_cache_path

_DRAWS = "globalThis.workbenchVega = vegaEmbed;"  # the name board.js knows it by


@cache
def vega() -> str:
    """Give the script that draws charts in a browser: a module that leaves `workbenchVega`."""
    return bundle(_DRAWS)


@cache
def vega_mark() -> str:
    """Give the mark of that script: another version has another."""
    return _mark(_DRAWS)


@cache
def bundle(script: str) -> str:
    """Give a script that uses `vegaEmbed` together with the Vega libraries vl-convert carries.

    Bundling takes over a second, so the result is kept in the user's cache folder, under a name
    that changes with the script and with vl-convert. Where that folder cannot be written, it is
    bundled anew in each process.
    """
    file = user_cache_path("rep-review-workbench") / f"{_mark(script)}.js"
    if file.exists():
        return file.read_text(encoding="utf-8")
    import vl_convert  # noqa: PLC0415 (32 MB: only where nothing is kept yet)

    made: str = vl_convert.javascript_bundle(script)
    _keep(file, made)
    return made


def _mark(script: str) -> str:
    return sha256(f"{version('vl-convert-python')}\n{script}".encode()).hexdigest()[:16]


def _keep(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=file.parent, delete=False, encoding="utf-8") as aside:
            aside.write(text)
        os.replace(aside.name, file)  # noqa: PTH105 (replaces at once, also where a file stands)
    except OSError:
        return
