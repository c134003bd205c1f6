"""What a team meeting looks at, in its order: a list of functions, one per section.

Each takes the pack and gives finding, body and who it comes from; another one is added by its key.
"""

from collections.abc import Callable, Mapping, Sequence

from workbench.errors import require_known
from workbench.i18n import message
from workbench.page.parts import Block
from workbench.page.shown import Shown
from workbench.review.team.pack import Pack
from workbench.review.team.sections.announced import announced
from workbench.review.team.sections.blocked import blocked
from workbench.review.team.sections.learned import learned
from workbench.review.team.sections.reached import reached
from workbench.review.team.sections.recognised import recognised

Told = tuple[str, Sequence[Block]]  # the finding, and what stands below it
SECTIONS: Mapping[str, Callable[[Pack], Told]] = {
    "reached": reached,
    "learned": learned,
    "blocked": blocked,
    "recognised": recognised,
    "announced": announced,
}


def pack_section(pack: Pack, key: str) -> Shown:
    """Make one section of a team's pack.

    Raises
    ------
    UnknownNameError
        When there is none of that key.
    """
    require_known("section", [key], SECTIONS)
    finding, body = SECTIONS[key](pack)
    number = f"{list(SECTIONS).index(key) + 1:02}"
    told = {part: message(f"team-{key}-{part}", pack.lang) for part in ("name", "question", "who")}
    return Shown(
        key, pack.lang, finding, body, number, told["name"], told["question"],
        source=told["who"],
    )  # fmt: skip


def pack_sections(pack: Pack) -> list[Shown]:
    """Make them all, in order."""
    return [pack_section(pack, key) for key in SECTIONS]
