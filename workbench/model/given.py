"""What is given for a parameter, as the text somebody typed.

`papermill -p rep_id 00123` passes the number 123, `-p period 2026` a number too, and `-y` makes
`NO` a no. A name is found again among those there are: the one of which these tools make this very
value. Where several or none fit, a sentence says how to pass text as it stands.
"""

import math
from collections.abc import Iterable
from datetime import date
from functools import reduce
from numbers import Integral
from pathlib import PurePath

from workbench.errors import ParameterError, Said, plain_name, telling

_PLAIN = {"True": True, "False": False, "None": None}  # what `papermill -p` takes for no text
_KEYS = {"nothing": "nothing", "a yes or no": "truth", "a number": "number"}
_EXAMPLES = {
    "as_of": "2026-09-30", "period": "2026-Q3", "lang": "zh", "template": "quarterly",
    "actor": "R13:rep", "rep_id": "00123", "workspace": "data/demo", "surface": "auto",
}  # fmt: skip


def text_of(name: str, value: object) -> str:
    """Read a parameter that is text; None is left out, which is "".

    Parameters
    ----------
    name
        What the parameter is called. Whole numbers are understood for `period` and `as_of`, whose
        forms leave no doubt what was typed; days for `as_of`.

    Raises
    ------
    ParameterError
        For any other value that is no text; shows it and what to type.
    """
    if value is None:
        return ""
    if isinstance(value, str | PurePath):
        return str(value)
    is_number = isinstance(value, Integral) and not isinstance(value, bool)
    if is_number and name in ("period", "as_of"):
        return str(value)
    if isinstance(value, date) and name == "as_of":  # a datetime is one, too
        return f"{value:%Y-%m-%d}"
    raise _refusal(name, value)


def texts(**given: object) -> dict[str, str]:
    """Read several parameters, each as `text_of` does."""
    return {name: text_of(name, value) for name, value in given.items()}


def day(text: str) -> date | None:
    """Read the date of a snapshot; "" is None, the latest.

    Raises
    ------
    ParameterError
        When it is no ISO date.
    """
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as reason:
        told = f"The date {text!r} cannot be read. Write it as 2026-09-30."
        raise telling(ParameterError(told), "given-no-day", value=plain_name(text)) from reason


def one_of(name: str, value: object, known: Iterable[str], *, is_optional: bool = False) -> str:
    """Read a parameter that names one of those there are.

    Parameters
    ----------
    known
        The names there are.
    is_optional
        Whether None may be left out, which is "".

    Returns
    -------
    str
        Text as it was given, known or not; for any other value the one known name that papermill
        turns into it.

    Raises
    ------
    ParameterError
        When several known names, or none, give that value.
    """
    if isinstance(value, str):
        return str(value)
    fitting = sorted(each for each in set(known) if value_is_made_of(each, value))
    if value is None and is_optional and not fitting:
        return ""
    if len(fitting) != 1:
        raise _refusal(name, value, fitting)
    return fitting[0]


def value_is_made_of(text: str, value: object) -> bool:
    """Whether `papermill -p`, or `-y`, makes this very value of a text."""
    return any(_is_same(made, value) for made in (resolved(text), read_as_yaml(text)))


def resolved(text: str) -> object:
    """Make of a text what `papermill -p` makes of it: a number or a truth where it can."""
    if text in _PLAIN:
        return _PLAIN[text]
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def read_as_yaml(text: str) -> object:
    """Make of a text what `papermill -y` makes of it; days stay text."""
    import yaml  # noqa: PLC0415 (needed only where no text came)

    loader = yaml.SafeLoader("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    if tag.endswith(":timestamp"):
        return text
    try:
        return loader.construct_object(yaml.ScalarNode(tag, text))
    except (yaml.YAMLError, ValueError):  # `=` and `<<` stand for no value
        return text
    finally:
        loader.dispose()


def _is_same(made: object, value: object) -> bool:
    if isinstance(made, float) and isinstance(value, float) and math.isnan(made):
        return math.isnan(value)
    return type(made) is type(value) and made == value


def _refusal(name: str, value: object, fitting: Iterable[str] = ()) -> ParameterError:
    names = list(fitting)
    could = f" It could be {' or '.join(map(repr, names))}." if names else ""
    example = names[0] if names else _EXAMPLES.get(name, "TEXT")
    made = ParameterError(
        f"{name} is {value!r}, which is {_kind(value)}.{could} Give text: "
        f"{name} = {example!r} in a notebook, `papermill -r {name} {example}`, which passes it as "
        "it stands."
    )
    key = "given-could" if names else "given-no-text"
    told = {"could": _either(names)} if names else {}
    kind = Said(f"given-kind-{_KEYS.get(_kind(value), 'other')}", (("type", type(value).__name__),))
    return telling(made, key, name=name, value=repr(value), kind=kind, example=example, **told)


def _either(names: list[str]) -> Said:
    told = (Said("hint-name", (("name", plain_name(each)),)) for each in names)
    return reduce(lambda one, other: Said("hint-or", (("one", one), ("other", other))), told)


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "a yes or no"
    return "a number" if isinstance(value, int | float) else f"a {type(value).__name__}"
