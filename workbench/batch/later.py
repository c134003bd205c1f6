"""Formats of a signed document that are asked for later: made of what was kept, and noted."""

import logging
from collections.abc import Sequence

from workbench.batch.execute import read_notebook
from workbench.batch.plan import Plan
from workbench.batch.signed import SignedFolder, keep_later
from workbench.i18n import said, told
from workbench.publish.made import in_formats

_LOG = logging.getLogger("workbench")


def add_formats(
    planned: Plan, rep_id: str, signed: SignedFolder, stem: str, formats: Sequence[str]
) -> SignedFolder:
    """Make the formats asked for that a signed document was kept without; give what is kept then.

    They are made of the notebook kept at signing, never of today's data, and say so in their foot.
    Where it holds no source of one, as in rounds signed before sources were kept, or where it was
    changed since, none is made and a sentence says so.
    """
    lacking = [name for name in formats if not signed.holds(f"{stem}.{name}")]
    made = _made(planned, signed, f"{stem}.ipynb", lacking) if lacking else {}
    if made:
        files = {f"{stem}.{name}": content for name, content in made.items()}
        signed = keep_later(planned, rep_id, signed, files, f"{stem}.ipynb")
    without = [name for name in lacking if name not in made]
    if without:
        name = planned.people[rep_id].name
        what = said("refusal-signed-without", name=name, formats=", ".join(without))
        _LOG.warning(told(what, "en"), extra={"said": what})
    return signed


def _made(planned: Plan, signed: SignedFolder, source: str, formats: list[str]) -> dict[str, bytes]:
    """Make files of a kept notebook; none of one that is not as the store noted it."""
    if not signed.holds(source):
        return {}
    notebook, space = read_notebook(signed.folder / source), planned.workspace
    return in_formats(notebook, formats, space.fonts, space.deck_template, is_later=True)
