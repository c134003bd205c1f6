"""The open deals: by stage and age, by stage and amount, by age."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.bars import Bar, bars
from workbench.charts.figure import HALF
from workbench.charts.pipeline import OpenDeal
from workbench.charts.pipeline import open_deals as draw
from workbench.i18n import message
from workbench.model.money import quotient
from workbench.page.cells import Cell
from workbench.page.number import Number, value_text
from workbench.page.parts import Block, Exhibit
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits, words
from workbench.review.outlook import state_day
from workbench.review.rows import DealRow, total

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief


_LISTED = 12  # deals named in a table


def dots(review: "Brief") -> list[Block]:
    """Draw each open deal by stage and age; past-due ones are named."""
    lang, found = (
        review.lang,
        [row for row in review.deal_rows("open") if row.created_on is not None],
    )
    if not found:
        return []
    names = {row.stage: stage_name(row.stage, review) for row in found}
    stages = [names[stage] for stage in in_order(row.stage for row in found)]
    deals = [_deal(row, names[row.stage], review) for row in found]
    overdue = sum(row.is_past_due for row in found)
    counted = words.deals(len(found), lang)
    title = message("pipeline-dots-title", lang, deals=counted, n=overdue)
    if review.figures["past_due_share"].reason == "close_dates_unknown":
        title = message("pipeline-dots-title-undated", lang, deals=counted)
    drawn = Picture(
        lambda width: draw(
            deals,
            stages,
            width=width,
            days_text=lambda days: message("review-days", lang, n=f"{days:.0f}"),
        ),
        key="open",
        description=exhibits.said(title, _by_stage(deals, stages, lang), lang),
    )
    facts = [review.figures["past_due_share"], review.figures["open_deals"]]
    fold = exhibits.fold(facts, review)
    table = _deal_table(found, names, review)
    return [Exhibit(title, message("pipeline-dots-sub", lang), drawn, table, (fold,))]


def _by_stage(deals: Sequence[OpenDeal], stages: Sequence[str], lang: "Lang") -> list[str]:
    """Say of each stage how many deals stand in it, how old the oldest is, how many are late."""
    told = []
    for stage in stages:
        held = [deal for deal in deals if deal.stage == stage]
        oldest = max(deal.age_days for deal in held)
        late = sum(deal.is_past_due for deal in held)
        told.append(
            message(
                "exhibit-stage-deals", lang, stage=stage, deals=words.deals(len(held), lang),
                days=message("review-days", lang, n=i18n.number(round(oldest), lang)), n=late,
            )
        )  # fmt: skip
    return told


def _deal_table(found: Sequence[DealRow], names: Mapping[str, str], review: "Brief") -> Table:
    """List the deals drawn, the largest first; of many the smaller ones are summed up."""
    lang, currency = review.lang, review.currency
    ranked = sorted(found, key=lambda row: (-(row.amount or Decimal(0)), row.deal_id))
    rows = [_deal_row(row, names[row.stage], review) for row in ranked[:_LISTED]]
    rest = ranked[_LISTED:]
    if rest:
        amount = i18n.money(total(rest), currency, lang)
        more = message("results-more", lang, n=len(rest), amount=amount)
        rows.append([more, "", "", Number(total(rest), "money", currency, is_exact=True), ""])
    heads = [
        text(message("results-deal", lang)),
        text(message("exhibit-stage", lang)),
        figures(message("exhibit-age", lang)),
        figures(message("exhibit-amount", lang)),
        text(message("exhibit-late", lang)),
    ]
    return Table(heads, rows)


def _deal_row(row: DealRow, stage: str, review: "Brief") -> list[Cell]:
    lang = review.lang
    return [
        row.deal_id if row.name == row.deal_id else f"{row.deal_id} {row.name}",
        stage,
        Number((state_day(review) - (row.created_on or state_day(review))).days, "days"),
        Number(row.amount, "money", review.currency, is_exact=True),
        message(f"form-{'yes' if row.is_past_due else 'no'}", lang),
    ]


def stages(review: "Brief") -> list[Block]:
    """Draw the open amount of each stage."""
    found = {fact.level: fact for fact in review.figures.levels("open_pipeline", "stage")}
    if not found:
        return []
    lang, weighted = review.lang, review.figures["weighted_pipeline"]
    rows = [_stage(found[level], review) for level in in_order(found)]
    title = _stages_title(found.values(), review)
    subtitle = message("pipeline-stages-sub-plain", lang)
    if weighted.value is not None:
        written = words.fact_text(weighted, lang)
        subtitle = message("pipeline-stages-sub", lang, weighted=written)
    axis_text = exhibits.amounts(review.currency, lang)
    drawn = Picture(
        lambda width: bars(rows, width=width, axis_text=axis_text),
        key="stages",
        description=exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
        widths=(HALF,),
    )
    fold = exhibits.fold([weighted, review.figures["open_pipeline"]], review)
    table = _stage_table([found[level] for level in in_order(found)], review)
    return [Exhibit(title, subtitle, drawn, table, (fold,), is_full=False)]


def _stages_title(found: Iterable["Fact"], review: "Brief") -> str:
    """Say how much is open, and in which stage the most of it stands."""
    lang, whole = review.lang, review.figures["open_pipeline"]
    known = [(fact.value, fact.level) for fact in found if fact.value is not None]
    if not known or not whole.value or max(known)[0] <= 0 or whole.value <= 0:
        return message("pipeline-stages-title-plain", lang)
    most, stage = max(known)
    share = i18n.share(quotient(most, whole.value), lang, 0)
    amount = words.fact_text(whole, lang)
    return message(
        "pipeline-stages-title", lang, amount=amount, share=share, stage=stage_name(stage, review)
    )


def _stage_table(found: Sequence["Fact"], review: "Brief") -> Table:
    rows: list[list[Cell]] = [
        [stage_name(fact.level, review), words.number_of(fact), Number(fact.n, "count")]
        for fact in found
    ]
    keys = ("exhibit-stage", "exhibit-amount", "exhibit-deals")
    first, *others = (message(key, review.lang) for key in keys)
    return Table([text(first), *map(figures, others)], rows, is_plain=True)


def ages(review: "Brief") -> list[Block]:
    """Draw how many open deals are how old."""
    lang, age = review.lang, review.figures["pipeline_age_days"]
    found = review.figures.levels("open_deals", "age_bucket")
    if age.value is None or not found:
        return []
    by_age = sorted(found, key=lambda fact: _age(fact.level))
    rows = [
        Bar(name=_bucket(fact, lang), value=float(fact.n), label=i18n.number(fact.n, lang))
        for fact in by_age
    ]
    title = _ages_title(by_age, age, lang)
    drawn = Picture(
        lambda width: bars(rows, width=width),
        key="ages",
        description=exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
        widths=(HALF,),
    )
    heads = [text(message("exhibit-age", lang)), figures(message("exhibit-deals", lang))]
    table = Table(heads, [[_bucket(fact, lang), Number(fact.n, "count")] for fact in by_age],
                  is_plain=True)  # fmt: skip
    fold, sub = exhibits.fold([age], review), message("pipeline-ages-sub", lang)
    return [Exhibit(title, sub, drawn, table, (fold,), is_full=False)]


def _ages_title(found: Sequence["Fact"], age: "Fact", lang: "Lang") -> str:
    """Say the median and the largest group; of two as large none is named."""
    most = max(fact.n for fact in found)
    largest = [fact for fact in found if fact.n == most]
    days, of = words.fact_text(age, lang), i18n.number(sum(fact.n for fact in found), lang)
    if len(largest) > 1:
        return message("pipeline-ages-title-plain", lang, days=days)
    return message(
        "pipeline-ages-title", lang, days=days, bucket=_bucket(largest[0], lang),
        n=i18n.number(most, lang), of=of,
    )  # fmt: skip


def _bucket(fact: "Fact", lang: "Lang") -> str:
    return message("pipeline-age-unit", lang, bucket=fact.level or "?")


def stage_name(stage: str, review: "Brief") -> str:
    """Name a stage in the reader's language where the workspace or the package knows it."""
    return words.stage_name(stage, review.lang)


_ORDER = ("prospecting", "qualify", "engaging", "evaluate", "propose", "negotiate", "commit")


def in_order(found: Iterable[str]) -> list[str]:
    """Sort stages as deals go through them where the names are known, else by name."""
    rank = {stage: n for n, stage in enumerate(_ORDER)}
    return sorted(set(found), key=lambda stage: (rank.get(stage.lower(), len(rank)), stage))


def _deal(row: DealRow, stage: str, review: "Brief") -> OpenDeal:
    amount = value_text(row.amount, "money", review.currency, review.lang)
    today = state_day(review)
    created: date = row.created_on or today
    return OpenDeal(
        name=row.name,
        stage=stage,
        age_days=float((today - created).days),
        amount=words.position(row.amount),
        is_past_due=row.is_past_due,
        hover=f"{row.name} {amount}",
    )


def _stage(fact: "Fact", review: "Brief") -> Bar:
    comma = "，" if review.lang == "zh" else ", "
    label = words.fact_text(fact, review.lang) + comma + words.deals(fact.n, review.lang)
    return Bar(name=stage_name(fact.level, review), value=words.position(fact.value), label=label)


def _age(bucket: str) -> int:
    return int("".join(mark for mark in bucket.split("–", maxsplit=1)[0] if mark.isdigit()) or -1)
