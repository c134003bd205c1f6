"""The index pages of a period: one for sales operations, one for each manager's people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from workbench.i18n import Lang, long_date, message
from workbench.page.render import filled
from workbench.publish.counted import counts, groups
from workbench.publish.document import LANG_TAGS
from workbench.publish.inert import require_inert
from workbench.publish.row import Entry, Row, row
from workbench.publish.style import page_style, policy_with
from workbench.publish.waits import Wait, turns_for, wait_list, wait_of
from workbench.review.cycle.turns import Turn, Turns

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
    advice: Mapping[Lang, str] = field(default_factory=dict)  # what to mend in the data, as lines
    turns: Turns | None = None  # whose turn the reviews of the cycle are; None without a cycle


@dataclass(frozen=True)
class _Page:
    """One page: whose people, in which language."""

    stem: str
    lang: Lang
    title: str
    entries: tuple[Entry, ...]
    turns: tuple[Turn, ...]  # that the page may tell
    manager_id: str | None = None  # None on the page of everyone, which leads to the managers'

    @property
    def has_teams(self) -> bool:
        """Whether it is the page of everyone."""
        return self.manager_id is None


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
        for page in _pages(_of_lang(entries, lang), setting, lang):
            pages[file_name(page.stem, lang, setting)] = _html(page, setting)
    return pages


def file_name(stem: str, lang: Lang, setting: IndexSetting) -> str:
    """Name a page: the default language has no language in its name."""
    return f"{stem}.html" if lang == setting.langs[0] else f"{stem}.{lang}.html"


def _pages(entries: tuple[Entry, ...], setting: IndexSetting, lang: Lang) -> list[_Page]:
    everyone = message("publish-index-everyone", lang)
    turns = setting.turns
    pages = [_Page("index", lang, everyone, entries, turns.turns if turns else ())]
    by_manager: dict[str, list[Entry]] = {}
    for entry in entries:
        by_manager.setdefault(entry.manager_id, []).append(entry)
    for manager_id, stem in setting.manager_pages.items():
        people = tuple(by_manager.get(manager_id, ()))
        if people:
            title = message("publish-index-manager", lang, manager=people[0].manager_name)
            told = tuple(turns_for(turns, manager_id)) if turns else ()
            pages.append(_Page(stem, lang, title, people, told, manager_id))
    return pages


def _of_lang(entries: Sequence[Entry], lang: Lang) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if lang in {*entry.documents, *entry.problems})


def _rows(page: _Page, turns: Turns | None) -> list[Row]:
    waits: dict[str, list[Wait]] = {}
    if turns is not None:
        for turn in page.turns:
            waits.setdefault(turn.rep_id, []).append(wait_of(turn, turns, page.lang))
    made = (row(entry, page.lang, waits.get(entry.rep_id, ())) for entry in page.entries)
    return sorted(made, key=lambda found: found.order)


def _html(page: _Page, setting: IndexSetting) -> str:
    lang, turns = page.lang, setting.turns
    rows = _rows(page, turns)
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
        "groups": groups(here) if page.has_teams and len(rows) > _GROUPED_FROM else [],
        "as_of": long_date(setting.as_of, lang),
        "rows": here,
        "gone": [row for row in rows if row.left],
        "n": len(rows),
        "count": counts(rows),
        "advice": setting.advice.get(lang, "") if page.has_teams else "",
        "waiting": turns and wait_list(page.turns, turns, lang, has_lines=page.has_teams),
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


@cache
def _script() -> str:
    own = files("workbench.publish") / "templates" / "index" / "find.js"
    return own.read_text(encoding="utf-8")


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
