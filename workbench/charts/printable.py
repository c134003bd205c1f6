"""What a drawing may hold of people's texts: a control character ends the library that draws."""

import re
from collections.abc import Mapping
from typing import Any

Json = Any  # a chart as Vega-Lite reads it: dicts and lists of text and numbers
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(value: Json) -> Json:
    """Drop the control characters that XML cannot hold, wherever they stand in a chart."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub("", value)
    if isinstance(value, Mapping):
        return {name: printable(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable(item) for item in value]
    return value
