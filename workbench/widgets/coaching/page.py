"""The page of a rep's coaching sessions: the open one as a walk, or what comes before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

import ipywidgets as ipw

from workbench import i18n
from workbench.i18n import message
from workbench.page.fragment import fragment
from workbench.page.live import Download
from workbench.page.parts import Group, Note
from workbench.page.table import Table, words
from workbench.review.coaching.desk import CoachingDesk
from workbench.store.coaching.rules import Session
from workbench.widgets.coaching.walk import Walk
from workbench.widgets.kept import mark_form
from workbench.widgets.page import Page

_STYLE = files("workbench.widgets.coaching") / "coaching.css"


@dataclass(frozen=True)
class Ended:
    """What is made when a session ends."""

    preview: str  # the note as HTML, to be read in the page
    files: Sequence[Download]  # to be taken along
    place: str  # where the note was written


Finish = Callable[[CoachingDesk, Session], Ended]


class CoachingPage:
    """The sessions of one rep on the screen of one person; shows itself."""

    def __init__(self, desk: CoachingDesk, finish: Finish, *, is_presenting: bool = False) -> None:
        self.desk, self.finish = desk, finish
        lang, review = desk.lang, desk.review
        eyebrow = [
            message("coach-kind", lang), review.rep.name, review.period.name,
            i18n.long_date(review.as_of, lang),
        ]  # fmt: skip
        self.page = Page(lang, eyebrow, is_made=review.is_made)
        self.page.widget.add_class("coaching").add_class("words-walk")  # its boxes come and go
        mark_form(self.page.widget, desk.store, desk.actor, "coaching", review.rep.rep_id)
        self.style = ipw.HTML(fragment(lang, style=_STYLE.read_text(encoding="utf-8")))
        self.head = self.page.widget.children[0]
        self.walk: Walk | None = None
        found = desk.current()
        if found is None:
            self._before()
            return
        self._open(found)
        if is_presenting and self.walk is not None:
            self.walk.turn_presenting()

    def _open(self, session: Session) -> None:
        self.walk = Walk(self.desk, self.page, session, self._after)
        walk, page = self.walk, self.page
        self._lay(
            [walk.pace, page.finding, page.state, walk.content, walk.side, walk.nav, page.controls]
        )
        walk.show()

    def _before(self) -> None:
        """Offer to prepare the next session, above those there were."""
        lang, known = self.desk.lang, self.desk.sessions()
        number = max((each.number for each in known), default=0) + 1
        self.page.tell(message("coach-none", lang, n=number), message("coach-none-lede", lang))
        prepare = ipw.Button(description=message("coach-prepare", lang, n=number))
        prepare.add_class("mod-primary")
        self.page.pressed(prepare, self._prepare)
        may = self.desk.actor.role in ("rep", "manager")
        self.page.controls.children = [prepare] if may else []
        self.page.body.children = [ipw.HTML(fragment(lang, self._earlier(known)))] if known else []
        page = self.page
        self._lay([page.finding, page.controls, page.state, page.body])

    def _prepare(self) -> None:
        self._open(self.desk.prepare())

    def _after(self, session: Session) -> None:
        """Show what a session left behind."""
        lang, page = self.desk.lang, self.page
        if session.state == "skipped":
            self._before()
            page.say(message("coach-skipped", lang, n=session.number))
            return
        count = len(self.desk.made_in(session))
        page.tell(
            message("coach-held", lang, n=session.number, count=count),
            message("coach-held-lede", lang),
        )
        again = ipw.Button(description=message("coach-again", lang))
        page.pressed(again, self._prepare)
        page.controls.children = []
        page.body.children = [again]
        self._lay([page.finding, page.controls, page.state, page.body])
        left = self.finish(self.desk, session)  # an error is told; the session is over already
        place = Note(left.place, is_quiet=True)
        page.body.children = [
            ipw.HTML(fragment(lang, Group([*left.files, place], "leaving"))),
            ipw.HTML(left.preview), again,
        ]  # fmt: skip

    def _earlier(self, known: Sequence[Session]) -> Table:
        lang, desk = self.desk.lang, self.desk
        heads = [words(message(f"coach-list-{name}", lang)) for name in ("number", "day", "state")]
        rows = []
        for each in reversed(known):
            state = message(f"coach-is-{each.state}", lang)
            told = f"{state}: {each.reason}" if each.reason else state
            number = message("coach-session", lang, n=each.number)
            rows.append([number, i18n.long_date(desk.day_of(each), lang), told])
        return Table(heads, rows)

    def _lay(self, parts: Sequence[ipw.Widget]) -> None:
        self.page.widget.children = [self.head, self.style, *parts]

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        return self.page._repr_mimebundle_(**kwargs)
