"""Colours of a slide as places in its theme, so that a company's template brings its own."""

from typing import Any

from workbench.charts import theme
from workbench.i18n import Lang
from workbench.publish.extra import library

# The theme of a deck without a template: its places, and the documents' colours in them
THEME = {
    "dk1": theme.INK, "lt1": theme.PRINT_PAPER, "dk2": theme.INK2, "lt2": theme.WASH,
    "accent1": theme.REP, "accent2": theme.WARN, "accent3": theme.PEER, "accent4": theme.SOFT,
    "accent5": theme.WSOFT, "accent6": theme.AXIS, "hlink": theme.REP, "folHlink": theme.INK2,
}  # fmt: skip
LATIN, CHINESE = "Arial", "Microsoft YaHei"
TAGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en-US"}
_PLACES = {
    theme.INK: ("TEXT_1", 0.0), theme.INK2: ("TEXT_1", 0.2), theme.INK3: ("TEXT_1", 0.35),
    theme.RULE: ("TEXT_1", 0.8), theme.REP: ("ACCENT_1", 0.0), theme.WARN: ("ACCENT_2", 0.0),
    theme.PEER: ("ACCENT_3", 0.0), theme.SOFT: ("ACCENT_4", 0.0), theme.WSOFT: ("ACCENT_5", 0.0),
    theme.AXIS: ("ACCENT_6", 0.0),
}  # fmt: skip


def inked(colour: Any, told: str) -> None:
    """Give a colour of a slide the place that a colour of the documents has in the theme."""
    name, brightness = _PLACES.get(told, _PLACES[theme.REP])
    colour.theme_color = library("pptx.enum.dml").MSO_THEME_COLOR[name]
    colour.brightness = brightness


def filled(fill: Any, told: str) -> None:
    """Fill a form; "" leaves it clear."""
    if not told:
        fill.background()
        return
    fill.solid()
    inked(fill.fore_color, told)


def filling(told: str) -> str:
    """Write the same as XML, for what the library has no words for."""
    name, brightness = _PLACES[told]
    place = name.lower().replace("text_", "tx").replace("accent_", "accent")
    mod, off = int((1 - brightness) * 100000), int(brightness * 100000)
    lighter = f'<a:lumMod val="{mod}"/><a:lumOff val="{off}"/>' if off else ""
    return f'<a:solidFill><a:schemeClr val="{place}">{lighter}</a:schemeClr></a:solidFill>'
