"""The pages of teams, beside the reps' documents of the period."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workbench.batch.folder import folder_name, folder_names, period_folder
from workbench.batch.owner import require_own
from workbench.i18n import Lang
from workbench.private import make_private
from workbench.publish.deck.kept import write_beside
from workbench.publish.made import require_formats
from workbench.publish.team_page import team_files, team_page
from workbench.review.cycle.desk import Desk
from workbench.review.team.members import teams
from workbench.review.team.pack import open_pack, pinned_snapshot
from workbench.store import Actor

FOLDER = "_team"


def write_team_pages(
    desk: Desk,
    actor: Actor,
    team: str,
    period: str,
    langs: Sequence[Lang],
    formats: Sequence[str] = (),
) -> list[Path]:
    """Write the page of one team in each language; "" writes those of all teams.

    Parameters
    ----------
    formats
        What is written beside HTML: pdf, pptx, xlsx.

    Raises
    ------
    RefusedError
        For who has no part in a team. A rep has none here: the page is made by who leads.
    UnknownNameError, PeriodError, ParameterError
        When there is no such team or period.
    BatchError
        When the outputs are another workspace's.
    """
    space = desk.workspace
    require_formats(space.fonts, formats, langs, space.deck_template)
    span = space.calendar.period(period or space.default_period)
    known = teams(pinned_snapshot(desk, span), space, span)
    file_names = folder_names({name: name for name in known})
    home = space.outputs / folder_name(space.name) / period_folder(span)
    folder = make_private(home / FOLDER)
    require_own(home.parent, space)
    written: list[Path] = []
    for name in [team] if team else list(known):
        for lang in langs:
            pack = open_pack(replace(desk, lang=lang), actor, name, period)
            stem = file_names.get(name, folder_name(name))
            suffix = "" if lang == space.languages[0] else f".{lang}"
            made = {"html": team_page(pack).encode(), **team_files(pack, formats)}
            written += write_beside(folder, f"{stem}{suffix}", made)
    return written
