"""The relations a live cut is made from, and the catalogue's own expressions over them.

A cut answers "the same figure, of these deals only". Its rows are the populations of the catalogue
over the whole record at once, so that a period is only a filter; what is counted and divided is
what the metric itself declares.
"""

import operator
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, reduce

import ibis
from ibis import _
from ibis.expr.types import Table

from workbench.metrics.basis import Basis
from workbench.metrics.catalogue import CATALOGUE, metric_of
from workbench.metrics.computation import Computation
from workbench.metrics.courses import has_course
from workbench.metrics.credits import NO, Tables, counted_deals
from workbench.metrics.ground import Ground
from workbench.metrics.metric import Metric, Outcome, absent
from workbench.metrics.open_lists import PROMISES
from workbench.metrics.populations import closed, created, open_
from workbench.metrics.record import Record
from workbench.metrics.sold import sold_rows
from workbench.metrics.stage_course import passages, stage_names, stages, strides
from workbench.model.period import Period

CUT = ("closed", "open", "created", "passages")  # populations of credited deals, each with its day
SOLD, STAGES = "sold", "stages"
ROWS = "rows"  # the name a statement reads from
LEVEL = "level"  # the column it groups by
# What a deal is told by when it is listed: texts of their own for each, kept once per deal
TEXTS = ("name", "account_id")
_UNREAD = (*TEXTS, "product_id", "pipeline")


def is_cut(key: str) -> bool:
    """Whether a figure can be cut by deal; others are told for whole reps only.

    A cut holds the whole record: which open deals are due in a period it does not say.
    """
    return metric_of(key).population in CUT and key not in PROMISES


def whole_record(tables: Tables, basis: Basis) -> Basis:
    """Widen a basis to every day of the record; each deal counts for who is credited with it."""
    first, last = _ends(tables, basis)
    name = f"{first}..{last}"
    return replace(basis, period=Period(name, first, last + timedelta(days=1)), manager_scope="own")


def about_deals(ground: Ground) -> Table:
    """Give what a cut asks of a deal, one row per deal.

    Parameters
    ----------
    ground
        Its basis covers the whole record (`whole_record`).

    Returns
    -------
    Table
        `deal_id`, `segment` (the deal's pipeline), `days` (from creation to closing, or to
        `as_of`), `products` (names of what it sells, sorted), `reached` (of each working stage in
        order `1` or `0`: whether the deal was in it; empty where nothing tells).
    """
    tables, today = ground.tables, ibis.literal(ground.basis.as_of)
    deals = counted_deals(tables)
    end = today
    if "close_on" in deals.columns:
        end = deals.is_closed.fill_null(NO).ifelse(ibis.coalesce(deals.close_on, today), today)
    begun = deals.created_on if "created_on" in deals.columns else ibis.null().cast("date")
    nothing = ibis.null().cast("string")
    about = deals.select(
        "deal_id",
        segment=deals.pipeline if "pipeline" in deals.columns else nothing,
        days=end.delta(begun, unit="day"),
    )
    return _with_reached(_with_products(about, ground), ground)


def relations(ground: Ground, about: Table) -> dict[str, Table]:
    """Give the relations of a cut.

    Parameters
    ----------
    ground
        Its basis covers the whole record (`whole_record`).
    about
        What is asked of each deal, as `about_deals` gives it.

    Returns
    -------
    dict
        `closed`, `open`, `created` and, where the course of deals is known, `passages`: the
        catalogue's populations, one row per deal and rep credited (of passages: and stage), with
        what is asked of a deal. `sold`: one row per line of a won deal. None tells the texts of a
        deal (`TEXTS`). `stages`: the working stages with their `rank`.
    """
    found = {"open": open_(ground), "created": created(ground)}
    if "close_on" in ground.tables["deals"].columns:
        found["closed"] = closed(ground)
        found[SOLD] = sold_rows(ground, found["closed"].filter(_.is_won))
    if _has_stages(ground):
        found["passages"] = passages(ground)
    told = {
        name: _narrow(name, rows).left_join(about, "deal_id").drop("deal_id_right")
        for name, rows in found.items()
    }
    return {**told, STAGES: stages(ground)} if _has_stages(ground) else told


def _narrow(name: str, rows: Table) -> Table:
    """Leave out what no figure of a cut reads: what is never written need not be sorted."""
    unread = _UNREAD if name == "open" else (*_UNREAD, "next_step")
    return rows.drop(*(column for column in unread if column in rows.columns))


def _has_stages(ground: Ground) -> bool:
    has_dates = "close_on" in ground.tables["deals"].columns
    return has_dates and has_course(ground.tables, "stage")


@cache
def statement(key: str, columns: tuple[tuple[str, str], ...]) -> str:
    """Write a metric's parts as one SELECT over `rows`, grouped by `level`.

    Parameters
    ----------
    key
        Of a metric that can be cut.
    columns
        Names and types of the relation's columns.
    """
    rows = ibis.table(dict(columns), name=ROWS)
    parts = {part: made(rows) for part, made in metric_of(key).parts.items()}
    return str(ibis.to_sql(rows.group_by(LEVEL).aggregate(**parts), dialect="duckdb"))


def lacking(tables: Tables, basis: Basis) -> dict[str, Outcome]:
    """Say of each metric that cannot be computed here what it lacks."""
    work = Computation(tables, basis)
    found = {key: work.missing(metric) for key, metric in CATALOGUE.items()}
    return {key: lack for key, lack in found.items() if lack is not None}


def unrecorded(key: str, period: Period, record: Record) -> Outcome | None:
    """Say that a period lies outside the record a metric needs; None when it does not."""
    needs = (need.partition(".") for need in metric_of(key).needs)
    spans = (record.missed(period, flow) for name, _dot, flow in needs if name == "record")
    missed = next((span for span in spans if span is not None), None)
    return None if missed is None else absent("outside_record", note=missed.note)


def outcome_of(metric: Metric, counted: Mapping[str, object] | None) -> Outcome:
    """Finish a figure from what SQL counted; None is a level without rows."""
    row = counted or {}
    return metric.finish({part: row.get(part) for part in metric.parts})


def _with_products(about: Table, ground: Ground) -> Table:
    none = ibis.literal([], type="array<string>")
    if _products(ground.tables) is None:
        return about.mutate(products=none)
    listed = ground.once("products", lambda ground: _products(ground.tables))
    rows = about.left_join(listed, "deal_id").drop("deal_id_right")
    return rows.mutate(products=ibis.coalesce(rows.products, none))


def _products(tables: Tables) -> Table | None:
    """List the products of each deal by name: of its lines, else its own; None where none are."""
    deals = tables["deals"]
    found = []
    if "product_id" in deals.columns:
        found.append(deals.select("deal_id", "product_id"))
    lines = tables.get("deal_lines")
    if lines is not None and "product_id" in lines.columns:
        found.append(lines.select("deal_id", "product_id"))
    if not found:
        return None
    rows = (ibis.union(*found) if len(found) > 1 else found[0]).filter(_.product_id.notnull())
    name = rows.product_id
    if "products" in tables:
        names = tables["products"].select(named_id="product_id", title="name")
        rows = rows.left_join(names, rows.product_id == names.named_id)
        name = ibis.coalesce(rows.title, rows.product_id)
    named = rows.select("deal_id", name=name)
    if lines is None:  # a deal has one of its own: nothing to gather
        return named.select("deal_id", products=ibis.array([named.name]))
    each = named.distinct()
    return each.group_by("deal_id").aggregate(products=each.name.collect(order_by=each.name))


def _with_reached(about: Table, ground: Ground) -> Table:
    none = ibis.literal("")
    if not _has_stages(ground):
        return about.mutate(reached=none)
    ways, places = strides(ground), range(1, len(stage_names(ground)) + 1)
    marks = (ways[f"on_{place}"].notnull().ifelse("1", "0") for place in places)
    told = ways.select(way_of="deal_id", way=reduce(operator.add, marks, none))
    rows = about.left_join(told, about.deal_id == told.way_of)
    return rows.mutate(reached=ibis.coalesce(rows.way, none)).drop("way_of", "way")


def _ends(tables: Tables, basis: Basis) -> tuple[date, date]:
    """Give the first and the last day anything happened to a deal, at most `as_of`."""
    deals = counted_deals(tables)
    days = [deals[name].min() for name in ("created_on", "close_on") if name in deals.columns]
    if not days:
        return basis.period.start, basis.as_of
    found = deals.aggregate(first=ibis.least(*days)).to_pyarrow().to_pylist()[0]["first"]
    first = min(found or basis.period.start, basis.period.start)
    return first, max(basis.as_of, basis.period.last_day)


_TYPES = {"VARCHAR": "string", "BIGINT": "int64", "INTEGER": "int32", "SMALLINT": "int16",
          "BOOLEAN": "boolean", "DATE": "date", "DOUBLE": "float64",
          "VARCHAR[]": "array<string>"}  # fmt: skip


def ibis_types(columns: Mapping[str, str]) -> list[tuple[str, str]]:
    """Name the types of DuckDB's columns as ibis does; to it, numbered names are names."""
    return [
        (name, "string" if kind.startswith("ENUM") else _TYPES.get(kind, kind.lower()))
        for name, kind in columns.items()
    ]
