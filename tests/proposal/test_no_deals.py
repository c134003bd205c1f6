"""A folder without deals: it is asked whether the company records none, and then written."""

import re

import pytest

from tests.review.by_hand import told as told_of
from workbench.errors import SourceError
from workbench.proposal.attempt import answered, begun
from workbench.proposal.begin import begin
from workbench.proposal.propose import propose
from workbench.review.review import open_review

PEOPLE = "rep_id,name\nana,Ana\nbo,Bo\n"
CALLS = "activity_id,rep_id,type,date\n" + "".join(
    f"{m}{n},ana,call,2026-{m:02}-{n:02}T09:00:00Z\n" for m in range(1, 10) for n in range(1, 13)
)


KIND = ("deals", "kind")


def written(folder, **files):
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("lang", "says"), [("en", "records none"), ("zh", "不记商机")])
def test_whether_a_company_records_no_deals_is_asked_and_written_once_told(tmp_path, lang, says):
    exports, to = written(tmp_path, reps=PEOPLE, calls=CALLS), tmp_path / "space"
    (asked,) = propose(exports, to, lang).questions
    (choice,) = asked.choices
    told = propose(exports, to, lang, {KIND: choice.value})
    made = begin(told, to, lang)
    opened = open_review("ana", "2026-Q2", str(to), lang="en", surface="document")

    assert (asked.path, choice.value) == (KIND, "none")
    assert says in choice.means
    assert told.questions == ()
    assert re.search(r'\[deals\]\nkind = "none"', made.file.read_text(encoding="utf-8"))
    assert told_of("summary", opened)[0].startswith("Calls 36")


def test_by_hand_it_is_asked_too(tmp_path):
    attempt = begun(written(tmp_path, reps=PEOPLE, calls=CALLS), tmp_path / "space", "en")
    found = answered(attempt, KIND, "none")

    assert [each.path for each in attempt.asked] == [KIND]
    assert (found.is_ready, found.preview.deals, found.preview.reps) == (True, 0, 2)


@pytest.mark.parametrize("files", [{"reps": PEOPLE}, {"calls": CALLS}])
def test_where_nobody_did_anything_or_who_is_reviewed_is_open_it_is_refused(tmp_path, files):
    with pytest.raises(SourceError):
        propose(written(tmp_path, **files), tmp_path, "en", {KIND: "none"})
