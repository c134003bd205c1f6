"""Names in the reader's language."""

from workbench.i18n import Lang
from workbench.proposal.profile import profiles
from workbench.proposal.proposal import Proposal
from workbench.sources.workspace_parts import Named


def told(name: Named, lang: Lang) -> str:
    """Give a name in a language."""
    return name.zh if lang == "zh" else name.en


def system(proposal: Proposal, lang: Lang) -> str:
    """Name the system that was recognised; "" for none."""
    profile = profiles().get(proposal.profile)
    return told(profile.title, lang) if profile else proposal.profile
