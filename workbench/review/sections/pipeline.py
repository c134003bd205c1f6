"""Pipeline: whether the next period is covered, and what is stuck."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.coverage import Mark, OpenAmount
from workbench.charts.coverage import coverage as draw
from workbench.i18n import message, told
from workbench.model.spoken import spoken_period
from workbench.page.cells import Cell
from workbench.page.number import Number, value_text
from workbench.page.parts import Block, Exhibit, Grid, Note
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.never_recorded import recorded, records_open
from workbench.review.outlook import state_day, target_figures
from workbench.review.rows import past_due, total
from workbench.review.sections.open_deals import ages, dots, stages
from workbench.review.sections.results import measures
from workbench.review.sections.without_deals import has_no_deals

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief

MEASURES = (
    "open_deals",
    "open_pipeline",
    "weighted_pipeline",
    "past_due_share",
    "no_activity_share",
    "no_next_step_share",
    "stuck_share",
    "push_count",
    "pipeline_age_days",
    "pipeline_created",
    "sales_cycle_days",
    "sales_cycle_days_mean",
    "sales_velocity",
    "needed_coverage",
    "stage_conversion",
    "time_in_stage_days",
    "lead_response_hours",
    "account_coverage",
    "calls",
    "meetings",
    "visits",
    "emails",
    "tasks",
)


def pipeline(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Show the cover of the next period, the open deals by stage and age, and the measures.

    Where no open deals are recorded the finding says so, and only the other measures are shown;
    of a company without any deals results show those.
    """
    if has_no_deals(review):
        return message("pipeline-finding-no-deals", review.lang), []
    has_open = records_open(review.figures)
    shown = recorded(MEASURES, review.figures)
    listed = measures(shown, "pipeline-figures", review, is_detail=has_open)
    if not has_open:
        reason = review.figures["open_deals"].reason
        return message(f"pipeline-finding-{reason}", review.lang), [listed]
    exhibits_ = [_coverage(review), *dots(review), *stages(review), *ages(review)]
    return _finding(review), [*_stood(review), Grid(exhibits_), listed]


def _stood(review: "Brief") -> list[Block]:
    """Say of which day the open deals are, where that is not the day of the data."""
    day = state_day(review)
    if day == review.as_of:
        return []
    return [Note(message("pipeline-stood", review.lang, day=i18n.long_date(day, review.lang)))]


def _finding(review: "Brief") -> str:
    lang, open_deals = review.lang, review.figures["open_deals"]
    name, found = target_figures(review)
    covered = found["pipeline_coverage"]
    overdue = message("pipeline-past-due", lang, n=len(past_due(review.deal_rows("open"))))
    if review.figures["past_due_share"].reason == "close_dates_unknown":
        overdue = message("pipeline-past-due-unknown", lang)
    if covered.value is not None:
        return message(
            "pipeline-finding-coverage", lang, period=told(spoken_period(name), lang),
            coverage=i18n.number(covered.value, lang, 2), past_due=overdue,
            **_enough(covered, found["needed_coverage"], review),
        )  # fmt: skip
    if not open_deals.value:
        return message("pipeline-finding-none", lang)
    amount = words.fact_text(review.figures["open_pipeline"], lang)
    counted = words.deals(open_deals.n, lang)
    return message("pipeline-finding-plain", lang, open=amount, deals=counted, past_due=overdue)


def _enough(covered: "Fact", needed: "Fact", review: "Brief") -> dict[str, str]:
    """Judge the cover by what the record of wins asks for; untold where there is none."""
    if covered.value is None or needed.value is None:
        return {"side": "untold", "whose": "", "needed": "", "gap": ""}
    lacking = (needed.value - covered.value) * (covered.denominator or 0)
    return {
        "side": "short" if lacking > 0 else "enough",
        "whose": "team" if "team_record" in needed.note.split() else "company",
        "needed": i18n.number(needed.value, review.lang, 2),
        "gap": value_text(abs(lacking), "money", review.currency, review.lang),
    }


def _coverage(review: "Brief") -> Block:
    lang = review.lang
    name, found = target_figures(review)
    covered = found["pipeline_coverage"]
    if covered.numerator is None:
        return exhibits.absent(covered, lang)
    rows = [_due(name, covered, review), *_overdue(review)]
    marks = _marks(covered, review)
    title = _title(name, covered, review)
    written = exhibits.amounts(review.currency, lang)
    said = [*(f"{row.name} {row.label}" for row in rows), *(mark.label for mark in marks)]
    drawn = Picture(
        lambda width: draw(rows, marks, width=width, axis_text=written),
        key="coverage",
        description=exhibits.said(title, said, lang),
    )
    period = told(spoken_period(name), lang)
    subtitle = message("pipeline-coverage-sub", lang, period=period)
    table = _figures(period, covered, review)
    return Exhibit(title, subtitle, drawn, table, (exhibits.fold([covered], review),))


def _figures(name: str, covered: "Fact", review: "Brief") -> Table:
    """Give what is due, what is past due, and the target that remains."""
    lang, currency = review.lang, review.currency
    late = past_due(review.deal_rows("open"))
    lines: list[tuple[str, Decimal | None, int | None]] = [
        (message("pipeline-due", lang, period=name), covered.numerator, covered.n),
        *([(message("pipeline-overdue", lang), total(late), len(late))] if late else []),
        (message("pipeline-remaining", lang, amount="").strip(), covered.denominator, None),
    ]
    rows: list[list[Cell]] = [
        [what, Number(amount, "money", currency, is_exact=True), Number(n, "count")]
        for what, amount, n in lines
    ]
    keys = ("exhibit-what", "exhibit-amount", "exhibit-deals")
    first, *others = (message(key, lang) for key in keys)
    return Table([text(first), *map(figures, others)], rows, is_plain=True)


def _title(name: str, covered: "Fact", review: "Brief") -> str:
    due, remaining = (
        value_text(part, "money", review.currency, review.lang)
        for part in (covered.numerator, covered.denominator)
    )
    period = told(spoken_period(name), review.lang)
    return message(
        "pipeline-coverage-title", review.lang, period=period, open=due, remaining=remaining
    )


def _due(name: str, covered: "Fact", review: "Brief") -> OpenAmount:
    lang = review.lang
    amount = value_text(covered.numerator, "money", review.currency, lang)
    comma = "，" if lang == "zh" else ", "
    return OpenAmount(
        name=message("pipeline-due", lang, period=name),
        value=words.position(covered.numerator) or 0.0,
        label=amount + comma + words.deals(covered.n, lang),
    )


def _overdue(review: "Brief") -> list[OpenAmount]:
    found, lang = past_due(review.deal_rows("open")), review.lang
    if not found:
        return []
    amount = value_text(total(found), "money", review.currency, lang)
    counted = words.deals(len(found), lang)
    label = message("pipeline-not-counted", lang, amount=amount, deals=counted)
    return [
        OpenAmount(
            name=message("pipeline-overdue", lang),
            value=float(total(found)),
            label=label,
            is_counted=False,
        )
    ]


def _marks(covered: "Fact", review: "Brief") -> list[Mark]:
    amount = value_text(covered.denominator, "money", review.currency, review.lang)
    return [
        Mark(
            words.position(covered.denominator) or 0.0,
            message("pipeline-remaining", review.lang, amount=amount),
        )
    ]
