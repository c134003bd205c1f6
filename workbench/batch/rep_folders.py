"""Which folder of a period is whose: the name is made of theirs, but what was signed stays put."""

from collections.abc import Mapping
from pathlib import Path

from workbench.batch.folder import folder_names, with_hash
from workbench.batch.status import owner_of
from workbench.sources.known_ids import id_among


def rep_folders(
    place: Path, names: Mapping[str, str], aliases: Mapping[str, str]
) -> dict[str, str]:
    """Name the folder of each rep in a period.

    Where a signed round of a rep lies in a folder already, that one stays theirs, whatever became
    of their id (`[people] aliases`), of their name, or of who else is called so.

    Parameters
    ----------
    place
        The folder of the period, whether it is there or not.
    names
        Name by rep_id, of every rep there is; see `folder_names`.
    """
    signed = _signed(place)
    kept = {
        rep_id: signed[found]
        for rep_id in names
        if (found := id_among(rep_id, signed, aliases)) in signed
        if found == rep_id or found not in names  # else it is of somebody who is here themselves
    }
    taken = set(kept.values())
    return {
        rep_id: kept.get(rep_id) or (with_hash(name, rep_id) if name in taken else name)
        for rep_id, name in folder_names(names).items()
    }


def _signed(place: Path) -> dict[str, str]:
    """Give the folders that hold a signed round, by the rep their status names."""
    if not place.is_dir():
        return {}
    found = sorted(each for each in place.iterdir() if (each / "signed").is_dir())
    return {owner: each.name for each in reversed(found) if (owner := owner_of(each))}
