"""The open deals: by stage and age, by stage and amount, by age."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.bars import Bar, bars
from workbench.charts.figure import HALF
from workbench.charts.pipeline import OpenDeal
from workbench.charts.pipeline import open_deals as draw
from workbench.i18n import message
from workbench.page.number import value_text
from workbench.page.parts import Block, Exhibit
from workbench.page.picture import Picture
from workbench.review import exhibits, words
from workbench.review.outlook import state_day
from workbench.review.rows import DealRow

if TYPE_CHECKING:
    from workbench.metrics.fact import Fact
    from workbench.review.brief import Brief


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
        description=title,
    )
    facts = [review.figures["past_due_share"], review.figures["open_deals"]]
    fold = exhibits.fold(facts, review)
    return [Exhibit(title, message("pipeline-dots-sub", lang), drawn, (fold,))]


def stages(review: "Brief") -> list[Block]:
    """Draw the open amount of each stage."""
    found = {fact.level: fact for fact in review.figures.levels("open_pipeline", "stage")}
    if not found:
        return []
    lang, weighted = review.lang, review.figures["weighted_pipeline"]
    rows = [_stage(found[level], review) for level in in_order(found)]
    title = message("pipeline-stages-title-plain", lang)
    if weighted.value is not None:
        written = words.fact_text(weighted, lang)
        title = message("pipeline-stages-title", lang, weighted=written)
    drawn = Picture(
        lambda width: bars(rows, width=width),
        key="stages",
        description="; ".join(f"{row.name} {row.label}" for row in rows),
        widths=(HALF,),
    )
    fold = exhibits.fold([weighted, review.figures["open_pipeline"]], review)
    return [Exhibit(title, message("pipeline-stages-sub", lang), drawn, (fold,), is_full=False)]


def ages(review: "Brief") -> list[Block]:
    """Draw how many open deals are how old."""
    lang, age = review.lang, review.figures["pipeline_age_days"]
    found = review.figures.levels("open_deals", "age_bucket")
    if age.value is None or not found:
        return []
    rows = [
        Bar(
            name=message("pipeline-age-unit", lang, bucket=fact.level or "?"),
            value=float(fact.n),
            label=i18n.number(fact.n, lang),
        )
        for fact in sorted(found, key=lambda fact: _age(fact.level))
    ]
    drawn = Picture(
        lambda width: bars(rows, width=width),
        key="ages",
        description="; ".join(f"{row.name} {row.label}" for row in rows),
        widths=(HALF,),
    )
    title = message("pipeline-ages-title", lang, days=words.fact_text(age, lang))
    fold = exhibits.fold([age], review)
    return [Exhibit(title, message("pipeline-ages-sub", lang), drawn, (fold,), is_full=False)]


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
