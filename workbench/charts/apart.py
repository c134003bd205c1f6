"""A chart's specification and its rows, apart: the one stays, the others change."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

Json = Any


def rows_apart(spec: dict[str, Json]) -> dict[str, list[Json]]:
    """Take the rows out of a Vega-Lite specification and name them by their place in it.

    Parameters
    ----------
    spec
        Changed in place: every mention of data then holds a name only.

    Returns
    -------
    dict
        By that name: the rows, as JSON holds them.
    """
    shared = spec.pop("datasets", {})
    rows: dict[str, list[Json]] = {}
    for held in _data_of(spec):
        found = held.pop("values", None)  # may be empty: such a layer waits for its rows
        found = shared.get(held.get("name")) if found is None else found
        if found is not None:
            held["name"] = f"rows{len(rows)}"
            rows[held["name"]] = [plain(row) for row in found]
    return rows


def plain(row: Mapping[str, Json]) -> dict[str, Json]:
    """Give what JSON holds: a drawing needs no more digits than a float has."""
    return {
        name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()
    }


def _data_of(value: Json) -> Iterator[dict[str, Json]]:
    """Give every mention of data in a specification, from the outside in."""
    if isinstance(value, dict):
        if isinstance(value.get("data"), dict):
            yield value["data"]
        for item in value.values():
            yield from _data_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from _data_of(item)
