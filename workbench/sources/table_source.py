"""Where one table comes from, as workbench.toml describes it."""

from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Strict(BaseModel):
    """A part of workbench.toml: a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FileSource(Strict):
    """A raw file and how to read it."""

    file: str = ""  # relative to the workspace
    encoding: str = ""  # "" tries UTF-8, then what its marks tell
    delimiter: str = ""  # "" goes by the ending: .csv , .tsv tab .psv |
    sheet: str = ""  # of a workbook; "" is the first that is not hidden
    has_header: bool = True
    header_row: int = 0  # where the columns' names stand, as a person counts; 0 finds it
    header_depth: int = 0  # in how many rows they stand; 0 finds it
    skip_footer: int | None = None  # rows at the end that are no data; None finds them
    fill_merged: bool = False  # a merged cell's value stands for each of its cells
    names: tuple[str, ...] = ()  # the columns of a file without header


class TableSource(FileSource):
    """A file, one SQL select, or another table; and the mapping to the contract."""

    sql: str = ""  # over the raw files, by their names in [files]
    taken_from: str = Field("", alias="from")  # reps alone: a table that names them, as deals
    columns: dict[str, str] = {}  # contract column = source column; {} takes equal names
    # contract column: source value = contract value; `else` stands for every other value
    values: dict[str, dict[str, Any]] = {}
    constants: dict[str, Any] = {}  # contract column = the value of every row
    units: dict[str, Decimal] = {}  # contract column = what to multiply by
    dates: dict[str, str] = {}  # contract column = "%d/%m/%Y", "dmy", "mdy", "epoch_ms", "excel"
    decimal: Literal["", ".", ","] = ""  # the sign before decimals; "" finds it, column by column
    null_values: tuple[str, ...] = ()  # texts that mean nothing is known

    @model_validator(mode="after")
    def _has_one_origin(self) -> "TableSource":
        if sum(map(bool, (self.file, self.sql, self.taken_from))) != 1:
            raise ValueError("give either file or sql, or from another table")
        return self
