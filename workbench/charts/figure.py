"""From a chart to HTML: a `<figure>` of inline SVG that needs no script, no font and no request."""

from collections.abc import Callable

from markupsafe import Markup

from workbench.charts.drawing import svg_of
from workbench.charts.layers import Drawing
from workbench.charts.printable import printable
from workbench.charts.svg import inert

WIDE, NARROW, HALF, TINY = 760, 352, 360, 168  # px; the widths of the page's columns


def figure(
    draw: Callable[[int], Drawing],
    *,
    key: str,
    description: str,
    widths: tuple[int, ...] = (WIDE, NARROW),
) -> Markup:
    """Draw a chart at each width and wrap it as a figure.

    Parameters
    ----------
    draw
        Gives the chart for a width in px.
    key
        Goes before every id of the drawing; must differ between the figures of a page.
    description
        What the drawing says, for people who do not see it.
    widths
        Two widths: the page shows the first on a wide screen, the second on a phone. One width:
        it is shown everywhere.

    Returns
    -------
    Markup
        `<figure role="img">` with one `<svg>` per width; the same chart gives the same bytes.
    """
    names = ("wide", "narrow") if len(widths) > 1 else ("only",)
    drawings = [
        _svg(draw(width), name, f"{key}-{name}") for name, width in zip(names, widths, strict=True)
    ]
    css = ' class="tiny"' if max(widths) <= TINY else ""
    opened = Markup('<figure{} role="img" aria-label="{}">').format(Markup(css), description)
    return opened + Markup("").join(drawings) + Markup("</figure>")


def drawn_alone(draw: Callable[[int], Drawing], *, key: str, width: int) -> str:
    """Draw a chart as a whole SVG, for a file that holds pictures instead of a page's elements."""
    svg = str(_svg(draw(width), "narrow", key))  # plain: Markup would escape what is put in
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def exhibit(
    title: str,
    subtitle: str,
    figure_html: Markup | str,
    details_html: Markup | str = "",
    *,
    is_full: bool = True,
) -> Markup:
    """Set a figure under the finding it shows.

    Parameters
    ----------
    title
        The finding, a sentence.
    subtitle
        Definition, unit and n.
    figure_html, details_html
        Finished HTML (`Markup`); plain text is escaped. The fold-out stands outside the figure,
        whose content screen readers pass over.
    is_full
        False sets it into one of two columns.
    """
    css = "ex full" if is_full else "ex"
    head = Markup('<div class="{}"><h3>{}</h3><p class="sub">{}</p>').format(css, title, subtitle)
    return head + Markup("{}{}</div>").format(figure_html, details_html)


def _svg(chart: Drawing, name: str, prefix: str) -> Markup:
    svg = svg_of(printable(chart.spec), printable(chart.rows))  # a test validates every chart
    return inert(svg, name=name, prefix=prefix)
