"""Which columns name whom: an owner may stand as an id, a name or an address; one fits the list."""

from collections.abc import Iterable, Mapping

from workbench.model.tables import TABLES
from workbench.proposal.draft import Draft, Source

_FITS = 0.5  # of the different texts that name somebody must be on the list
_WEIGHT = {"deals": 3}  # what a table's names are worth against the others'
_ALSO = {"reps": ("name", "email"), "accounts": ("name",), "deals": ("name",)}


def settle_keys(drafts: Mapping[str, Draft]) -> None:
    """Choose for each table the key the others name it by, and for these the column that does."""
    for name in ("reps", "accounts", "deals"):
        if name in drafts:
            _settle(name, drafts)
    _name_reps(drafts)


def _settle(name: str, drafts: Mapping[str, Draft]) -> None:
    draft, (key,) = drafts[name], TABLES[name].key
    naming = list(_naming(name, drafts))
    own = {
        header: set(texts)
        for header in _candidates(draft, name, key)
        if len(texts := draft.texts(header)) == draft.filled(header)  # each once
    }
    if not own or not naming:
        return
    worth = {header: _worth(texts, naming) for header, texts in own.items()}
    best = max(worth, key=lambda header: worth[header])
    if worth[best] > 0:
        draft.columns[key] = Source(
            best, draft.columns[key].how if key in draft.columns else "content"
        )
        for other, column in naming:
            _choose(other, column, own[best])
        _let_go(draft, [texts for header, texts in own.items() if header != best])


def _naming(name: str, drafts: Mapping[str, Draft]) -> Iterable[tuple[Draft, str]]:
    """List the columns that name a table's rows, those of its own included (managers)."""
    for draft in drafts.values():
        for column in TABLES[draft.table].columns:
            names = column.references == name or (name == "reps" and column.name == "manager_id")
            if names and draft.offered.get(column.name):
                yield draft, column.name


def _candidates(draft: Draft, name: str, key: str) -> list[str]:
    columns = (key, *_ALSO.get(name, ()))
    return list(dict.fromkeys(h for each in columns for h in draft.offered.get(each, ())))


def _worth(texts: set[str], naming: Iterable[tuple[Draft, str]]) -> float:
    return sum(
        _WEIGHT.get(draft.table, 1)
        * max(_share(draft, header, texts) for header in draft.offered[column])
        for draft, column in naming
    )


def _choose(draft: Draft, column: str, texts: set[str]) -> None:
    shares = {header: _share(draft, header, texts) for header in draft.offered[column]}
    best = max(shares, key=lambda header: shares[header])
    if shares[best] >= _FITS and column in draft.columns and not draft.sql:
        draft.columns[column] = Source(best, draft.columns[column].how)


def _let_go(reps: Draft, others: Iterable[set[str]]) -> None:
    """Leave out managers who are named by a key the others do not use: an id is no name."""
    source = reps.columns.get("manager_id")
    if source is None or "rep_id" not in reps.columns:
        return
    own = set(reps.texts(reps.columns["rep_id"].header))
    is_own = _share(reps, source.header, own) >= _FITS
    if not is_own and any(_share(reps, source.header, texts) >= _FITS for texts in others):
        reps.columns.pop("manager_id")  # told among the columns nothing uses


def _share(draft: Draft, header: str, texts: set[str]) -> float:
    values = draft.texts(header)
    return sum(value in texts for value in values) / len(values) if values else 0.0


def _name_reps(drafts: Mapping[str, Draft]) -> None:
    """Let a rep without another name be called by the key."""
    reps = drafts.get("reps")
    if reps and "rep_id" in reps.columns and "name" not in reps.columns:
        reps.columns["name"] = reps.columns["rep_id"]
