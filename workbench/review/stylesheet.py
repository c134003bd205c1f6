"""The one stylesheet, for the page and for a notebook's output."""

from functools import cache
from importlib.resources import files

from workbench.charts import theme


@cache
def stylesheet() -> str:
    """Give the colours of the theme and the rules of `style.css`."""
    rules = (files("workbench.review") / "style.css").read_text(encoding="utf-8")
    return theme.stylesheet() + rules
