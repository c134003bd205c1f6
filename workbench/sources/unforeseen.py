"""The sentence for a file that is odd in a way nobody foresaw."""

import duckdb

from workbench.errors import SourceError


def unforeseen(place: str, reason: duckdb.Error) -> SourceError:
    """Make the error of what the database says of a file: its first line, as far as it prints.

    Parameters
    ----------
    place
        The file, or where its SQL stands.
    """
    first = (str(reason).splitlines() or [type(reason).__name__])[0]
    said = "".join(sign if sign.isprintable() else "?" for sign in first).strip()
    most = 300  # characters; a message may repeat a whole cell
    said = said if len(said) <= most else f"{said[:most]}…"
    return SourceError(
        f"{place} cannot be read: {said}. Export it again, or leave out what is odd about it."
    )
