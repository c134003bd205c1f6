"""The look: colour roles, the page's colour rules, and the settings every chart shares.

This is the only file that knows a colour. Blue is this rep, grey is everyone else, ink is a target
or a total, orange asks for a decision. Each role has its own light hex, so that a drawn SVG follows
the dark palette by attribute selectors, without a script.
"""

from typing import Final

FONT: Final = "Noto Sans SC"

PAPER: Final = "#fefdfb"  # the page
INK: Final = "#1b2430"  # text, totals, target ticks
INK2: Final = "#4a5563"  # secondary text, direct labels
INK3: Final = "#68727e"  # subtitles, axis labels, n
RULE: Final = "#e3e1db"  # row rules, grid
AXIS: Final = "#b9bcc0"  # edges of controls and forms
REP: Final = "#0b5e8e"  # this rep, an increase, a link
SOFT: Final = "#b7d3e6"  # projections, open amounts
PEER: Final = "#87919d"  # others, last year
BAND: Final = "#e5e8eb"  # the middle half of peers, the ground of a bullet
WARN: Final = "#b3500e"  # needs a decision: past due, short, to be written
WSOFT: Final = "#f0cdb0"  # the soft side of the same
WASH: Final = "#f6f4ef"  # ground of code

# role: (light, dark); text reaches 4.5:1 against paper, marks 3:1, in both
ROLES: Final[dict[str, tuple[str, str]]] = {
    "paper": (PAPER, "#161b21"),
    "ink": (INK, "#e9ebee"),
    "ink2": (INK2, "#b7bfc9"),
    "ink3": (INK3, "#929ba6"),
    "rule": (RULE, "#2b333c"),
    "axis": (AXIS, "#4b5561"),
    "rep": (REP, "#6fb6ea"),
    "soft": (SOFT, "#2a4d69"),
    "peer": (PEER, "#7f8a96"),
    "band": (BAND, "#28303a"),
    "warn": (WARN, "#f29a5d"),
    "wsoft": (WSOFT, "#5f3d24"),
    "wash": (WASH, "#1c222a"),
}
PRINT_PAPER: Final = "#fff"  # a sheet


def stylesheet() -> str:
    """Write the colour roles as CSS custom properties of `.wb`, and their use in drawings.

    Returns
    -------
    str
        Light by default, dark where the reader's screen asks for it, light on white paper in
        print; then one rule per role that lets a drawing's literal colour follow its role.
    """
    light = "".join(f"--{role}:{pair[0]};" for role, pair in ROLES.items())
    dark = "".join(f"--{role}:{pair[1]};" for role, pair in ROLES.items())
    rules = [
        f".wb{{{light}color-scheme:light dark}}",
        f"@media screen and (prefers-color-scheme:dark){{.wb{{{dark}}}}}",
        f"@media print{{.wb{{--paper:{PRINT_PAPER}}}}}",
        *(_remap(role, pair[0]) for role, pair in ROLES.items()),
    ]
    return "\n".join(rules) + "\n"


def config() -> dict[str, object]:
    """Give the Vega-Lite config of the house, for a document's charts and for live ones."""
    axis = {
        "domain": False,
        "ticks": False,
        "gridColor": RULE,
        "labelColor": INK3,
        "labelFontSize": 11,
        "titleColor": INK3,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "labelPadding": 6,
    }
    return {
        "font": FONT,
        "background": "transparent",
        "view": {"stroke": None},
        "axis": axis,
        "mark": {"aria": False, "color": REP},
        "bar": {"color": REP},
        "text": {"fontSize": 11, "color": INK2},
        "rule": {"color": INK},
        "range": {"category": [REP, PEER, WARN, INK2, SOFT]},
    }


def _remap(role: str, hex_value: str) -> str:
    return (
        f'.wb svg [fill="{hex_value}"]{{fill:var(--{role})}}'
        f'.wb svg [stroke="{hex_value}"]{{stroke:var(--{role})}}'
    )
