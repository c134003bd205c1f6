"""What was learned: three sentences out of signed reviews, without the names they came from."""

from collections.abc import Sequence

from workbench.i18n import message
from workbench.page.parts import Block, Lede, Steps
from workbench.review.team.learnings import candidates, shared
from workbench.review.team.pack import Pack


def learned(pack: Pack) -> tuple[str, Sequence[Block]]:
    """Show what a manager chose to share; before that, say how to."""
    found = shared(pack)
    if found:
        finding = message("team-learned", pack.lang, n=len(found))
        return finding, [Steps([line.what for line in found])]
    waiting = len(candidates(pack))
    key = "team-learned-choose" if waiting else "team-learned-none"
    text = message(key, pack.lang, n=waiting) if waiting else message(key, pack.lang)
    title = message("team-learned-empty", pack.lang)
    return title, [Lede(text)]
