"""The page of a team meeting: its pack as one file without any script, for screen and paper."""

from urllib.parse import quote

from workbench.i18n import long_date, message
from workbench.page.html import section_html
from workbench.page.render import filled
from workbench.page.section import Cover, Section
from workbench.publish.document import LANG_TAGS
from workbench.publish.inert import require_inert
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
        "contents_label": message("publish-contents", lang), "header": _header(pack, company),
        "sections": [(section, quote(section.key)) for section in found], "footer": foot,
    }  # fmt: skip
    style = page_style() + running_lines(f"{company} · {title}", "")
    page = str(filled("workbench.publish", "templates/team", "index", told, style))
    require_inert(page)
    return page


def _header(pack: Pack, company: str) -> str:
    lang = pack.lang
    basis = [
        (message("team-basis-period", lang), pack.period.name),
        (message("team-basis-as-of", lang), long_date(pack.snapshot.as_of, lang)),
        (message("team-basis-people", lang), str(len(pack.team.members))),
        (message("team-basis-managers", lang), ", ".join(sorted(pack.team.managers.values()))),
    ]
    cover = Cover(
        company=company, kind=message("team-kind", lang), period=pack.period.name,
        is_made=pack.desk.workspace.is_made, name=pack.team.name, role="", basis=basis,
    )  # fmt: skip
    return section_html(Section("cover", lang, pack.team.name, cover=cover))
