"""From a chart to SVG as a page or a file holds it: without a script, a font or a request."""

from collections.abc import Callable

from markupsafe import Markup

from workbench.charts.drawing import svg_of
from workbench.charts.layers import Drawing
from workbench.charts.printable import printable
from workbench.charts.svg import inert

WIDE, NARROW, HALF, TINY = 760, 352, 360, 168  # px; the widths of the page's columns


def svgs(
    draw: Callable[[int], Drawing], *, key: str, widths: tuple[int, ...] = (WIDE, NARROW)
) -> Markup:
    """Draw a chart at each width.

    Parameters
    ----------
    draw
        Gives the chart for a width in px.
    key
        Goes before every id of the drawing; must differ between the pictures of a page.
    widths
        Two widths: a page shows the first on a wide screen, the second on a phone. One width:
        it is shown everywhere.

    Returns
    -------
    Markup
        One `<svg>` per width, hidden from who is read to; the same chart gives the same bytes.
    """
    names = ("wide", "narrow") if len(widths) > 1 else ("only",)
    drawings = [
        _svg(draw(width), name, f"{key}-{name}") for name, width in zip(names, widths, strict=True)
    ]
    return Markup("").join(drawings)


def drawn_alone(draw: Callable[[int], Drawing], *, key: str, width: int) -> str:
    """Draw a chart as a whole SVG, for a file that holds pictures instead of a page's elements."""
    svg = str(_svg(draw(width), "narrow", key))  # plain: Markup would escape what is put in
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def _svg(chart: Drawing, name: str, prefix: str) -> Markup:
    svg = svg_of(printable(chart.spec), printable(chart.rows))  # a test validates every chart
    return inert(svg, name=name, prefix=prefix)
