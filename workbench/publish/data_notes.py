"""What is wrong with a snapshot's data, as lines for the terminal."""

from workbench.i18n import has_message, message
from workbench.snapshots import Note, Snapshot


def data_notes(snapshot: Snapshot) -> str:
    """Write what was set aside and what is worth knowing, one line each; ends with a line feed."""
    if not snapshot.notes:
        return "Every row of every table is sound.\n"
    return "".join(_line(note) for note in snapshot.notes)


def _line(note: Note) -> str:
    key = f"data-reason-{note.reason}"
    what = message(key, "en") if has_message(key, "en") else note.reason.replace("_", " ")
    fate = "set aside, counted nowhere" if note.is_set_aside else "kept"
    return f"{note.table}: {note.count} rows: {what} ({fate})\n"
