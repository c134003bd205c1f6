"""Who looks is asked before anything of people is read: with a store out of reach, that is said."""

import pytest

from workbench.errors import RefusedError, StoreError
from workbench.review.review import open_review
from workbench.store.opening import store_of

SHARED = """
[store]
url = "postgresql+psycopg://nobody@127.0.0.1:1/none"
[serve]
identity = "header"
"""


def test_a_page_of_nobody_is_refused_before_the_store_is_opened(company):
    made = company("deal_id,rep_id,is_closed,is_won\n", toml=SHARED)
    with pytest.raises(StoreError):
        store_of(made.workspace)

    before = {each.name for each in made.folder.iterdir()}
    with pytest.raises(RefusedError, match="Nobody was named as the reader"):
        open_review("ana", "2026-Q3", str(made.folder), surface="live")
    assert {each.name for each in made.folder.iterdir()} == before  # nor was the source frozen
