"""A brief made by hand: a rep of a company without a deal, and the figures a test gives."""

from dataclasses import fields
from decimal import Decimal

from workbench.metrics.fact import Comparison, Fact
from workbench.page.text import blocks_text
from workbench.review.brief import Brief
from workbench.review.cycle.answers import Answers
from workbench.review.figures import Figures
from workbench.review.review import open_review
from workbench.review.sections.every import section
from workbench.snapshots import freeze
from workbench.sources.workspace import open_workspace
from workbench.store.entries import Entry, Place

PERIOD, REP = "2026-Q3", "ana"
HEAD = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""


def company_of_nothing(folder):
    """Write a company of Ana and Bo and not one deal, so that every figure is absent or zero."""
    (folder / "reps.csv").write_text("rep_id,name\nana,Ana\nbo,Bo\n", encoding="utf-8")
    deals = "deal_id,rep_id,is_closed,is_won\n"
    (folder / "deals.csv").write_text(deals, encoding="utf-8")
    (folder / "workbench.toml").write_text(HEAD, encoding="utf-8")
    freeze(open_workspace(folder), None)
    return str(folder)


def fact(metric, value, unit="count", *, top=None, bottom=None, n=10, reason="", **more):
    """Give one figure; of a share `top` of `bottom`."""
    told = {
        "period": PERIOD, "rep_id": REP, "metric": metric, "by": "", "level": "",
        "value": None if value is None else Decimal(str(value)), "unit": unit,
        "currency": "CNY" if unit.startswith("money") else "",
        "numerator": None if top is None else Decimal(top),
        "denominator": None if bottom is None else Decimal(bottom), "n": n, "low": None,
        "high": None, "grade": "A", "reason": reason, "note": "",
    }  # fmt: skip
    return Fact(**(told | more))


def peers(metric, low=None, high=None, *, n_peers=7, verdict="", value=None):
    """Say where the middle of the others lies, or of so few the verdict alone."""
    ends = (None if end is None else Decimal(str(end)) for end in (low, high))
    return Comparison(PERIOD, REP, metric, "peers", value, *ends, n_peers, verdict)


def brief(folder, *facts, compared=(), lang="en", **parts):
    """Make a brief of these figures; whatever else is told takes the place of what is read."""
    review = open_review(REP, PERIOD, folder, lang=lang, surface="document")
    made = Brief(**{each.name: getattr(review, each.name) for each in fields(Brief)})
    own = Figures.of([*review.figures.facts.values(), *facts], compared)
    held = {"figures": own, "has_deals": True}
    made.__dict__.update({**held, **parts})  # where a cached property keeps its value
    return made


def told(key, made):
    """Give a section as its finding and the lines of its blocks."""
    shown = section(key, made)
    return shown.finding, [line for line in blocks_text(shown.blocks, made.lang) if line]


def written(section_key, item, value, side="rep"):
    """Give what people wrote as answers of a review that stands in its conversation."""
    place = Place("2026-Q3:quarterly", REP, section_key, item, side)
    entry = Entry(place, value, is_proposed=False, version=1, saved_at=None, saved_by=REP)
    entries = {(section_key, item, side): entry}
    return Answers(cycle=place.cycle, stage="conversation", entries=entries)
