"""The note of a session: one page, script-free, nothing private, nobody else in it."""

import contextlib
import zipfile

import openpyxl
import pypdf
import pytest
from icalendar import Calendar

from workbench.cli import main
from workbench.coaching.note import note_document, write_note
from workbench.errors import ParameterError
from workbench.review.person import people
from workbench.widgets.coaching.page import CoachingPage

SECRET = "seems under pressure"  # in the private notes of the made company's manager


def second(desk):
    return next(each for each in desk.sessions() if each.number == 2)


def test_a_note_tells_what_was_agreed_in_both_languages(desk_of):
    desk = desk_of()
    zh, en = (note_document(desk, second(desk), lang) for lang in ("zh", "en"))

    assert 'lang="zh-CN"' in zh
    assert "第 2 次辅导" in zh
    assert "Session 2" in en
    for page in (zh, en):
        assert "Two half days a week for new customers" in page
        assert "<script" not in page
        assert "<nav" not in page


def test_the_same_session_gives_the_same_bytes(desk_of):
    desk = desk_of()

    assert note_document(desk, second(desk), "zh") == note_document(desk, second(desk), "zh")


def test_private_notes_and_other_people_are_in_no_byte(desk_of):
    desk = desk_of()
    first = desk.sessions()[0]
    review = desk.review
    page = note_document(desk, first, "zh") + note_document(desk, first, "en")
    everybody = people(review.snapshot, review.period, review.workspace.manager_scope)
    others = [one.name for key, one in everybody.items() if key not in ("R13", "M03")]

    assert SECRET in desk.value(desk.words(first), "notes")
    assert SECRET not in page
    assert [name for name in others if name in page] == []


def test_a_note_that_is_there_is_not_made_again(desk_of):
    desk = desk_of()
    files = write_note(desk, second(desk))
    files[0].write_text("as it was", encoding="utf-8")

    assert write_note(desk, second(desk))[0].read_text(encoding="utf-8") == "as it was"
    assert files[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.office
def test_a_note_for_paper_says_the_same_and_nothing_private(desk_of):
    desk = desk_of()
    made = write_note(desk, second(desk), formats=("pdf", "pptx", "xlsx"))
    files = {file.name: file for file in made}
    reader = pypdf.PdfReader(files["session-02.pdf"])
    text = "".join(page.extract_text() for page in reader.pages)

    told = {"session-02.html", "session-02.pdf", "session-02.pptx", "session-02.xlsx"}
    assert told | {"session-02.en.pdf", "session-02.en.pptx"} < set(files)
    assert {file.stat().st_mode & 0o777 for file in files.values()} == {0o600}
    assert "Priya Raman" in text
    assert reader.metadata.title in files["session-02.html"].read_text(encoding="utf-8")
    assert SECRET not in text.replace("\n", " ")
    with zipfile.ZipFile(files["session-02.pptx"]) as parts:
        held = b"".join(parts.read(name) for name in parts.namelist())
    assert SECRET.encode() not in held
    assert len(openpyxl.load_workbook(files["session-02.xlsx"]).sheetnames) > 1


def test_the_next_session_is_a_calendar_file_in_the_companys_zone(desk_of):
    desk = desk_of()
    file = write_note(desk, second(desk))[-1]
    event = Calendar.from_ical(file.read_bytes()).walk("VEVENT")[0]

    assert event["dtstart"].dt.isoformat() == "2026-11-05T14:00:00+08:00"
    assert str(event["summary"]) == "Coaching session with Priya Raman"


def test_a_session_that_is_not_held_has_no_note(desk_of):
    desk = desk_of()
    with pytest.raises(
        ParameterError, match="being prepared; a note is made once it has been held"
    ):
        write_note(desk, desk.current())


def test_a_note_that_cannot_be_written_is_told_and_the_session_is_over(desk_of):
    def fails(_desk, _session):
        raise OSError("no room")

    desk = desk_of()
    page = CoachingPage(desk, fails)
    for key, value in (("actions", [["Call", *[""] * 5]]), ("summary", "ok")):
        item = desk.agenda.items[key]
        page.walk.questions.draft(item, desk.words(desk.current())).field.value = value
    page.walk.go(len(page.walk.steps) - 1)
    page.walk.forth.click()

    assert desk.sessions()[-1].state == "held"
    assert "Session 4 is over" in page.page.finding.value
    assert "no room" in page.page.state.value


def test_the_command_line_lists_sessions_and_writes_notes(folder, capsys, monkeypatch):
    monkeypatch.setattr(
        "sys.argv", ["workbench", "session", "list", "R13", "--workspace", str(folder)]
    )
    with contextlib.suppress(SystemExit):
        main()
    listed = capsys.readouterr().out.splitlines()

    assert listed[2] == "3\t2026-11-05\tskipped\tthe manager was travelling"
