"""The four pictures of Explore as Mosaic draws them: a notebook with one cell.

As near as its specification allows. It draws less: no intervals, no words, no table, and none of
the rules by which a figure may not be shown.
"""

import json
from pathlib import Path
from typing import Any

AS_OF = "2026-09-30"
# What every chart is cut from: read in place, as in Mosaic's own examples
VIEWS = f"""
create view deals as
select rep_id as rep, stage, is_closed, is_won::int as won, created_on, close_on,
    amount::double as amount,
    datediff('day', created_on::date, if(is_closed, close_on::date, date '{AS_OF}')) as age
from '{{folder}}/deals.parquet' where amount > 0;
create view quarter as select * from deals
where is_closed and close_on::date between date '2026-04-01' and date '2026-06-30';
create view six as
select *, year(close_on::date) || '-Q' || quarter(close_on::date) as period from deals
where is_closed and close_on::date between date '2025-01-01' and date '2026-06-30';
create view entered as select * from deals
where created_on::date between date '2026-04-01' and date '2026-06-30';
create view still as
select *, round(age / 30) * 30 as days, 10 ** (round(log10(amount) * 5) / 5) as size
from deals where not is_closed;
"""
_CELL = """
import duckdb
from mosaic_widget import MosaicWidget
con = duckdb.connect()
con.execute({views!r})
MosaicWidget({spec!r}, con)
"""


def write_notebook(file: Path, folder: Path) -> None:
    """Write the notebook that shows the deals of a folder.

    Parameters
    ----------
    file
        Where the notebook is written.
    folder
        Holds deals.parquet.
    """
    source = _CELL.format(views=VIEWS.format(folder=folder), spec=_spec())
    cell = {"cell_type": "code", "id": "a", "metadata": {}, "execution_count": None,
            "outputs": [], "source": source}  # fmt: skip
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    book = {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    file.write_text(json.dumps(book), encoding="utf-8")


def _spec() -> dict[str, Any]:
    ranking = _plot(
        {"mark": "dot", **_of("quarter"), "x": {"avg": "won"}, "y": "rep", "fill": "steelblue",
         "sort": {"y": "-x", "limit": 30}},
        xDomain=[0, 1], yDomain="Fixed", height=560, marginLeft=80,
    )  # fmt: skip
    trend = _plot(
        {"mark": "lineY", **_of("six"), "x": "period", "y": {"avg": "won"}},
        yDomain=[0, 1], height=200,
    )  # fmt: skip
    stages = _plot(
        {"mark": "barX", **_of("entered"), "x": {"count": ""}, "y": "stage"},
        xDomain="Fixed", yDomain="Fixed", height=200, marginLeft=80,
    )  # fmt: skip
    map_ = _plot(
        {"mark": "dot", **_of("still"), "x": "days", "y": "size", "r": {"count": ""}},
        {"select": "intervalXY", "as": "$brush", "xfield": "age", "yfield": "amount"},
        yScale="log", xDomain=[0, 1500], yDomain=[100, 1_000_000], width=1120, height=236,
        marginLeft=62, marginRight=16, marginTop=12, marginBottom=24,
    )  # fmt: skip
    return {
        "params": {"brush": {"select": "crossfilter"}},
        "vconcat": [{"hconcat": [ranking, {"vconcat": [trend, stages]}]}, map_],
    }


def _of(view: str) -> dict[str, Any]:
    return {"data": {"from": view, "filterBy": "$brush"}}


def _plot(*marks: dict[str, Any], **look: Any) -> dict[str, Any]:
    return {"plot": list(marks), "width": 540, **look}
