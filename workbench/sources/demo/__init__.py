"""The made company: a whole workspace of invented records, of any size, of one seed."""

import re
from datetime import date
from importlib.resources import files
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from workbench.errors import ParameterError
from workbench.sources.demo.company import company

AS_OF = date(2026, 9, 30)
SEED = 2026
_PLAIN_UP_TO = 100  # a larger company is written as Parquet
_FEWEST = 20  # the planted stories need their people


def make_company(folder: Path, *, reps: int = 20, seed: int = SEED, as_of: date = AS_OF) -> None:
    """Write the made company as a workspace.

    Parameters
    ----------
    folder
        Made when it is not there; files of an earlier company are replaced.
    reps
        Account executives, 20 or more.
    seed
        The same seed and size give the same bytes.
    as_of
        The last day that is known; three years end with it.

    Raises
    ------
    ParameterError
        When there are fewer reps than the planted stories need.
    """
    if reps < _FEWEST:
        raise ParameterError(
            f"A made company of {reps} reps is too small for its stories. "
            f"Ask for {_FEWEST} or more."
        )
    folder.mkdir(parents=True, exist_ok=True)
    ending = "csv" if reps <= _PLAIN_UP_TO else "parquet"
    tables = company(reps, seed, as_of)
    for name, table in tables.items():
        _write(table, folder / f"{name}.{ending}")
    shipped = files("workbench.sources.demo")
    head = (shipped / "workbench.toml").read_text(encoding="utf-8")
    parts = [f'[tables.{name}]\nfile = "{name}.{ending}"\n' for name in tables]
    text = head.replace("2026-09-30", as_of.isoformat()) + "\n".join(parts)
    (folder / "workbench.toml").write_text(text, encoding="utf-8")
    for name in ("README.md", "growth.toml"):
        told = (shipped / name).read_text(encoding="utf-8")
        (folder / name).write_text(told, encoding="utf-8")
    _write_plans(folder / "plans", tables["reps"], as_of)


def _write_plans(folder: Path, reps: pd.DataFrame, as_of: date) -> None:
    """Write the incentive plans, for this year and with ids as long as this company's."""
    folder.mkdir(exist_ok=True)
    width = max(len(rep_id) for rep_id in reps["rep_id"]) - 1
    for plan in sorted((files("workbench.sources.demo") / "plans").iterdir(), key=lambda f: f.name):
        text = plan.read_text(encoding="utf-8").replace("2026", str(as_of.year))
        text = re.sub(r'"R(\d+)"', lambda found: f'"R{int(found[1]):0{width}d}"', text)
        (folder / plan.name).write_text(text, encoding="utf-8")


def _write(table: pd.DataFrame, path: Path) -> None:
    if path.suffix == ".csv":
        table.to_csv(path, index=False, lineterminator="\n")
    else:
        pq.write_table(pa.Table.from_pandas(table, preserve_index=False), path)
