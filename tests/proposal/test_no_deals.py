"""A folder without deals is refused with the lines for a company that records none, tried first."""

import re

import pytest

from tests.review.by_hand import told
from workbench.errors import SourceError
from workbench.proposal.propose import propose
from workbench.review.review import open_review

PEOPLE = "rep_id,name\nana,Ana\nbo,Bo\n"
CALLS = "activity_id,rep_id,type,date\n" + "".join(
    f"{m}{n},ana,call,2026-{m:02}-{n:02}T09:00:00Z\n" for m in range(1, 10) for n in range(1, 13)
)


def refusal(folder, lang="en", **files):
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError) as refused:
        propose(folder, folder, lang)
    return str(refused.value)


@pytest.mark.parametrize(("lang", "says"), [("en", "records no deals"), ("zh", "不记商机")])
def test_a_call_centre_gets_lines_that_make_its_documents(tmp_path, lang, says):
    text = refusal(tmp_path, lang, reps=PEOPLE, calls=CALLS)
    sentence, _, lines = text.partition("\n\n")
    toml = tmp_path / "workbench.toml"
    toml.write_text(lines, encoding="utf-8")
    opened = open_review("ana", "2026-Q2", str(tmp_path), lang="en", surface="document")

    assert says in sentence
    assert str(toml) in sentence
    assert re.search(r'\[deals\]\nkind = "none"', lines)
    assert told("summary", opened)[0].startswith("Calls 36")


def test_where_nobody_did_anything_there_are_no_such_lines(tmp_path):
    assert "[deals]" not in refusal(tmp_path, reps=PEOPLE)


def test_who_is_reviewed_is_not_guessed(tmp_path):
    assert "[deals]" not in refusal(tmp_path, calls=CALLS)
