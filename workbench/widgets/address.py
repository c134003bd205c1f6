"""What the address of a served page asks for, over what the notebook says.

A page is served by Voilà (`workbench serve`), which hands the address to the kernel in the
variables a CGI program knows. A kernel that was started before anybody asked waits here until
somebody does; slow imports therefore stand before the call, the work after it.
"""

import os
from urllib.parse import parse_qs

from workbench.errors import ParameterError
from workbench.i18n import require_lang

_ALIASES = {"rep": "rep_id"}
_ACTOR = "HTTP_X_WORKBENCH_ACTOR"  # set by the server, never by a browser
_NEVER_ASKED = ("workspace", "actor", "surface")  # which files are read, and who acts
_LONGEST = 100  # characters; a name of a person or a span of days is shorter
_MOST = 20
_TRIES = 3


def asked(**given: str) -> dict[str, str]:
    """Overlay a notebook's parameters by those in the address of a served page.

    Parameters
    ----------
    **given
        The notebook's parameters. Only these names are looked for in the address, where
        `rep` is short for `rep_id`. `workspace` and `surface` are never taken from it;
        `actor` is whoever the server says is there.

    Returns
    -------
    dict
        The same names. Unchanged where no page is served, and where the address is silent.

    Raises
    ------
    ParameterError
        When a value is too long, holds control characters or is given twice, or when a kernel
        that waited for a page was not told which.
    UnknownNameError
        When the language is neither zh nor en. Whether there is such a rep or period is for
        the workspace to say.
    """
    if not _is_served():
        return given
    found = named_values(_query())
    wanted = {name: found[name] for name in given if name in found and name not in _NEVER_ASKED}
    if wanted.get("lang"):
        require_lang(wanted["lang"])
    actor = os.environ.get(_ACTOR, "")
    return given | wanted | ({"actor": actor} if actor and "actor" in given else {})


def _is_served() -> bool:
    return is_waiting() or os.environ.get("SERVER_SOFTWARE", "").startswith("voila/")


def is_waiting() -> bool:
    """Whether this kernel was started for a page that nobody has asked for yet."""
    return os.environ.get("VOILA_PREHEAT") == "True"


def _query() -> str:
    if not is_waiting():
        return os.environ.get("QUERY_STRING", "")
    from voila.utils import get_query_string  # noqa: PLC0415 (loads a web server)

    for _ in range(_TRIES):  # the line to a busy server may break while nobody asks
        query = get_query_string()
        if query is not None:
            break
    else:
        raise ParameterError("This page was not told what to show. Load it again.")
    os.environ["VOILA_PREHEAT"] = "False"  # the address is told once; a second question would wait
    return str(query)


def named_values(query: str) -> dict[str, str]:
    """Read the part of an address behind the question mark.

    Raises
    ------
    ParameterError
        When it is no plain text, too long, or gives a name twice.
    """
    try:
        found = parse_qs(query, keep_blank_values=True, max_num_fields=_MOST, errors="strict")
    except ValueError as reason:
        raise ParameterError(
            f"The address cannot be read: it has over {_MOST} parts, or is not UTF-8. "
            "Write it as ?rep=R13&period=2026-Q3&lang=en."
        ) from reason
    named: dict[str, str] = {}
    for key, values in found.items():
        name = _ALIASES.get(key, key)
        if len(values) > 1 or name in named:
            raise ParameterError(f"The address gives {name} twice. Give it once.")
        named[name] = _plain(name, values[0])
    return named


def _plain(name: str, value: str) -> str:
    if len(value) > _LONGEST:
        raise ParameterError(
            f"{name} in the address is {len(value)} characters long; it may have {_LONGEST}."
        )
    if not value.isprintable():
        raise ParameterError(f"{name} in the address is {value!r}, which is not plain text.")
    return value
