"""Opening a live page: in JupyterLab or served, an error is shown as a sentence in its place."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from workbench.i18n import Lang
from workbench.widgets.page import Trouble
from workbench.widgets.watched import is_live

P = ParamSpec("P")
T = TypeVar("T")
Page = TypeVar("Page", bound=Callable[..., object])
REHEARSAL = "rehearse"


def live(open_page: Callable[P, T]) -> Callable[P, T | Trouble]:
    """Show why a page could not be opened where a person looks on; elsewhere raise.

    A batch and a test have to fail; a person has to read one sentence, not a traceback.
    """

    @wraps(open_page)
    def opened(*args: P.args, **kwargs: P.kwargs) -> T | Trouble:
        try:
            return open_page(*args, **kwargs)
        except Exception as error:
            if not is_live():
                raise
            lang: Lang = "zh" if kwargs.get("lang") in ("", "zh", None) else "en"
            return Trouble(error, lang)

    return opened


def rehearsed(rehearse: Callable[[str], object]) -> Callable[[Page], Page]:
    """Say what a kernel that waits for a page's reader does beforehand, given the workspace.

    It does for nobody most of what it will do for whoever comes, who then waits for the rest only.
    """

    def kept(open_page: Page) -> Page:
        vars(open_page)[REHEARSAL] = rehearse
        return open_page

    return kept
