"""Headers that begin alike: "Deal - Owner" is what "Owner" is where most columns are of a deal."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

_LEAST = 3  # headers that begin alike
_BEGINS = re.compile(r"^(\w[\w ]*?(?: [-–] |: ?|[._/]))(?=\w)")


def bare_names(headers: Iterable[str]) -> Mapping[str, str]:
    """Give the headers that share the beginning most of a file have, by what they are without it.

    Returns
    -------
    Mapping
        Header by bare name, in the order of the file; {} where fewer than half begin alike.
    """
    return _bare(tuple(headers))


@lru_cache(256)  # one file is held against every kind of export
def _bare(headers: tuple[str, ...]) -> Mapping[str, str]:
    begins = {header: found[1] for header in headers if (found := _BEGINS.match(header))}
    ((common, n),) = Counter(begins.values()).most_common(1) or [("", 0)]
    if n < max(_LEAST, len(headers) / 2):
        return {}
    shared = [header for header, first in begins.items() if first == common]
    return {header.removeprefix(common): header for header in shared}
