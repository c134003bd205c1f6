"""A proposal as workbench.toml: its lines in the order of a new one, each with what it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import tomlkit
from tomlkit.items import Item, Key, Table

from workbench.i18n import Lang, message
from workbench.model.tables import TABLES
from workbench.proposal.as_toml import blanks, comment, item
from workbench.proposal.examples import absent, examples, options_of
from workbench.proposal.heading import heading
from workbench.proposal.proposal import Proposal
from workbench.proposal.reasons import Reasons
from workbench.sources.table_source import TableSource
from workbench.sources.workspace_file import WorkspaceFile

_DOTTED = ("dates", "units", "constants", "values")  # each a line `dates.close_on = "dmy"`
_WIDE = 100  # a value map that is wider stands on lines of its own
_MANY = 4  # and so does one of more values

Path = tuple[str, ...]


def toml_text(proposal: Proposal, lang: Lang) -> str:
    """Write a proposal as workbench.toml.

    Returns
    -------
    str
        TOML that says `proposal.document` and nothing else; all the rest is comments: what each
        line rests on where it is not plain, columns nothing uses, what else may be set.
    """
    written = tomlkit.document()
    for line in heading(proposal, lang):
        written.add(tomlkit.comment(line))
    page = _Page(proposal, lang, Reasons(proposal, lang))
    document = proposal.document
    for section in _ordered(document, WorkspaceFile.model_fields):
        written.add(section, page.section(section, document[section]))
    written.add(tomlkit.nl())
    written.add(tomlkit.comment(message("proposal-more", lang)))
    for line in absent(document, lang):
        written.add(tomlkit.comment(line) if line else tomlkit.nl())
    return tomlkit.dumps(written).lstrip("\n")


@dataclass(frozen=True)
class _Page:
    proposal: Proposal
    lang: Lang
    reasons: Reasons

    def section(self, name: str, held: Mapping[str, Any]) -> Table:
        if name in ("files", "tables"):
            table = tomlkit.table(is_super_table=True)
            for each in _ordered(held, TABLES):
                table.append(tomlkit.key([each]), self._source((name, each), held[each]))
            return table
        table = self._plain((name,), _ordered(held, options_of(name)), held)
        for line in examples(name, held, self.lang):
            table.add(tomlkit.comment(line))
        return table

    def _source(self, path: Path, held: Mapping[str, Any]) -> Table:
        """Write `[tables.deals]`: how the file is read, then its columns, then long value maps."""
        known = (field.alias or name for name, field in TableSource.model_fields.items())
        keys = list(_ordered(held, known))
        is_long = self._is_long((*path, "values"), held.get("values", {}))
        below = {"columns", "values"} if is_long else {"columns"}
        table = self._plain(path, (key for key in keys if key not in below), held)
        for line in self.reasons.unused(path, held):
            table.add(tomlkit.comment(comment(line)))
        if "columns" in held:
            table.add("columns", self._columns((*path, "columns"), held["columns"]))
        if is_long:
            table.add("values", self._values((*path, "values"), held["values"]))
        return table

    def _is_long(self, path: Path, values: Mapping[str, Any]) -> bool:
        """Say whether value maps take lines of their own: dotted keys and tables do not mix."""
        per_value = any(self.reasons.of((*path, *each)) for each in _pairs(values))
        return per_value or any(
            len(meant) > _MANY or len(item(meant).as_string()) > _WIDE for meant in values.values()
        )

    def _plain(self, path: Path, keys: Iterable[str], held: Mapping[str, Any]) -> Table:
        table = tomlkit.table()
        for key in keys:
            if key in _DOTTED and held[key]:
                self._dotted(table, (*path, key), held[key])
            else:
                self._line(table, tomlkit.key([key]), (*path, key), item(held[key]))
        return table

    def _dotted(self, table: Table, path: Path, held: Mapping[str, Any]) -> None:
        for key, value in held.items():
            self._line(table, tomlkit.key([path[-1], key]), (*path, key), item(value))

    def _columns(self, path: Path, held: Mapping[str, Any]) -> Table:
        known = TABLES[path[1]].column_names if path[1] in TABLES else ()
        return self._headed(path, self._plain(path, _ordered(held, known), held))

    def _values(self, path: Path, held: Mapping[str, Any]) -> Table:
        table = tomlkit.table(is_super_table=True)
        for column, meant in held.items():
            under = (*path, column)
            table.append(
                tomlkit.key([column]), self._headed(under, self._plain(under, meant, meant))
            )
        return table

    def _headed(self, path: Path, table: Table) -> Table:
        told = self.reasons.of(path)
        if told:
            table.comment(told)
        return table

    def _line(self, table: Table, key: Key, path: Path, value: Item) -> None:
        """Add a line with what it rests on, or what the lines it came with do."""
        told = self.reasons.of(path) or (self.reasons.of(path[:-1]) if path[-2] in _DOTTED else "")
        if told:
            written = f"{key.as_string()} = {value.as_string()}"
            value.comment(told)
            value.trivia.comment_ws = blanks(written)
        table.append(key, value)


def _ordered(held: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Give the names in the order they are known in, those not known last."""
    places = {name: n for n, name in enumerate(known)}
    yield from sorted(held, key=lambda name: places.get(name, len(places)))


def _pairs(values: Mapping[str, Mapping[str, Any]]) -> Iterator[Path]:
    return ((column, text) for column, meant in values.items() for text in meant)
