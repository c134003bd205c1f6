"""The relations a live cut is made from, and the catalogue's own expressions over them.

A cut answers "the same figure, of these deals only". Its rows are the populations of the catalogue
over the whole record at once, so that a period is only a filter; what is counted and divided is
what the metric itself declares.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

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
from workbench.metrics.stage_course import passages, stage_order, visits
from workbench.model.period import Period

CUT = ("closed", "open", "created", "passages")  # populations of credited deals, each with its day
SOLD, STAGES = "sold", "stages"
ROWS = "rows"  # the name a statement reads from
LEVEL = "level"  # the column it groups by
_ADDED = ("segment", "products", "reached", "days", "account")


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


def relations(tables: Tables, basis: Basis) -> dict[str, Table]:
    """Give the relations of a cut.

    Parameters
    ----------
    tables, basis
        As for `compute`; the basis covers the whole record (`whole_record`).

    Returns
    -------
    dict
        `closed`, `open`, `created` and, where the course of deals is known, `passages`: the
        catalogue's populations, one row per deal and rep credited (of passages: and stage), with
        `segment` (the deal's pipeline), `products` (names of what it sells), `reached` (working
        stages it was in), `days` (from creation to closing, or to `as_of`) and `account`.
        `sold`: one row per line of a won deal. `stages`: the working stages with their `rank`.
    """
    ground = Ground(tables, basis)
    dated = "close_on" in tables["deals"].columns
    found = {"open": open_(ground), "created": created(ground)}
    if dated:
        found["closed"] = closed(ground)
        found[SOLD] = sold_rows(ground, found["closed"].filter(_.is_won))
    if dated and has_course(tables, "stage"):
        found["passages"] = passages(ground)
    about = _about(ground)
    told = {
        name: rows.left_join(about, "deal_id").drop("deal_id_right") for name, rows in found.items()
    }
    if "passages" in found:
        told[STAGES] = stage_order(visits(ground))
    return told


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


def _about(ground: Ground) -> Table:
    """Give what a cut asks of a deal, one row per deal."""
    tables, today = ground.tables, ibis.literal(ground.basis.as_of)
    deals = counted_deals(tables)
    nothing = ibis.null().cast("string")
    end = today
    if "close_on" in deals.columns:
        end = deals.is_closed.fill_null(NO).ifelse(ibis.coalesce(deals.close_on, today), today)
    begun = deals.created_on if "created_on" in deals.columns else ibis.null().cast("date")
    about = deals.select(
        "deal_id",
        segment=deals.pipeline if "pipeline" in deals.columns else nothing,
        days=end.delta(begun, unit="day"),
        its_account=deals.account_id if "account_id" in deals.columns else nothing,
        its_product=deals.product_id if "product_id" in deals.columns else nothing,
    )
    for column, listed in (("products", _products(tables)), ("reached", _reached(ground))):
        about = about.left_join(listed, "deal_id").drop("deal_id_right")
        about = about.mutate(
            **{column: ibis.coalesce(about[column], ibis.literal([], type="array<string>"))}
        )
    return _with_account(about, tables).select("deal_id", *_ADDED)


def _products(tables: Tables) -> Table:
    """List the products of each deal by name: of its lines, else its own."""
    deals = tables["deals"]
    found = []
    if "product_id" in deals.columns:
        found.append(deals.select("deal_id", "product_id"))
    lines = tables.get("deal_lines")
    if lines is not None and "product_id" in lines.columns:
        found.append(lines.select("deal_id", "product_id"))
    if not found:
        return _empty_list("products")
    rows = (ibis.union(*found) if len(found) > 1 else found[0]).filter(_.product_id.notnull())
    name = rows.product_id
    if "products" in tables:
        names = tables["products"].select(named_id="product_id", title="name")
        rows = rows.left_join(names, rows.product_id == names.named_id)
        name = ibis.coalesce(rows.title, rows.product_id)
    named = rows.select("deal_id", name=name).distinct()
    return named.group_by("deal_id").aggregate(products=named.name.collect(order_by=named.name))


def _reached(ground: Ground) -> Table:
    """List the working stages each deal was in."""
    has_dates = "close_on" in ground.tables["deals"].columns
    if not (has_dates and has_course(ground.tables, "stage")):
        return _empty_list("reached")
    stays = visits(ground).select("deal_id", "stage").distinct()
    return stays.group_by("deal_id").aggregate(reached=stays.stage.collect(order_by=stays.stage))


def _empty_list(column: str) -> Table:
    nothing = ibis.memtable({"deal_id": [""]}, schema={"deal_id": "string"}).filter(_.deal_id != "")
    return nothing.mutate(**{column: ibis.null().cast("array<string>")})


def _with_account(about: Table, tables: Tables) -> Table:
    if "accounts" not in tables:
        return about.mutate(account=about.its_account)
    names = tables["accounts"].select(named_id="account_id", title="name")
    rows = about.left_join(names, about.its_account == names.named_id)
    return rows.mutate(account=ibis.coalesce(rows.title, rows.its_account))


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
