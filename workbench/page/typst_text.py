"""Words in a Typst source: strings in which nothing is markup or code."""

from collections.abc import Iterable

from workbench.charts.printable import printable

_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": " "})


def quoted(text: object) -> str:
    """Write a text as a string of Typst; control characters go, which no file may hold."""
    return f'"{printable(str(text)).translate(_ESCAPED)}"'


def array(parts: Iterable[str]) -> str:
    """Write an array of what is Typst already; of one too."""
    return f"({''.join(f'{part}, ' for part in parts)})"


def strings(texts: Iterable[object]) -> str:
    """Write an array of strings."""
    return array(quoted(text) for text in texts)


def calling(name: str, /, *given: str, **named: str) -> str:
    """Write a call with what is Typst already; a name may be `is_open` for `is-open`."""
    told = [*given, *(f"{key.replace('_', '-')}: {value}" for key, value in named.items())]
    return f"{name}({', '.join(told)})"


def truth(value: object) -> str:
    """Write whether something is so."""
    return "true" if value else "false"
