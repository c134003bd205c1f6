"""Import: what a folder of exports holds, what remains to be said, and the button that begins."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.parts import Heading, Note
from workbench.proposal.attempt import Attempt, answered
from workbench.proposal.begin import Begun, begin
from workbench.proposal.first import first_rep
from workbench.proposal.proposal import Place
from workbench.review.importing.done import done, headline
from workbench.review.importing.parts import others, recognised
from workbench.review.importing.words import finding
from workbench.sources.workspace import Workspace
from workbench.widgets.importing.columns import Columns
from workbench.widgets.importing.questions import Questions
from workbench.widgets.page import Page

_STYLE = files("workbench.widgets.importing") / "importing.css"
MakeFirst = Callable[[Workspace, str, Lang], Path]  # makes a rep's document; handed in from above


class ImportPage:
    """One folder of exports on its way to a workspace; shows itself."""

    def __init__(self, attempt: Attempt, make_first: MakeFirst) -> None:
        self.attempt, self.make_first, lang = attempt, make_first, attempt.lang
        self.page = _page(lang, str(attempt.exports))
        self.recognised, self.others = ipw.HTML(), ipw.HTML()
        self.questions = Questions(lang, self.answer)
        self.columns = Columns(self.answer)
        self.button = ipw.Button(description=message("import-write", lang))
        self.button.add_class("mod-primary")
        self.page.pressed(self.button, self.write)
        self.waits = ipw.HTML()
        self.agreed = ipw.VBox([self.button, self.waits, self.page.state]).add_class("agree")
        self._lay()
        self.show()

    def answer(self, path: Place, value: Any) -> None:  # noqa: ANN401 (as TOML holds it)
        """Take an answer; one that cannot be is told, and everything stays as it was."""
        self.page.do(lambda: self._take(path, value))
        self.show()

    def _take(self, path: Place, value: Any) -> None:  # noqa: ANN401 (as TOML holds it)
        self.attempt = answered(self.attempt, path, value)

    def show(self) -> None:
        """Show everything that follows from the answers so far."""
        attempt, lang = self.attempt, self.attempt.lang
        to = str(attempt.to.resolve())
        self.page.tell(finding(attempt), message("import-lede", lang, to=to))
        self.recognised.value = fragment(lang, *recognised(attempt))
        self.questions.show(attempt)
        self.columns.show(attempt)
        self.others.value = fragment(lang, others(attempt))
        self.button.disabled = not attempt.is_ready
        waits = "" if attempt.is_ready else message("import-write-open", lang)
        self.waits.value = fragment(lang, Note(waits, is_quiet=True)) if waits else ""

    def write(self) -> None:
        """Write, freeze, reconcile, and make the first document.

        Raises
        ------
        WorkspaceError
            When there is a workbench.toml already: nothing is written.
        """
        attempt = self.attempt
        begun = begin(attempt.proposal, attempt.to, attempt.lang)
        self.columns.close()
        self.questions.close()
        self._tell_begun(message("import-done-no-document", attempt.lang), begun, None)
        rep_id = first_rep(begun.snapshot, begun.workspace)
        path = self.make_first(begun.workspace, rep_id, attempt.lang)
        self._tell_begun(headline(begun, rep_id, attempt.lang), begun, path)

    def _tell_begun(self, sentence: str, begun: Begun, document: Path | None) -> None:
        lang = self.attempt.lang
        lede = message("import-done-lede", lang, file=str(begun.file))
        self.page.tell(sentence, lede)
        # Below the button's place, where a person looks; nothing can be pressed any more
        head = Heading(sentence, rank="part"), Note(lede, is_quiet=True)
        told = fragment(lang, *head, *done(begun, document, lang))
        self.agreed.children = [ipw.HTML(told), self.page.state]

    def _lay(self) -> None:
        lang = self.attempt.lang
        self.page.body.children = [
            _heading("import-recognised", lang), self.recognised,
            _heading("import-questions", lang), self.questions.widget,
            _heading("import-columns", lang),
            ipw.HTML(fragment(lang, Note(message("import-columns-lede", lang), is_quiet=True))),
            self.page.state, self.columns.widget, self.others,
            self.agreed,
        ]  # fmt: skip

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        return self.page._repr_mimebundle_(**kwargs)


def said_page(lang: Lang, sentence: str, lede: str = "", exports: str = "") -> Page:
    """Make a page that holds one sentence: there is nothing to set up, or nothing to read."""
    page = _page(lang, exports)
    page.tell(sentence, lede)
    return page


def _page(lang: Lang, exports: str) -> Page:
    page = Page(lang, [message("import-title", lang), exports])
    page.widget.add_class("importing")
    style = fragment(lang, style=_STYLE.read_text(encoding="utf-8"))
    # Its line of state stands where a person looks: above the columns, and below the button
    kept = [each for each in page.widget.children if each is not page.state]
    page.widget.children = [ipw.HTML(style), *kept]
    return page


def _heading(key: str, lang: Lang) -> ipw.Widget:
    return ipw.HTML(fragment(lang, Heading(message(key, lang), rank="part")))
