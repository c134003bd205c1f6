"""A page before it lives: its sentences, controls and charts as markup, where its widgets will be.

A served page is there well before its widgets: a browser first has to load what brings them to
life. Until then it shows this, as inert as paper; the same boxes, so that nothing moves when the
widgets take their place. See `painted.js` of the frame.
"""

from collections.abc import Mapping, Sequence

import ipywidgets as ipw
from markupsafe import Markup

from workbench.charts.figure import figure
from workbench.widgets.board import Board, Shown

_FULL, _HALF = 1120, 540  # px a board draws at in a wide window, the only one that is painted for
_HTML = Markup('<div class="widget-html-content jupyter-widget-html-content">{}</div>')
_TEXT = Markup('<input type="text" placeholder="{}" value="{}">')
Said = Mapping[ipw.Widget, str]  # what a widget says for as long as it is painted


def painted(widget: ipw.Widget, said: Said) -> Markup:
    """Paint a tree of widgets as it stands.

    Raises
    ------
    ValueError
        When a chart cannot be drawn.
    TypeError
        For a kind of widget that is not painted.
    """
    return Markup('<div class="painted" inert aria-busy="true">{}</div>').format(
        _painted(widget, said)
    )


def _painted(widget: ipw.Widget, said: Said) -> Markup:  # noqa: PLR0911 (one for each kind)
    match widget:
        case Board():
            return Markup('<div class="lm-Widget">{}</div>').format(_board(widget))
        case ipw.Box():
            return _children(widget, said)
        case ipw.HTML():
            text = Markup(said.get(widget, widget.value))  # markup, as the widget takes it
            return _box(widget, "widget-inline-hbox widget-html", _HTML.format(text))
        case ipw.Dropdown():
            return _labelled(widget, "widget-dropdown", _select(widget))
        case ipw.Text():
            field = _TEXT.format(widget.placeholder, widget.value)
            return _labelled(widget, "widget-text", field)
        case ipw.ToggleButtons():
            return _toggles(widget)
        case ipw.Button():
            css = "jupyter-button widget-button"
            return _box(widget, css, Markup("{}").format(widget.description), kind="button")
    raise TypeError(f"{type(widget).__name__} is not painted")


def _children(widget: ipw.Box, said: Said) -> Markup:
    css = "lm-Panel widget-container widget-box"
    if isinstance(widget, ipw.VBox):
        css += " widget-vbox"
    return _box(widget, css, Markup("").join(_painted(child, said) for child in widget.children))


def _box(widget: ipw.DOMWidget, css: str, inner: Markup, kind: str = "div") -> Markup:
    css = " ".join(["lm-Widget jupyter-widgets", css, *_css(widget)])
    told = Markup('<{0} class="{1}"{2}>{3}</{0}>')
    return told.format(kind, css, _style(widget), inner)


def _css(widget: ipw.DOMWidget) -> Sequence[str]:
    return tuple(widget._dom_classes)


def _style(widget: ipw.DOMWidget) -> Markup:
    shown = widget.layout.display
    return Markup(' style="display:{}"').format(shown) if shown else Markup("")


def _labelled(widget: ipw.DOMWidget, css: str, control: Markup) -> Markup:
    label = Markup('<label class="widget-label">{}</label>').format(widget.description)
    return _box(widget, f"widget-inline-hbox {css}", label + control)


def _select(widget: ipw.Dropdown) -> Markup:
    """Offer all there is: a list is as wide as its longest line."""
    options = (
        Markup("<option{}>{}</option>").format(
            Markup(" selected") if number == widget.index else Markup(""),
            label.replace(" ", "\xa0"),  # as widgets write them
        )
        for number, label in enumerate(widget._options_labels)
    )
    return Markup("<select>{}</select>").format(Markup("").join(options))


def _toggles(widget: ipw.ToggleButtons) -> Markup:
    buttons = (
        Markup('<button class="widget-toggle-button jupyter-button{}">{}</button>').format(
            " mod-active" if number == widget.index else "", label
        )
        for number, label in enumerate(widget._options_labels)
    )
    told = Markup(
        '<div class="lm-Widget widget-toggle-buttons{}"><label class="widget-label">{}</label>'
        "<div>{}</div></div>"
    )
    css = "".join(f" {each}" for each in _css(widget))
    return told.format(css, widget.description, Markup("").join(buttons))


def _board(board: Board) -> Markup:
    slots = Markup("").join(_slot(name, shown) for name, shown in board.shown.items())
    return Markup('<div class="board" data-columns="{}">{}</div>').format(board.columns, slots)


def _slot(name: str, shown: Shown) -> Markup:
    drawing = Markup("")
    if shown.draw is not None:
        width = _FULL if shown.is_full else _HALF
        drawing = figure(
            shown.draw, key=f"painted-{name}", description=shown.description, widths=(width,)
        )
    return Markup(
        '<section class="slot{}" data-chart="{}"><h3>{}</h3><p class="sub">{}</p>'
        '<div class="picture"><div class="drawing">{}</div></div></section>'
    ).format(" full" if shown.is_full else "", name, shown.title, shown.sub, drawing)
