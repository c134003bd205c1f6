"""What a person reads when something went wrong: a sentence, and the details folded away."""

import traceback
from pathlib import Path

from markupsafe import Markup

from workbench.errors import WorkbenchError
from workbench.i18n import Lang, message, told

_TOLD = Markup('<div class="trouble" role="alert"><p>{}</p>{}</div>')
_FOLD = Markup("<details><summary>{}</summary><code>{}</code></details>")


def trouble(error: BaseException, lang: Lang) -> Markup:
    """Tell an error as HTML.

    Parameters
    ----------
    error
        One of ours is a sentence already. Any other is told by a sentence of its own, with its
        kind, its text and the line it came from folded below, for whoever mends it.

    Returns
    -------
    Markup
        Escaped; never a traceback.
    """
    if isinstance(error, WorkbenchError):
        return _TOLD.format(told(error, lang), "")
    fold = _FOLD.format(message("live-details", lang), _where(error))
    return _TOLD.format(message("live-broken", lang), fold)


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{place}"
