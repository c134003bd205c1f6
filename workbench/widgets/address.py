"""What the address of a served page asks for, over what the notebook says.

A page is served by `workbench serve`, which started this kernel with a secret. With it the kernel
asks once what its page is to show. One that was started before anybody came waits here until
somebody does; slow imports therefore stand before the call, the work after it.
"""

import json
import os
from functools import cache
from urllib.error import URLError
from urllib.parse import parse_qs
from urllib.request import ProxyHandler, Request, build_opener

from workbench.errors import ParameterError
from workbench.i18n import error, require_lang

_ALIASES = {"rep": "rep_id"}
PLACE = "WORKBENCH_TOLD_AT"  # where a kernel asks; the server is on this machine
SECRET = "WORKBENCH_TOLD_BY"  # with which word; it opens one answer, once
SECRET_HEADER = "X-Workbench-Kernel"
WAITING = "VOILA_PREHEAT"  # "True": nobody has come yet
_NEVER_ASKED = ("workspace", "actor", "surface")  # which files are read, and who acts
_LONGEST = 100  # characters; a name of a person or a span of days is shorter
_MOST = 20
_TRIES = 3  # the line to a busy server may break while nobody asks
_PATIENCE = 60.0  # seconds until an answer to somebody who came has to be there


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
    told = _told()
    found = named_values(told["query"])
    wanted = {name: found[name] for name in given if name in found and name not in _NEVER_ASKED}
    if wanted.get("lang"):
        require_lang(wanted["lang"])
    actor = told["actor"]
    return given | wanted | ({"actor": actor} if actor and "actor" in given else {})


def _is_served() -> bool:
    return PLACE in os.environ


def is_waiting() -> bool:
    """Whether this kernel was started for a page that nobody has asked for yet."""
    return os.environ.get(WAITING) == "True"


@cache
def _told() -> dict[str, str]:
    """Ask what to show; the secret is used up then, and gone from what this process passes on."""
    request = Request(
        os.environ[PLACE],
        method="POST",
        headers={SECRET_HEADER: os.environ.get(SECRET, "")},
    )
    opener = build_opener(ProxyHandler({}))  # this machine's own line, whatever proxy is set
    wait = None if is_waiting() else _PATIENCE
    for _ in range(_TRIES):
        try:
            with opener.open(request, timeout=wait) as answer:
                told = json.load(answer)
        except (URLError, OSError, ValueError):
            continue
        os.environ.pop(SECRET, None)
        os.environ[WAITING] = "False"
        return {"query": str(told["query"]), "actor": str(told["actor"])}
    raise error(ParameterError, "address-untold")


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
        raise error(ParameterError, "address-unread", n=str(_MOST)) from reason
    named: dict[str, str] = {}
    for key, values in found.items():
        name = _ALIASES.get(key, key)
        if len(values) > 1 or name in named:
            raise error(ParameterError, "address-twice", name=name)
        named[name] = _plain(name, values[0])
    return named


def _plain(name: str, value: str) -> str:
    if len(value) > _LONGEST:
        long, most = str(len(value)), str(_LONGEST)
        raise error(ParameterError, "address-long", name=name, n=long, most=most)
    if not value.isprintable():
        raise error(ParameterError, "address-odd", name=name, value=repr(value))
    return value
