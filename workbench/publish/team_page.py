"""The page of a team meeting: its pack as one file without any script, for screen and paper."""

from collections.abc import Iterable
from urllib.parse import quote

from workbench.i18n import long_date, message
from workbench.page.html import section_html
from workbench.page.render import filled
from workbench.page.section import Cover
from workbench.page.shown import Shown
from workbench.publish.document import LANG_TAGS
from workbench.publish.inert import require_inert
from workbench.publish.made import files_of
from workbench.publish.pdf import Paper
from workbench.publish.style import POLICY, page_style, running_lines
from workbench.review.team.pack import Pack
from workbench.review.team.sections import pack_sections


def team_page(pack: Pack) -> str:
    """Draw the page of one team.

    Parameters
    ----------
    pack
        As somebody who leads reads it. Nothing on the page is the figure of one person.

    Returns
    -------
    str
        One HTML page: no script, no request, the same bytes for the same pack.

    Raises
    ------
    ReviewError
        When it holds something that could run.
    """
    lang = pack.lang
    found = pack_sections(pack)
    title = message("team-title", lang, team=pack.team.name, period=pack.period.name)
    company = pack.desk.workspace.title(lang)
    foot = message("team-footer", lang)
    told = {
        "lang_tag": LANG_TAGS[lang], "policy": POLICY, "title": title,
        "contents_label": message("publish-contents", lang), "header": section_html(_cover(pack)),
        "sections": [(section, quote(section.key)) for section in found], "footer": foot,
    }  # fmt: skip
    style = page_style() + running_lines(f"{company} · {title}", "")
    page = str(filled("workbench.publish", "templates/team", "index", told, style))
    require_inert(page)
    return page


def team_files(pack: Pack, formats: Iterable[str]) -> dict[str, bytes]:
    """Make the page's files beside HTML, by format: pdf, pptx, xlsx."""
    lang, space = pack.lang, pack.desk.workspace
    title = message("team-title", lang, team=pack.team.name, period=pack.period.name)
    paper = Paper(
        title=title, lang=lang, day=pack.snapshot.as_of,
        head=f"{space.title(lang)} · {title}", foot=message("team-footer", lang),
    )  # fmt: skip
    sections = [_cover(pack), *pack_sections(pack)]
    return files_of(sections, formats, space.fonts, paper, space.deck_template)


def _cover(pack: Pack) -> Shown:
    lang = pack.lang
    basis = [
        (message("team-basis-period", lang), pack.period.name),
        (message("team-basis-as-of", lang), long_date(pack.snapshot.as_of, lang)),
        (message("team-basis-people", lang), str(len(pack.team.members))),
        (message("team-basis-managers", lang), ", ".join(sorted(pack.team.managers.values()))),
    ]
    cover = Cover(
        company=pack.desk.workspace.title(lang), kind=message("team-kind", lang),
        period=pack.period.name, name=pack.team.name, role="", basis=basis,
        is_made=pack.desk.workspace.is_made,
    )  # fmt: skip
    return Shown("cover", lang, "", cover=cover)
