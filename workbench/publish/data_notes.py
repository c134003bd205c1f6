"""What is wrong with a snapshot's data, as lines for the terminal."""

from workbench.i18n import has_message, message
from workbench.snapshots import Note, Snapshot


def data_notes(snapshot: Snapshot) -> str:
    """Write what was set aside and what is worth knowing, one line each; ends with a line feed."""
    notes = "".join(_line(note) for note in snapshot.notes)
    return (notes or "Every row of every table is sound.\n") + _unmapped(snapshot)


def _line(note: Note) -> str:
    key = f"data-reason-{note.reason}"
    what = message(key, "en") if has_message(key, "en") else note.reason.replace("_", " ")
    fate = "set aside, counted nowhere" if note.is_set_aside else "kept"
    rows = "1 row" if note.count == 1 else f"{note.count} rows"
    return f"{note.table}: {rows}: {what} ({fate})\n"


def _unmapped(snapshot: Snapshot) -> str:
    unused = {
        table: entry["unmapped"]
        for table, entry in sorted(snapshot.manifest["tables"].items())
        if entry["unmapped"]
    }
    return "".join(
        f"{table}: columns of the source that nothing uses: {', '.join(names)}\n"
        for table, names in unused.items()
    )
