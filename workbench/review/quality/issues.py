"""The issues of a snapshot and the rows behind each: the one definition for page and command."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, get_args

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from workbench.i18n import Lang, has_message, listed, message
from workbench.review import words
from workbench.snapshots import Snapshot

Kind = Literal[
    "set_aside", "blanked", "doubtful", "kept", "gone", "decided", "new", "unread", "unmapped"
]
_ORDER: tuple[Kind, ...] = get_args(Kind)
_COLUMNS = ("gone", "new", "unread", "unmapped")  # kinds that list columns of the source


# What every plain file is decided to be; source.json has it, a reader need not
_PLAIN = {
    'encoding = "utf-8"', 'encoding = "utf-8-sig"', 'delimiter = ","', "header_row = 1",
    "header_depth = 1", "skip_footer = 0", "fill_merged = false",
}  # fmt: skip


@dataclass(frozen=True)
class Issue:
    """One thing that is odd about one table."""

    table: str
    reason: str  # a code; the kind, where it is about columns of the source
    count: int  # rows; cells for "blanked"; what `told` lists, where it lists anything
    kind: Kind
    told: tuple[str, ...] = ()  # what was decided; columns of the source
    paste: tuple[str, ...] = ()  # lines of workbench.toml that would mend it
    # Of doubts alone:
    select: str = ""  # SQL over the snapshot's files: the rows behind it
    values: Mapping[str, str | int] = field(default_factory=dict, compare=False)  # sentences name
    figures: tuple[str, ...] = ()  # metrics that would be wrong

    @property
    def key(self) -> str:
        """Name it within a snapshot: rows and cells of a table may have one reason."""
        return f"{self.table}:{self.reason}{':cell' if self.kind == 'blanked' else ''}"


@dataclass(frozen=True)
class Rows:
    """The rows behind an issue, as text."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_listed: bool = True  # False: only their number is known, for they are in no table


def issues(snapshot: Snapshot, doubts: Sequence[Issue] = ()) -> list[Issue]:
    """List everything odd: what is set aside first, then what is kept, then what nothing uses.

    Parameters
    ----------
    doubts
        Rows that are sound in form and likely wrong (`sense.doubtful`); they are no part of a
        snapshot, for what they mean depends on the workspace.
    """
    found = [*doubts]
    found += [Issue(note.table, note.reason, note.count, note.kind) for note in snapshot.notes]
    for table in sorted(snapshot.manifest["tables"]):
        unmapped = snapshot.unmapped(table)
        decided = [
            each for each in snapshot.decided(table) if each.partition("  # ")[0] not in _PLAIN
        ]
        found += _changes(table, snapshot.changes(table))
        if decided:
            found.append(Issue(table, "decided", len(decided), "decided", tuple(decided)))
        if unmapped:
            found.append(Issue(table, "unmapped", len(unmapped), "unmapped", tuple(unmapped)))
    return sorted(found, key=lambda each: (_ORDER.index(each.kind), each.table, each.reason))


def _changes(table: str, changes: Mapping[str, Sequence[str]]) -> Iterator[Issue]:
    """Tell columns that came or went since the freeze before."""
    kinds: tuple[Kind, ...] = ("gone", "new")
    for kind in kinds:
        told = tuple(changes.get(kind, ()))
        if told:
            paste = tuple(changes.get("paste", ())) if kind == "new" else ()
            yield Issue(table, kind, len(told), kind, told, paste=paste)


def rows_behind_issue(snapshot: Snapshot, issue: Issue) -> Rows:
    """Give the rows of an issue.

    Returns
    -------
    Rows
        Of rows set aside and of cells blanked: file, row as a person counts it there, key, column,
        value, and the row as it was read. Of rows kept: their columns. Of what was decided: as
        workbench.toml would say it. Of columns that nothing uses: their names. Of a doubt: the
        columns that make it one.
    """
    if issue.told:
        head = "column" if issue.kind in _COLUMNS else issue.kind
        return Rows((head,), tuple((each,) for each in issue.told))
    if issue.kind in ("set_aside", "blanked"):
        return _told(snapshot, issue)
    if issue.select:
        with duckdb.connect() as connection:
            return _texts(connection.sql(issue.select).to_arrow_table())
    find = _KEPT.get(issue.reason)
    if find is None:
        return Rows((), (), is_listed=False)
    table = snapshot.table(issue.table)
    return _texts(table.filter(find(snapshot, table)))


def what(issue: Issue, lang: Lang) -> str:
    """Say what is odd."""
    key = f"data-reason-{issue.reason}"
    if not has_message(key, lang):
        return issue.reason.replace("_", " ")
    return message(key, lang, **issue.values)


def consequence(issue: Issue, lang: Lang) -> str:
    """Say what follows for figures."""
    part = "blanked-" if issue.kind == "blanked" else ""
    own = f"quality-means-{part}{issue.reason}"
    key = own if has_message(own, lang) else f"quality-means-{issue.kind}"
    named = listed((words.label(metric, lang) for metric in issue.figures), lang)
    return message(key, lang, **{"figures": named, **issue.values})


def next_step(issue: Issue, lang: Lang) -> str:
    """Say what to do about it."""
    family = issue.reason.partition("_")[0]
    for key in (issue.reason, family, issue.kind):
        if has_message(f"quality-do-{key}", lang):
            return message(f"quality-do-{key}", lang, **{"table": issue.table, **issue.values})
    raise KeyError(issue.reason)  # a kind always has one


def more(issue: Issue, n: int, lang: Lang) -> str:
    """Say how many rows of an issue are not shown, and where they are."""
    told = {"set_aside": "quality-more", "blanked": "quality-more-blanked"}
    return message(told.get(issue.kind, "quality-more-counted"), lang, n=n)


def set_aside_records(snapshot: Snapshot, table: str, reason: str = "") -> list[dict[str, str]]:
    """Give the rows that were set aside as they were read, each once."""
    found = snapshot.rejected(table)
    if "record" not in found.column_names:
        return []  # frozen before rows were kept with it
    told = [row for row in found.to_pylist() if reason in ("", row["reason"])]
    return [json.loads(row["record"]) for row in {row["row"]: row for row in told}.values()]


def _told(snapshot: Snapshot, issue: Issue) -> Rows:
    read = snapshot.rejected if issue.kind == "set_aside" else snapshot.blanked
    found = [row for row in read(issue.table).to_pylist() if row["reason"] == issue.reason]
    heads = ("file", "row", "key", "column", "value", "record")
    return Rows(heads, tuple(tuple(_cell(row, name) for name in heads) for row in found))


def _cell(row: Mapping[str, str | None], name: str) -> str:
    told = row.get(name) or ""
    if name == "record" and told:
        return ", ".join(f"{key}: {_plain(value)}" for key, value in json.loads(told).items())
    return told.rpartition("/")[2] if name == "file" else told


def _plain(value: str) -> str:
    """Write a decimal without the zeros its scale adds: 126480.0000, 0E-8."""
    if not _SCALED.fullmatch(value):
        return value
    return f"{Decimal(value).normalize():f}"


_SCALED = re.compile(r"-?\d+(\.\d+|E-\d+)")


def _texts(table: pa.Table) -> Rows:
    told = [name for name in table.column_names if table[name].null_count < table.num_rows]
    rows = table.select(told).to_pylist()
    return Rows(
        tuple(told),
        tuple(tuple(_text(row[name]) for name in told) for row in rows),
    )


def _text(value: object) -> str:
    if value is None:
        return ""
    return _plain(str(value)) if isinstance(value, Decimal) else str(value)


def _won_but_open(_snapshot: Snapshot, table: pa.Table) -> pa.Array:
    odd = pc.and_(table["is_won"], pc.invert(table["is_closed"]))
    return pc.fill_null(odd, fill_value=False)


def _unknown(column: str, other: str) -> Callable[[Snapshot, pa.Table], pa.Array]:
    def found(snapshot: Snapshot, table: pa.Table) -> pa.Array:
        known = snapshot.table(other)[column].combine_chunks()
        lost = pc.invert(pc.is_in(table[column], known))
        return pc.and_(lost, pc.is_valid(table[column]))

    return found


_KEPT: Mapping[str, Callable[[Snapshot, pa.Table], pa.Array]] = {
    "won_but_open": _won_but_open,
    "unknown_account": _unknown("account_id", "accounts"),
    "unknown_product": _unknown("product_id", "products"),
}
