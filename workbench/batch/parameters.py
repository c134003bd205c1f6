"""The parameters of the review notebook, checked before anything runs.

Papermill itself only warns of an unknown parameter, reads `007` as 7 and writes a date as text; so
every parameter here is text, and the notebook must declare it as text.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from papermill import inspect_notebook
from pydantic import BaseModel, ConfigDict, ValidationError

from workbench.errors import ParameterError, hint
from workbench.i18n import Lang, error

# Parameters a notebook need not take, by what is asked with them
_LATER = {"formats": "formats", "edition": "editions"}


class ReviewParameters(BaseModel):
    """What the review notebook takes; JSON types only."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    rep_id: str
    period: str
    workspace: str  # absolute folder
    as_of: str  # ISO date of the snapshot to read
    template: str
    lang: Lang
    surface: Literal["auto", "document", "live"] = "document"
    formats: str = ""  # made beside HTML; given to the notebook only where any are
    edition: str = ""  # "" the usual one; given to the notebook only where it is another


def review_parameters(given: Mapping[str, object]) -> dict[str, str]:
    """Check the names and types of parameters.

    Returns
    -------
    dict
        Every parameter, ready for papermill; `formats` and `edition` only where they are told.

    Raises
    ------
    ParameterError
        Names the parameter, its value and what to give instead.
    """
    try:
        told = ReviewParameters.model_validate(dict(given)).model_dump()
    except ValidationError as reason:
        raise ParameterError(_sentence(reason)) from reason
    return {name: value for name, value in told.items() if value or name not in _LATER}


def require_declared(notebook: Path, formats: str = "", editions: str = "") -> None:
    """Refuse a notebook that does not take the parameters, each as text.

    Parameters
    ----------
    formats
        What is made beside HTML; a notebook of before there was any need not take it.
    editions
        Those asked for that are not the usual one; the same holds.

    Raises
    ------
    ParameterError
        When the notebook is missing, or a parameter is not declared as `name: str = ...`.
    """
    if not notebook.is_file():
        raise ParameterError(f"There is no notebook {str(notebook)!r}. Give the path of one.")
    declared = inspect_notebook(str(notebook))
    for name in ReviewParameters.model_fields:
        if name in _LATER and name not in declared:
            _require_no(name, notebook, {"formats": formats, "editions": editions})
            continue
        if name not in declared:
            raise ParameterError(
                f"{notebook.name} takes no parameter {name!r}. {hint(name, declared)} "
                f'Add `{name}: str = ""` to its cell tagged "parameters".'
            )
        kind = declared[name]["inferred_type_name"]
        if kind != "str":
            raise ParameterError(
                f"{notebook.name} declares parameter {name!r} as {kind}, but text is passed. "
                f'Write `{name}: str = ""` in its cell tagged "parameters".'
            )


def _require_no(name: str, notebook: Path, asked: Mapping[str, str]) -> None:
    """Refuse what a notebook of an earlier time cannot make."""
    what = _LATER[name]
    if asked[what]:
        told = {what: asked[what], "notebook": notebook.name}
        raise error(ParameterError, f"refusal-notebook-{name}", **told)


def takes(notebook: Path, name: str) -> bool:
    """Whether a notebook declares a parameter."""
    return name in inspect_notebook(str(notebook))


def _sentence(reason: ValidationError) -> str:
    first = reason.errors()[0]
    name, value = ".".join(map(str, first["loc"])), first["input"]
    if first["type"] == "extra_forbidden":
        known = hint(name, ReviewParameters.model_fields)
        return f"The review notebook takes no parameter {name!r}. {known}"
    if first["type"] == "missing":
        return f"The review notebook needs parameter {name!r}. Give it."
    if first["type"] == "string_type":
        return f"Parameter {name!r} cannot be {value!r}. Give text: {name} = {str(value)!r}."
    return f"Parameter {name!r} cannot be {value!r}. {first['msg']}."
