"""Names of output folders: made by us, never by what a name contains."""

import re
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from slugify import slugify

from workbench.model.period import Period

_LONGEST = 60  # 60 Chinese characters are 180 bytes; a file name may have 255
_RESERVED = re.compile(r"con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9]", re.IGNORECASE)
_LIKE_OURS = re.compile(r".*-[0-9a-f]{8}")  # a name that looks as if we had added a hash


def folder_names(names: Mapping[str, str]) -> dict[str, str]:
    """Name the folder of each rep.

    Parameters
    ----------
    names
        Name by rep_id, of every rep there is: the folder of one rep must not depend on who else
        is reviewed today.

    Returns
    -------
    dict
        Folder name by rep_id. Readable; with a short hash of the rep_id where slugging lost
        something of the name, or where two reps would meet in one folder.
    """
    slugs = {rep_id: slug(name or rep_id) for rep_id, name in names.items()}
    met = Counter(slugs.values())
    return {
        rep_id: with_hash(slug_, rep_id)
        if met[slug_] > 1 or is_changed(names[rep_id] or rep_id, slug_)
        else slug_
        for rep_id, slug_ in slugs.items()
    }


def folder_name(name: str) -> str:
    """Name the folder of a workspace or of a named period."""
    slug_ = slugify(name, allow_unicode=True, lowercase=False, max_length=_LONGEST)
    return slug_ if slug_ == name and not _RESERVED.fullmatch(slug_) else with_hash(slug_, name)


def period_folder(period: Period) -> str:
    """Name the folder of a period: `2026-Q3`, `2017-03-01_2017-05-31`."""
    if period.is_free:
        return f"{period.start}_{period.last_day}"
    return folder_name(period.name)


def slug(name: str) -> str:
    """Keep letters and digits of any script, in lower case, joined by hyphens."""
    return str(slugify(name, allow_unicode=True, max_length=_LONGEST))


def is_changed(name: str, slug_: str) -> bool:
    """Whether a slug lost more of the name than case and white space, or means something else."""
    expected = "-".join(name.casefold().split())
    return slug_ != expected or bool(_RESERVED.fullmatch(slug_) or _LIKE_OURS.fullmatch(slug_))


def with_hash(slug_: str, identity: str) -> str:
    """Add the first 8 digits of the hash of what is named."""
    digits = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{slug_}-{digits}" if slug_ else digits
