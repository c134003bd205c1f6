"""An SVG as it may stand in a document: what is drawn and what it says, nothing else."""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from markupsafe import Markup

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_KEPT_TAGS = {"svg", "g", "path", "line", "rect", "circle", "text", "tspan", "title"}
_KEPT_TAGS |= {"defs", "clipPath", "linearGradient", "stop"}
_DROPPED = {"font-family", "class", "role", "aria-hidden", "aria-label", "aria-roledescription"}
_DROPPED |= {"stroke-miterlimit", "version", "xmlns"}
_INHERITED = (
    *("fill", "stroke", "stroke-width", "stroke-dasharray"),
    *("font-size", "font-weight", "text-anchor"),
)
_NUMERIC = {"d", "transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "r"}
_LONG_NUMBER = re.compile(r"-?\d+\.\d{2,}(?:e-?\d+)?")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")
_TRANSLATED = re.compile(r"translate\(([-\d.]+),([-\d.]+)\)")
_DEFAULTS = {
    "font-weight": "400",
    "text-anchor": "start",
    "opacity": "1",
    "transform": "translate(0,0)",
}


def inert(svg: str, *, name: str, prefix: str) -> Markup:
    """Rewrite a drawing of the chart library for a page.

    Parameters
    ----------
    svg
        As the library writes it.
    name
        Class of the drawing: "wide", "narrow" or "only".
    prefix
        Goes before ids; the library counts them up per process, here they count from 0.

    Returns
    -------
    Markup
        Elements that draw, without classes, fonts and roles. A mark's description becomes its
        `<title>`, shown when pointed at; a phone's drawing has none. The XML writer escapes texts.
    """
    root = ET.fromstring(svg)
    used = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    ids = {old: f"{prefix}-{n}" for n, old in enumerate(used)}
    _clean(root, ids, has_titles=name != "narrow")
    root.attrib = {"class": name, "aria-hidden": "true", **root.attrib}
    return Markup(ET.tostring(root, encoding="unicode").replace(" />", "/>"))


def _clean(element: ET.Element, ids: Mapping[str, str], *, has_titles: bool) -> None:
    title = element.attrib.get("aria-label", "")
    element.tag = element.tag.removeprefix(_NAMESPACE)
    element.attrib = {
        key: _value(key, value, ids)
        for key, value in element.attrib.items()
        if key not in _DROPPED and _DEFAULTS.get(key) != value
    }
    _round_off(element)
    for child in list(element):
        _clean(child, ids, has_titles=has_titles)
        if _draws_nothing(child):
            element.remove(child)
    if element.tag == "g":
        _share(element)
    elif title and has_titles:
        hover = ET.Element("title")
        hover.text = title
        element.insert(0, hover)


def _round_off(element: ET.Element) -> None:
    """Write a dot as a circle, a third of the length of its path."""
    circle = _CIRCLE.fullmatch(element.attrib.get("d", ""))
    centre = _TRANSLATED.fullmatch(element.attrib.get("transform", ""))
    if element.tag == "path" and circle and centre:
        element.tag = "circle"
        rest = {key: v for key, v in element.attrib.items() if key not in {"d", "transform"}}
        element.attrib = {"cx": centre[1], "cy": centre[2], "r": circle[1], **rest}


def _share(group: ET.Element) -> None:
    """Write on the group what all its marks have in common."""
    for key in _INHERITED:
        values = {child.attrib.get(key) for child in group}
        if len(group) > 1 and len(values) == 1 and None not in values:
            group.attrib[key] = str(values.pop())
            for child in group:
                del child.attrib[key]


def _value(key: str, value: str, ids: Mapping[str, str]) -> str:
    if key == "id":
        return ids[value]
    if value.startswith("url(#"):
        return f"url(#{ids[value[5:-1]]})"
    if key in _NUMERIC:
        return _LONG_NUMBER.sub(lambda found: f"{round(float(found[0]), 1):g}", value)
    return value.removesuffix("px")


def _draws_nothing(element: ET.Element) -> bool:
    """Whether an element is a frame of the library, a group left empty, or not for a document."""
    if element.tag not in _KEPT_TAGS:
        return True
    if element.tag in {"g", "defs"}:
        return len(element) == 0
    if element.tag == "path":
        is_inked = bool({"fill", "stroke"} & element.attrib.keys())
        return not is_inked or not element.attrib.get("d") or "display" in element.attrib
    return False
