"""What each step of a session asks: the lede, the evidence, and the fields to write in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import ipywidgets as ipw

from workbench import i18n
from workbench.i18n import message
from workbench.page.fragment import fragment
from workbench.review.coaching.agenda import Step
from workbench.review.coaching.desk import CoachingDesk, Words
from workbench.review.coaching.figures import figures_table
from workbench.review.coaching.stuck import WalkDeal
from workbench.review.template import Item
from workbench.store.coaching.rules import Session, is_of
from workbench.widgets.coaching.carried import CarriedLine, lines_of
from workbench.widgets.coaching.deals import DealWalk
from workbench.widgets.coaching.words import SessionDraft, draft_of, shown
from workbench.widgets.page import Page

Discuss = Callable[[str, Sequence[WalkDeal]], None]


@dataclass(frozen=True)
class Asked:
    """What one step shows."""

    lede: str
    parts: Sequence[ipw.Widget]


class Questions:
    """The fields of one session; each is made once and keeps what is typed in it."""

    def __init__(self, desk: CoachingDesk, page: Page, session: Session, discuss: Discuss) -> None:
        self.desk, self.page, self.session, self.discuss = desk, page, session, discuss
        self.drafts: dict[str, SessionDraft] = {}
        self.lines: dict[str, CarriedLine] = {}
        self.deals: DealWalk | None = None

    def unsaved(self) -> list[str]:
        """Save everything; name what could not be."""
        lang = self.desk.lang
        drafts = [each for each in self.drafts.values() if not each.flush()]
        lines = [each for each in self.lines.values() if not each.flush()]
        return [
            *(each.item.label.in_(lang) for each in drafts),
            *(each.kept.what for each in lines),
        ]

    def refresh(self, words: Words) -> None:
        """Show what another tab saved, where nothing unsaved stands here."""
        for draft in self.drafts.values():
            draft.refresh(words.get((draft.item.key, draft.place.side)))  # type: ignore[arg-type]

    def of(self, step: Step, words: Words) -> Asked:
        """Give what a step shows: what it rests on, then its fields."""
        special: Mapping[str, Callable[[Words], Asked]] = {
            "opening": self._opening, "carried": self._carried, "figures": self._figures,
            "deals": self._deals,
        }  # fmt: skip
        made = special.get(step.key)
        before = made(words) if made else Asked(self._lede(step.key), ())
        own = [self._part(item, words) for item in step.items]
        return Asked(before.lede, [*before.parts, *own])

    def _opening(self, words: Words) -> Asked:
        return Asked(gap(self.desk, self.session), [self._part(self.desk.agenda.focus, words)])

    def _carried(self, _words: Words) -> Asked:
        lang = self.desk.lang
        if not is_of(self.desk.actor, self.session):
            return Asked("", ())
        found = lines_of(self.desk, self.session, self.lines)
        if not found:
            return Asked(message("coach-carried-none", lang), ())
        return Asked(message("coach-carried-lede", lang), [line.widget for line in found])

    def _figures(self, words: Words) -> Asked:
        lang = self.desk.lang
        drawn = figures_table(self.desk.measures(words), lang)
        return Asked(message("coach-figures-lede", lang), [ipw.HTML(fragment(lang, drawn))])

    def _deals(self, _words: Words) -> Asked:
        if not self.desk.walk.deals:
            return Asked(message("coach-deals-none", self.desk.lang), ())
        if self.deals is None:
            self.deals = DealWalk(self.desk, self.session, self.page, self.discuss)
        self.deals.show()
        return Asked("", [self.deals.widget])

    def _lede(self, key: str) -> str:
        lang = self.desk.lang
        if key == "commitments":
            names = i18n.listed((message(each, lang) for each in self.desk.agenda.metrics), lang)
            told = message("coach-commit-metrics", lang, metrics=names)
            return ("" if lang == "zh" else " ").join((message("coach-commit-lede", lang), told))
        return message(f"coach-{key}-lede", lang)

    def _part(self, item: Item, words: Words) -> ipw.Widget:
        draft = self.draft(item, words)
        return draft.widget if draft is not None else shown(self.desk, self.session, item, words)

    def draft(self, item: Item, words: Words) -> SessionDraft | None:
        """Give the draft of an item, the same one every time; None where it is only read."""
        if item.key not in self.drafts:
            made = draft_of(self.desk, self.session, item, words)
            if made is None:
                return None
            self.drafts[item.key] = made
        return self.drafts[item.key]


def gap(desk: CoachingDesk, session: Session) -> str:
    """Say how long ago the last session was, and which were skipped since."""
    lang = desk.lang
    earlier = [each for each in desk.sessions() if each.number < session.number]
    held = [each for each in earlier if each.state == "held"]
    if not held:
        return message("coach-first", lang)
    days = (desk.day_of(session) - desk.day_of(held[-1])).days
    skipped = [
        each for each in earlier if each.state == "skipped" and each.number > held[-1].number
    ]
    if not skipped:
        return message("coach-gap", lang, days=days)
    numbers = "、".join(str(each.number) for each in skipped)
    return message("coach-gap-skipped", lang, days=days, numbers=numbers, reason=skipped[-1].reason)
