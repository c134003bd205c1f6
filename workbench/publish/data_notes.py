"""What is wrong with a snapshot's data and what that does to figures, as lines for the terminal."""

from collections.abc import Sequence

from workbench.i18n import Lang, listed, message
from workbench.review.quality.effect import Effect
from workbench.review.quality.issues import (
    Issue,
    consequence,
    issues,
    more,
    next_step,
    rows_behind_issue,
    what,
)
from workbench.review.quality.sections import count_text, effect_lines
from workbench.snapshots import Snapshot

_SOUND = ("decided", "new", "unread", "unmapped")  # issues that are no fault of any row
_ROWS = 3  # named under an issue; the page shows all
_COLUMNS = 20  # named of an issue


def data_notes(
    snapshot: Snapshot,
    lang: Lang = "en",
    effect: Effect | None = None,
    currency: str = "",
    doubts: Sequence[Issue] = (),
) -> str:
    """Write each issue with its rows and what follows, then the effect on a period's figures.

    Ends with a line feed. The issues are those of the data-quality page; lines to paste into
    workbench.toml stand alone.
    """
    found = issues(snapshot, doubts)
    lines = [line for issue in found for line in _lines(snapshot, issue, lang)]
    if all(issue.kind in _SOUND for issue in found):
        lines.insert(0, f"{message('quality-sound', lang)}.")
    lines += [] if effect is None else effect_lines(effect, currency, lang)
    return "".join(f"{line}\n" for line in lines)


def advice(snapshot: Snapshot, lang: Lang) -> str:
    """Write each issue that has a next step, with the lines to paste; no row, so nobody's name.

    "" where there is nothing to be done.
    """
    found = [each for each in issues(snapshot) if each.kind not in _SOUND or each.paste]
    return "\n".join(line for each in found for line in _advised(each, lang))


def _advised(issue: Issue, lang: Lang) -> list[str]:
    head = f"{issue.table}: {count_text(issue, lang)}: {what(issue, lang)}"
    told = [f"    {_listed(issue, lang)}"] if issue.told else []
    step = [] if issue.kind in _SOUND else [f"    → {next_step(issue, lang)}"]
    return [head, *told, *step, *(f"        {line}" for line in issue.paste)]


def _lines(snapshot: Snapshot, issue: Issue, lang: Lang) -> list[str]:
    head = f"{issue.table}: {count_text(issue, lang)}: {what(issue, lang)}"
    told = f" ({consequence(issue, lang)})"
    pasted = [f"        {line}" for line in issue.paste]
    if issue.told:
        return [f"{head}{told}: {_listed(issue, lang)}", *pasted]
    lines = [head + told]
    rows = rows_behind_issue(snapshot, issue)
    lines += [f"    {_row(rows.heads, row)}" for row in rows.rows[:_ROWS]]
    left = len(rows.rows) - _ROWS
    if left > 0:
        lines.append(f"    {more(issue, left, lang)}")
    return [*lines, f"    → {next_step(issue, lang)}", *pasted]


def _listed(issue: Issue, lang: Lang) -> str:
    """List what was decided, or the first columns of many: an export may have hundreds."""
    if issue.kind == "decided":
        return ", ".join(issue.told)
    left = len(issue.told) - _COLUMNS
    rest = message("quality-columns-more", lang, n=left) if left > 0 else ""
    return listed(issue.told[:_COLUMNS], lang) + rest


def _row(heads: tuple[str, ...], row: tuple[str, ...]) -> str:
    told = zip(heads, row, strict=True)
    return ", ".join(f"{head} {value}" for head, value in told if value and head != "record")
