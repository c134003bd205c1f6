"""A proposal as workbench.toml, with what its lines rest on; answers as `--set` writes them."""

import shlex
import tomllib
from collections.abc import Iterable
from typing import Any

import tomlkit
from tomlkit.items import Table

from workbench.errors import ParameterError, hint
from workbench.i18n import Lang, message
from workbench.proposal.proposal import Line, Place, Proposal
from workbench.sources.workspace_file import WorkspaceFile

ASKED = ("file", "outcome", "people")  # roots of answers that are no line of workbench.toml
_ORDER = ("workspace", "calendar", "money", "deals", "quotas", "reviews", "files", "tables")


def toml_text(proposal: Proposal, lang: Lang) -> str:
    """Write a proposal as workbench.toml.

    Returns
    -------
    str
        What `proposal.document` holds, in the order of sections a person reads, with a comment
        where a line rests on less than the system's own names.
    """
    document = tomlkit.document()
    for sentence in (message("written-head", lang), *proposal.notes):
        document.add(tomlkit.comment(_one_line(sentence)))
    for root in sorted({line.path[0] for line in proposal.lines}, key=_place):
        document.add(tomlkit.nl())
        document.add(root, _part(proposal, (root,), lang))
    text = tomlkit.dumps(document)
    return f"{text.rstrip()}\n{_end(lang)}"


def parsed(setting: str) -> tuple[Place, Any]:
    """Read one answer: PATH=VALUE, the value as TOML or as plain text.

    Raises
    ------
    ParameterError
        When it cannot be read, or its path leads to no option there is.
    """
    key, sign, told = _split(setting)
    if not sign:
        raise ParameterError(f"--set {setting!r} has no =. Write --set 'money.currency=EUR'.")
    path = _keys(key, setting)
    _require_option(path, setting)
    try:
        return path, tomllib.loads(f"value = {told}")["value"]
    except tomllib.TOMLDecodeError:
        return path, told.strip()


def set_line(path: Place, value: Any) -> str:  # noqa: ANN401 (as TOML holds it)
    """Write the answer as an argument of the command, ready to paste."""
    told = tomlkit.item(value).as_string()
    return f"--set {shlex.quote(f'{tomlkit.key(path).as_string()}={told}')}"


def _part(proposal: Proposal, place: Place, lang: Lang) -> Table:
    """Write the lines below a place: values first, then the parts below it."""
    depth = len(place)
    below = [line for line in proposal.lines if line.path[:depth] == place]
    own = [line for line in below if len(line.path) == depth + 1]
    part = tomlkit.table(is_super_table=not own)
    for line in own:
        part.add(line.path[-1], _item(line))
        comment = _rests(line, lang)
        if comment:
            part[line.path[-1]].comment(comment)
    for name in dict.fromkeys(line.path[depth] for line in below if len(line.path) > depth + 1):
        part.add(name, _part(proposal, (*place, name), lang))
    if place[0] == "tables" and depth == 2:  # noqa: PLR2004 (tables.deals)
        _add_unused(part, proposal, own, lang)
    return part


def _item(line: Line) -> Any:  # noqa: ANN401 (an item of tomlkit)
    if isinstance(line.value, dict):
        found = tomlkit.inline_table()
        found.update(line.value)
        return found
    if isinstance(line.value, str) and "\n" in line.value:
        return tomlkit.string(line.value, multiline=True)
    return tomlkit.item(line.value)


def _rests(line: Line, lang: Lang) -> str:
    if isinstance(line.value, str) and "\n" in line.value:
        return ""  # behind the last of several lines nobody looks for it
    if line.how in ("profile", "only"):
        return _one_line(line.why)
    how = message(f"proposal-how-{line.how}", lang)
    return _one_line(f"{how}: {line.why}" if line.why else how)


def _add_unused(part: Table, proposal: Proposal, own: Iterable[Line], lang: Lang) -> None:
    files = {str(line.value).rpartition("/")[2] for line in own if line.path[-1] == "file"}
    headers = [each.header for each in proposal.unused if each.file in files]
    if headers:
        part.add(
            tomlkit.comment(_one_line(message("written-unused", lang, headers=", ".join(headers))))
        )


def _end(lang: Lang) -> str:
    lines = message("written-end", lang).splitlines()
    return "".join(f"\n# {line}" for line in lines) + "\n"


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _place(root: str) -> int:
    return _ORDER.index(root) if root in _ORDER else len(_ORDER)


def _split(setting: str) -> tuple[str, str, str]:
    """Part PATH from VALUE where quoted keys may hold an = themselves."""
    is_quoted = False
    for n, sign in enumerate(setting):
        if sign == '"' and (n == 0 or setting[n - 1] != "\\"):
            is_quoted = not is_quoted
        elif sign == "=" and not is_quoted:
            return setting[:n], "=", setting[n + 1 :]
    return setting, "", ""


def _keys(key: str, setting: str) -> Place:
    try:
        found: Any = tomllib.loads(f"{key.strip()} = 1")
    except tomllib.TOMLDecodeError as reason:
        raise ParameterError(
            f"--set {setting!r}: {key!r} is no path of workbench.toml. Quote a part that is no "
            'plain word: outcome."On hold"=lost.'
        ) from reason
    path: list[str] = []
    while isinstance(found, dict):
        ((name, found),) = found.items()
        path.append(name)
    return tuple(path)


def _require_option(path: Place, setting: str) -> None:
    known = (*WorkspaceFile.model_fields, *ASKED)
    if path[0] not in known:
        raise ParameterError(f"--set {setting!r}: there is no {path[0]!r}. {hint(path[0], known)}")
