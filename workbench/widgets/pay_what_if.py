"""Sliders on open deals: what winning them would bring, drawn as the document draws it."""

from decimal import Decimal

import ipywidgets as ipw

from workbench import i18n
from workbench.charts.waterfall import waterfall
from workbench.i18n import message
from workbench.incentives.statement import Statement
from workbench.page.fragment import fragment
from workbench.page.live import Line
from workbench.page.parts import Fold, Group, Heading
from workbench.page.picture import Picture
from workbench.review import exhibits
from workbench.review.brief import Brief
from workbench.review.pay.what_if import OpenDeal, PayWhatIf
from workbench.review.sections.incentive import changes_of
from workbench.review.stylesheet import stylesheet
from workbench.widgets.soon import Soon

_MOST = 12  # deals offered, the largest


class WonSliders:
    """A box and a slider for each open deal, and the statement they would make."""

    def __init__(self, review: Brief) -> None:
        self.review, self.lang = review, review.lang
        self.lab = PayWhatIf(review)
        self.rows = [Try(deal, review) for deal in self.lab.deals[:_MOST]]
        self.result = ipw.HTML()
        soon = Soon(self.show)
        for row in self.rows:
            row.is_won.observe(lambda _change: soon(), names="value")
            row.share.observe(lambda _change: soon(), names="value")
        self.widget = ipw.VBox([*(row.widget for row in self.rows), self.result])
        self.show()

    @property
    def chosen(self) -> dict[str, Decimal]:
        """The deals tried as won, with the share of their amount."""
        return {
            row.deal.item.item_id: Decimal(row.share.value) / 100
            for row in self.rows
            if row.is_won.value
        }

    def show(self) -> None:
        """Draw the statement of what is chosen."""
        if not self.rows:
            self.result.value = fragment(
                self.lang, Line([message("incentive-what-if-none", self.lang)], "bare")
            )
            return
        found, base = self.lab.won(self.chosen), self.lab.base
        sentence = self._sentence(found, base)
        changes = changes_of(found, self.lang)
        written = exhibits.amounts(found.currency, self.lang)
        drawn = Picture(
            lambda width: waterfall(changes, width=width, axis_text=written),
            key="what-if",
            description=exhibits.said(
                sentence, (f"{each.name} {each.label}" for each in changes), self.lang
            ),
        )
        table = exhibits.steps_table(changes, found.currency, self.lang)
        figures = Fold(message("exhibit-figures", self.lang), blocks=(table,))
        day = i18n.long_date(self.lab.period.last_day, self.lang)
        assumed = message("incentive-what-if-assumed", self.lang, day=day)
        head = Heading(sentence, sub=assumed, rank="section")
        self.result.value = fragment(
            self.lang, Group([head, drawn, figures], "page"), style=stylesheet()
        )

    def _sentence(self, found: Statement, base: Statement) -> str:
        told: dict[str, str] = {}
        for key in ("gross", "net"):
            amount, change = found.amount(key), found.amount(key) - base.amount(key)
            told[key] = i18n.money_exact(amount, found.currency, self.lang)
            told[f"{key}_change"] = i18n.number(change, self.lang, 2, is_signed=True)
        return message("incentive-what-if-chosen", self.lang, n=len(self.chosen), **told)

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        bundle: dict[str, str] = self.widget._repr_mimebundle_(**kwargs)
        return bundle


class Try:
    """One open deal: won or not, and at which share of its amount."""

    def __init__(self, deal: OpenDeal, review: Brief) -> None:
        self.deal = deal
        amount = i18n.money(deal.amount, deal.item.currency, review.lang)
        told = f"{deal.item.item_id} {deal.name} · {amount}".replace("  ", " ")
        self.is_won = ipw.Checkbox(
            description=told, indent=False, tooltip=told, layout={"width": "30em"}
        )
        label = message("incentive-what-if-amount", review.lang)
        self.share = ipw.IntSlider(
            value=100, min=50, max=150, step=5, readout_format="d", tooltip=label,
            description=label, style={"description_width": "initial"},
            continuous_update=False, layout={"width": "26em"},
        )  # fmt: skip
        self.widget = ipw.HBox([self.is_won, self.share, ipw.HTML("%")])
