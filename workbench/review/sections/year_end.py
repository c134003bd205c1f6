"""Will the year close: the months closed so far, and the band of what is to come."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.fan import Ahead, fan
from workbench.i18n import message, told
from workbench.model.spoken import spoken_period
from workbench.page.cells import Cell
from workbench.page.number import Number, value_text
from workbench.page.parts import Block, Exhibit, Note
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits
from workbench.review.year_end import FEWEST

if TYPE_CHECKING:
    from workbench.review.brief import Brief
    from workbench.review.year_end import YearEnd


def year_end(review: "Brief") -> list[Block]:
    """Draw where the year ends if the rest is like what was; why not where too little is known."""
    found, lang = review.year_end, review.lang
    if found is None:
        return []
    year = told(spoken_period(found.year), lang)
    if not found.bands:
        said = message(
            "year-end-none", lang, year=year, months=found.left, n=found.stretches, all=FEWEST
        )
        return [Note(said, is_quiet=True)]
    return [_drawn(found, year, review), Note(_tried(found, review), is_quiet=True)]


def _drawn(found: "YearEnd", year: str, review: "Brief") -> Exhibit:
    lang = review.lang
    title = _title(found, year, review)
    label = "" if found.target is None else _target(found.target, review)
    names = [i18n.month_name(each, lang) for each in found.months]
    ahead = [
        Ahead(float(b.low), float(b.middle), float(b.high), _money(b.middle, review))
        for b in found.bands
    ]
    drawn = Picture(
        lambda width: fan(
            [float(each) for each in found.so_far], ahead, names, width=width,
            amount_text=exhibits.amounts(review.currency, lang),
            target=None if found.target is None else float(found.target), target_label=label,
        ),
        key="year-end",
        description=exhibits.said(title, _said(found, names, review), lang),
    )  # fmt: skip
    sub = message("year-end-sub", lang, months=found.left, n=found.stretches)
    return Exhibit(title, sub, drawn, _table(found, names, review))


def _title(found: "YearEnd", year: str, review: "Brief") -> str:
    last, target, lang = found.bands[-1], found.target, review.lang
    if target is None:
        side = "none"
    elif target <= last.low:
        side = "above"
    else:
        side = "below" if target > last.high else "within"
    return message(
        "year-end-title", lang, year=year, side=side, low=_money(last.low, review),
        high=_money(last.high, review), target="" if target is None else _money(target, review),
    )  # fmt: skip


def _tried(found: "YearEnd", review: "Brief") -> str:
    """Say how often earlier estimates by the same rule held."""
    known = "some" if found.tried else "none"
    return message("year-end-tried", review.lang, known=known, n=found.held, all=found.tried)


def _said(found: "YearEnd", names: Sequence[str], review: "Brief") -> list[str]:
    shown = [
        f"{name} {_money(each, review)}" for name, each in zip(names, found.so_far, strict=False)
    ]
    last = found.bands[-1]
    return [*shown[-1:], f"{names[-1]} {_money(last.low, review)} – {_money(last.high, review)}"]


def _table(found: "YearEnd", names: Sequence[str], review: "Brief") -> Table:
    keys = ("exhibit-month", "year-end-closed", "year-end-low", "year-end-middle", "year-end-high")
    heads = [message(key, review.lang) for key in keys]
    rows: list[list[Cell]] = [
        [name, _number(each, review), None, None, None]
        for name, each in zip(names, found.so_far, strict=False)
    ]
    rows += [
        [name, None, *(_number(end, review) for end in (each.low, each.middle, each.high))]
        for name, each in zip(names[len(found.so_far) :], found.bands, strict=True)
    ]
    return Table([text(heads[0]), *map(figures, heads[1:])], rows, is_plain=True)


def _number(amount: Decimal, review: "Brief") -> Number:
    return Number(amount, "money", review.currency)


def _money(amount: Decimal, review: "Brief") -> str:
    return value_text(amount, "money", review.currency, review.lang)


def _target(amount: Decimal, review: "Brief") -> str:
    return message("results-target", review.lang, amount=_money(amount, review))
