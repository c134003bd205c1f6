"""What teams said of their managers, cycle by cycle, as it is told to whom it is for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.i18n import Lang, message, told
from workbench.page.live import Line
from workbench.page.parts import Block, Bullets, Heading
from workbench.page.table import Table
from workbench.page.table import words as text
from workbench.store.naming import cycle_said
from workbench.store.upward import Upward


@dataclass(frozen=True)
class Told:
    """One team in one cycle: what it is, how far it is, and the words."""

    title: str
    state: str  # a sentence
    words: tuple[str, ...]


def told_upward(found: Iterable[Upward], lang: Lang) -> list[Told]:
    """Tell each, the latest cycle first."""
    return [
        Told(
            message("upward-of", lang, cycle=_cycle(each, lang), manager=each.manager_id),
            _state(each, lang), each.words,
        )
        for each in reversed(list(found))
    ]  # fmt: skip


def _cycle(each: Upward, lang: Lang) -> str:
    return told(cycle_said(each.cycle), lang)


def trend(found: Sequence[Upward], lang: Lang) -> list[list[str]]:
    """Tell over the cycles how many wrote of how many, the first cycle first.

    Of a team that is not told no number stands there: fewer than five are not counted out.
    """
    return [
        [each.manager_id, _cycle(each, lang),
         message("upward-share", lang, n=each.n, asked=each.asked)
         if each.state == "told" else message(f"upward-short-{each.state}", lang)]
        for each in sorted(found, key=lambda each: each.manager_id)  # stable: by cycle within
    ]  # fmt: skip


def trend_heads(lang: Lang) -> list[str]:
    """Name the columns of the trend."""
    return [message(f"upward-head-{name}", lang) for name in ("manager", "cycle", "wrote")]


def upward_blocks(found: Sequence[Upward], lang: Lang) -> list[Block]:
    """Show all of it, the words of the latest cycle first, then the trend."""
    if not found:
        return [Line([message("upward-none", lang)], "empty")]
    shown: list[Block] = []
    for each in told_upward(found, lang):
        shown += [Heading(each.title), Line([each.state], "paragraph" if each.words else "dim")]
        shown += [Bullets(each.words)] if each.words else []
    rows = trend(found, lang)
    if len(rows) > 1:
        columns = [text(head) for head in trend_heads(lang)]
        shown += [Heading(message("upward-trend", lang)), Table(columns, rows, is_plain=True)]
    return shown


def upward_text(found: Sequence[Upward], lang: Lang) -> str:
    """Write all of it for a terminal; ends with a line feed."""
    if not found:
        return message("upward-none", lang) + "\n"
    parts = []
    for each in told_upward(found, lang):
        words = ["- " + word.replace("\n", "\n  ") for word in each.words]
        parts.append("\n".join([f"{each.title}: {each.state}", *words]))
    return "\n\n".join(parts) + "\n"


def _state(each: Upward, lang: Lang) -> str:
    if each.state == "told":
        return message("upward-told", lang, n=each.n, asked=each.asked)
    return message(f"upward-{each.state}", lang)
