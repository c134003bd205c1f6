"""What the rows are that metrics are made of."""

import pytest

from workbench.errors import WorkbenchError

HEAD = "deal_id,rep_id,amount,is_closed,is_won,created_on,close_on\n"
# Open for 7, 8 and 100 days on 30 September
OPEN = (
    HEAD
    + "A,ana,1,false,false,2026-09-23,2026-11-20\n"
    + "B,ana,1,false,false,2026-09-22,2026-11-20\n"
    + "C,ana,1,false,false,2026-06-22,2026-11-20\n"
)


@pytest.mark.parametrize(
    ("toml", "levels"),
    [
        ("", {"0–30": 2, "91–180": 1}),
        ("[deals]\nage_edges = [7, 99]\n", {"0–7": 1, "8–99": 1, ">99": 1}),
    ],
)
def test_the_edges_of_the_age_buckets_are_the_companys(company, toml, levels):
    made = company(OPEN, toml=toml)
    found = {
        level: made.fact("open_deals", by="age_bucket", level=level)["value"] for level in levels
    }

    assert found == levels


def test_edges_that_do_not_rise_are_refused(company):
    with pytest.raises(WorkbenchError, match="each larger than the one before"):
        company(OPEN, toml="[deals]\nage_edges = [30, 30]\n").fact("open_deals")
