"""The language errors of a command are told in: the one asked for, else the workspace's own."""

# ruff: noqa: PLC0415

from collections.abc import Sequence
from pathlib import Path

from typing import TYPE_CHECKING

from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.i18n import Lang


def told_in(error: WorkbenchError, words: Sequence[str]) -> str:
    """Write an error in the language of a command line.

    Parameters
    ----------
    words
        The command line. `--lang en,zh` takes the first of them; without it the first language of
        the workspace counts, and English where no workspace can be read.
    """
    if error.said is None:
        return str(error)
    from workbench.i18n import LANGS, told

    asked = _given(words, "--lang").partition(",")[0].strip()
    chosen = next((lang for lang in LANGS if lang == asked), None)
    return told(error, chosen or _own(_given(words, "--workspace")))


def _own(folder: str) -> "Lang":
    from workbench.i18n import require_lang
    from workbench.sources.workspace import open_workspace

    try:
        return require_lang(open_workspace(Path(folder) if folder else None).languages[0])
    except (WorkbenchError, OSError):
        return "en"


def _given(words: Sequence[str], option: str) -> str:
    """Give the value of an option; "" where it is not there."""
    for n, word in enumerate(words):
        if word == option and n + 1 < len(words):
            return words[n + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return ""
