"""What a person sees once a workspace has begun: the reconciliation, and the first document."""

from base64 import b64encode
from pathlib import Path

from workbench.i18n import Lang, message
from workbench.page.live import Download
from workbench.page.parts import Block, Heading, Note, Paragraph, Paste
from workbench.proposal.begin import Begun
from workbench.proposal.reconciled_text import reconciled_text
from workbench.review.person import person


def headline(begun: Begun, rep_id: str, lang: Lang) -> str:
    """Say whose document is made."""
    space = begun.workspace
    period = space.calendar.period(space.default_period)
    who = person(begun.snapshot, rep_id, period, space.manager_scope)
    return message("import-done", lang, name=who.name or rep_id)


def done(begun: Begun, document: Path | None, lang: Lang) -> list[Block]:
    """Show the file held against what counts here, the document, and what comes next.

    Parameters
    ----------
    document
        The first document; None while it is being made.
    """
    shown: list[Block] = [
        Heading(message("import-reconciled", lang), rank="who"),
        Paste([reconciled_text(begun.reconciled, lang)], "reconciled"),
        Heading(message("import-document", lang), rank="who"),
    ]
    if document is None:
        return [*shown, Paragraph(message("import-making", lang))]
    content = b64encode(document.read_bytes()).decode()
    label = message("import-save", lang, name=document.name)
    folder = begun.file.parent
    commands = [f"workbench {act} --workspace {folder}" for act in ("check", "batch")]
    return [
        *shown, Download(label, document.name, "text/html", content, "document"),
        Note(str(document), is_quiet=True), Note(message("import-next", lang), is_quiet=True),
        Paste(commands),
    ]  # fmt: skip
