"""Headers that begin alike are known by what follows, without a profile."""

import pytest

from tests.proposal.conftest import value
from workbench.proposal.prefixed import bare_names

HEADS = ("reference", "owner", "title", "amount", "stage", "close date", "created")
ROWS = "\nD1,Ana,One,10.50,Won,2026-03-11,2026-01-11\nD2,Bo,Two,20.50,Lost,2026-03-12,2026-01-12\n"


@pytest.mark.parametrize("begins", ["Auftrag - ", "auftrag.", "auftrag_", "Auftrag: ", "auftrag/"])
def test_a_file_of_headers_that_begin_alike_is_read_by_the_names_behind(proposed, begins):
    heads = [begins + head for head in HEADS]
    found = proposed({"x.csv": ",".join(heads) + ROWS}, {("money", "currency"): "EUR"})

    columns = {line.path[-1]: line.value for line in found.lines if "columns" in line.path}
    assert columns == {
        "deal_id": heads[0], "rep_id": heads[1], "name": heads[2], "amount": heads[3],
        "stage": heads[4], "is_closed": heads[4], "is_won": heads[4], "close_on": heads[5],
        "created_on": heads[6],
    }  # fmt: skip
    assert value(found, "tables.deals.sql") is None
    assert found.questions == ()


def test_what_is_called_so_outright_is_joined_by_the_names_behind(proposed):
    # some are known as they stand; "opportunity title" and "opportunity created" are not
    heads = ("id", "owner", "title", "amount", "stage", "close date", "created")
    rows = ",".join(f"opportunity_{head}" for head in heads) + ROWS
    found = proposed({"x.csv": rows}, {("money", "currency"): "EUR"})

    assert value(found, "tables.deals.columns.name") == "opportunity_title"
    assert value(found, "tables.deals.columns.created_on") == "opportunity_created"


def test_what_few_headers_share_is_part_of_their_names():
    assert bare_names(["org - name", "org - id", "owner", "amount", "stage"]) == {}
    assert bare_names(["org - name", "deal - id", "deal - owner", "deal - stage"]) == {
        "id": "deal - id", "owner": "deal - owner", "stage": "deal - stage",
    }  # fmt: skip
