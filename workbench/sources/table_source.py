"""Where one table comes from, as workbench.toml describes it."""

import re
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

_PATTERN = re.compile(r"[*?\[]")  # signs that stand for others in the name of a file


class Strict(BaseModel):
    """A part of workbench.toml: a key it does not know is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def option(meaning: str, example: str, *, default: Any = ..., alias: str | None = None) -> Any:  # noqa: ANN401 (any kind, as Field gives)
    """Describe an option of workbench.toml: its default, what it means, and a line to paste."""
    return Field(default, description=meaning, examples=[example], alias=alias)


class FileSource(Strict):
    """A raw file and how to read it."""

    file: str = option(
        "the raw file, relative to the workspace: csv, tsv, psv, txt, xlsx, xls, parquet; with `*`,"
        " `?` or `[…]` in its name all files of such names",
        'file = "deals_*.csv"',
        default="",
    )
    encoding: str = option(
        'of a text file; "" takes its mark, else UTF-8, else asks',
        'encoding = "gb18030"',
        default="",
    )
    delimiter: str = option('the sign between cells; "" finds it', 'delimiter = ";"', default="")
    sheet: str = option(
        'of a workbook; "" takes the first that is not hidden', 'sheet = "Deals"', default=""
    )
    has_header: bool = option(
        "false: no row names the columns, `names` does", "has_header = false", default=True
    )
    header_row: int = option(
        "the row that names the columns, as a person counts; 0 finds it",
        "header_row = 3",
        default=0,
    )
    header_depth: int = option(
        "in how many rows the names stand; 0 finds it", "header_depth = 2", default=0
    )
    skip_footer: int | None = option(
        "rows at the end that are no data: totals, notices; left out, it finds them",
        "skip_footer = 1",
        default=None,
    )
    fill_merged: bool = option(
        "true: the value of a merged cell stands for each of its cells",
        "fill_merged = true",
        default=False,
    )
    names: tuple[str, ...] = option(
        "the columns of a file without header", 'names = ["id", "owner", "amount"]', default=()
    )


class TableSource(FileSource):
    """A file, one SQL select, or another table; and the mapping to the contract."""

    sql: str = option(
        "one SELECT over the names of [files], in place of file",
        "sql = \"select * from raw where region = 'EMEA'\"",
        default="",
    )
    taken_from: str = option(
        "reps alone: the table that names them, in place of file",
        'from = "deals"',
        default="",
        alias="from",
    )
    columns: dict[str, str] = option(
        "column of the table = column of the source; {} takes those of equal name",
        'columns = { deal_id = "Opportunity ID", rep_id = "Owner ID" }',
        default={},
    )
    # contract column: source value = contract value; `else` stands for every other value
    values: dict[str, dict[str, Any]] = option(
        'per column: text of the source = value; `else` is every other text, "" is nothing',
        "values.is_won = { Won = true, else = false }",
        default={},
    )
    constants: dict[str, Any] = option(
        "per column: the value of every row", 'constants.currency = "EUR"', default={}
    )
    units: dict[str, Decimal] = option(
        "per column: what to multiply by", "units.amount = 1000", default={}
    )
    dates: dict[str, str] = option(
        "per column: how days are written: dmy, mdy, ymd, excel, epoch_ms, or a form as %d/%m/%Y",
        'dates.close_on = "dmy"',
        default={},
    )
    decimal: Literal["", ".", ","] = option(
        'the sign before decimals; "" finds it, column by column', 'decimal = ","', default=""
    )
    null_values: tuple[str, ...] = option(
        "texts that mean nothing is known, in every column of the table",
        'null_values = ["n/a", "-"]',
        default=(),
    )
    ends: Literal["", "inclusive", "exclusive"] = option(
        'inclusive: end_on names the last day, and is read as the day after; exclusive, or "": it '
        "is the day after the last",
        'ends = "inclusive"',
        default="",
    )
    latest: bool = option(
        "true: of rows of one key in several files, the one of the last file counts; last by name",
        "latest = true",
        default=False,
    )

    @model_validator(mode="after")
    def _has_one_origin(self) -> "TableSource":
        if sum(map(bool, (self.file, self.sql, self.taken_from))) != 1:
            raise ValueError("give either file or sql, or from another table")
        return self

    @model_validator(mode="after")
    def _latest_is_of_several(self) -> "TableSource":
        if self.latest and not is_pattern(self.file):
            raise ValueError(
                'latest = true tells which of several files counts: write file = "deals_*.csv", or '
                "leave it out"
            )
        return self


def is_pattern(file: str) -> bool:
    """Whether the name of a file, not its folder, may stand for several."""
    return bool(_PATTERN.search(re.split(r"[/\\\\]", file)[-1]))
