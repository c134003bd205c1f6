"""The frame of a live page: whose data, the finding, the controls, the body, and one line of state.

Everything a person sets off runs through `Page.do`: it shows that something is going on, and an
error becomes a sentence on the page while everything else stays as it was.
"""

from collections.abc import Callable, Sequence
from importlib.resources import files

import ipywidgets as ipw

from workbench.i18n import Lang, message
from workbench.page.fragment import fragment
from workbench.page.live import Eyebrow, Headline, Status
from workbench.page.parts import Group
from workbench.review.stylesheet import stylesheet
from workbench.widgets.pressing import on_press
from workbench.widgets.trouble import trouble, trouble_of


class Page:
    """A page in a notebook or served; shows itself."""

    def __init__(self, lang: Lang, eyebrow: Sequence[str], *, is_made: bool = False) -> None:
        self.lang = lang
        self.finding = ipw.HTML()
        self.controls = ipw.Box().add_class("controls")
        self.body = ipw.VBox()
        self.state = ipw.HTML().add_class("state")
        made = message("cover-made", lang) if is_made else ""
        head = Eyebrow([part for part in eyebrow if part], made)
        self.widget = ipw.VBox(
            [
                ipw.HTML(fragment(lang, head, style=page_style())),
                self.finding, self.controls, self.state, self.body,
            ]
        )  # fmt: skip
        self.widget.add_class("wb").add_class("live").add_class(f"lang-{lang}")

    def tell(self, finding: str, lede: str = "") -> None:
        """Set the sentence the page stands for, and what it rests on."""
        self.finding.value = fragment(self.lang, Headline(finding, lede))

    def say(self, sentence: str) -> None:
        """Say what came of the last thing done."""
        self.state.value = fragment(self.lang, Status(sentence, "page")) if sentence else ""

    def do(self, act: Callable[[], object]) -> bool:
        """Do something: a mark shows while it takes long, an error is told; True when it went."""
        self.state.value = fragment(self.lang, Status(message("live-busy", self.lang), "busy"))
        busy = self.state.value
        try:
            act()
        except Exception as error:
            self.state.value = trouble(error, self.lang)
            return False
        if self.state.value == busy:  # the act said nothing of its own
            self.state.value = ""
        return True

    def failed(self, told: str) -> None:
        """Say that the browser could not draw a chart; what it told is folded away."""
        self.state.value = trouble(RuntimeError(told), self.lang)

    def pressed(self, button: ipw.Button, act: Callable[[], object]) -> ipw.Button:
        """Do something when a button is pressed; gives the button back."""
        return on_press(button, lambda: self.do(act))

    def doing(self, act: Callable[[], object]) -> Callable[[object], None]:
        """Make a callback for a control of `do`."""

        def called(_change: object) -> None:
            self.do(act)

        return called

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, str]:
        bundle: dict[str, str] = self.widget._repr_mimebundle_(**kwargs)
        return bundle


class Trouble:
    """A page that could not be opened: the sentence that says why."""

    def __init__(self, error: BaseException, lang: Lang) -> None:
        self.error, self.lang = error, lang

    def _repr_html_(self) -> str:
        told = Group([trouble_of(self.error, self.lang)], "live")
        return fragment(self.lang, told, style=page_style())

    def __repr__(self) -> str:
        return str(self.error)


def page_style() -> str:
    """Give the colours of the theme, the rules of documents and those of live pages."""
    own = [file for file in files("workbench.widgets").iterdir() if file.name.endswith(".css")]
    own.sort(key=lambda file: (file.name != "page.css", file.name))
    return stylesheet() + "".join(file.read_text(encoding="utf-8") for file in own)
