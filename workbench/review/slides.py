"""What of a review stands in its deck: the sections told before others, in the order of a talk.

Pay, rating, feedback and the manager's view of competence stay in the document: a deck is shown to
whoever is in the room.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from workbench import i18n
from workbench.i18n import message
from workbench.model.money import quotient
from workbench.page.form import Form, FormItem
from workbench.page.parts import Block, Bullets, Callout, Exhibit, Grid, Group, Terms
from workbench.page.section import Section
from workbench.page.table import Table
from workbench.review.competence import side_by_side
from workbench.review.deal_table import deal_table
from workbench.review.never_recorded import recorded
from workbench.review.rows import DealRow, past_due, total
from workbench.review.sections.goals import goals
from workbench.review.sections.next_level import next_level
from workbench.review.sections.results import measures
from workbench.review.template import Item
from workbench.review.verdict.shortfalls import shortfalls

if TYPE_CHECKING:
    from workbench.review.brief import Brief

Kind = TypeVar("Kind", Exhibit, Table)
_DEALS, _CASES = 5, 3  # deals a slide lists; largest ones its heading counts
_SHORT = 4  # sentences on what is short, beside the heading
PLACES = (
    "cover", "summary", "goals", "results", "pipeline", "highlights", "problems", "forecast",
    "plan", "support", "competence",
)  # fmt: skip
_RESULTS = (
    "won_deals", "win_rate", "average_deal_size", "revenue_growth_yoy", "collection_rate",
    "new_logos", "nrr",
)  # fmt: skip
_HOW = (
    "open_deals", "open_pipeline", "stuck_share", "no_next_step_share", "pipeline_created",
    "sales_cycle_days", "calls", "meetings", "visits",
)  # fmt: skip


def slide_of(made: Section, review: "Brief", *, is_signed: bool) -> Section | None:
    """Give what a section puts on a slide.

    Parameters
    ----------
    is_signed
        Then nobody is asked to write any more.

    Returns
    -------
    Section or None
        With its place in the deck; None where it has none. Goals stand with the results where a
        template has both.
    """
    if made.key not in PLACES or (made.key == "goals" and "results" in review.template.sections):
        return None
    form = _form(made, review, is_signed=is_signed)
    place = {"place": PLACES.index(made.key)}
    return Section(
        key=made.key, lang=made.lang, finding=finding_of(made, review),
        blocks=tuple(_blocks(made, review)),
        number=made.number, name=made.name, source=made.source, cover=made.cover, form=form,
        facts={**made.facts, **place},
    )  # fmt: skip


def finding_of(made: Section, review: "Brief") -> str:
    """Give the heading of a slide: what was found or written, not how a section is filled in."""
    lang = review.lang
    if made.key == "problems":
        return next((line.text.rstrip("。.") for line in shortfalls(review)), _named(made))
    if made.key == "highlights":
        return _largest(review) or _named(made)
    n = _rows_written(made)
    if made.key == "plan":
        return message("slides-actions", lang, n=n) if n else _named(made)
    if made.key == "support" and made.finding == message("support-finding", lang):
        return message("slides-requests", lang, n=n) if n else _named(made)
    return made.finding


def _named(made: Section) -> str:
    """Take a section's name for a heading once people wrote in it; before, how to."""
    is_written = made.form is not None and any(item.written for item in made.form.items)
    return made.name if is_written else made.finding


def _rows_written(made: Section) -> int:
    items = made.form.items if made.form else ()
    return sum(len(one.rows) for item in items for one in item.written)


def _largest(review: "Brief") -> str:
    known = [row for row in review.deal_rows("won") if row.amount is not None and row.amount > 0]
    ranked = sorted(known, key=lambda row: (-(row.amount or Decimal(0)), row.deal_id))[:_CASES]
    whole = total(known)
    if not ranked or whole <= 0:
        return ""
    amount = i18n.money(total(ranked), review.currency, review.lang)
    share = i18n.share(quotient(total(ranked), whole), review.lang)
    return message("slides-largest", review.lang, n=len(ranked), amount=amount, share=share)


def _blocks(made: Section, review: "Brief") -> Iterator[Block]:
    """Give what proves the heading; what a document says of missing tables is no talk's matter."""
    told = _OWN.get(made.key)
    if told is not None:
        return told(made, review)
    return (block for block in made.blocks if not isinstance(block, Callout))


def _verdict(made: Section, review: "Brief") -> Iterator[Block]:
    for block in made.blocks:
        yield _without_rating(block, review)


def _results(made: Section, review: "Brief") -> Iterator[Block]:
    yield from _of_kind(made.blocks, Exhibit)
    if "goals" in review.template.sections:
        yield from _of_kind(goals(review)[1], Table)
    yield measures(_RESULTS, "results-figures", review)


def _how(made: Section, review: "Brief") -> Iterator[Block]:
    yield from _of_kind(made.blocks, Exhibit)
    yield measures(recorded(_HOW, review.figures), "pipeline-figures", review)


def _cases(_made: Section, review: "Brief") -> Iterator[Block]:
    return _deals(review.deal_rows("won"), "slides-wins", review)


def _problems(made: Section, review: "Brief") -> Iterator[Block]:
    if told := shortfalls(review)[1 : _SHORT + 1]:  # the first is the heading
        yield Bullets([each.text for each in told])
    yield from _of_kind(made.blocks, Table)  # what was lost, by the reason recorded
    yield from _deals(past_due(review.deal_rows("open")), "slides-late", review)


def _growth(made: Section, review: "Brief") -> Iterator[Block]:
    yield from (block for block in made.blocks if not isinstance(block, Callout))
    if "rating" in review.template.sections:
        yield from _of_kind(next_level(review), Table)


_OWN: dict[str, Callable[[Section, "Brief"], Iterator[Block]]] = {
    "summary": _verdict,
    "results": _results,
    "pipeline": _how,
    "highlights": _cases,
    "problems": _problems,
    "competence": _growth,
}


def _without_rating(block: Block, review: "Brief") -> Block:
    """Leave the rating out of the verdict: it is for the two, not for a room."""
    if not isinstance(block, Terms):
        return block
    rating = message("verdict-rating-label", review.lang)
    return Terms([term for term in block.terms if term[0] != rating])


def _deals(rows: Sequence[DealRow], title: str, review: "Brief") -> Iterator[Block]:
    for table in _of_kind(deal_table(rows, review, _DEALS), Table):
        yield replace(table, title=message(title, review.lang))


def _of_kind(blocks: Iterable[Block], kind: type[Kind]) -> Iterator[Kind]:
    for block in blocks:
        if isinstance(block, kind):
            yield block
        elif isinstance(block, Grid | Group):
            yield from _of_kind(block.blocks, kind)


def _form(made: Section, review: "Brief", *, is_signed: bool) -> Form | None:
    """Give what people wrote and have still to write, without what is for two alone."""
    if made.form is None:
        return None
    asked = zip(review.template.forms[made.key], made.form.items, strict=True)
    shown = [_own(item, told, review) for item, told in asked if not item.is_private]
    if is_signed:
        shown = [replace(item, to_write="") for item in shown]
    return replace(made.form, items=[replace(item, withheld="") for item in shown])


def _own(item: Item, told: FormItem, review: "Brief") -> FormItem:
    """Leave of competence the rep's own view: what a manager thinks of it is no talk's matter."""
    if item.kind != "competencies":
        return told
    own = review.answers.entries.get(("competence", item.key, "rep"))
    if own is None or own.is_proposed:
        return replace(told, skills=(), written=(), to_write=review.rep.name)
    return replace(told, skills=side_by_side(item, own.value, (), review.lang))
