"""A value inside a sentence: short, and with its control characters in sight."""

from collections.abc import Sequence

_NAMED = 12  # of many names


def shown(text: str, echo: int) -> str:
    """Write a text as a sentence repeats it.

    Parameters
    ----------
    text
        A cell, a name, a line of the file.
    echo
        How many of its characters are shown, from `Limits.echo`.
    """
    return repr(text if len(text) <= echo else text[: echo - 1] + "…")


def several(names: Sequence[str], echo: int) -> str:
    """Write names one after the other; of many the first, and how many more there are."""
    more = len(names) - _NAMED
    told = ", ".join(shown(name, echo) for name in names[:_NAMED])
    return f"{told} and {more} more" if more > 0 else told


def quoted(text: str) -> str:
    """Write a text as TOML writes it, between double quotes."""
    written = "".join(_escaped(sign) for sign in text)
    return f'"{written}"'


def _escaped(sign: str) -> str:
    known = {'"': '\\"', "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
    return known.get(sign) or (sign if sign.isprintable() else f"\\u{ord(sign):04x}")
