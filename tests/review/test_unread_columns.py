"""What says that nothing reads it moves no figure and no document."""

import pytest

from workbench.model.tables import TABLES
from workbench.review.review import open_review

TABLE = {
    "deals": "deal_id,rep_id,product_id,amount,is_closed,is_won,created_on,close_on",
    "products": "product_id,name,family",
    "activities": "activity_id,rep_id,kind,at",
    "contracts": "contract_id,account_id,start_on,annual_value",
    "leads": "lead_id,rep_id,created_at",
    "surveys": "response_id,rep_id,kind,at,score",
    "accounts": "account_id,name",
}
ROW = {
    "deals": "D1,ana,P1,60,true,false,2026-07-01,2026-08-01",
    "products": "P1,One,pumps",
    "activities": "A1,ana,call,2026-08-01",
    "contracts": "C1,a,2026-01-01,9",
    "leads": "L1,ana,2026-08-01",
    "surveys": "S1,ana,csat,2026-08-01,5",
    "accounts": "a,A",
}
ODD = {"list_price": "7", "currency": "USD", "duration_minutes": "30", "account_id": "a",
       "product_id": "P1"}  # fmt: skip


def written(name, *, is_whole):
    """Write a table of one row, with the columns that nothing reads or without."""
    odd = [each.name for each in TABLES[name].columns if each.is_unread and is_whole]
    heads = ",".join([TABLE[name], *odd])
    return f"{heads}\n{','.join([ROW[name], *(ODD.get(column, 'odd') for column in odd)])}\n"


def told(company, *, is_whole):
    made = company(**{name: written(name, is_whole=is_whole) for name in TABLE})
    review = open_review("ana", "", str(made.folder), lang="en", surface="document")
    html = {key: review.section(key).html for key in ("summary", "results", "pipeline", "peers")}
    return made.facts().facts.to_pylist(), html


@pytest.mark.parametrize("part", [0, 1])
def test_they_move_no_figure_and_no_document(company, part):
    assert told(company, is_whole=True)[part] == told(company, is_whole=False)[part]


def test_each_of_them_is_among_the_rows():
    columns = {
        (name, each.name) for name in TABLES for each in TABLES[name].columns if each.is_unread
    }

    assert {name for name, _ in columns} <= set(TABLE)
