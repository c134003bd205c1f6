"""The sections of the data-quality page: issues, effect, trend, what to do next."""

from collections.abc import Sequence
from decimal import Decimal

from workbench import i18n
from workbench.charts.attainment import PeriodBar
from workbench.charts.bars import Bar, bars
from workbench.charts.trend import trend
from workbench.i18n import MISSING, Lang, has_message, message
from workbench.page.parts import Block, Exhibit, Lede, Note, Paste, Steps
from workbench.page.picture import Picture
from workbench.page.shown import Shown
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.quality.effect import GRADES, Absent, Effect, Lost, Touched
from workbench.review.quality.issues import Issue, Rows, consequence, more, next_step, what
from workbench.review.quality.trend import Day

_MOST = 50  # rows shown of one issue; the number of all stands beside
_NUMBERS = {"issues": "01", "effect": "02", "trend": "03", "next": "04"}
_LISTED = 6  # metrics named before "and n more"

_UNITS = {
    "blanked": "cells", "decided": "decided",
    "gone": "columns", "new": "columns", "unread": "unread", "unmapped": "columns",
}  # fmt: skip


def issues_section(found: list[Issue], lang: Lang) -> Shown:
    """Show every issue with its consequence."""
    if not found:
        told = message("quality-sound-empty", lang)
        return _section("issues", message("quality-sound", lang), [Lede(told)], lang)
    rows = [
        Bar(
            name=f"{each.table}: {what(each, lang)}",
            value=each.count,
            label=count_text(each, lang),
            tone="warn" if each.kind == "set_aside" else "peer",
        )
        for each in found
    ]
    most = max(rows, key=lambda row: row.value or 0.0)
    title = message("quality-bars", lang, issue=most.name, rows=most.label)
    drawn = Picture(
        lambda width: bars(rows, width=width), key="quality-issues",
        description=exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
    )  # fmt: skip
    drawn_heads = [text(message("quality-issue", lang)), figures(message("quality-count", lang))]
    drawn_rows = [[f"{each.table}: {what(each, lang)}", count_text(each, lang)] for each in found]
    body = Exhibit(
        title, message("quality-bars-sub", lang), drawn,
        Table(drawn_heads, drawn_rows, is_plain=True),
    )  # fmt: skip
    heads = [text(message(f"quality-{name}", lang)) for name in ("table", "issue", "rows", "means")]
    lines = [
        [each.table, what(each, lang), count_text(each, lang), consequence(each, lang)]
        for each in found
    ]
    tables = len({each.table for each in found})
    told = message("quality-issues", lang, n=len(found), tables=tables)
    return _section("issues", told, [body, Table(heads, lines)], lang)


def finding(found: list[Issue], lang: Lang) -> str:
    """Say in one sentence how much is odd."""
    if not found:
        return message("quality-sound", lang)
    counted = {
        name: sum(each.count for each in found if each.kind == kind)
        for name, kind in (
            ("aside", "set_aside"), ("blanked", "blanked"), ("doubtful", "doubtful"),
            ("kept", "kept"),
        )
    }  # fmt: skip
    return message("quality-finding", lang, **counted)


def issue_rows(issue: Issue, rows: Rows, lang: Lang) -> list[Block]:
    """Show the rows behind an issue, and what to do."""
    title = f"{issue.table}: {what(issue, lang)}"
    step: list[Block] = [Note(next_step(issue, lang))]
    if issue.paste:
        step.append(Paste(issue.paste))
    if not rows.is_listed:
        return [*step, Lede(message("quality-unlisted", lang, n=issue.count))]
    heads = [text(_head(name, lang)) for name in rows.heads]
    shown = Table(heads, rows.rows[:_MOST], title=title)
    left = len(rows.rows) - _MOST
    rest = Note(more(issue, left, lang), is_quiet=True)
    return [*step, shown, *([rest] if left > 0 else [])]


def effect_section(found: Effect, currency: str, lang: Lang) -> Shown:
    """Show which figures the faults touch, how many reps lose how much, and the grades."""
    told = effect_finding(found, lang)
    body = [
        *_touched(found.touched, lang),
        *_lost(found.lost, currency, lang),
        *_absent(found.absent, lang),
    ]
    return _section("effect", told, body or [Lede(message("quality-no-effect", lang))], lang)


def trend_section(days: list[Day], lang: Lang) -> Shown:
    """Show rows set aside per snapshot."""
    if len(days) < 2:  # noqa: PLR2004 (a course needs two)
        return _section("trend", message("quality-one-day", lang),
                        [Lede(message("quality-one-day-empty", lang))], lang)  # fmt: skip
    columns = [
        PeriodBar(
            name=day.as_of.isoformat(), value=float(day.set_aside), label=str(day.set_aside),
            is_this=day is days[-1], hover=message("quality-day", lang, n=day.set_aside),
        )
        for day in days
    ]  # fmt: skip
    told = message("quality-trend", lang, first=days[0].set_aside, last=days[-1].set_aside)
    drawn = Picture(
        lambda width: trend(columns, width=width), key="quality-trend",
        description=exhibits.said(told, (f"{one.name} {one.hover}" for one in columns), lang),
    )  # fmt: skip
    heads = [text(message("quality-as-of", lang)), *(
        figures(message(f"quality-{name}", lang)) for name in ("sound-rows", "aside", "kept", "per")
    )]  # fmt: skip
    lines = [
        [
            i18n.long_date(day.as_of, lang), i18n.number(day.rows, lang), str(day.set_aside),
            str(day.kept), i18n.number(Decimal(repr(day.per_thousand)), lang, 1),
        ]
        for day in days
    ]  # fmt: skip
    body = Exhibit(told, message("quality-trend-sub", lang), drawn, Table(heads, lines))
    return _section("trend", told, [body], lang)


def next_section(found: list[Issue], effect: Effect | None, lang: Lang) -> Shown:
    """Say what to do, what costs most first."""
    steps = list(dict.fromkeys(f"{each.table}: {next_step(each, lang)}" for each in found))
    for each in effect.lost if effect else ():
        key = f"quality-do-{each.reason}"
        if has_message(key, lang):
            steps.append(message(key, lang, table="deals"))
    steps = list(dict.fromkeys(steps))
    if not steps:
        told = message("quality-next-nothing", lang)
        return _section("next", told, [], lang)
    return _section(
        "next",
        message("quality-next", lang, n=len(steps)),
        [Steps(steps)],
        lang,
    )


def effect_lines(found: Effect, currency: str, lang: Lang) -> list[str]:
    """Write the effect as lines of text."""
    lines = [effect_finding(found, lang), *_unrecorded(found, lang)]
    for each in found.touched:
        fault = message(f"quality-touched-{each.fault}", lang)
        grades = ", ".join(f"{grade} {each.grades[grade]}" for grade in GRADES)
        lines.append(message("quality-line-touched", lang, fault=fault, reps=each.reps,
                             rows=each.rows, figures=len(each.metrics), grades=grades))  # fmt: skip
    lines += [
        message("quality-line-lost", lang, figure=words.label(each.metric, lang), reps=each.reps,
                why=_reason(each.reason, lang), rows=each.rows,
                amount=_money(each.amount, currency, lang))
        for each in found.lost
    ]  # fmt: skip
    return lines


def effect_finding(found: Effect, lang: Lang) -> str:
    """Say how many figures a fault keeps from being scored, or that the period is not on record."""
    if found.outside is not None:
        return message("quality-outside", lang, period=found.period,
                       **words.days(found.outside, lang))  # fmt: skip
    figures_ = i18n.number(found.figures, lang)
    return message("quality-effect", lang, unscored=found.unscored, figures=figures_,
                   period=found.period)  # fmt: skip


def _unrecorded(found: Effect, lang: Lang) -> list[str]:
    """Say of how many figures no day of the period is on record."""
    return [
        message("quality-line-unrecorded", lang, figures=len(metrics), period=found.period,
                **words.days(span, lang))
        for span, metrics in found.unrecorded.items()
    ]  # fmt: skip


def count_text(issue: Issue, lang: Lang) -> str:
    """Write how many rows, cells, decisions or columns."""
    return message(f"quality-n-{_UNITS.get(issue.kind, 'rows')}", lang, n=issue.count)


def _touched(found: tuple[Touched, ...], lang: Lang) -> list[Block]:
    if not found:
        return []
    heads = [text(message("quality-fault", lang)), figures(message("quality-reps", lang)),
             figures(message("quality-rows", lang)), text(message("quality-figures", lang)),
             *(figures(grade) for grade in GRADES)]  # fmt: skip
    lines = [
        [
            message(f"quality-touched-{each.fault}", lang), str(each.reps), str(each.rows),
            _listed(each.metrics, lang), *(str(each.grades[grade]) for grade in GRADES),
        ]
        for each in found
    ]  # fmt: skip
    note = Note(message("quality-grades", lang), is_quiet=True)
    return [Table(heads, lines, title=message("quality-touched", lang)), note]


def _lost(found: tuple[Lost, ...], currency: str, lang: Lang) -> list[Block]:
    if not found:
        return []
    heads = [text(message("quality-figure", lang)), text(message("quality-why", lang))]
    heads += [
        figures(message(f"quality-{name}", lang)) for name in ("reps", "rows", "amount", "most")
    ]
    lines = [
        [
            words.label(each.metric, lang), _reason(each.reason, lang), str(each.reps),
            str(each.rows), _money(each.amount, currency, lang), _money(each.most, currency, lang),
        ]
        for each in found
    ]  # fmt: skip
    return [Table(heads, lines, title=message("quality-lost", lang))]


def _absent(found: tuple[Absent, ...], lang: Lang) -> list[Block]:
    """Group figures that are absent for the same reason."""
    if not found:
        return []
    by: dict[tuple[str, str], list[Absent]] = {}
    for each in found:
        by.setdefault((each.reason, each.note), []).append(each)
    heads = [text(message("quality-why", lang)), text(message("quality-figures", lang)),
             figures(message("quality-reps", lang))]  # fmt: skip
    lines = [
        [
            words.reason_text(reason, note, lang),
            _listed(tuple(one.metric for one in each), lang),
            f"{max(one.reps for one in each)} / {each[0].of}",
        ]
        for (reason, note), each in by.items()
    ]
    return [Table(heads, lines, title=message("quality-absent", lang))]


def _listed(metrics: tuple[str, ...], lang: Lang) -> str:
    named = [words.label(metric, lang) for metric in metrics[:_LISTED]]
    told = "、".join(named) if lang == "zh" else ", ".join(named)
    left = len(metrics) - _LISTED
    return told if left <= 0 else told + message("quality-and-more", lang, n=left)


def _reason(reason: str, lang: Lang) -> str:
    for key in (f"quality-why-{reason}", f"data-reason-{reason}", f"reason-{reason}"):
        if has_message(key, lang):
            return message(key, lang)
    return reason.replace("_", " ")


def _money(value: Decimal | None, currency: str, lang: Lang) -> str:
    return MISSING if value is None else i18n.money(value, currency, lang)


def _head(name: str, lang: Lang) -> str:
    key = f"quality-head-{name}"
    return message(key, lang) if has_message(key, lang) else name


def _section(key: str, finding_: str, body: Sequence[Block], lang: Lang) -> Shown:
    told = {part: message(f"quality-{key}-{part}", lang) for part in ("name", "question")}
    return Shown(
        key,
        lang,
        finding_,
        body,
        _NUMBERS[key],
        told["name"],
        told["question"],
        anchor=f"quality-{key}",
    )
