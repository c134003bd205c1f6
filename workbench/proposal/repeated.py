"""Files that tell of the same row again, in other words: which of them counts is asked."""

from collections.abc import Mapping
from typing import Any

from workbench.i18n import Lang, message
from workbench.model.tables import TABLES
from workbench.proposal.draft import Draft
from workbench.proposal.proposal import Choice, Place, Question
from workbench.sources.sql import named


def settle_repeated(
    drafts: Mapping[str, Draft], answers: Mapping[Place, Any], lang: Lang
) -> list[Question]:
    """Ask of each table in several files whether the last of them counts where rows differ."""
    asked = []
    for name, draft in drafts.items():
        path = ("tables", name, "latest")
        n = 0 if path in answers or draft.select() else _differing(draft)
        if n:
            asks = message("proposal-ask-latest", lang, file=draft.export.file, n=n)
            told = tuple(
                Choice(value, message(f"proposal-latest-{word}", lang))
                for value, word in ((True, "yes"), (False, "no"))
            )
            asked.append(Question(path, asks, told))
    return asked


def _differing(draft: Draft) -> int:
    """Count the keys under which rows of several files say different things."""
    key = [draft.columns.get(column) for column in TABLES[draft.table].key]
    if len(draft.export.paths) == 1 or not key or None in key:
        return 0
    columns = draft.export.raw.columns
    keys = ", ".join(named(columns[source.header]) for source in key if source is not None)
    rows = f"SELECT DISTINCT {', '.join(map(named, columns.values()))} FROM {draft.export.raw.name}"
    query = f"SELECT count(*) FROM (SELECT {keys} FROM ({rows}) GROUP BY ALL HAVING count(*) > 1)"
    return int((draft.export.texts.execute(query).fetchone() or (0,))[0])
