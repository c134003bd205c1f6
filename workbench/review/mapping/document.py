"""Write docs/tables.md from the model: `python -m workbench.review.mapping.document`."""

from importlib.resources import files
from pathlib import Path

from workbench.review.mapping.options import options_part
from workbench.review.mapping.tables import tables_part

PAGE = Path(__file__).parents[3] / "docs" / "tables.md"


def page() -> str:
    """Write the page: what is told in words, with tables and options from the model."""
    words = (files("workbench.review.mapping") / "page.md").read_text(encoding="utf-8")
    return words.replace("{tables}", tables_part()).replace("{options}", options_part())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
