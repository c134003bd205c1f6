"""What stands above the lines of a proposal: where it comes from, what is still open."""

from collections.abc import Iterator

from workbench.i18n import Lang, message
from workbench.proposal.as_toml import comment
from workbench.proposal.named import system
from workbench.proposal.proposal import Proposal
from workbench.proposal.setting import set_line


def heading(proposal: Proposal, lang: Lang) -> Iterator[str]:
    """Write the lines above a proposal, without the leading #."""
    yield comment(_origin(proposal, lang))
    yield message("proposal-how-to-read", lang)
    yield message("proposal-then-check", lang)
    for note in proposal.notes:
        yield comment(note)
    for file, why in proposal.passed_over.items():
        yield comment(message("proposal-passed-over", lang, file=file, why=why))
    for question in proposal.questions:
        yield comment(message("proposal-open", lang, asks=question.asks))
        for choice in question.choices:
            line = set_line(question.path, choice.value)
            # The line is one already, and to be pasted as it is
            yield message("proposal-choice", lang, line=line, means=comment(choice.means))


def _origin(proposal: Proposal, lang: Lang) -> str:
    folder, name = str(proposal.folder), system(proposal, lang)
    if not name:
        return message("proposal-from", lang, folder=folder)
    return message("proposal-from-system", lang, folder=folder, system=name)
