"""A rep's statement in a notebook: read it, re-run it, doubt a line, try open deals."""

from dataclasses import replace
from html import escape

import ipywidgets as ipw
from markupsafe import Markup

from workbench.charts.theme import INK, WARN
from workbench.errors import RefusedError, WorkbenchError
from workbench.i18n import message
from workbench.incentives.statement import Line, Statement
from workbench.model.given import texts
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.disputing import dispute
from workbench.review.pay.looking import statement_reader
from workbench.review.pay.recomputed import recomputed_text
from workbench.review.pay.statements import Pay
from workbench.review.pay.text import explained_text, statements_text
from workbench.review.pay.words import exact, line_name
from workbench.review.reader import DOCUMENT, document_of
from workbench.review.review import Review, open_review
from workbench.review.section import Section
from workbench.review.sections.every import section
from workbench.review.stylesheet import stylesheet
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.widgets.pay_what_if import WonSliders
from workbench.widgets.pressing import on_press

_ALWAYS = ("gross", "net", "cash", "pay")


class PayView:
    """The pay of one rep and period, as its reader may see it."""

    def __init__(self, review: Review, who: Actor | None) -> None:
        self.review = review
        self.who = who  # None: on a desk nobody was named, and it is read as the document

    @property
    def pay(self) -> Pay:
        """The statements, or why there are none."""
        return self.review.pay

    def statement(self) -> Section:
        """Show the statement as the review's document does."""
        return section("incentive", self.review)

    def text(self, form: str = "table") -> "Plain":
        """Write the statements with both hashes: `table`, `json` or `csv`, as the command does."""
        pay = self.pay
        return Plain(statements_text(pay.statements, form, self.review.lang, pay.ledger))

    def recomputed(self) -> "Plain":
        """Set what was issued beside what the data and plans of today come to, line by line."""
        return Plain(recomputed_text(self.review))

    def explain(self, line: str = "gross") -> "Plain":
        """Tell how a line came about: `commission`, one deal in it as `commission/D-12`, `net`.

        Raises
        ------
        UnknownNameError
            When there is no such line; offers the nearest.
        """
        told = [explained_text(each, line, self.review.lang) for each in self.pay.statements]
        return Plain("\n".join(told))

    def disputes(self) -> "Disputes":
        """Offer the rep a button at each line; what is written lands in the inbox of sales ops."""
        return Disputes(self.review, self.who)

    def what_if(self) -> WonSliders:
        """Try open deals as won: what they would bring."""
        return WonSliders(self.review)

    def _repr_html_(self) -> str:
        rep, period = self.review.rep, self.review.period
        name = message("incentive-name", self.review.lang)
        head = Markup("<style>{}</style>").format(Markup(stylesheet()))
        title = Markup('<header class="wb"><p class="eyebrow">{}</p><h1>{}</h1></header>')
        return str(head + title.format(f"{name} · {period.name}", rep.name))


class Plain:
    """Text that keeps its columns."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f'<pre style="line-height:1.5">{escape(self.text)}</pre>'


class Disputes:
    """The lines of the statements, each with a button that opens a field, for the rep alone.

    Others read that it is the rep's to do; on a desk where nobody was named, how to say who it is.
    """

    def __init__(self, review: Review, who: Actor | None) -> None:
        self.review, self.who = review, who
        self.lines = [
            Doubt(self, each, line)
            for each in (review.pay.statements if self.is_own else ())
            for line in each.lines
            if line.kind == "component" or line.amount or line.key in _ALWAYS
        ]
        instead = ipw.HTML(escape(self._instead()))
        self.widget = ipw.VBox([each.widget for each in self.lines] or [instead])

    @property
    def is_own(self) -> bool:
        """Whether who looks is whom the statements pay."""
        return self.who == document_of(self.review.rep.rep_id)

    def send(self, statement: Statement, key: str, text: str) -> str:
        """Put the words into the inbox in the name of who looks; gives the item's id.

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
            return dispute(desk, who, self.review, statement, key, text)
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
        name = ipw.HTML(escape(line_name(line, lang)), layout={"width": "16em"})
        amount = ipw.HTML(
            f'<div style="text-align:right">{exact(line.amount, lang)}</div>',
            layout={"width": "9em"},
        )
        self.button = ipw.Button(description=message("incentive-dispute-button", lang))
        words = message("incentive-dispute-words", lang)
        self.text = ipw.Textarea(
            placeholder=words, tooltip=words, rows=2, layout={"width": "auto", "display": "none"}
        )
        self.said = ipw.HTML()
        on_press(self.button, self.press)
        head = ipw.HBox([name, amount, self.button])
        self.widget = ipw.VBox([head, self.text, self.said])

    def press(self) -> None:
        """Open the field; with words in it, send them. They stay until they are kept."""
        self.text.layout.display = ""
        if not self.text.value.strip():
            return
        try:
            item = self.home.send(self.statement, self.line.key, self.text.value)
        except WorkbenchError as error:
            self._say(str(error), is_wrong=True)
            return
        self.text.value = ""
        self.text.layout.display = "none"
        self._say(message("incentive-disputed", self.home.review.lang, item=item[:8]))

    def _say(self, text: str, *, is_wrong: bool = False) -> None:
        role, colour = ("alert", WARN) if is_wrong else ("status", INK)
        self.said.value = f'<small role="{role}" style="color:{colour}">{escape(text)}</small>'


def open_statement(
    rep_id: str,
    period: str = "",
    workspace: str = "",
    *,
    as_of: str = "",
    lang: str = "",
    actor: str = "",
) -> PayView:
    """Open the incentive statement of a rep.

    Parameters
    ----------
    rep_id
        As the snapshot's reps have it.
    period, workspace, as_of
        Which; "" takes the workspace's own, and the latest snapshot.
    lang
        zh or en; "" takes the workspace's first.
    actor
        Who looks, as `R01:rep`, `M03:manager`; "" reads it as the rep's document does, and
        disputes nothing.

    Raises
    ------
    UnknownNameError
        For an unknown rep or language; offers the nearest.
    RefusedError
        When it is not for this reader, or nobody is named where people are told apart.
    """
    told = texts(period=period, workspace=workspace, as_of=as_of, lang=lang, actor=actor)
    space = open_workspace(told["workspace"] or None)
    review = open_review(
        rep_id, told["period"], told["workspace"], as_of=told["as_of"], template=space.template,
        lang=told["lang"] or space.languages[0], surface=DOCUMENT,
    )  # fmt: skip
    who = statement_reader(review, told["actor"])
    return PayView(review if who is None else replace(review, reader=who), who)
