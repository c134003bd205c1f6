"""Where one table comes from, as workbench.toml describes it."""

from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


class Strict(BaseModel):
    """A part of workbench.toml: a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FileSource(Strict):
    """A raw file and how to read it."""

    file: str = ""  # relative to the workspace
    encoding: str = ""  # "" tries UTF-8, then what its marks tell
    delimiter: str = ""  # "" goes by the ending: .csv , .tsv tab .psv |
    sheet: str = ""  # of an Excel file; "" is the first
    has_header: bool = True
    names: tuple[str, ...] = ()  # the columns of a file without header


class TableSource(FileSource):
    """A file or one SQL select, and the mapping to the contract."""

    sql: str = ""  # over the raw files, by their names in [files]
    columns: dict[str, str] = {}  # contract column = source column; {} takes equal names
    values: dict[str, dict[str, Any]] = {}  # contract column: source value = contract value
    constants: dict[str, Any] = {}  # contract column = the value of every row
    units: dict[str, Decimal] = {}  # contract column = what to multiply by
    dates: dict[str, str] = {}  # contract column = "%d/%m/%Y" or "epoch_ms"
    null_values: tuple[str, ...] = ()  # texts that mean nothing is known

    @model_validator(mode="after")
    def _has_one_origin(self) -> "TableSource":
        if bool(self.file) == bool(self.sql):
            raise ValueError("give either file or sql")
        return self
