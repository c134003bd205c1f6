"""Every option of workbench.toml as the page shows it: default, meaning, a line to paste."""

import json
from collections.abc import Iterator
from datetime import time
from typing import Any, get_args

from pydantic.fields import FieldInfo

from workbench.review.mapping.tables import grid
from workbench.sources.table_source import FileSource, Strict, TableSource
from workbench.sources.workspace_file import WorkspaceFile

_HEADS = ("option", "default", "meaning", "as in")
_KEYED = {"files": FileSource, "tables": TableSource}  # one part per name


def parts() -> Iterator[tuple[str, type[Strict]]]:
    """Give each part of workbench.toml as it is headed there, with what may stand in it."""
    for name, field in WorkspaceFile.model_fields.items():
        model = _KEYED.get(name) or field.annotation
        if isinstance(model, type) and issubclass(model, Strict):
            yield (f"[{name}.NAME]" if name in _KEYED else f"[{name}]"), model


def options_part() -> str:
    """Write all parts, one table each."""
    return "\n\n".join(_part(head, model) for head, model in parts())


def _part(head: str, model: type[Strict]) -> str:
    fields = model.model_fields
    told = ""
    if model is TableSource:
        fields = {name: each for name, each in fields.items() if name not in _shared()}
        told = "\n\nNAME is a table above. All options of `[files.NAME]`, and:"
    if model is FileSource:
        told = "\n\nNAME is what SQL calls the file."
    rows = [_row(name, field) for name, field in fields.items()]
    return f"### `{head}`{told}\n\n{grid(_HEADS, rows)}"


def _shared() -> set[str]:
    return set(FileSource.model_fields)


def _row(name: str, field: FieldInfo) -> tuple[str, ...]:
    (example,) = field.examples or [""]
    return f"`{field.alias or name}`", _default(field), _meant(field), f"`{example}`"


def _default(field: FieldInfo) -> str:
    return "" if field.default is None else f"`{_toml(field.default)}`"


def _meant(field: FieldInfo) -> str:
    chosen = [each for each in get_args(field.annotation) if isinstance(each, str) and each]
    choices = f" ({', '.join(f'`{each}`' for each in chosen)})" if chosen else ""
    return f"{field.description or ''}{choices}"


def _toml(value: Any) -> str:  # noqa: ANN401 (whatever an option may be)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
