"""Lists that deals name the rows of: people, customers, products, whatever their columns are.

Where a company records no deals, what another table names is held against them.
"""

from collections.abc import Iterable, Mapping

from workbench.model.tables import TABLES
from workbench.proposal.draft import Draft, Source
from workbench.proposal.drafted import add_named
from workbench.proposal.export import Export

_NAMED = {"reps": "rep_id", "accounts": "account_id", "products": "product_id"}  # by deals
# Of what the deals name must be on the list; deals of a rep who is on none would count for nobody
_FITS = {"reps": 1.0, "accounts": 0.5, "products": 0.5}


def add_lists(exports: Iterable[Export], drafts: dict[str, Draft]) -> list[str]:
    """Take for a list what holds, each once, what the deals name; gives the files taken."""
    taken = []
    for export in exports:
        for table in _NAMED:
            header = _key(export, drafts, table) if table not in drafts else ""
            if header:
                drafts[table] = _list(table, export, header)
                taken.append(export.file)
                break
    return taken


def _key(export: Export, drafts: Mapping[str, Draft], table: str) -> str:
    """Give the header whose texts, each there once, the deals name in a column; "" without one."""
    column = _NAMED[table]
    naming = (drafts[name] for name in ("deals", *drafts) if name in drafts)
    draft = next((each for each in naming if column in each.columns), None)
    if draft is None or ("deals" in drafts and draft.table != "deals"):
        return ""
    named = set(draft.texts(draft.columns[column].header))
    for header in export.headers:
        texts = export.values(header)
        is_key = len(texts) == export.raw.rows
        if is_key and named and len(named.intersection(texts)) >= _FITS[table] * len(named):
            return header
    return ""


def _list(table: str, export: Export, header: str) -> Draft:
    (key,) = TABLES[table].key
    draft = Draft(table, export)
    draft.columns[key] = Source(header, "content")
    draft.offered[key] = [header]
    add_named(draft)
    if "name" not in draft.columns:
        draft.columns["name"] = draft.columns[key]
    return draft
