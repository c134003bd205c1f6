"""One value as TOML writes it, on one line."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import tomlkit
from rich.cells import cell_len
from tomlkit.items import Float, Item, Trivia

_AT = 43  # the column comments begin at, as in starter.toml


def item(value: Any) -> Item:  # noqa: ANN401 (what TOML holds)
    """Write a value: tables stay on their line, decimals keep their digits."""
    if isinstance(value, Mapping):
        table = tomlkit.inline_table()
        for key, each in value.items():
            table.append(tomlkit.key([str(key)]), item(each))
        return table
    if isinstance(value, list | tuple):
        array = tomlkit.array()
        for each in value:
            array.append(item(each))
        return array
    if isinstance(value, Decimal):
        return Float(float(value), Trivia(), str(value).lower())
    found: Item = tomlkit.item(value)
    return found


def line(path: tuple[str, ...], value: Any) -> str:  # noqa: ANN401 (as above)
    """Write `path = value`, the path dotted."""
    return f"{tomlkit.key(path).as_string()}={item(value).as_string()}"


def comment(text: str) -> str:
    """Make a text fit for one line behind a #."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())


def blanks(written: str) -> str:
    """Give the blanks between a line and the # behind it."""
    return " " * max(2, _AT - cell_len(written))
