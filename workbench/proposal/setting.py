"""One line of workbench.toml as `--set` takes it: read, and written ready to paste."""

import tomllib
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from workbench.errors import ParameterError
from workbench.proposal.as_toml import line
from workbench.proposal.options import Option, option_at
from workbench.sources.reading.shown import shown

_ECHO = 60  # characters of a setting that a sentence repeats
_OPENS = ('"', "'", "[", "{")  # with these TOML is meant; anything else may be plain text

Path = tuple[str, ...]


def parsed(setting: str) -> tuple[Path, Any]:
    """Read one `PATH=VALUE`.

    Parameters
    ----------
    setting
        PATH is a dotted key of workbench.toml, its parts quoted where TOML wants it; VALUE is
        TOML, or else plain text: a shell takes quotes away.

    Returns
    -------
    tuple
        The parts of the path, and the value as TOML holds it, decimals exact.

    Raises
    ------
    ParameterError
        When it has no `=`, names no option there is, or gives it what it cannot be.
    """
    path, written = _halves(setting)
    option = option_at(path)
    value = _value(written, option)
    try:
        TypeAdapter(option.kind).validate_python(value)
    except ValidationError as reason:
        said = reason.errors()[0]["msg"].removeprefix("Value error, ")
        raise ParameterError(
            f"--set {shown(setting, _ECHO)} cannot be: {said}. {_next(option)}"
        ) from reason
    return path, value


def set_line(path: Path, value: Any) -> str:  # noqa: ANN401 (what TOML holds)
    """Write the argument that sets a line, ready for a shell; `parsed` reads it back."""
    written = line(path, value).replace("'", "'\"'\"'")
    return f"--set '{written}'"


def _halves(setting: str) -> tuple[Path, str]:
    """Split at the first `=` before which a whole key stands: a quoted part may hold one."""
    at = setting.find("=")
    while at >= 0:
        path = _path(setting[:at])
        if path:
            return path, setting[at + 1 :].strip()
        at = setting.find("=", at + 1)
    raise ParameterError(
        f"--set {shown(setting, _ECHO)} is no PATH=VALUE. Write it as --set "
        "'money.currency=\"EUR\"', with quotes around parts of PATH that hold blanks or dots."
    )


def _path(written: str) -> Path:
    """Read a dotted key; () where it is none."""
    if "\n" in written or "\r" in written:
        return ()
    try:
        held: Any = tomllib.loads(f"{written} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    parts = []
    while isinstance(held, dict):
        key, held = next(iter(held.items()), ("", None))
        parts.append(key)
    return tuple(parts) if held == 0 else ()


def _value(written: str, option: Option) -> Any:  # noqa: ANN401 (what TOML holds)
    """Read a value; text where text is asked for, whatever else it might be."""
    if not written:
        raise ParameterError(f'--set: nothing stands after =; "" is no text. {_next(option)}')
    try:
        held = tomllib.loads(f"value = {written}", parse_float=Decimal)
    except (tomllib.TOMLDecodeError, ArithmeticError) as reason:
        if written.startswith(_OPENS):
            raise ParameterError(
                f"--set: {shown(written, _ECHO)} begins as TOML and is none: {reason}. "
                f"{_next(option)}"
            ) from reason
        return written
    value = held["value"]
    is_text = len(held) > 1 or (option.kind is str and not isinstance(value, str))
    return written if is_text else value


def _next(option: Option) -> str:
    return f"It is {option.meaning}. Write it as: {option.example}"
