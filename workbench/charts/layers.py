"""Layers of marks and the drawing they make: how it looks apart from the rows it shows.

How a layer looks is written in Vega-Lite once for all layers that look the same; many reps share
most of them. Layers share nothing with each other: every one names its own scales. Altair, the
largest import of all, is loaded only where somebody asks for a chart to think with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from workbench.charts import theme
from workbench.charts.ground import Ground

if TYPE_CHECKING:
    import altair as alt

Json = Any  # a chart, or a part of one, as Vega-Lite reads it
Style = Any  # a property of a Vega-Lite mark: a number, a word, a list of numbers
Row = Mapping[str, Any]  # one drawn mark: row, value, and what the mark needs (start, label, hover)
Marks = tuple[tuple[str, Style], ...]
Shape = tuple[tuple[str, str, bool], ...]  # channel, field ("" for px), whether it has a domain
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
_KINDS = {"Q": "quantitative", "N": "nominal", "O": "ordinal", "T": "temporal"}
_ENDS = ("x2", "y2")  # of the kind of the other end
Place = tuple[tuple[str, Any, tuple[float, ...] | None], ...]  # channel, field or px, domain


@dataclass(frozen=True)
class MarkLayer:
    """Marks of one look."""

    look: Json  # never changed: mark, encoding and what can be picked
    rows: Sequence[Row]
    stands_for: str = ""  # `names` of rows, or the `axis`: what a chart with axes has anyway


@dataclass(frozen=True)
class Drawing:
    """A chart in two parts: its specification, shared by all of its kind, and its rows."""

    spec: Json  # never changed; its data are named rows0, rows1, …
    rows: Mapping[str, Sequence[Row]]
    ground: Ground | None = None  # None: rows are px
    stands_for: Sequence[str] = ()  # of each layer, as `MarkLayer` has it

    def to_dict(self, *, validate: bool = False) -> Json:
        """Give the whole chart, its rows written in, as a document needs it; not to be changed."""
        layers = [
            {**layer, "data": {"values": [dict(row) for row in self.rows[layer["data"]["name"]]]}}
            for layer in self.spec["layer"]
        ]
        whole = {**self.spec, "layer": layers}
        if validate:
            altair().LayerChart.from_dict(whole)
        return whole


def altair() -> ModuleType:
    """Load Altair."""
    import altair as loaded  # noqa: PLC0415 (the largest import of all: only once a chart is drawn)

    return loaded


def marks(
    rows: Sequence[Row], kind: str, mark: Mapping[str, Style], place: Place, *, pick: str = ""
) -> MarkLayer:
    """Lay marks.

    Parameters
    ----------
    rows
        One mark each, or a point of a line.
    kind
        bar, line, point, rule, text or tick.
    mark
        Properties of the mark.
    place
        For each channel: the field with its type (`value:Q`), or a number of px; and the domain
        of x and y, which have no axis.
    pick
        Field by which a reader picks marks by a click, told as `pick`; "" for none.
    """
    frozen = tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in mark.items())
    shape = tuple(
        (name, told if isinstance(told, str) else "", domain is not None)
        for name, told, domain in place
    )
    look = _look(kind, frozen, shape, pick)
    encoding = dict(look["encoding"])
    for name, told, domain in place:
        if domain is not None:
            encoding[name] = {**encoding[name], "scale": {"domain": list(domain)}}
        elif not isinstance(told, str):
            encoding[name] = {"value": told}
    return MarkLayer({**look, "encoding": encoding}, rows)


def finished(
    layers: Sequence[MarkLayer],
    *,
    width: float,
    height: float,
    room: Mapping[str, float],
    ground: Ground | None = None,
) -> Drawing:
    """Layer marks into a drawing of an exact size: the plot plus `room` on its four sides."""
    spec = {
        **_frame(),
        "width": width,
        "height": height,
        "padding": dict(room),
        "layer": [{**each.look, "data": {"name": f"rows{n}"}} for n, each in enumerate(layers)],
    }
    rows = {f"rows{n}": each.rows for n, each in enumerate(layers)}
    return Drawing(spec, rows, ground, [each.stands_for for each in layers])


@cache
def _frame() -> Json:
    """Write what all drawings have in common."""
    view = {"continuousWidth": 300, "continuousHeight": 300}
    config: dict[str, Json] = dict(theme.config())
    return {
        "$schema": SCHEMA,
        "autosize": {"type": "none"},
        "config": {**config, "view": {**view, **config.get("view", {})}},
        "resolve": {"scale": {"x": "independent", "y": "independent"}},
    }


@lru_cache(1024)
def _look(kind: str, mark: Marks, shape: Shape, pick: str) -> Json:
    """Write a layer without its rows, its domains and its px."""
    style = {name: list(value) if isinstance(value, tuple) else value for name, value in mark}
    encoding = {name: _channel(name, field, has) for name, field, has in sorted(shape)}
    look: Json = {"mark": {"type": kind, **style}, "encoding": encoding}
    if pick:
        encoding["tooltip"] = _field("hover:N")
        chosen = {"type": "point", "fields": [pick], "toggle": "true"}
        look["params"] = [{"name": "pick", "select": chosen}]
    return look


def look_of(chart: "alt.Chart") -> Json:
    """Give what Altair writes of a layer itself: not its data, not the frame around it."""
    told = chart.to_dict(validate=False)
    return {name: told[name] for name in ("name", "mark", "encoding", "params") if name in told}


def _channel(name: str, field: str, has_domain: bool) -> Json:  # noqa: FBT001 (as a place tells it)
    if not field:
        return {"value": 0}
    told = _field(field)
    if has_domain:
        return {**told, "scale": {"domain": [0, 1]}, "axis": None}
    if name == "size":
        return {**told, "scale": None, "legend": None}
    return {"field": told["field"]} if name in _ENDS else told


def _field(told: str) -> Json:
    name, _, kind = told.partition(":")
    return {"field": name, "type": _KINDS[kind]} if kind else {"field": name}
