"""Boards of recognition: what rules propose, the praise wall, who has been overlooked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench import i18n
from workbench.i18n import MISSING, Lang, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.comparison.peers import is_better
from workbench.metrics.recognition.award import Bar, Entrant, Proposal
from workbench.metrics.recognition.drawn import Drawn
from workbench.metrics.recognition.overlooked import Member, overlooked
from workbench.model.day import day_of
from workbench.page.number import value_text
from workbench.review import words
from workbench.review.growing.awards import proposals, require_lead, size_of
from workbench.review.growing.board import Board, Part, part
from workbench.review.growing.book import Award, load_book
from workbench.review.growing.honours import in_words
from workbench.review.growing.members import everybody_in, members_of
from workbench.review.growing.records import Days
from workbench.review.growing.rule_text import rule_text
from workbench.snapshots.facts import period_facts
from workbench.store import Actor
from workbench.store.registers import Line, lines_of

if TYPE_CHECKING:
    from workbench.model.period import Period
    from workbench.review.cycle.desk import Desk
    from workbench.review.person import Person

_GIVEN = ("praise", "award", "reward")
_IN_FAVOUR = 3  # figures told for somebody


def recognition_board(
    desk: "Desk", actor: Actor, period: "Period", award: str = "", most: int = 0
) -> Board:
    """Show what each rule proposes for a period: candidate, figure, n, rule, who is barred and why.

    A manager sees the candidates, and of the others only the own team.

    Parameters
    ----------
    most
        How many of the eligible are listed, the candidates in any case: a meeting is no place to
        list the last ones. 0 lists all.
    """
    found = proposals(desk, actor, period.name, award)
    names, own = members_of(desk, actor, period)
    title = message("recognition-title", desk.lang, period=period.name)
    if not found:
        size = message(f"size-{size_of(period)}", desk.lang)
        return Board(title, desk.lang, lede=message("award-none-of-size", desk.lang, size=size))
    parts = tuple(_part(each, told, names, own, desk, most) for each, told in found)
    return Board(title, desk.lang, parts, message("recognition-lede", desk.lang))


def praise_board(desk: "Desk", actor: Actor, period: "Period") -> Board:
    """Show the praise and the honours of a period; everybody may read them."""
    lang, days = desk.lang, Days.of(period, period.last_day, desk.workspace.zone)
    names = {key: one.name for key, one in everybody_in(desk, period).items()}
    parts = []
    for register in _GIVEN:
        found = lines_of(desk.store, actor, register)
        lines = [in_words(line, lang) for line in found if _is_in(line, days, desk)]
        lines.sort(key=lambda line: (str(line.made_at), line.line), reverse=True)
        rows = [
            [names.get(line.rep_id, line.rep_id), line.what, line.grounds,
             names.get(line.made_by, line.made_by),
             "" if line.made_at is None else i18n.short_date(day_of(line.made_at, days.zone))]
            for line in lines
        ]  # fmt: skip
        heads = [message(f"wall-{name}", lang) for name in ("to", "what", "grounds", "by", "day")]
        empty = "" if rows else message("overview-nothing", lang)
        parts.append(part(message(f"wall-{register}", lang), heads, rows, said=empty))
    return Board(message("wall-title", lang, period=period.name), lang, tuple(parts))


def overlooked_board(desk: "Desk", actor: Actor, period: "Period") -> Board:
    """Show who of those an actor leads got no praise, award or reward for long.

    With what the figures say in their favour: what an interval sets apart from the peers for the
    better, and a quota met.
    """
    require_lead(actor, "refusal-what-overlooked")
    lang, window = desk.lang, load_book(desk.workspace.folder).overlooked_days
    names, own = members_of(desk, actor, period)
    day = min(period.last_day, desk.snapshot.as_of)
    zone = Days.of(period, day, desk.workspace.zone).zone
    given: dict[str, list[Line]] = {}
    for register in _GIVEN:
        for line in lines_of(desk.store, actor, register):
            given.setdefault(line.rep_id, []).append(line)
    favour = _in_favour(desk, period, own)
    listed = [
        Member(
            rep_id, names[rep_id].hired_on, names[rep_id].left_on,
            tuple(_day(line, desk, zone) for line in given.get(rep_id, ()) if line.made_at),
            favour.get(rep_id, ()),
        )
        for rep_id in own
    ]  # fmt: skip
    rows = [
        [names[each.rep_id].name, MISSING if each.last_on is None else each.last_on.isoformat(),
         "; ".join(each.in_favour) or MISSING]
        for each in overlooked(listed, day, window)
    ]  # fmt: skip
    heads = [message(f"overlooked-{name}", lang) for name in ("rep", "last", "favour")]
    rule = message("overlooked-rule", lang, n=window, day=i18n.long_date(day, lang))
    title = message("overlooked-title", lang, n=len(rows), of=len(listed))
    return Board(title, lang, (part(message("overlooked-part", lang), heads, rows, rule),))


def _part(
    award: Award,
    found: Proposal,
    names: "Mapping[str, Person]",
    own: Iterable[str],
    desk: "Desk",
    most: int,
) -> Part:
    lang, shown = desk.lang, {*own, *found.candidates}
    known = [each for each in found.ranked if each.rep_id in shown]
    ranked = known[: max(most, len(found.candidates))] if most else known
    barred = [bar for bar in found.barred if bar.rep_id in shown]
    rows = [_ranked(each, award, found, names, lang) for each in ranked]
    rows += [
        [names[bar.rep_id].name, MISSING, MISSING, "", _why(bar, award, lang)] for bar in barred
    ]
    hidden = len(found.ranked) + len(found.barred) - len(known) - len(barred)
    heads = [message(f"award-head-{name}", lang) for name in ("rep", "figure", "drawn", "n", "why")]
    told = i18n.listed((names[each].name for each in found.candidates), lang)
    if found.reason:
        told = message(f"award-none-{found.reason.replace('_', '-')}", lang)
    title = message(
        "award-ranked-title", lang, award=award.label.in_(lang), period=found.period, told=told
    )
    notes = [
        message("award-lead-chance", lang) if found.is_lead_chance else "",
        f"{message('award-rule', lang)}: {rule_text(award, lang)}",
        f"{message('award-head-hash', lang)}: {found.hash}",
        message("award-others-not-shown", lang, n=hidden) if hidden else "",
        message("award-rest-not-shown", lang, n=len(known) - len(ranked)) if most else "",
    ]
    return part(title, heads, rows, *notes, figures=(1, 2, 3))


def _ranked(
    each: Entrant, award: Award, found: Proposal, names: "Mapping[str, Person]", lang: Lang
) -> list[str]:
    is_candidate = each.rep_id in found.candidates
    told = message("award-is-candidate", lang) if is_candidate else ""
    drawn = MISSING if each.drawn is None else _interval(each.drawn, award, lang)
    return [names[each.rep_id].name, figure_text(award, each, lang), drawn, str(each.n), told]


def figure_text(award: Award, each: Entrant, lang: Lang) -> str:
    """Write the figure of an award as it is."""
    if each.value is None:
        return MISSING
    if award.figure == "colleagues_helped":
        return i18n.number(each.value, lang)
    if award.figure == "improvement":
        return i18n.points(each.value, lang)
    return i18n.share(each.value, lang)


def _interval(drawn: Drawn, award: Award, lang: Lang) -> str:
    is_signed = award.figure == "improvement"
    value = i18n.points(drawn.value, lang) if is_signed else i18n.share(drawn.value, lang)
    low, high = (
        i18n.number(end * 100, lang, is_signed=is_signed) for end in (drawn.low, drawn.high)
    )
    between = message("award-between", lang, low=low, high=high)
    return f"{value} ({between})"


def _why(bar: Bar, award: Award, lang: Lang) -> str:
    detail = bar.detail
    if bar.reason == "no_figure":
        base = "before" if detail.endswith("_before") else detail.replace("_", "-")
        base = detail.replace("_", "-") if detail == "not_here_before" else base
        known = i18n.has_message(f"award-no-figure-{base}", lang)
        detail = message(f"award-no-figure-{base}" if known else f"reason-{detail}", lang)
    if bar.reason == "too_low":
        detail = (
            i18n.number(int(float(detail)), lang) if award.figure == "colleagues_helped" else detail
        )
    return message(f"award-bar-{bar.reason.replace('_', '-')}", lang, detail=detail)


def _day(line: Line, desk: "Desk", zone: ZoneInfo) -> date:
    """Give the day a recognition counts for: the last of the period it names, else when given."""
    if line.about.get("period"):
        return desk.workspace.calendar.period(str(line.about["period"])).last_day
    return day_of(line.made_at, zone) if line.made_at else date.min


def _is_in(line: Line, days: Days, desk: "Desk") -> bool:
    told = line.about.get("period")
    if not told:
        return days.hold(line.made_at)
    span = desk.workspace.calendar.period(str(told))
    return days.start <= span.start and span.end <= days.end


def _in_favour(desk: "Desk", period: "Period", own: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Say what the figures hold for each, at most a few; one pass over the period's facts."""
    found = period_facts(desk.snapshot, desk.workspace, period)
    wanted, lang = set(own), desk.lang
    told: dict[str, list[str]] = {}
    facts = {
        (row["rep_id"], row["metric"]): row for row in found.facts.to_pylist() if not row["by"]
    }
    for rep_id in wanted:
        fact = facts.get((rep_id, "quota_attainment"))
        if fact is not None and fact["value"] is not None and fact["value"] >= 1:
            told.setdefault(rep_id, []).append(_said("quota_attainment", fact, lang))
    for row in found.comparisons.to_pylist():
        metric, rep_id = row["metric"], row["rep_id"]
        is_told = row["method"] == "peers" and rep_id in wanted and metric in CATALOGUE
        if is_told and is_better(metric, row["verdict"]):
            told.setdefault(rep_id, []).append(_said(metric, facts[rep_id, metric], lang))
    return {rep_id: tuple(lines[:_IN_FAVOUR]) for rep_id, lines in told.items()}


def _said(metric: str, fact: Mapping[str, object], lang: Lang) -> str:
    value = value_text(fact["value"], str(fact["unit"]), str(fact["currency"]), lang)  # type: ignore[arg-type] # a decimal
    return f"{words.label(metric, lang)} {value} (n = {fact['n']})"
