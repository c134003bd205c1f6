"""Hold a mapped table against its contract; rows that break it are kept apart with the reason."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pandera.pandas as pa_schema
import pyarrow as pa

from workbench.errors import SourceError
from workbench.model.table_contract import TableContract
from workbench.sources.mapping import MappedTable

# One odd row must not stop everybody's review; a column that is wrong must.
BROKEN_REQUIRED = 0.05  # share of blank or unreadable values that makes a required column broken
BROKEN_OPTIONAL = 0.5  # share of unreadable values that makes an optional column broken
_SPLIT_TOLERANCE = 1e-6
_REFERENCES_KEPT = ("accounts", "products")  # a row that names an unknown one is still true
_CURRENCY = r"[A-Z]{3}"


@dataclass(frozen=True)
class Checked:
    """A table after its contract: what counts, what is set aside, what a reader should know."""

    table: pa.Table
    rejected: pd.DataFrame  # reason, column, value, row, file, the row's key, the row as JSON
    warnings: Mapping[str, int]  # rows that are kept, by what is odd about them


def check(mapped: MappedTable, keys: Mapping[str, set[str]]) -> Checked:
    """Check one table.

    Parameters
    ----------
    mapped
        The table in the contract's columns.
    keys
        The keys of the tables checked before, by table, for references.

    Raises
    ------
    SourceError
        When a column is broken as a whole; names file, column and first row.
    """
    frame = mapped.table.to_pandas(types_mapper=pd.ArrowDtype)
    frame.index = mapped.rows
    _refuse_broken(mapped, frame)
    reasons = _reasons(mapped, frame, keys)
    bad = reasons.groupby("row", sort=True).first() if len(reasons) else reasons
    kept = ~frame.index.isin(bad.index) if len(reasons) else pd.Series(True, frame.index).to_numpy()  # noqa: FBT003
    table = mapped.table.filter(pa.array(kept))
    return Checked(
        table.sort_by([(name, "ascending") for name in _order(mapped.contract, table)]),
        _rejected(mapped, frame, bad),
        _warnings(mapped.contract, frame[kept], keys),
    )


def _order(contract: TableContract, table: pa.Table) -> list[str]:
    """Sort by the key, or by everything where rows have none, so that order tells nothing."""
    return [name for name in contract.key or table.column_names if name in table.column_names]


def _refuse_broken(mapped: MappedTable, frame: pd.DataFrame) -> None:
    unreadable = {found.column: found for found in mapped.unreadable}
    for column in mapped.contract.columns:
        if column.name not in frame.columns or frame.empty:
            continue
        blank = frame[column.name].isna()
        bad = unreadable.get(column.name)
        n_bad, n_filled = len(bad.rows) if bad else 0, int((~blank).sum())
        if column.is_required and blank.mean() > BROKEN_REQUIRED:
            _refuse(mapped, column.name, bad.rows if bad else blank[blank])
        if n_bad and n_bad > BROKEN_OPTIONAL * (n_bad + n_filled):
            _refuse(mapped, column.name, bad.rows if bad else blank[blank])


def _refuse(mapped: MappedTable, column: str, rows: pd.Series) -> None:
    kind = mapped.contract.column(column).kind
    found = mapped.sources.get(column, column)
    value = rows.iloc[0]
    holds = f"holds {value!r}, which is no {kind}" if isinstance(value, str) else "is blank"
    raise SourceError(
        f"{mapped.origin}, column {found!r}, row {rows.index[0]}, {holds}; so do {len(rows)} of "
        f"{len(mapped.rows)} rows. {mapped.contract.name}.{column} needs it: mend the file or map "
        "another column in workbench.toml."
    )


def _reasons(
    mapped: MappedTable, frame: pd.DataFrame, keys: Mapping[str, set[str]]
) -> pd.DataFrame:
    """List everything wrong, one line per row and reason."""
    found = [
        _lines(bad.rows.index, f"unreadable_{_kind(mapped, bad.column)}", bad.column, bad.rows)
        for bad in mapped.unreadable
    ]
    found.append(_column_failures(mapped.contract, frame))
    found += _reference_failures(mapped.contract, frame, keys)
    rules = _ROW_RULES.get(mapped.contract.name, ())
    found += [_lines(frame.index[rule(frame)], reason, column) for reason, column, rule in rules]
    found += _twins(mapped.contract, frame)
    return pd.concat([lines for lines in found if len(lines)] or [_lines(frame.index[:0], "", "")])


def _kind(mapped: MappedTable, column: str) -> str:
    return mapped.contract.column(column).kind


def _lines(
    rows: pd.Index, reason: str, column: str, values: pd.Series | None = None
) -> pd.DataFrame:
    texts = [""] * len(rows) if values is None else values.astype("str").to_list()
    return pd.DataFrame({"row": rows, "reason": reason, "column": column, "value": texts})


def _schema(contract: TableContract, frame: pd.DataFrame) -> pa_schema.DataFrameSchema:
    columns = {}
    for column in contract.columns:
        if column.name not in frame.columns:
            continue
        checks = []
        if column.choices:
            checks.append(pa_schema.Check.isin(column.choices, name="choices"))
        if column.kind == "share":
            checks.append(pa_schema.Check(lambda found: (found >= 0) & (found <= 1), name="share"))
        if column.name == "currency":
            checks.append(pa_schema.Check.str_matches(f"^{_CURRENCY}$", name="currency"))
        columns[column.name] = pa_schema.Column(
            checks=checks, nullable=not column.is_required, coerce=False
        )
    return pa_schema.DataFrameSchema(columns)


def _column_failures(contract: TableContract, frame: pd.DataFrame) -> pd.DataFrame:
    try:
        _schema(contract, frame).validate(frame, lazy=True)
    except pa_schema.errors.SchemaErrors as failure:
        cases = failure.failure_cases
        reasons = cases["check"].map(
            {"not_nullable": "required_missing", "choices": "unknown_choice",
             "share": "share_outside", "currency": "unknown_currency"}
        )  # fmt: skip
        values = cases["failure_case"].astype("str").where(reasons != "required_missing", "")
        return pd.DataFrame(
            {
                "row": cases["index"].astype("int64"),
                "reason": reasons,
                "column": cases["column"],
                "value": values,
            }
        )
    return _lines(frame.index[:0], "", "")


def _reference_failures(
    contract: TableContract, frame: pd.DataFrame, keys: Mapping[str, set[str]]
) -> list[pd.DataFrame]:
    found = []
    for column in contract.columns:
        wanted = column.references
        if wanted in keys and wanted not in _REFERENCES_KEPT and column.name in frame.columns:
            values = frame[column.name]
            lost = values.notna() & ~values.isin(list(keys[wanted]))
            reason = f"unknown_{wanted.removesuffix('s')}"
            found.append(_lines(frame.index[lost], reason, column.name, values[lost]))
    return found


def _twins(contract: TableContract, frame: pd.DataFrame) -> list[pd.DataFrame]:
    """Keep one of equal rows; of rows that share a key and differ, none can be told true."""
    key = [name for name in contract.key if name in frame.columns]
    if not key or set(contract.key) - {"product_family"} - set(key):
        return []
    equal = frame.duplicated(keep="first")
    conflict = frame[~equal].duplicated(subset=key, keep=False)
    conflicting = frame[~equal].index[conflict]
    return [
        _lines(frame.index[equal], "duplicate_row", key[0]),
        _lines(conflicting, "conflicting_key", key[0], frame.loc[conflicting, key[0]]),
    ]


def _closed_before_created(frame: pd.DataFrame) -> pd.Series:
    if not {"close_on", "created_on"} <= set(frame.columns):
        return pd.Series(data=False, index=frame.index)
    early = frame["close_on"] < frame["created_on"]
    return (frame["is_closed"] & early).fillna(value=False).astype(bool)


def _ends_before_start(frame: pd.DataFrame) -> pd.Series:
    return (frame["end_on"] <= frame["start_on"]).fillna(value=False).astype(bool)


def _negative_target(frame: pd.DataFrame) -> pd.Series:
    return (frame["target"] < 0).fillna(value=False).astype(bool)


def _split_sum(frame: pd.DataFrame) -> pd.Series:
    sums = frame["share"].astype("float64").groupby(frame["deal_id"]).transform("sum")
    return (sums - 1).abs() > _SPLIT_TOLERANCE


RowRule = tuple[str, str, Callable[[pd.DataFrame], pd.Series]]
_ROW_RULES: dict[str, tuple[RowRule, ...]] = {
    "deals": (("closed_before_created", "close_on", _closed_before_created),),
    "quotas": (
        ("ends_before_start", "end_on", _ends_before_start),
        ("negative_target", "target", _negative_target),
    ),
    "absences": (("ends_before_start", "end_on", _ends_before_start),),
    "deal_splits": (("split_sum", "share", _split_sum),),
}


def _rejected(mapped: MappedTable, frame: pd.DataFrame, bad: pd.DataFrame) -> pd.DataFrame:
    names = ["reason", "column", "value", "row", "file"]
    if not len(bad):
        return pd.DataFrame({name: pd.Series(dtype="str") for name in [*names, "key", "record"]})
    found = bad.reset_index()
    found["file"] = mapped.origin
    key = [name for name in mapped.contract.key if name in frame.columns]
    keys = frame.loc[found["row"], key].astype("str") if key else pd.DataFrame(index=found["row"])
    found["key"] = [" · ".join(map(str, row)) for row in keys.itertuples(index=False)]
    found["record"] = [_record(row) for row in frame.loc[found["row"]].to_dict("records")]
    return found[[*names, "key", "record"]].astype({"row": "str"})


def _record(row: Mapping[Any, Any]) -> str:
    """Keep a row as it was read, so that nobody has to search the file for it."""
    told = {name: str(value) for name, value in row.items() if not pd.isna(value)}
    return json.dumps(told, ensure_ascii=False)


def _warnings(
    contract: TableContract, frame: pd.DataFrame, keys: Mapping[str, set[str]]
) -> dict[str, int]:
    found: Counter[str] = Counter()
    for column in contract.columns:
        if column.references in _REFERENCES_KEPT and column.name in frame.columns:
            known = keys.get(column.references)
            if known is not None:
                lost = frame[column.name].notna() & ~frame[column.name].isin(list(known))
                found[f"unknown_{column.references.removesuffix('s')}"] += int(lost.sum())
    if contract.name == "deals":
        odd = (frame["is_won"] & ~frame["is_closed"]).fillna(value=False)
        found["won_but_open"] += int(odd.sum())
    return {reason: n for reason, n in found.items() if n}
