"""How a chart of PowerPoint's own looks: colours by the theme, figures at its bars, few lines."""

from collections.abc import Mapping
from typing import Any

from workbench.charts import theme
from workbench.i18n import Lang, message
from workbench.publish.deck.ink import filled, inked
from workbench.publish.deck.words import POINT
from workbench.publish.extra import library

_LETTERS = 11.0  # points
_ROOM = 1.22  # times the longest bar, so that its figure stands beside it
_WAN, _MILLION, _THOUSAND = 1e4, 1e6, 1e3
_GROUND = (
    '<c:spPr xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill></c:spPr>'
)
Series = Mapping[str, Any]


def look(chart: Any, plot: dict[str, Any], lang: Lang) -> None:
    """Set colours, axes, labels and the legend."""
    chart.font.size = int(_LETTERS * POINT)
    inked(chart.font.color, theme.INK2)
    chart.has_title = False
    form = _form(plot, lang)
    for series, each in zip(chart.plots[0].series, plot["series"], strict=True):
        _colour(series, each, plot)
    _legend(chart, plot)
    _axes(chart, plot, form, lang)
    if plot["kind"] != "lines":
        _labels(chart, plot, form)


def _colour(series: Any, told: Series, plot: dict[str, Any]) -> None:
    if plot["kind"] == "lines":
        series.smooth = False
        line = series.format.line
        line.width = int(2 * POINT)
        filled(line.fill, told["colours"][0])
        if told["is_dashed"]:
            line.dash_style = library("pptx.enum.dml").MSO_LINE_DASH_STYLE.DASH
        return
    filled(series.format.fill, told["colours"][0])
    series.invert_if_negative = False
    if len(set(told["colours"])) > 1:
        for n, colour in enumerate(told["colours"]):
            filled(series.points[n].format.fill, colour)


def _legend(chart: Any, plot: dict[str, Any]) -> None:
    """Name the series where there are several; the bars of steps are named beside them."""
    chart.has_legend = len(plot["series"]) > 1 and plot["kind"] != "stacked"
    if chart.has_legend:
        chart.legend.include_in_layout = False
        chart.legend.position = library("pptx.enum.chart").XL_LEGEND_POSITION.BOTTOM


def _axes(chart: Any, plot: dict[str, Any], form: str, lang: Lang) -> None:
    value, across = chart.value_axis, chart.category_axis
    across.has_major_gridlines = False
    across.format.line.width = 9525
    inked(across.format.line.color, theme.AXIS)
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = form, False
    if plot["kind"] == "lines":
        inked(value.major_gridlines.format.line.color, theme.RULE)
        value.format.line.fill.background()
        across.minimum_scale = 0
        across.maximum_scale = max(x for each in plot["series"] for x in each["across"])
        across.has_title = True
        across.axis_title.text_frame.text = message(f"slides-{plot['steps']}", lang)
        letters = across.axis_title.text_frame.paragraphs[0].runs[0].font
        letters.size, letters.bold = int(_LETTERS * POINT), False
        return
    value.has_major_gridlines, value.visible = False, False
    across.reverse_order = plot["kind"] != "columns"  # the first row stands on top
    low, high = _ends(plot)
    value.minimum_scale, value.maximum_scale = low * _ROOM, (high or 1.0) * _ROOM
    across.tick_label_position = library("pptx.enum.chart").XL_TICK_LABEL_POSITION.LOW


def _ends(plot: dict[str, Any]) -> tuple[float, float]:
    """Give how far bars reach on both sides of zero; of stacked ones, with what carries them."""
    if plot["kind"] == "stacked":
        return 0.0, max(sum(v or 0.0 for v in row) for row in _stacks(plot))
    values = [v for each in plot["series"] for v in each["values"] if v is not None]
    return min([0.0, *values]), max([0.0, *values])


def _stacks(plot: dict[str, Any]) -> list[tuple[float | None, ...]]:
    return list(zip(*(each["values"] for each in plot["series"]), strict=True))


def _labels(chart: Any, plot: dict[str, Any], form: str) -> None:
    drawn = chart.plots[0]
    drawn.gap_width = 45
    if plot["kind"] == "stacked":
        drawn.overlap = 100
    for series, told in zip(drawn.series, plot["series"], strict=True):
        if told["role"] == "base":
            continue
        labels = series.data_labels
        labels.show_value, labels.number_format = True, form
        labels.number_format_is_linked = False
        labels.font.size = int(_LETTERS * POINT)
        inked(labels.font.color, theme.INK)
        labels._element.find(library("pptx.oxml.ns").qn("c:txPr"))[0].set("wrap", "none")
        if plot["kind"] != "stacked":
            labels.position = library("pptx.enum.chart").XL_LABEL_POSITION.OUTSIDE_END
        else:  # it stands in its bar, however dark that is
            labels._element.insert(1, library("pptx.oxml").parse_xml(_GROUND))


def _form(plot: dict[str, Any], lang: Lang) -> str:
    """Write figures as the documents do: shares as percentages, large amounts shortened."""
    if plot["is_share"]:
        return "0.0%"
    values = [abs(v) for each in plot["series"] for v in each["values"] if v is not None]
    largest = max(values, default=0.0)
    if lang == "zh" and largest >= _WAN:
        return '0\\.0,"万"'  # thousands, their last digit behind a point: ten thousands
    if lang == "en" and largest >= _MILLION:
        return '0.00,,"M"'
    if lang == "en" and largest >= _WAN:
        return '#,##0,"k"'
    is_whole = all(v == int(v) for v in values)
    return "#,##0" if is_whole or largest >= _THOUSAND else "#,##0.0"
