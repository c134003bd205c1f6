"""A brief answers of one moment: what changes after its first word moves nothing it says."""

import shutil

import pytest
from sqlalchemy import create_engine, text

from workbench.batch.plan import Request, plan
from workbench.batch.written import written
from workbench.review.review import open_review

WORDS = {
    "entry": "delete from entry",
    "promise": "update promise set what = 'otherwise'",
    "register": "update register set what = 'otherwise', grounds = 'otherwise'",
    "signature": "delete from signature",
}


@pytest.fixture
def company(shipped, tmp_path):
    return shutil.copytree(shipped, tmp_path / "company")


def opened(folder):
    return open_review("R01", "2026-Q3", str(folder), lang="en", surface="document")


def said(review, *keys):
    return [(shown.finding, repr(shown.blocks)) for key in keys
            if (shown := review.section(key)) is not None]  # fmt: skip


def write_otherwise(folder):
    engine = create_engine(f"sqlite:///{folder / 'store.db'}")
    with engine.begin() as connection:
        for statement in WORDS.values():
            assert connection.execute(text(statement)).rowcount
    engine.dispose()


def test_sections_of_one_brief_see_the_words_of_its_first(company):
    begun, read_at_once = opened(company), opened(company)
    keys = ("commitments", "highlights", "support", "values", "rating")
    before = said(read_at_once, *keys)
    first = said(begun, keys[0])

    write_otherwise(company)

    assert first + said(begun, *keys[1:]) == before
    assert said(opened(company), *keys) != before


def test_words_are_read_together_whichever_is_asked_for_first(company):
    begun, whole = opened(company), opened(company)
    told = (whole.answers, whole.lines, whole.earlier_reviews, whole.own_goals)
    assert begun.own_goals is not None

    write_otherwise(company)

    assert (begun.answers, begun.lines, begun.earlier_reviews, begun.own_goals) == told
    later = opened(company)
    assert later.answers != told[0]
    assert later.lines != told[1]


def test_a_batch_hashes_the_words_its_document_shows(company):
    """The parts of the hash are the values of a brief that the document's reader reads."""
    review = opened(company)
    asked = plan(review.workspace, Request(period="2026-Q3", reps=("R01",)))
    with written(asked) as found:
        assert found.answers("R01") == review.answers
        assert found.lines("R01") == review.lines
        assert found.goals("R01") == review.own_goals
        assert found.earlier("R01") == review.earlier_reviews
