"""What stands in a form as its reader sees it: proposals drawn in the reader's language."""

from collections.abc import Mapping
from dataclasses import replace

from workbench.i18n import Lang
from workbench.review.kept import drawn
from workbench.store.entries import Entry
from workbench.store.rules import Side


def drawn_entries(
    entries: Mapping[tuple[str, str, Side], Entry], lang: Lang
) -> dict[tuple[str, str, Side], Entry]:
    """Draw what is kept as keys and figures; people's own words stay as they wrote them."""
    return {
        place: replace(entry, value=drawn(entry.value, lang)) for place, entry in entries.items()
    }
