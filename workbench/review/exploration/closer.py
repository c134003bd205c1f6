"""A figure opened to its rows, and two reps beside each other."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from workbench import i18n
from workbench.errors import WorkbenchError
from workbench.i18n import MISSING, Lang, message
from workbench.metrics.catalogue import CATALOGUE
from workbench.metrics.comparison.two_groups import difference
from workbench.metrics.cutting import is_cut
from workbench.metrics.fact import Fact
from workbench.page.cells import Cell, Marked
from workbench.page.number import value_text
from workbench.page.parts import Block, Heading, Paragraph, Terms
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import words
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.view import View
from workbench.review.open_figure import open_figure
from workbench.review.opened_table import counted
from workbench.review.review import open_review

ROWS_SHOWN = 12
STATES = ("won", "lost", "open")


def opened(explored: Exploration, view: View, lang: Lang) -> Sequence[Block]:
    """Open the view's figure: definition, formula, counts, and the rows it was made of.

    A rep's figure without a choice of deals is opened as the rep's review opens it, with the rows
    it leaves out; any other shows the rows of the cut.
    """
    if view.rep and not view.is_of_deals:
        return _as_reviewed(explored, view, lang)
    fact = explored.total(view, explored.where(view))
    if fact is None:
        return [Paragraph(message("explore-figure-others", lang))]
    who = explored.people(view)[view.rep].name if view.rep else view.team
    title = message(
        "explore-figure-title", lang, who=who or message("explore-everybody", lang),
        metric=words.label(view.metric, lang), value=words.fact_text(fact, lang),
    )  # fmt: skip
    rows, n = explored.cut.opened(
        view.metric, explored.period(view), explored.where(view), most=ROWS_SHOWN
    )
    shown = message("explore-figure-rows", lang, shown=len(rows), n=i18n.number(n, lang))
    drawn = deal_table(explored, view, rows, lang)
    return [Heading(title), Terms(_terms(fact, view, lang)), Paragraph(shown, is_sub=True), drawn]


def _as_reviewed(explored: Exploration, view: View, lang: Lang) -> Sequence[Block]:
    review = open_review(
        view.rep,
        explored.period(view).name,
        str(explored.workspace.folder),
        as_of=explored.snapshot.as_of.isoformat(),
        template=explored.workspace.template,
        lang=lang,
        surface="document",
    )
    return open_figure(review, view.metric).blocks


def _terms(fact: Fact, view: View, lang: Lang) -> list[tuple[str, str]]:
    key = view.metric
    found = [
        (words.label(key, lang), message(f"{key}-definition", lang)),
        (message("explore-formula", lang), message(f"{key}-formula", lang)),
    ]
    if fact.reason:
        return [*found, (message("review-reason", lang), words.reason(fact, lang))]
    if fact.denominator is not None:
        for name, part in (("numerator", fact.numerator), ("denominator", fact.denominator)):
            found.append((message(f"explore-{name}", lang), _part(part, lang)))
    interval = words.interval(fact, lang)
    sample = ("；" if lang == "zh" else "; ").join(
        filter(None, (i18n.number(fact.n, lang), interval))
    )
    return [*found, (message("explore-sample", lang), sample)]


def _part(value: Decimal | None, lang: Lang) -> str:
    if value is None:
        return MISSING
    return i18n.number(value, lang, 0 if value == value.to_integral_value() else 2)


def deal_table(
    explored: Exploration, view: View, rows: Sequence[Mapping[str, Any]], lang: Lang
) -> Table:
    """Show deals as a table; those of an opened figure with how each counts."""
    people = explored.people(view)
    is_opened = any("in_n" in row for row in rows)
    is_divided = is_opened and any(row["in_denominator"] for row in rows)
    heads = [
        *([text(message("opened-counts", lang))] if is_opened else []),
        text(message("explore-head-deal", lang)),
        text(message("explore-head-rep", lang)),
        text(message("explore-head-stage", lang)),
        text(message("explore-head-close", lang)),
        figures(message("explore-head-days", lang)),
        figures(message("explore-head-amount", lang)),
    ]
    cells: list[list[Cell]] = [
        [
            *([counted(row, lang, is_divided=is_divided)] if is_opened else []),
            row.get("name") or row["deal_id"],
            people[row["rep_id"]].name if row["rep_id"] in people else row["rep_id"],
            _state(row, lang),
            row["close_on"].isoformat() if row.get("close_on") else MISSING,
            MISSING if row["days"] is None else i18n.number(row["days"], lang),
            _amount(row["amount"], explored, lang),
        ]
        for row in rows
    ]
    return Table(heads, cells)


def _state(row: Mapping[str, Any], lang: Lang) -> Cell:
    code = row.get("state") or _state_of(row)
    state = message(f"explore-state-{code}", lang)
    if code != "open":
        return state
    stage = words.stage_name(row["stage"], lang) if row["stage"] else state
    if not row.get("is_past_due"):
        return stage
    return Marked(stage, message("explore-late", lang), "warning")


def _state_of(row: Mapping[str, Any]) -> str:
    """Tell the state of a deal by its flags; of a stage it went through, by the stage."""
    if not row.get("is_closed"):
        return "open"
    return "won" if row["is_won"] else "lost"


def _amount(value: Decimal | None, explored: Exploration, lang: Lang) -> str:
    return MISSING if value is None else i18n.money(value, explored.workspace.currency, lang)


def compared(explored: Exploration, view: View, lang: Lang) -> Sequence[Block]:
    """Set a rep beside another, or beside the team: every figure that both have."""
    if not view.rep:
        return [Paragraph(message("explore-compare-pick", lang))]
    people = explored.people(view)
    second = (view.against,) if view.against else explored.team(view)
    names = [people[view.rep].name]
    names.append(
        people[view.against].name
        if view.against
        else view.team or message("explore-everybody", lang)
    )
    rows: list[list[Cell]] = []
    for key in CATALOGUE:
        pair = _pair(explored, view.model_copy(update={"metric": key}), second)
        if pair is not None and any(fact.value is not None for fact in pair):
            rows.append(
                [words.label(key, lang), *(_told(f, lang) for f in pair), *_gap(*pair, lang)]
            )
    heads = [
        text(message("explore-compare-figure", lang)),
        *(figures(name) for name in names),
        figures(message("explore-compare-difference", lang)),
        text(message("explore-compare-verdict", lang)),
    ]
    title = message("explore-compare-title", lang, first=names[0], second=names[1])
    sub = message("explore-compare-sub", lang, period=explored.period(view).name)
    return [Heading(title, sub=sub), Table(heads, rows)]


def _pair(
    explored: Exploration, view: View, second: tuple[str, ...] | None
) -> tuple[Fact, Fact] | None:
    if is_cut(view.metric):
        found = [
            explored.total(view, explored.where_of(view, reps)) for reps in ((view.rep,), second)
        ]
    elif view.is_of_deals or not view.against:
        return None
    else:
        facts = explored.facts(explored.period(view))
        found = [facts.get((rep, view.metric)) for rep in (view.rep, view.against)]
    first, other = found
    return None if first is None or other is None else (first, other)


def _told(fact: Fact, lang: Lang) -> Marked:
    counts = words.reason(fact, lang) or words.counts(fact, lang)
    return Marked(words.fact_text(fact, lang), counts, "quiet")


def _gap(first: Fact, second: Fact, lang: Lang) -> tuple[str, str]:
    if first.value is None or second.value is None:
        return "", ""
    gap = first.value - second.value
    if first.unit != "share":
        told = value_text(abs(gap), first.unit, first.currency, lang)
        sign = "−" if gap < 0 else "+" if gap > 0 else ""
        return f"{sign}{told}", message("explore-verdict-none", lang)
    if first.low is None or second.low is None:
        return i18n.points(gap, lang), message("explore-verdict-none", lang)
    cases = [(int(fact.numerator or 0), int(fact.denominator or 0)) for fact in (first, second)]
    try:
        found = difference(*cases)
    except (ValueError, WorkbenchError):
        return i18n.points(gap, lang), message("explore-verdict-none", lang)
    if found.low <= 0 <= found.high:
        return i18n.points(gap, lang), message("explore-verdict-chance", lang)
    low, high = (i18n.number(end * 100, lang, 1, is_signed=True) for end in (found.low, found.high))
    return i18n.points(gap, lang), message("explore-verdict-apart", lang, low=low, high=high)
