"""The statement of a rep as files, beside the documents of the period."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workbench.batch.folder import folder_name, period_folder
from workbench.batch.owner import require_own
from workbench.batch.rep_folders import rep_folders
from workbench.i18n import message
from workbench.page.parts import Fold
from workbench.page.shown import Shown
from workbench.private import make_private
from workbench.publish.deck.kept import write_beside
from workbench.publish.document import document_of
from workbench.publish.made import files_of, paper_of, require_formats
from workbench.review.brief import Brief
from workbench.review.person import people
from workbench.review.scorecard import about_table, pay_table
from workbench.review.sections.every import section


def write_statement(review: Brief, formats: Sequence[str] = ()) -> list[Path]:
    """Write the statements of a review's period: HTML, and beside it what is asked for.

    Parameters
    ----------
    review
        Of a rep who is on a plan; read as the document of that rep.
    formats
        What is written beside HTML: pdf, pptx, xlsx.

    Returns
    -------
    list of Path
        `statement[.en].html` and its siblings, mode 0600; what was issued is in them as issued. A
        deck somebody changed stays, and the new one stands beside it.

    Raises
    ------
    ParameterError
        When a format cannot be made here.
    BatchError
        When the outputs are another workspace's.
    """
    space, lang = review.workspace, review.lang
    require_formats(space.fonts, formats, (lang,), space.deck_template)
    folder = _folder(review)
    sections = _sections(review)
    made = {"html": document_of(sections).encode()}
    paper = paper_of(sections[0].facts, review.as_of)
    told = {"pdf": sections, "pptx": _slides(sections, review), "xlsx": _sheets(sections, review)}
    for name in formats:
        made |= files_of(told[name], [name], space.fonts, paper, space.deck_template)
    suffix = "" if lang == space.languages[0] else f".{lang}"
    return write_beside(folder, f"statement{suffix}", made)


def _slides(sections: list[Shown], review: Brief) -> list[Shown]:
    """Set the lines from gross to net beside the picture of them."""
    cover, told = sections
    pictures = [
        replace(each, details=[fold for fold in each.details if isinstance(fold, Fold)])
        for each in told.exhibits
    ]
    lines = replace(pay_table(review), has_total=True)  # the last is what is paid
    return [cover, replace(told, blocks=(*pictures, lines))]


def _sheets(sections: list[Shown], review: Brief) -> list[Shown]:
    whole = replace(sections[0], blocks=(pay_table(review),))
    last = replace(sections[0], blocks=(about_table(review),))
    return [whole, *sections[1:], last]


def _folder(review: Brief) -> Path:
    space = review.workspace
    everybody = people(review.snapshot, review.period, space.manager_scope)
    home = space.outputs / folder_name(space.name) / period_folder(review.period)
    names = {rep_id: rep.name for rep_id, rep in everybody.items()}
    folders = rep_folders(home, names, space.aliases)
    folder = make_private(home / folders[review.rep.rep_id])
    require_own(home.parent, space)
    return folder


def _sections(review: Brief) -> list[Shown]:
    lang, told = review.lang, section("cover", review)
    name, period = review.rep.name, review.period.name
    title = message("statement-title", lang, name=name, period=period)
    cover = told.cover and replace(told.cover, kind=message("statement-kind", lang), withheld="")
    facts = {**told.facts, "title": title, "running_head": title}
    return [replace(told, cover=cover, facts=facts), section("incentive", review)]
