"""The start page, and every address a page can be asked by, as the server reads them."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from companies import parameters

from workbench.errors import WorkbenchError
from workbench.i18n import LANGS
from workbench.serve.asking import company, read_address
from workbench.serve.page import PAGES
from workbench.serve.served import Serving
from workbench.serve.server import Server, config_for
from workbench.serve.start import start_page
from workbench.serve.visitor import visitor
from workbench.sources.workspace import open_workspace


@dataclass(frozen=True)
class Address:
    """An address of a page, and the name of who asks; "" is somebody at the desk."""

    page: object
    query: str
    who: str
    folder: Path

    @property
    def key(self):
        """Name the page's address."""
        return f"/{self.page.name}"

    def __str__(self):
        return f"/{self.page.name}?{self.query} by {self.who or 'the desk'}"

    def __call__(self):
        """Read it; False when it is refused with a sentence."""
        space = open_workspace(self.folder)
        try:
            seen = visitor(company(space), space, self.who) if self.who else None
            read_address(self.query, self.page, space, seen)
        except WorkbenchError:
            return False
        return True


@dataclass(frozen=True)
class Start:
    """The start page for one reader."""

    lang: str
    who: str
    folder: Path

    key = "/"

    def __str__(self):
        return f"/?lang={self.lang} by {self.who or 'the desk'}"

    def __call__(self):
        """Write it."""
        space, serving = open_workspace(self.folder), Serving(port=0)
        server = Server(space, serving, config=config_for(space, serving, self.folder.parent))
        seen = visitor(company(space), space, self.who) if self.who else None
        return bool(start_page(server, self.lang, seen))


def addresses(asked, folder):
    """List every page by every value of what it takes, for the desk, a rep and a manager."""
    values, found = parameters(asked, folder), []
    for who in ("", asked.reps[0], asked.managers[0]):
        found += [Start(lang, who, folder) for lang in LANGS]
        for page in PAGES:
            taken = {name: values[name] for name in (*page.takes, "lang")} | dict(page.choices)
            queries = [{}, *({name: each} for name, told in taken.items() for each in told)]
            found += [Address(page, urlencode(query), who, folder) for query in queries]
    return found
