"""The profiles there are, for whoever wants to know which exports are recognised."""

import re
from collections.abc import Iterable, Iterator, Mapping

from rich.cells import cell_len

from workbench.i18n import Lang, listed, message
from workbench.model.tables import TABLES
from workbench.proposal.named import told
from workbench.proposal.profile import ANY, Derived, Export, Profile, profiles

_WIDTH = 100
_BREAKS = re.compile("[^ 、，。；：）]*[ 、，。；：）]*")
_COLUMN = 4  # blanks before a column of an export


def profiles_text(lang: Lang) -> str:
    """Write every profile: its exports, the headers that give each column, and what to mind.

    Returns
    -------
    str
        Lines of at most 100 columns, but for a header that is longer; ends in a line feed.
    """
    parts = [_profile(name, each, lang) for name, each in profiles().items() if name != ANY]
    lines = [line for part in parts for line in (*part, "")]
    end = _wrapped([message("profiles-others", lang)], lang, first="", rest="")
    return "".join(f"{line}\n" for line in (*lines, *end))


def _profile(name: str, profile: Profile, lang: Lang) -> Iterator[str]:
    yield message("profiles-title", lang, title=told(profile.title, lang), name=name)
    for export in profile.exports:
        about = told(export.about, lang)
        line = message("profiles-export", lang, table=export.table, about=about)
        yield from _wrapped([line], lang, first="  ", rest="    ")
        yield from _export(export, lang)
    for note in profile.notes:
        yield from _wrapped([told(note, lang)], lang, first="  ! ", rest="    ")


def _export(export: Export, lang: Lang) -> Iterator[str]:
    """Write a line for each column, in the order of the contract; then those made of several."""
    columns = _ordered(export.columns, export.table)
    derived = [each.column for each in export.derived]
    wide = max(map(len, (*columns, *derived)), default=0) + 2
    for column, headers in columns.items():
        yield from _lines(column, headers, wide, lang)
    for each in export.derived:
        yield from _lines(each.column, [_made_of(each, lang)], wide, lang)


def _ordered(columns: Mapping[str, tuple[str, ...]], table: str) -> dict[str, tuple[str, ...]]:
    return {name: columns[name] for name in TABLES[table].column_names if name in columns}


def _made_of(derived: Derived, lang: Lang) -> str:
    """Name the headers a column is made of, alternatives with a bar between, and what is made."""
    headers = " + ".join(" | ".join(each) for each in derived.needs.values())
    meaning = told(derived.means, lang) if derived.means else ""
    return " → ".join(each for each in (headers, meaning) if each)


def _lines(column: str, headers: Iterable[str], wide: int, lang: Lang) -> Iterator[str]:
    first = " " * _COLUMN + f"{column:<{wide}}"
    yield from _wrapped(headers, lang, first=first, rest=" " * len(first))


def _wrapped(words: Iterable[str], lang: Lang, *, first: str, rest: str) -> Iterator[str]:
    """Break a list between its members, and one that fills a line alone between its words."""
    line, is_empty = first, True
    for piece in _pieces([*words], lang, _WIDTH - cell_len(rest)):
        if not is_empty and cell_len(line + piece.rstrip()) > _WIDTH:
            yield line.rstrip()
            line = rest
        line, is_empty = line + piece, False
    yield line.rstrip()


def _pieces(words: list[str], lang: Lang, room: int) -> Iterator[str]:
    """Cut a list into what may not be torn apart."""
    for n, word in enumerate(words):
        member = word if n == len(words) - 1 else listed((word, ""), lang)
        # Behind a blank, and behind each sign of Chinese that a line may end with
        yield from [member] if cell_len(member) <= room else _BREAKS.findall(member)
