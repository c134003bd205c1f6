"""People's words in two reviews side by side: added, taken out, changed."""

from collections.abc import Mapping

from workbench.i18n import Lang, message
from workbench.page.cells import Cell
from workbench.page.table import Table, words
from workbench.review.as_signed import Place


def word_table(before: Mapping[Place, str], after: Mapping[Place, str], lang: Lang) -> Table | None:
    """Lay out the answers that differ, in the order of the review; None where none does."""
    places = [*after, *(place for place in before if place not in after)]
    rows = [
        _row(place, before.get(place), after.get(place), lang)
        for place in places if before.get(place) != after.get(place)
    ]  # fmt: skip
    heads = ("asked", "who", "what", "before", "now")
    return (
        Table([words(message(f"differing-{head}", lang)) for head in heads], rows) if rows else None
    )


def _row(place: Place, old: str | None, new: str | None, lang: Lang) -> list[Cell]:
    section, asked, who = place
    what = "added" if old is None else "removed" if new is None else "changed"
    return [f"{section} · {asked}", who, message(f"differing-{what}", lang), old, new]
