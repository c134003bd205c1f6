"""The plan lab as tables and charts."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from workbench import i18n
from workbench.charts.bars import Bar, bars
from workbench.charts.scale import steps
from workbench.i18n import MISSING, Lang, message
from workbench.incentives.lab import Comparison, Spread
from workbench.metrics.fairness.effects import Effect
from workbench.page.fragment import fragment
from workbench.page.number import Number
from workbench.page.parts import Block, Exhibit, Group, Heading, Paragraph
from workbench.page.picture import Picture
from workbench.page.table import Table, figures
from workbench.page.table import words as text
from workbench.review import exhibits
from workbench.review.stylesheet import stylesheet

if TYPE_CHECKING:
    from workbench.review.lab import Lab

_BINS = 8


@dataclass(frozen=True)
class Shown:
    """A finding, and the page that shows it."""

    finding: str
    lang: Lang
    blocks: Sequence[Block]

    @property
    def html(self) -> str:
        """The page with the rules it is drawn by; escaped."""
        return fragment(self.lang, *self.blocks, style=stylesheet())

    def __repr__(self) -> str:
        return self.finding

    def _repr_html_(self) -> str:
        return self.html


def cost_view(lab: "Lab") -> Shown:
    """Show cost and distribution."""
    found, lang = lab.spread, lab.lang
    finding = message(
        "lab-finding", lang, period=lab.period.name, cost=_money(found.gross, lab), n=found.n,
        median=_money(found.median, lab),
    )  # fmt: skip
    if found.partial:
        stop = "。" if lang == "zh" else ". "
        finding += stop + message("lab-finding-loss", lang, n=found.partial)
    rows = [[message(f"lab-{name}", lang), value] for name, value in _figures(found, lab)]
    heads = [text(message("lab-what", lang)), figures(message("lab-now", lang))]
    return _page(finding, lang, _histogram(lab), Table(heads, rows))


def sensitivity_view(lab: "Lab", told: Sequence[tuple[Decimal, Spread]]) -> Shown:
    """Show cost by how large every deal had been."""
    lang = lab.lang
    rows = [
        [i18n.share(factor, lang, 0), _money(each.gross, lab), _money(each.cash, lab),
         _money(each.median, lab), _money(each.cap_loss, lab)]
        for factor, each in told
    ]  # fmt: skip
    heads = [text(message("lab-factor", lang))] + [
        figures(message(key, lang))
        for key in ("lab-cost", "lab-cash", "lab-median", "incentive-line-cap-loss")
    ]
    finding = message("lab-sensitivity", lang)
    return _page(finding, lang, Table(heads, rows))


def compared_view(lab: "Lab", found: Sequence[Comparison]) -> Shown:
    """Show who gains and who loses by another plan, who loses most first."""
    lang = lab.lang
    changes = [each.change for each in found]
    total = sum(changes, Decimal(0))
    finding = message(
        "lab-gainers", lang, up=sum(each > 0 for each in changes),
        down=sum(each < 0 for each in changes), same=sum(each == 0 for each in changes),
        change=i18n.money(total, _currency(lab), lang, is_signed=True),
    )  # fmt: skip
    rows = [
        [f"{each.rep_id} {lab.people[each.rep_id].name}",
         *(i18n.number(value, lang, 2) for value in (each.before, each.after)),
         i18n.number(each.change, lang, 2, is_signed=True)]
        for each in found
    ]  # fmt: skip
    heads = [text(message("lab-rep", lang))] + [
        figures(message(f"lab-{name}", lang)) for name in ("gross-a", "gross-b", "change")
    ]
    return _page(finding, lang, Table(heads, rows))


def alone_view(lang: Lang) -> Shown:
    """Say how another plan is named."""
    told = message("lab-alone", lang)
    return Shown(told, lang, [Group([Paragraph(told, is_sub=True)], "box")])


def fairness_view(lab: "Lab", effects: Mapping[str, Effect]) -> Shown:
    """Show earned by quota of groups of five or more, and how probable such a difference is."""
    parts = [_effect(name, effect, lab) for name, effect in effects.items()]
    between = "；" if lab.lang == "zh" else "; "
    finding = between.join(sentence for sentence, _body in parts)
    return _page(finding, lab.lang, *(table for _sentence, table in parts))


def _effect(name: str, effect: Effect, lab: "Lab") -> tuple[str, Table]:
    lang = lab.lang
    title = message(f"lab-fair-{name}", lang)
    if effect.p is None:
        told = message("lab-fair-none", lang)
    else:
        told = message("lab-fair-p", lang, p=i18n.share(effect.p, lang))
    rows = [
        [group.group or MISSING, i18n.number(group.n, lang),
         message("lab-small-group", lang) if group.value is None
         else i18n.share(group.value, lang, 2)]
        for group in effect.groups
    ]  # fmt: skip
    heads = [
        text(message("lab-group", lang)),
        *(figures(message(f"lab-fair-{key}", lang)) for key in ("n", "median")),
    ]
    colon = message("incentive-colon", lang)
    return f"{title}{colon}{told}", Table(heads, rows, title)


def _figures(found: Spread, lab: "Lab") -> list[tuple[str, str]]:
    lang = lab.lang
    middle = MISSING
    if found.low is not None and found.high is not None:
        middle = f"{_money(found.low, lab)} – {_money(found.high, lab)}"
    top = MISSING if found.top_share is None else i18n.share(found.top_share, lang)
    return [
        ("people", i18n.number(found.n, lang)),
        ("cost", _money(found.gross, lab)),
        ("cash", _money(found.cash, lab)),
        ("ratio", _ratio(lab)),
        ("median", _money(found.median, lab)),
        ("quartiles", middle),
        ("top-share", top),
    ]


def _ratio(lab: "Lab") -> str:
    """Give earned by credit, of those whose credit is measured against a quota."""
    measured = [cost for cost in lab.costs if cost.credit]
    credit = sum((cost.credit or Decimal(0) for cost in measured), Decimal(0))
    gross = sum((cost.gross for cost in measured), Decimal(0))
    return MISSING if credit <= 0 else i18n.number(gross / credit * 100, lab.lang, 2)


def _histogram(lab: "Lab") -> Exhibit:
    """Count the reps by what they earned."""
    lang, sums = lab.lang, [cost.gross for cost in lab.costs]
    edges = [Decimal(repr(edge)) for edge in steps(map(float, sums), _BINS)]
    rows, counts = [], []
    for low, high in itertools.pairwise(edges):
        is_last = high == edges[-1]
        n = sum(low <= each < high or (is_last and each == high) for each in sums)
        name = f"{_bare(low, lab)} – {_bare(high, lab)}"
        rows.append(Bar(name=name, value=float(n), label=i18n.number(n, lang)))
        counts.append(n)
    most = max(range(len(rows)), key=counts.__getitem__)
    title = message("lab-cost-title", lang, n=counts[most], of=len(sums), band=rows[most].name)
    drawn = Picture(
        lambda width: bars(rows, width=width),
        key="lab-cost",
        description=exhibits.said(title, (f"{row.name} {row.label}" for row in rows), lang),
    )
    table = Table(
        [text(message("lab-band", lang)), figures(message("lab-people", lang))],
        [[row.name, Number(n, "count")] for row, n in zip(rows, counts, strict=True)],
        is_plain=True,
    )
    return Exhibit(title, message("lab-cost-sub", lang), drawn, table)


def _page(finding: str, lang: Lang, *blocks: Block) -> Shown:
    return Shown(finding, lang, [Group([Heading(finding, rank="section"), *blocks], "page")])


def _currency(lab: "Lab") -> str:
    return lab.plans[0].currency


def _money(value: Decimal | None, lab: "Lab") -> str:
    return MISSING if value is None else i18n.money(value, _currency(lab), lab.lang)


def _bare(value: Decimal, lab: "Lab") -> str:
    return i18n.money(value, _currency(lab), lab.lang, has_unit=False)
