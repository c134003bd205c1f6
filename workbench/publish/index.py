"""The index pages of a period: one for sales operations, one for each manager's people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from workbench.i18n import Lang, long_date, message
from workbench.page.render import filled
from workbench.publish.document import LANG_TAGS
from workbench.publish.inert import require_inert
from workbench.publish.row import CLOSER, Attention, Entry, Row, row
from workbench.publish.style import page_style, policy_with

_SEARCHED_FROM = 40  # lines from which a page has a search
_GROUPED_FROM = 300  # lines from which the page of everyone groups them by team


@dataclass(frozen=True, kw_only=True)
class IndexSetting:
    """What all index pages of one batch share."""

    period: str
    next_period: str  # "" after the last named one
    as_of: date
    is_made: bool  # made data say so on every page
    has_moved_on: bool  # the source is no longer what the pinned snapshot was made from
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
    pages = {}
    for lang in setting.langs:
        rows = {entry.rep_id: row(entry, lang) for entry in _of_lang(entries, lang)}
        for page in _pages(_of_lang(entries, lang), setting, lang):
            pages[file_name(page.stem, lang, setting)] = _html(page, rows, setting)
    return pages


def file_name(stem: str, lang: Lang, setting: IndexSetting) -> str:
    """Name a page: the default language has no language in its name."""
    return f"{stem}.html" if lang == setting.langs[0] else f"{stem}.{lang}.html"


def _pages(entries: tuple[Entry, ...], setting: IndexSetting, lang: Lang) -> list[_Page]:
    everyone = message("publish-index-everyone", lang)
    pages = [_Page("index", lang, everyone, entries, has_teams=True)]
    by_manager: dict[str, list[Entry]] = {}
    for entry in entries:
        by_manager.setdefault(entry.manager_id, []).append(entry)
    for manager_id, stem in setting.manager_pages.items():
        people = tuple(by_manager.get(manager_id, ()))
        if people:
            title = message("publish-index-manager", lang, manager=people[0].manager_name)
            pages.append(_Page(stem, lang, title, people, has_teams=False))
    return pages


def _of_lang(entries: Sequence[Entry], lang: Lang) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if lang in {*entry.documents, *entry.problems})


def _html(page: _Page, made: Mapping[str, Row], setting: IndexSetting) -> str:
    lang = page.lang
    rows = sorted((made[entry.rep_id] for entry in page.entries), key=lambda found: found.order)
    here = [each for each in rows if not each.left]
    script = _script() if len(rows) > _SEARCHED_FROM else ""

    def t(key: str, **values: str | int) -> str:
        return message(f"publish-{key}", lang, **values)

    told = {
        "t": t,
        "page": page,
        "setting": setting,
        "lang_tag": LANG_TAGS[lang],
        "policy": policy_with(script),
        "script": script,
        "groups": _groups(here) if page.has_teams and len(rows) > _GROUPED_FROM else [],
        "as_of": long_date(setting.as_of, lang),
        "rows": here,
        "gone": [row for row in rows if row.left],
        "n": len(rows),
        "count": _counts(rows),
        "teams": _teams(page, setting),
        "others": [
            (LANG_TAGS[other], file_name(page.stem, other, setting))
            for other in setting.langs
            if other != lang
        ],
    }
    style = page_style(is_index=True)
    html = str(filled("workbench.publish", "templates/index", "index", told, style))
    require_inert(html, script)
    return html


@dataclass(frozen=True)
class _Group:
    """The lines of one team."""

    name: str
    rows: tuple[Row, ...]
    attention: int  # how many ask for it
    failed: int


def _groups(rows: Sequence[Row]) -> list[_Group]:
    """Put a long page's lines under their teams, by name; each team folds out."""
    by_team: dict[str, list[Row]] = {}
    for each in rows:
        by_team.setdefault(each.entry.team, []).append(each)
    return [
        _Group(
            name,
            tuple(found),
            attention=sum(each.attention in CLOSER for each in found),
            failed=sum(each.attention == "failed" for each in found),
        )
        for name, found in sorted(by_team.items())
    ]


@cache
def _script() -> str:
    own = files("workbench.publish") / "templates" / "index" / "find.js"
    return own.read_text(encoding="utf-8")


def _counts(rows: Sequence[Row]) -> dict[str, int]:
    """Count the lines by what they ask; who is behind and thinly covered counts as both."""
    kinds: tuple[Attention, ...] = ("failed", "target")
    found: dict[str, int] = {kind: sum(row.attention == kind for row in rows) for kind in kinds}
    found["below"] = sum(row.attention in {"below", "both"} for row in rows)
    found["coverage"] = sum(row.attention in {"coverage", "both"} for row in rows)
    found["closer"] = sum(row.attention in CLOSER for row in rows)
    return found


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
