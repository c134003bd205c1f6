"""The options of workbench.toml by their path, as the reader of a workspace knows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import tomlkit
from pydantic.fields import FieldInfo

from workbench.errors import ParameterError, hint
from workbench.model.tables import TABLES
from workbench.sources.table_source import Strict
from workbench.sources.workspace_file import WorkspaceFile

_BY_COLUMN = ("columns", "values", "constants", "units", "dates")  # keyed by the contract's columns
_DEPTH = 3  # of tables.deals.columns


@dataclass(frozen=True)
class Option:
    """One place a value may stand."""

    kind: Any  # what a value there has to be, as pydantic takes it
    meaning: str
    example: str  # a line to paste


# Answers of a proposal besides those: how many parts their paths have, and what they may be
_ASKED = {
    "file": (3, Option(str, "how a file is read", 'file."deals.csv".encoding = "gb18030"')),
    "outcome": (
        2,
        Option(
            Literal["won", "lost", "open", "excluded"],
            "what a word of the source says of a deal",
            'outcome."On hold" = "open"',
        ),
    ),
    "people": (
        1, Option(Literal["seen", "all"], "whom of the list a review is for", 'people = "seen"'),
    ),
    "unowned": (
        1,
        Option(
            str, "leave, or the owner who gets the deals without one", 'unowned = "leave"',
        ),
    ),
    "unlisted": (
        1,
        Option(Literal["add", "leave"], "what becomes of owners on no list", 'unlisted = "add"'),
    ),
}  # fmt: skip


def option_at(path: tuple[str, ...]) -> Option:
    """Find the option a path leads to.

    Raises
    ------
    ParameterError
        When there is none; names the first part that leads nowhere, and the nearest that does.
    """
    is_section = path[0] in WorkspaceFile.model_fields and len(path) > 1  # people.aliases
    if path[0] in _ASKED and not is_section:
        return _asked(path)
    found = Option(WorkspaceFile, "a whole workbench.toml", 'money.currency = "EUR"')
    for n, part in enumerate(path):
        known = _known(path[:n], found.kind)
        if known is not None and part not in known:
            raise ParameterError(
                f"workbench.toml has no {_dotted(path)}: {_lacking(path[:n], part, known)}"
            )
        found = _under(found, part, path)
    return found


def _asked(path: tuple[str, ...]) -> Option:
    """Find the option of an answer that is no line of workbench.toml, and settles several."""
    depth, option = _ASKED[path[0]]
    if len(path) != depth:
        raise ParameterError(f"{_dotted(path)} answers nothing. Write it as: {option.example}")
    if path[0] == "file":
        return option_at(("files", *path[1:]))
    return option


def _known(place: tuple[str, ...], kind: Any) -> Iterable[str] | None:  # noqa: ANN401 (a type)
    """List what may stand at a place; None where any name may, no name where it is a value."""
    if _is_model(kind):
        return list(_fields(kind))
    if get_origin(kind) is not dict:
        return None if kind is Any else []
    if place == ("tables",):
        return TABLES
    is_by_column = len(place) == _DEPTH and place[0] == "tables" and place[2] in _BY_COLUMN
    return TABLES[place[1]].column_names if is_by_column else None


def _under(option: Option, part: str, path: tuple[str, ...]) -> Option:
    """Go one part further; `path` ends with it."""
    if _is_model(option.kind):
        field = _fields(option.kind)[part]
        kind = _bare(field.annotation)
        if field.examples and field.description:
            example = ".".join(filter(None, (_dotted(path[:-1]), str(field.examples[0]))))
            return Option(kind, field.description, example)
        return _section(kind, path)
    kind = _bare(get_args(option.kind)[1]) if get_origin(option.kind) is dict else Any
    return _section(kind, path) if _is_model(kind) else Option(kind, option.meaning, option.example)


def _section(kind: Any, path: tuple[str, ...]) -> Option:  # noqa: ANN401 (a type)
    """Describe a place that holds options, by the first of them."""
    fields = _fields(kind) if _is_model(kind) else {}
    first = next((str(each.examples[0]) for each in fields.values() if each.examples), "… = …")
    return Option(kind, "a section of options", f"{_dotted(path)}.{first}")


def _bare(kind: Any) -> Any:  # noqa: ANN401 (a type)
    """Give what may be told where nothing may be, too: Named of `Named | None`."""
    told = [each for each in get_args(kind) if each is not NoneType]
    return told[0] if NoneType in get_args(kind) else kind


def _fields(model: type[Strict]) -> Mapping[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _is_model(kind: Any) -> bool:  # noqa: ANN401 (a type)
    return isinstance(kind, type) and issubclass(kind, Strict)


def _dotted(path: tuple[str, ...]) -> str:
    return tomlkit.key(path).as_string() if path else ""


def _lacking(place: tuple[str, ...], part: str, known: Iterable[str]) -> str:
    if not known:
        return f"{_dotted(place)} is a value, and nothing stands under it."
    where = f"[{_dotted(place)}]" if place else "the file"
    return f"{where} holds no {part!r}. {hint(part, known)}"
