"""The index pages of a period: one for sales operations, one for each manager's people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from workbench.i18n import Lang, long_date, message
from workbench.publish.document import LANG_TAGS
from workbench.publish.inert import require_inert
from workbench.publish.row import Attention, Entry, Row, row
from workbench.publish.style import POLICY, page_style


@dataclass(frozen=True, kw_only=True)
class IndexSetting:
    """What all index pages of one batch share."""

    period: str
    next_period: str  # "" after the last named one
    as_of: date
    is_made: bool  # made data say so on every page
    langs: tuple[Lang, ...]  # pages of the first have no language in the name
    manager_pages: dict[str, str]  # page name without suffix, by manager_id


@dataclass(frozen=True)
class _Page:
    """One page: whose people, in which language."""

    stem: str
    lang: Lang
    title: str
    entries: tuple[Entry, ...]
    has_teams: bool  # the page of everyone leads to the managers' pages


def index_pages(entries: Sequence[Entry], setting: IndexSetting) -> dict[str, str]:
    """Draw every index page.

    Parameters
    ----------
    entries
        One per rep who has a document or should have one.
    setting
        What the pages share.

    Returns
    -------
    dict
        HTML by file name: `index.html` for everyone, a page per manager with only their people,
        and the same again for each further language (`index.en.html`).
    """
    return {
        file_name(page.stem, page.lang, setting): _html(page, setting)
        for lang in setting.langs
        for page in _pages(tuple(entries), setting, lang)
    }


def file_name(stem: str, lang: Lang, setting: IndexSetting) -> str:
    """Name a page: the default language has no language in its name."""
    return f"{stem}.html" if lang == setting.langs[0] else f"{stem}.{lang}.html"


def _pages(entries: tuple[Entry, ...], setting: IndexSetting, lang: Lang) -> list[_Page]:
    everyone = message("publish-index-everyone", lang)
    entries = tuple(entry for entry in entries if lang in {*entry.documents, *entry.problems})
    pages = [_Page("index", lang, everyone, entries, has_teams=True)]
    for manager_id, stem in setting.manager_pages.items():
        people = tuple(entry for entry in entries if entry.manager_id == manager_id)
        if people:
            title = message("publish-index-manager", lang, manager=people[0].manager_name)
            pages.append(_Page(stem, lang, title, people, has_teams=False))
    return pages


def _html(page: _Page, setting: IndexSetting) -> str:
    lang = page.lang
    rows = sorted((row(entry, lang) for entry in page.entries), key=lambda found: found.order)

    def t(key: str, **values: str | int) -> str:
        return message(f"publish-{key}", lang, **values)

    html = (
        _environment()
        .get_template("index.html.j2")
        .render(
            t=t,
            page=page,
            setting=setting,
            lang_tag=LANG_TAGS[lang],
            policy=POLICY,
            style=page_style(is_index=True),
            as_of=long_date(setting.as_of, lang),
            rows=rows,
            count=_counts(rows),
            teams=_teams(page, setting),
            others=[
                (LANG_TAGS[other], file_name(page.stem, other, setting))
                for other in setting.langs
                if other != lang
            ],
        )
    )
    require_inert(html)
    return html


def _counts(rows: Sequence[Row]) -> dict[str, int]:
    kinds: tuple[Attention, ...] = ("failed", "target", "coverage", "none")
    return {kind: sum(row.attention == kind for row in rows) for kind in kinds}


def _teams(page: _Page, setting: IndexSetting) -> list[tuple[str, str]]:
    """Give name and file of each manager's page, for the page of everyone."""
    if not page.has_teams:
        return []
    names = {entry.manager_id: entry.manager_name for entry in page.entries}
    return [
        (names[manager_id], file_name(stem, page.lang, setting))
        for manager_id, stem in setting.manager_pages.items()
        if manager_id in names
    ]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("workbench.publish", "templates/index"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
