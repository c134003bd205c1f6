"""What a person reads when something went wrong: a sentence, and the details folded away."""

import traceback
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.i18n import Lang, message, told
from workbench.page.fragment import fragment
from workbench.page.live import Trouble


def trouble(error: BaseException, lang: Lang) -> str:
    """Tell an error as HTML; see `trouble_of`.

    Returns
    -------
    str
        Escaped; never a traceback.
    """
    return fragment(lang, trouble_of(error, lang))


def trouble_of(error: BaseException, lang: Lang) -> Trouble:
    """Tell an error.

    Parameters
    ----------
    error
        One of ours is a sentence already. Any other is told by a sentence of its own, with its
        kind, its text and the line it came from folded below, for whoever mends it.
    """
    if isinstance(error, WorkbenchError):
        return Trouble(told(error, lang))
    return Trouble(message("live-broken", lang), message("live-details", lang), _where(error))


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"
