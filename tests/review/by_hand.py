"""A brief made by hand: a rep of a company without a deal, and the figures a test gives."""

from dataclasses import fields
from decimal import Decimal

from workbench.metrics.fact import Comparison, Fact
from workbench.page.text import blocks_text
from workbench.review.brief import Brief
from workbench.review.figures import Figures
from workbench.review.review import open_review
from workbench.review.sections.every import section

PERIOD, REP = "2026-Q3", "ana"
HEAD = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
"""


def company_of_nothing(company):
    """Write a company whose only reps are Ana and Bo, so that every figure is absent."""
    made = company(head=HEAD)
    made.freeze()
    return str(made.folder)


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


def peers(metric, low, high, *, n_peers=7, verdict="", value=None):
    """Say where the middle of the others lies."""
    ends = (Decimal(str(low)), Decimal(str(high)))
    return Comparison(PERIOD, REP, metric, "peers", value, *ends, n_peers, verdict)


def brief(folder, *facts, compared=(), lang="en", **parts):
    """Make a brief of these figures; whatever else is told takes the place of what is read."""
    review = open_review(REP, PERIOD, folder, lang=lang, surface="document")
    made = Brief(**{each.name: getattr(review, each.name) for each in fields(Brief)})
    own = Figures.of([*review.figures.facts.values(), *facts], compared)
    made.__dict__.update({"figures": own, **parts})  # where a cached property keeps its value
    return made


def told(key, made):
    """Give a section as its finding and the lines of its blocks."""
    shown = section(key, made)
    return shown.finding, [line for line in blocks_text(shown.blocks, made.lang) if line]
