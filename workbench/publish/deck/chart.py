"""A chart of PowerPoint's own under the finding it shows, with its figures in it."""

from collections.abc import Mapping
from typing import Any

from workbench.charts import theme
from workbench.charts.printable import printable
from workbench.i18n import Lang, message
from workbench.publish.deck.chart_look import look
from workbench.publish.deck.embedded import chart_workbook
from workbench.publish.deck.room import LINE, Box, height_of, shortened
from workbench.publish.deck.words import add_words, place
from workbench.publish.extra import library

_TITLE, _SUB = 13.0, 11.0
_BAR, _AXES = 15.0, 24.0  # points a bar takes at least, and what stands around all of them
_TYPES = {
    "bars": "BAR_CLUSTERED", "stacked": "BAR_STACKED", "columns": "COLUMN_CLUSTERED",
    "lines": "XY_SCATTER_LINES_NO_MARKERS",
}  # fmt: skip
Series = Mapping[str, Any]


def add_chart(slide: Any, part: dict[str, Any], box: Box, lang: Lang) -> None:
    """Add a chart; its alternative text says what it shows."""
    room = box.beneath(_heading(slide, part, box, lang))
    plot, left = _cut(part["plot"], room)
    if left:
        room = Box(room.left, room.top, room.width, room.height - _SUB * LINE)
        told = message("slides-more", lang, n=left)
        add_words(slide, [(told, _SUB, theme.INK3, False)], room.beneath(room.height), lang)
    plot = _named(plot, lang)
    kind = library("pptx.enum.chart").XL_CHART_TYPE[_TYPES[plot["kind"]]]
    frame = slide.shapes.add_chart(kind, 0, 0, 1, 1, _data(plot))
    place(frame, room)
    said = frame._element.nvGraphicFramePr.cNvPr  # the library writes no alternative text
    said.set("descr", printable(part["description"] or part["title"]))
    said.set("title", printable(part["title"]))
    frame.chart.part.chart_workbook.update_from_xlsx_blob(chart_workbook(plot))
    look(frame.chart, plot, lang)


def _named(plot: dict[str, Any], lang: Lang) -> dict[str, Any]:
    """Name the series, and leave out those without a figure."""
    known = (each for each in plot["series"] if any(value is not None for value in each["values"]))
    series = [{**each, "name": printable(_name(each, lang))} for each in known]
    longest = max(len(each["values"]) for each in series)
    if plot["kind"] == "lines":  # of lines of several lengths LibreOffice leaves some out
        series = [_filled_up(each, longest) for each in series]
    return {**plot, "series": series}


def _filled_up(series: dict[str, Any], n: int) -> dict[str, Any]:
    """Stay at the last point of a line until it has so many."""
    more = n - len(series["values"])
    told = {name: [*series[name], *series[name][-1:] * more] for name in ("values", "across")}
    return {**series, **told}


def _heading(slide: Any, part: dict[str, Any], box: Box, lang: Lang) -> float:
    title = shortened(printable(part["title"]), _TITLE, box.width, 2)
    sub = shortened(printable(part["subtitle"]), _SUB, box.width, 1)
    told = [(title, _TITLE, theme.INK, True), (sub, _SUB, theme.INK3, False)]
    told = [each for each in told if each[0]]
    if not told:
        return 0.0
    used = sum(height_of([text], size, box.width) for text, size, _, _ in told)
    add_words(slide, told, box, lang)
    return used


def _cut(plot: dict[str, Any], box: Box) -> tuple[dict[str, Any], int]:
    """Take as many bars as there is room for."""
    names = plot["categories"]
    most = max(int((box.height - _AXES) / _BAR), 1)
    if plot["kind"] not in ("bars", "stacked") or len(names) <= most:
        return plot, 0
    series = [
        {**each, "values": each["values"][:most], "colours": each["colours"][:most]}
        for each in plot["series"]
    ]
    return {**plot, "categories": names[:most], "series": series}, len(names) - most


def _name(series: Series, lang: Lang) -> str:
    return str(series["name"]) or message(f"slides-series-{series['role']}", lang)


def _data(plot: dict[str, Any]) -> Any:
    data = library("pptx.chart.data")
    if plot["kind"] == "lines":
        told = data.XyChartData()
        for each in plot["series"]:
            line = told.add_series(each["name"])
            for x, y in zip(each["across"], each["values"], strict=True):
                line.add_data_point(x, y)
        return told
    told = data.CategoryChartData()
    told.categories = [printable(name) for name in plot["categories"]]
    for each in plot["series"]:
        told.add_series(each["name"], each["values"])
    return told
