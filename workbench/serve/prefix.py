"""The path everything is served under, where a proxy keeps several programs on one host."""

import re

from workbench.errors import ParameterError

# The server puts it into patterns: no character that says something there
_PLAIN = re.compile(r"/(?:[A-Za-z0-9_~-]+/)*")


def checked_prefix(told: str) -> str:
    """Check a prefix as a person wrote it: `/` or `/reviews/`.

    Raises
    ------
    ParameterError
        When it does not begin and end with `/`, or holds more than plain names between.
    """
    if _PLAIN.fullmatch(told):
        return told
    mended = f"/{told.strip().strip('/')}/"
    if _PLAIN.fullmatch(mended):
        raise ParameterError(
            f"--base-url {told!r} has to begin and end with one slash: write --base-url {mended}."
        )
    raise ParameterError(
        f"--base-url {told!r} cannot be served: between its slashes stand letters, digits, - and _ "
        "only, as in --base-url /reviews/."
    )
