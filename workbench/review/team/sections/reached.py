"""How far the team is: attainment and pace, and its course over the last periods."""

from collections.abc import Mapping, Sequence

from workbench import i18n
from workbench.charts.attainment import PeriodBar
from workbench.charts.trend import trend
from workbench.i18n import MISSING, Lang, message
from workbench.model.period import Period
from workbench.page.cells import Cell
from workbench.page.number import Number, value_text
from workbench.page.parts import Block, Callout, Exhibit, Note
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.never_recorded import is_never_recorded
from workbench.review.team.figure import SMALLEST, TeamFigure
from workbench.review.team.pack import Pack

_SHOWN = ("quota_attainment", "linear_pace", "seasonal_pace", "win_rate", "open_pipeline")


def reached(pack: Pack) -> tuple[str, Sequence[Block]]:
    """Tell attainment and pace of five or more together, never of one."""
    lang, members = pack.lang, len(pack.team.members)
    if members < SMALLEST:
        note = message("team-small", lang, n=members, team=pack.team.name)
        return message("team-reached-none", lang, team=pack.team.name), [_note(note, lang)]
    return _finding(pack), [*_course(pack), _table(pack), _lede(pack)]


def _finding(pack: Pack) -> str:
    won, attainment = pack.figures["won_revenue"], pack.figures["quota_attainment"]
    if attainment.value is None:
        told = value(won, pack.lang)
        why = _absent(attainment, pack.lang)
        return message("team-reached-won", pack.lang, team=pack.team.name, won=told, reason=why)
    pace = pack.figures["linear_pace"]
    is_over = pack.period.is_over(pack.snapshot.as_of) or pace.value is None
    return message(
        f"team-reached-{'over' if is_over else 'pace'}", pack.lang, team=pack.team.name,
        won=i18n.money(attainment.numerator or 0, won.currency, pack.lang),
        share=value(attainment, pack.lang), pace=value(pace, pack.lang),
    )  # fmt: skip


def value(figure_: TeamFigure, lang: Lang) -> str:
    """Write a figure of a team; an absent one is a dash."""
    return value_text(figure_.value, figure_.unit, figure_.currency, lang)


def _table(pack: Pack) -> Table:
    lang = pack.lang
    heads = [
        text(message("team-measure", lang)),
        figures(message("team-value", lang)),
        text(message("team-rests-on", lang)),
        figures(message("team-people", lang)),
    ]
    found = (pack.figures[metric] for metric in _SHOWN)
    rows = [_row(each, pack) for each in found if not is_never_recorded(each.reason)]
    return Table(heads, rows, title=message("team-figures", lang))


def _row(each: TeamFigure, pack: Pack) -> list[str]:
    lang, people = pack.lang, f"{each.people} / {each.members}"
    return [words.label(each.metric, lang), value(each, lang), _rests_on(each, pack), people]


def _rests_on(each: TeamFigure, pack: Pack) -> str:
    lang = pack.lang
    if each.value is None:
        return _absent(each, lang)
    if each.low is not None and each.high is not None:
        low, high = (i18n.number(bound * 100, lang) for bound in (each.low, each.high))
        counts = f"{i18n.number(each.numerator or 0, lang)} / {i18n.number(each.n, lang)}"
        if each.n < words.UNSTEADY_BELOW:
            counts += f" {message('review-small-sample', lang)}"
        return message("team-interval", lang, counts=counts, low=low, high=high)
    if each.denominator is not None:
        currency = pack.desk.workspace.currency
        top, bottom = (
            i18n.money(part or 0, currency, lang) for part in (each.numerator, each.denominator)
        )
        return f"{top} / {bottom}"
    return message("team-rows", lang, n=each.n)


def _absent(each: TeamFigure, lang: Lang) -> str:
    if each.reason == "too_few_people":
        return message("team-too-few", lang, n=SMALLEST)
    return words.reason_text(each.reason, "", lang)


def _course(pack: Pack) -> list[Block]:
    bars = [_bar(period, found, pack.lang) for period, found in pack.course]
    bars = [bar for bar in bars if bar.value is not None]
    this = _bar(pack.period, pack.figures, pack.lang, is_this=True)
    if not bars or this.value is None:
        return []
    shown, title = [*bars, this], _course_finding(pack)
    written = exhibits.amounts(pack.desk.workspace.currency, pack.lang)
    drawn = Picture(
        lambda width: trend(shown, width=width, axis_text=written), key="team-course",
        description=exhibits.said(title, (f"{bar.name} {bar.hover}" for bar in shown), pack.lang),
    )  # fmt: skip
    sub = message("team-course-sub", pack.lang, n=SMALLEST)
    return [Exhibit(title, sub, drawn, _course_table(pack))]


def _course_table(pack: Pack) -> Table:
    """Give won revenue, target and attainment of each period drawn."""
    lang = pack.lang
    metrics = ("won_revenue", "effective_quota", "quota_attainment")
    heads = [
        text(message("exhibit-period", lang)),
        *(figures(words.label(metric, lang)) for metric in metrics),
    ]
    rows: list[list[Cell]] = []
    for period, found in (*pack.course, (pack.period, pack.figures)):
        won, reached = found["won_revenue"], found["quota_attainment"]
        target = reached.denominator if reached.value is not None else None
        amounts = (Number(each, "money", won.currency) for each in (won.value, target))
        if won.value is not None:
            rows.append([period.name, *amounts, Number(reached.value, "share")])
    return Table(heads, rows, is_plain=True)


def _course_finding(pack: Pack) -> str:
    """Count in how many of the periods drawn that have a target it was reached."""
    told = [found for _period, found in pack.course] + [pack.figures]
    every = [found["quota_attainment"].value for found in told
             if found["won_revenue"].value is not None]  # fmt: skip
    known = [each for each in every if each is not None]
    if not known:
        return message("team-course-no-target", pack.lang)
    is_all = "yes" if len(known) == len(every) else "no"
    hits = sum(each >= 1 for each in known)
    return message("team-course", pack.lang, hits=str(hits), n=len(known), all=is_all)


def _bar(
    period: Period, found: Mapping[str, TeamFigure], lang: Lang, *, is_this: bool = False
) -> PeriodBar:
    won, attainment = found["won_revenue"], found["quota_attainment"]
    target = attainment.denominator if attainment.value is not None else None
    label = (
        MISSING if won.value is None else i18n.money(won.value, won.currency, lang, has_unit=False)
    )
    share = value(attainment, lang)
    return PeriodBar(
        name=period.name, value=words.position(won.value), label=label,
        target=words.position(target), is_this=is_this, hover=f"{label}, {share}",
    )  # fmt: skip


def _lede(pack: Pack) -> Note:
    lang, lead = pack.lang, pack.team.lead
    basis = pack.figures["won_revenue"].basis
    told = [message(f"team-basis-{basis}", lang, manager=pack.names.get(lead, lead))]
    if pack.figures["quota_attainment"].value is not None:
        target = pack.figures["quota_attainment"].basis
        told.append(message(f"team-target-{target}", lang, manager=pack.names.get(lead, lead)))
    told.append(message("team-reached-basis", lang, n=SMALLEST))
    gap = "" if lang == "zh" else " "
    return Note(gap.join(told), is_quiet=True)


def _note(sentence: str, lang: Lang) -> Callout:
    return Callout(message("team-no-figure", lang), sentence)
