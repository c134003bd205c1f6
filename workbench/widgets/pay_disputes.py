"""The lines of a statement, each with a button to dispute it, for whom it pays."""

import ipywidgets as ipw

from workbench import i18n
from workbench.errors import RefusedError, WorkbenchError
from workbench.i18n import message
from workbench.incentives.statement import Line, Statement
from workbench.page.fragment import fragment
from workbench.page.live import Line as LinePart
from workbench.page.live import Mark, Status
from workbench.review.brief import Brief
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.disputing import dispute
from workbench.review.pay.doubted import doubt_of
from workbench.review.pay.ledger_words import doubts_in, state_text
from workbench.review.pay.words import exact, line_name
from workbench.review.reader import document_of
from workbench.store import Actor
from workbench.store.opening import store_of
from workbench.widgets import kept
from workbench.widgets.pressing import on_press

_ALWAYS = ("gross", "net", "cash", "pay")


class Disputes:
    """The lines of the statements, each with a button that opens a field, for the rep alone.

    Others read that it is the rep's to do; on a desk where nobody was named, how to say who it is.
    """

    def __init__(self, review: Brief, who: Actor | None) -> None:
        self.review, self.who = review, who
        self.lines = [
            Doubt(self, each, line)
            for each in (review.pay.statements if self.is_own else ())
            for line in each.lines
            if line.kind == "component" or line.amount or line.key in _ALWAYS
        ]
        instead = ipw.HTML(fragment(review.lang, LinePart([self._instead()], "bare")))
        self.widget = ipw.VBox([each.widget for each in self.lines] or [instead])
        if self.lines:
            self._mark(document_of(review.rep.rep_id))

    def _mark(self, who: Actor) -> None:
        """Mark the form, so that words that were not sent are offered again to who typed them."""
        review = self.review
        if not review.has_store:
            return
        store = store_of(review.workspace)
        kept.mark_form(self.widget, store, who, "pay", review.period.name)
        store.engine.dispose()

    @property
    def is_own(self) -> bool:
        """Whether who looks is whom the statements pay."""
        return self.who == document_of(self.review.rep.rep_id)

    def send(self, statement: Statement, key: str, text: str) -> str:
        """Put the words into the inbox in the name of who looks; says where, and until when.

        Raises
        ------
        RefusedError
            For all but the rep.
        """
        who = self.who
        if who is None or not self.is_own:
            raise RefusedError(self._instead())
        desk = open_desk(self.review.workspace, self.review.lang)
        try:
            item = dispute(desk, who, self.review, statement, key, text)
            day = f"{doubt_of(desk.store, who, item).due_on}"
            return message("incentive-disputed", self.review.lang, item=item[:8], day=day)
        finally:
            desk.store.engine.dispose()

    def _instead(self) -> str:
        """Say why there is no button."""
        lang, rep = self.review.lang, self.review.rep
        if self.is_own:
            return message("incentive-finding-no-plan", lang)
        if self.who is None:
            return message("incentive-dispute-unnamed", lang, rep=rep.rep_id)
        return message("incentive-dispute-others", lang, name=rep.name)

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        bundle: dict[str, str] = self.widget._repr_mimebundle_(**kwargs)
        return bundle


class Doubt:
    """One line: its sum, a button, and the field that the button opens."""

    def __init__(self, home: Disputes, statement: Statement, line: Line) -> None:
        self.home, self.statement, self.line = home, statement, line
        lang = home.review.lang
        told = LinePart([line_name(line, lang)], "bare")
        name = ipw.HTML(fragment(lang, told), layout={"width": "16em"})
        told = LinePart([exact(line.amount, lang)], "amount")
        amount = ipw.HTML(fragment(lang, told), layout={"width": "9em"})
        self.button = ipw.Button(description=message("incentive-dispute-button", lang))
        words = message("incentive-dispute-words", lang)
        self.text = ipw.Textarea(
            placeholder=words, tooltip=words, rows=2, layout={"width": "auto", "display": "none"}
        )
        self.said = ipw.HTML()
        self._recall()
        on_press(self.button, self.press)
        head = ipw.HBox([name, amount, self.button])
        self.widget = ipw.VBox([head, self.text, self.said])
        self.place = ("doubt", statement.period.name, statement.currency, line.key)
        kept.mark_box(self.widget, *self.place)

    def _recall(self) -> None:
        """Tell beside the line what became of the last doubt about it."""
        review = self.home.review
        told = [
            each for each in doubts_in(self.statement, review.pay.ledger)
            if each.line.partition("/")[0] == self.line.key
        ]  # fmt: skip
        if told:
            last = max(told, key=lambda each: each.asked_at)
            self._say(f"{last.text} – {state_text(last, review.lang)}")

    def press(self) -> None:
        """Open the field; with words in it, send them. They stay until they are kept."""
        self.text.layout.display = ""
        if not self.text.value.strip():
            return
        try:
            told = self.home.send(self.statement, self.line.key, self.text.value)
        except WorkbenchError as error:
            self._say(i18n.told(error, self.home.review.lang), is_wrong=True)
            return
        self.text.value = ""
        self.text.layout.display = "none"
        self._say(told, kept.taken(*self.place))

    def _say(self, text: str, mark: Mark | None = None, *, is_wrong: bool = False) -> None:
        told = Status(text, is_wrong=is_wrong, mark=mark)
        self.said.value = fragment(self.home.review.lang, told)
