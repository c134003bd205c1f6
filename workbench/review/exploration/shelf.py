"""The views kept in a workspace: `views/NAME.toml`, one file each."""

from pathlib import Path

from slugify import slugify

from workbench.errors import ParameterError, require_known
from workbench.private import make_private, new_private
from workbench.review.exploration.view import View, read_view_file
from workbench.sources.workspace import Workspace

_LONGEST = 60  # characters of a name


def shelf(workspace: Workspace) -> Path:
    """Give the folder views are kept in."""
    return workspace.folder / "views"


def view_names(workspace: Workspace) -> list[str]:
    """List the names of the views kept, also of those that cannot be read."""
    return sorted(file.stem for file in shelf(workspace).glob("*.toml"))


def save_view(workspace: Workspace, name: str, view: View) -> str:
    """Keep a view under a name.

    Returns
    -------
    str
        The name it is kept under: letters, digits and hyphens of what was asked; with a number
        behind it where another view has that name already, which stays as it is.

    Raises
    ------
    ParameterError
        When the name has no letter or digit, or the folder cannot be written.
    """
    stem = slugify(name, allow_unicode=True, max_length=_LONGEST)
    if not stem:
        raise ParameterError(f"{name!r} holds no letter or digit. Give the view a name.")
    folder, text = shelf(workspace), view.text()
    try:
        make_private(folder)
        for number in range(1, 1000):
            kept = stem if number == 1 else f"{stem}-{number}"
            file = folder / f"{kept}.toml"
            if file.exists():
                if file.read_bytes() == text.encode():
                    return kept
                continue
            new_private(file, text)
            return kept
    except OSError as reason:
        raise ParameterError(
            f"The view could not be saved in {folder}: {reason.strerror}. Its text is shown on the "
            "page; copy it from there."
        ) from reason
    raise ParameterError(f"There are a thousand views named {stem!r}. Take another name.")


def load_view(workspace: Workspace, name: str) -> View:
    """Open a view that was kept.

    Raises
    ------
    UnknownNameError
        When there is none of that name; offers the nearest.
    ParameterError
        When its file was edited into something that is no view.
    """
    return read_view_file(view_file(workspace, name))


def view_file(workspace: Workspace, name: str) -> Path:
    """Find the file of a view by its name.

    Raises
    ------
    UnknownNameError
        When there is none of that name; a path is no name.
    """
    require_known("view", [name], view_names(workspace))
    return shelf(workspace) / f"{name}.toml"


def view_diff(first: View, second: View) -> list[tuple[str, str, str]]:
    """Tell where two views differ.

    Returns
    -------
    list
        One row per key that differs: the key, its value in the first, in the second; "" where a
        view asks nothing.
    """
    told = [_flat(first), _flat(second)]
    return [
        (key, told[0].get(key, ""), told[1].get(key, ""))
        for key in dict.fromkeys([*told[0], *told[1]])
        if told[0].get(key, "") != told[1].get(key, "")
    ]


def _flat(view: View) -> dict[str, str]:
    plain = view.model_dump(mode="json", exclude_defaults=True)
    inner = plain.pop("what_if", {})
    told = {"metric": view.metric, **plain, **{f"what_if.{key}": inner[key] for key in inner}}
    return {key: _written(value) for key, value in told.items()}


def _written(value: object) -> str:
    return "..".join(map(str, value)) if isinstance(value, list) else str(value)
