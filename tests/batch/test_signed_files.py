"""Of a signed review nothing is put back but the very bytes the store noted.

Page and PDF were kept in round 1, and the rep's folder holds them too.
"""

from hashlib import sha256

import pytest

from workbench.batch.signed import SignedFolder

PAGE, PAPER = "review.html", "review.pdf"


@pytest.fixture
def place(tmp_path):
    kept = tmp_path / "signed" / "1"
    kept.mkdir(parents=True)
    for name in (PAGE, PAPER):
        (tmp_path / name).write_bytes(name.encode())
        (kept / name).write_bytes(name.encode())
    return tmp_path


def restored(place):
    noted = frozenset(sha256(name.encode()).hexdigest() for name in (PAGE, PAPER))
    return SignedFolder(place / "signed" / "1", noted).restore("review")


def test_what_was_changed_in_the_reps_folder_is_put_back(place):
    (place / PAPER).write_bytes(b"changed")

    assert restored(place) == place / PAGE
    assert (place / PAPER).read_bytes() == PAPER.encode()


def test_a_kept_file_that_was_changed_is_set_aside_and_taken_from_what_is_as_noted(place):
    (place / "signed" / "1" / PAPER).write_bytes(b"changed")
    restored(place)

    kept = place / "signed" / "1"
    assert (place / PAPER).read_bytes() == (kept / PAPER).read_bytes() == PAPER.encode()
    (aside,) = kept.glob(f"{PAPER}-*")
    assert aside.read_bytes() == b"changed"


def test_where_nothing_is_as_noted_the_file_is_shown_no_more(place):
    for file in (place / PAPER, place / "signed" / "1" / PAPER):
        file.write_bytes(b"changed")
    restored(place)

    assert not (place / PAPER).exists()
    assert (place / PAGE).read_bytes() == PAGE.encode()
