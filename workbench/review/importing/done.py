"""What a person sees once a workspace has begun: the reconciliation, and the first document."""

from base64 import b64encode
from pathlib import Path

from markupsafe import Markup

from workbench.i18n import Lang, message
from workbench.proposal.begin import Begun
from workbench.proposal.reconciled_text import reconciled_text
from workbench.review.person import person

_PART = Markup('<h3 class="who">{}</h3>')
_LINES = Markup('<pre class="reconciled">{}</pre>')
_SAVE = Markup(
    '<p><a class="document" download="{name}" href="data:text/html;base64,{content}">{label}</a>'
    '</p><p class="small dim">{path}</p>'
)
_COMMANDS = Markup('<p class="small dim">{}</p><pre>{}</pre>')


def headline(begun: Begun, rep_id: str, lang: Lang) -> str:
    """Say whose document is made."""
    space = begun.workspace
    period = space.calendar.period(space.default_period)
    who = person(begun.snapshot, rep_id, period, space.manager_scope)
    return message("import-done", lang, name=who.name or rep_id)


def done(begun: Begun, document: Path | None, lang: Lang) -> Markup:
    """Show the file held against what counts here, the document, and what comes next.

    Parameters
    ----------
    document
        The first document; None while it is being made.
    """
    shown = _PART.format(message("import-reconciled", lang))
    shown += _LINES.format(reconciled_text(begun.reconciled, lang))
    shown += _PART.format(message("import-document", lang))
    if document is None:
        return shown + Markup("<p>{}</p>").format(message("import-making", lang))
    content = b64encode(document.read_bytes()).decode()
    label = message("import-save", lang, name=document.name)
    shown += _SAVE.format(name=document.name, content=content, label=label, path=document)
    folder = begun.file.parent
    commands = f"workbench check --workspace {folder}\nworkbench batch --workspace {folder}"
    return shown + _COMMANDS.format(message("import-next", lang), commands)
