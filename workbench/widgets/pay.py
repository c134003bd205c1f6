"""A rep's statement in a notebook: read it, re-run it, doubt a line, try open deals."""

from dataclasses import replace

from workbench.i18n import message
from workbench.model.given import texts
from workbench.page.fragment import fragment
from workbench.page.live import Eyebrow
from workbench.page.parts import Group, Heading, Paste
from workbench.page.shown import Shown
from workbench.review.brief import Brief
from workbench.review.pay.looking import statement_reader
from workbench.review.pay.recomputed import recomputed_text
from workbench.review.pay.statements import Pay
from workbench.review.pay.text import explained_text, statements_text
from workbench.review.reader import DOCUMENT
from workbench.review.review import open_review
from workbench.review.sections.every import section
from workbench.review.stylesheet import stylesheet
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.widgets.pay_disputes import Disputes
from workbench.widgets.pay_what_if import WonSliders


class PayView:
    """The pay of one rep and period, as its reader may see it."""

    def __init__(self, review: Brief, who: Actor | None) -> None:
        self.review = review
        self.who = who  # None: on a desk nobody was named, and it is read as the document

    @property
    def pay(self) -> Pay:
        """The statements, or why there are none."""
        return self.review.pay

    def statement(self) -> Shown:
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

    def disputes(self) -> Disputes:
        """Offer the rep a button at each line; what is written lands in the inbox of sales ops."""
        return Disputes(self.review, self.who)

    def what_if(self) -> WonSliders:
        """Try open deals as won: what they would bring."""
        return WonSliders(self.review)

    def _repr_html_(self) -> str:
        rep, period = self.review.rep, self.review.period
        name = message("incentive-name", self.review.lang)
        head = Eyebrow([f"{name} · {period.name}"]), Heading(rep.name, rank="page")
        return fragment(self.review.lang, Group(head, "head"), style=stylesheet())


class Plain:
    """Text that keeps its columns."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return fragment("en", Paste([self.text], "wide"))  # no word of its own


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
