"""The deal walk-through: pick in the chart or in the list, see the evidence, discuss."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import ipywidgets as ipw

from workbench import i18n
from workbench.charts.stuck import stuck
from workbench.errors import ConflictError, ParameterError
from workbench.i18n import MISSING, message
from workbench.model.money import quotient
from workbench.page.fragment import fragment
from workbench.page.live import Fact, Facts, Line, Run
from workbench.page.number import value_text
from workbench.page.parts import Group, Lede
from workbench.review import words as figures
from workbench.review.coaching import stuck as told
from workbench.review.coaching.desk import CoachingDesk
from workbench.review.coaching.stuck import WalkDeal
from workbench.review.kept import Kept
from workbench.store.coaching.rules import Session, may_write
from workbench.widgets.board import Board, Pick, Shown
from workbench.widgets.page import Page
from workbench.widgets.pressing import on_press

_MANY = 2  # deals a session walks through
_ROWS = 8
Discuss = Callable[[str, list[WalkDeal]], None]  # "feedback" or "action", and what is picked


class DealWalk:
    """Chart, list and evidence of the deals of one session."""

    def __init__(self, desk: CoachingDesk, session: Session, page: Page, discuss: Discuss) -> None:
        self.desk, self.session, self.do, self.discuss = desk, session, page.do, discuss
        self.version, self.is_telling = 0, False
        self.clicked: set[str] = set()  # what the chart's own selection holds
        lang = desk.lang
        self.list = ipw.SelectMultiple(
            options=[(self._line(deal), deal.deal_id) for deal in desk.walk.deals],
            rows=min(max(len(desk.walk.deals), 2), _ROWS),
            description=message("coach-deals-list", lang),
            disabled=not may_write(desk.actor, session, "shared"),
        ).add_class("deal-list")
        self.list.observe(lambda _change: self.do(self._picked), names="value")
        self.board = Board(
            lambda picks: self.do(lambda: self._clicked(picks)), failed=page.failed, columns=1
        )
        self.lede = ipw.HTML()
        self.evidence = ipw.HTML()
        self.buttons = ipw.HBox([self._button(kind) for kind in self._kinds()]).add_class("discuss")
        left = ipw.VBox([self.board, self.list])
        right = ipw.VBox([self.evidence, self.buttons])
        self.widget = ipw.VBox([self.lede, ipw.Box([left, right]).add_class("cols")])

    def show(self) -> None:
        """Show what the store holds to be picked."""
        words = self.desk.words(self.session)
        word = words.get(("deals", "shared"))
        self.version = word.version if word is not None else 0
        known = {deal.deal_id for deal in self.desk.walk.deals}
        self.is_telling = True
        self.list.value = tuple(key for key in self.desk.picked(words) if key in known)
        self.is_telling = False
        self._draw()

    @property
    def picked(self) -> list[WalkDeal]:
        """Give the picked deals, in the order of the list."""
        return [deal for deal in self.desk.walk.deals if deal.deal_id in self.list.value]

    def _clicked(self, picks: Sequence[Pick]) -> None:
        """Turn around what was clicked; the list may have changed meanwhile, so only that."""
        now = set((picks[-1].value or {}).get("deal_id", ()))
        turned, self.clicked = self.clicked ^ now, now
        self.list.value = tuple(sorted(set(self.list.value) ^ turned))

    def _picked(self) -> None:
        if self.is_telling:
            return
        review = self.desk.review
        rows: list[list[str | Kept]] = [
            [deal.deal_id, told.evidence_kept(deal, review)] for deal in self.picked
        ]
        try:
            self.version = self.desk.pick(self.session, rows, self.version).version
        except ConflictError:
            self.show()  # another tab picked others: theirs stand, nothing of ours is words
            return
        finally:
            self._draw()

    def _draw(self) -> None:
        desk, walk, lang = self.desk, self.desk.walk, self.desk.lang
        drawn = told.drawn(walk, desk.review)
        chosen = tuple(self.list.value)
        shown = Shown(
            lambda width: stuck(
                drawn, walk.stages, walk.lines, width=width, picked=chosen,
                days_text=lambda days: message("review-days", lang, n=f"{days:.0f}"),
                line_text=message("coach-stuck-line", lang),
            ),
            title=told.title(walk, desk.review),
            sub=message("coach-stuck-sub", lang, deals=figures.deals(len(drawn), lang)),
            description=told.said(walk, desk.review),
            figures=fragment(lang, told.figures(walk, desk.review)),
            is_full=True,
        )  # fmt: skip
        if drawn:
            self.board.show({"stuck": shown})
        self.lede.value = fragment(lang, Lede(self._lede()))
        self.evidence.value = fragment(lang, *(self._evidence(deal) for deal in self.picked))
        for button in self.buttons.children:
            button.disabled = not self.picked

    def _lede(self) -> str:
        desk, lang = self.desk, self.desk.lang
        parts = [message("coach-deals-lede", lang)]
        if self.picked:
            amounts = [_sum(self.picked), _sum(desk.walk.deals)]
            currency = desk.review.currency
            part, total = (value_text(each, "money", currency, lang) for each in amounts)
            share = i18n.share(quotient(*amounts), lang) if amounts[1] else MISSING
            parts = [message(
                "coach-deals-picked", lang, n=len(self.picked), amount=part, share=share,
                part=part, total=total,
            )]  # fmt: skip
        if len(self.picked) > _MANY:
            parts.append(message("coach-deals-many", lang))
        undated = sum(deal.days is None for deal in desk.walk.deals)
        if undated:
            parts.append(message("coach-deals-undated", lang, n=figures.deals(undated, lang)))
        return ("" if lang == "zh" else " ").join(parts)

    def _evidence(self, deal: WalkDeal) -> Group:
        review, lang = self.desk.review, self.desk.lang
        amount = value_text(deal.amount, "money", review.currency, lang)
        touched = (
            message("coach-touched", lang, day=i18n.short_date(deal.touched_on))
            if deal.touched_on
            else ""
        )
        seen = " · ".join(part for part in (told.stay(deal, review), touched) if part)
        next_step = deal.next_step or message("coach-unset", lang)
        lines = [
            ("coach-evidence", seen, deal.is_stuck),
            ("coach-next-step", next_step, not deal.next_step),
            ("coach-risk", told.risk(deal, review), deal.is_past_due),
        ]
        facts = Facts([Fact(message(key, lang), text, is_warn) for key, text, is_warn in lines])
        named = Line([Run(deal.name, "strong"), f" · {amount} · {deal.deal_id}"])
        return Group([named, facts], "pick")

    def _kinds(self) -> list[str]:
        desk = self.desk
        sides = {"feedback": "manager", "action": "shared"}
        return [
            kind for kind, side in sides.items()
            if may_write(desk.actor, self.session, side)  # type: ignore[arg-type] # two of three
        ]  # fmt: skip

    def _button(self, kind: str) -> ipw.Button:
        made = ipw.Button(description=message(f"coach-discuss-{kind}", self.desk.lang))
        return on_press(made, lambda: self.do(lambda: self._discuss(kind)))

    def _discuss(self, kind: str) -> None:
        if not self.picked:
            raise ParameterError(message("coach-pick-first", self.desk.lang))
        self.discuss(kind, self.picked)

    def _line(self, deal: WalkDeal) -> str:
        review = self.desk.review
        amount = value_text(deal.amount, "money", review.currency, self.desk.lang)
        return f"{deal.deal_id} {deal.name} · {told.stay(deal, review)} · {amount}"


def _sum(deals: Any) -> Decimal:  # noqa: ANN401 (an iterable of deals)
    return sum((deal.amount for deal in deals if deal.amount is not None), Decimal(0))
