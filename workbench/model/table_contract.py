"""What a table contract is: its columns, what each may hold, and its key."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "text", "integer", "number", "money", "share", "rate", "boolean", "date", "timestamp"
]


@dataclass(frozen=True)
class Column:
    """One column of a contract."""

    name: str
    kind: Kind = "text"
    is_required: bool = False  # a row without it breaks the contract
    references: str = ""  # the table whose key this names; "" when it names none
    choices: tuple[str, ...] = ()  # the only values allowed; () allows any
    default: str | bool | None = None  # what a table without this column gets
    meaning: str = field(default="", kw_only=True)  # in a short phrase, for who fills it
    is_unread: bool = field(default=False, kw_only=True)  # kept and read by nothing; check names it


@dataclass(frozen=True)
class TableContract:
    """The columns of one table and the key no two rows may share."""

    name: str
    key: tuple[str, ...]  # () when rows have no key of their own
    columns: tuple[Column, ...]
    is_required: bool = False
    meaning: str = field(default="", kw_only=True)  # what its rows are

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names in contract order."""
        return tuple(column.name for column in self.columns)

    @property
    def is_money(self) -> bool:
        """Whether its rows are amounts in a currency of their own."""
        return "currency" in self.column_names and self.name != "fx_rates"

    def column(self, name: str) -> Column:
        """Give the column of that name; KeyError when there is none."""
        return {column.name: column for column in self.columns}[name]


def local_date_name(timestamp_name: str) -> str:
    """Name the local date cut from a timestamp: `at` gives `on`, `created_at` `created_on`."""
    return timestamp_name.removesuffix("at") + "on"


def required(name: str, kind: Kind = "text", references: str = "", *, meaning: str = "") -> Column:
    """Describe a column that every row must fill."""
    return Column(name, kind, is_required=True, references=references, meaning=meaning)


def rep(*, is_required: bool = True, meaning: str = "the rep it counts for") -> Column:
    """Describe the column that names a rep."""
    return Column("rep_id", is_required=is_required, references="reps", meaning=meaning)
