"""What each reader of a review is shown at each stage, on the page and on its socket."""

import pytest
from attacked_company import CYCLE, STAND, planted
from looking import look_all

pytestmark = pytest.mark.slow
SIDES = ("rep", "manager", "shared")
# Whose words stand in the document, by stage: r of the rep, m of the manager, s of both.
# The manager writes from manager_review on, so there is nothing of theirs to be seen before.
SHOWN = {
    #                  the rep  manager  delegate  director  sales ops  HR
    "data_check":     ("r s",   "s",     "s",      "",       "",        ""),
    "self_review":    ("r s",   "s",     "s",      "",       "",        ""),
    "manager_review": ("r s",   "r m s", "r m s",  "",       "",        ""),
    "calibration":    ("r s",   "r m s", "r m s",  "r m s",  "",        ""),
    "conversation":   ("r m s", "r m s", "r m s",  "r m s",  "",        ""),
    "sign_off":       ("r m s", "r m s", "r m s",  "r m s",  "",        ""),
    "appeal":         ("r m s", "r m s", "r m s",  "r m s",  "r m s",   "r m s"),
    "closed":         ("r m s", "r m s", "r m s",  "r m s",  "r m s",   "r m s"),
}  # fmt: skip
READERS = ("", "M01", "D01", "M00", "ops", "hrx")  # "" is the rep
AT_ALL_STAGES = ("", "M01", "ops", "hrx")
CELLS = [(rep_id, reader or rep_id) for rep_id in STAND for reader in AT_ALL_STAGES]
# Who comes in above or beside the manager: before and after the stage that lets them read
CELLS += [("R12", "D01"), ("R13", "D01"), ("R12", "M00"), ("R13", "M00"), ("R14", "M00")]


# What stands in a document at any stage: the rep's goal, for who may read goals; and an appeal, for
# the rep and HR alone
BESIDE = {
    ("R12", "goal"): ("R12", "M01", "D01", "ops", "hrx"),
    ("R17", "appeal"): ("R17", "hrx"),
}


def shown(rep_id, reader):
    """Read a cell of the table above as planted words, with what stands beside it."""
    cell = SHOWN[STAND[rep_id]][READERS.index(reader if reader in READERS else "")]
    beside = {
        planted(rep_id, word)
        for (whose, word), readers in BESIDE.items()
        if whose == rep_id and reader in readers
    }
    return beside | {planted(rep_id, side) for side in SIDES if side[0] in cell.split()}


@pytest.fixture(scope="module")
def documents(as_):
    """Open the document of every review as everybody who may."""
    return look_all({cell: (as_(cell[1]), f"/rep_review?rep={cell[0]}&lang=en") for cell in CELLS})


@pytest.mark.parametrize(("rep_id", "reader"), CELLS)
def test_a_document_shows_a_reader_what_the_stage_allows_and_nothing_else(
    documents, rep_id, reader
):
    seen = documents[rep_id, reader]

    assert seen.answer.status == 200
    assert 'class="trouble"' not in seen.answer.body
    assert seen.words == shown(rep_id, reader), (STAND[rep_id], CYCLE)


@pytest.fixture(scope="module")
def forms(as_):
    """Open the form of every review as the two who write in it."""
    pairs = [(rep_id, who) for rep_id in STAND for who in (rep_id, "M01")]
    return look_all({(r, who): (as_(who), f"/write_review?rep={r}&lang=en") for r, who in pairs})


@pytest.mark.parametrize("rep_id", STAND)
def test_a_rep_writes_on_with_the_own_words_and_meets_the_managers_in_the_conversation(
    forms, rep_id
):
    seen = forms[rep_id, rep_id].words
    stage = STAND[rep_id]

    if stage in ("data_check", "self_review"):
        assert {planted(rep_id, "rep"), planted(rep_id, "private")} <= seen
    if stage not in ("conversation", "sign_off", "appeal", "closed"):
        assert planted(rep_id, "manager") not in seen
    given = {planted("R12", "feedback")} if rep_id == "R13" else set()  # what R13 wrote to R12
    assert given <= seen
    assert {word.split("-")[1] for word in seen - given} == {rep_id}


@pytest.mark.parametrize("rep_id", STAND)
def test_a_manager_meets_a_draft_once_it_is_handed_in_and_never_what_is_private(forms, rep_id):
    seen = forms[rep_id, "M01"].words
    stage = STAND[rep_id]

    if stage in ("data_check", "self_review"):
        assert planted(rep_id, "rep") not in seen
    if stage in ("manager_review", "calibration"):
        assert {planted(rep_id, "rep"), planted(rep_id, "manager")} <= seen
    assert not any(word.endswith(("-private", "-thought", "-note")) for word in seen)
    assert "R20" not in {word.split("-")[1] for word in seen}
