"""The note of a session: one page, script-free, in each language; and the next date as a file."""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from workbench.batch.folder import folder_name, folder_names
from workbench.errors import ParameterError
from workbench.i18n import Lang, error, message, require_lang, said
from workbench.model.day import wall_time
from workbench.outreach.invitations import coaching_session
from workbench.page.fragment import inset
from workbench.page.live import Download
from workbench.private import make_private, write_private_bytes
from workbench.publish.deck.kept import write_beside
from workbench.publish.document import document_of
from workbench.publish.made import files_of, paper_of, require_formats
from workbench.review.coaching.desk import CoachingDesk
from workbench.review.coaching.note import note_sections
from workbench.review.notebook import FOLDER
from workbench.review.person import people
from workbench.review.stylesheet import stylesheet
from workbench.sources.workspace import Workspace
from workbench.store.coaching.rules import Session, session_said
from workbench.widgets.coaching.page import Ended

_HTML, _CALENDAR = "text/html;charset=utf-8", "text/calendar;charset=utf-8"


def write_note(
    desk: CoachingDesk, session: Session, *, is_forced: bool = False, formats: Sequence[str] = ()
) -> list[Path]:
    """Write the note of a held session in each language of the workspace, and the next date.

    A note that is there stays as it is: its figures are those of the day the two spoke.

    Parameters
    ----------
    formats
        What is written beside HTML: pdf, pptx, xlsx.

    Returns
    -------
    list of Path
        The note in the workspace's first language, the others, the calendar file where a next
        time was agreed. All mode 0600.

    Raises
    ------
    ParameterError
        When the session is not held, or a format cannot be made here.
    """
    space = desk.review.workspace
    langs = map(require_lang, space.languages)
    require_formats(space.fonts, formats, langs, space.deck_template)
    if session.state != "held":
        told = {"session": session_said(session), "state": said(f"coach-is-{session.state}")}
        raise error(ParameterError, "refusal-session-note", **told)
    folder = make_private(note_folder(desk))
    written = []
    for n, lang in enumerate(desk.review.workspace.languages):
        known = require_lang(lang)
        stem = f"{_stem(session)}{f'.{known}' if n else ''}"
        for name in ("html", *formats):
            file = folder / f"{stem}.{name}"
            if is_forced or not file.exists():
                made = {name: _written(desk, session, known, name)}
                written += write_beside(folder, stem, made)
            else:
                written.append(file)
    if session.next_at:
        file = folder / f"{_stem(session)}.next.ics"
        write_private_bytes(file, invitation(desk, session))
        written.append(file)
    return written


def note_document(desk: CoachingDesk, session: Session, lang: Lang) -> str:
    """Write the note as one HTML page, through the publishing of reviews."""
    return document_of(note_sections(_in(desk, session, lang), session), note_style())


def _written(desk: CoachingDesk, session: Session, lang: Lang, name: str) -> bytes:
    if name == "html":
        return note_document(desk, session, lang).encode()
    sections, space = note_sections(_in(desk, session, lang), session), desk.review.workspace
    paper = paper_of(sections[0].facts, desk.day_of(session))
    return files_of(sections, [name], space.fonts, paper, space.deck_template)[name]


def invitation(desk: CoachingDesk, session: Session) -> bytes:
    """Write the next session as a calendar file, in the workspace's zone."""
    start = wall_time(session.next_at, desk.zone)
    minutes = desk.agenda.ends[-1]
    rep = desk.review.rep
    return coaching_session(f"{session.rep_id}:{session.name}", rep.name, start, desk.lang, minutes)


def finish(desk: CoachingDesk, session: Session) -> Ended:
    """Make what a session leaves behind, for its page."""
    files = write_note(desk, session)
    sections = note_sections(_in(desk, session, desk.lang), session)
    return Ended(
        inset(desk.lang, sections, "preview", style=stylesheet() + note_style()),
        [_leaving(file, desk.lang) for file in files],
        str(files[0].parent),
    )


def note_style() -> str:
    """Give the rules of a note, over those of documents."""
    return (files("workbench.review.coaching") / "note.css").read_text(encoding="utf-8")


def note_folder(desk: CoachingDesk) -> Path:
    """Give where the notes of a rep's sessions stand."""
    review = desk.review
    everybody = people(review.snapshot, review.period, review.workspace.manager_scope)
    names = folder_names({rep_id: rep.name for rep_id, rep in everybody.items()})
    space = review.workspace
    return _outputs(space) / folder_name(space.name) / "coaching" / names[review.rep.rep_id]


def _outputs(space: Workspace) -> Path:
    """Give the folder of outputs: a notebook runs in its own folder, outputs stand beside that.

    Only out of a folder of notebooks, never on to whatever `outputs` stands further up; out of one
    inside the workspace into the workspace, where a batch that is run there writes too.
    """
    here = Path.cwd()
    if space.rules.workspace.outputs or here.name != FOLDER:
        return space.outputs
    is_inside = here.is_relative_to(space.folder)
    return (space.folder if is_inside else here.parent) / space.outputs.name


def _leaving(file: Path, lang: Lang) -> Download:
    is_next = file.suffix == ".ics"
    label = message("coach-next-file" if is_next else "coach-note-file", lang)
    content = b64encode(file.read_bytes()).decode("ascii")
    return Download(f"{label} · {file.name}", file.name, _CALENDAR if is_next else _HTML, content)


def _in(desk: CoachingDesk, session: Session, lang: Lang) -> CoachingDesk:
    """Read a session in a language, over the period it was held on."""
    span = desk.review.calendar.period(session.period)
    return replace(desk, review=replace(desk.review, lang=lang, period=span))


def _stem(session: Session) -> str:
    return f"session-{session.number:02d}"
