"""One odd row does not stop a review; a column that is wrong as a whole does."""

import pytest

from workbench.errors import SourceError
from workbench.snapshots import freeze

HEAD = "deal_id,rep_id,amount,is_closed,is_won,close_on\n"


def deals(of, blank=0, unreadable=0):
    """Give so many won deals; the first lack their rep, or have no number for an amount."""
    rows = [
        (f"D{n}", "" if n < blank else "ana", "much" if n < unreadable else "5") for n in range(of)
    ]
    return HEAD + "".join(f"{','.join(row)},true,true,2026-08-01\n" for row in rows)


def frozen(made):
    return freeze(made.workspace)


def test_up_to_one_row_in_twenty_may_lack_what_is_required(company):
    frozen(company(deals(100, blank=5)))

    with pytest.raises(SourceError, match="rep_id"):
        frozen(company(deals(100, blank=6)))


def test_up_to_half_of_what_may_be_left_out_may_be_unreadable(company):
    frozen(company(deals(10, unreadable=5)))

    with pytest.raises(SourceError, match="amount"):
        frozen(company(deals(10, unreadable=6)))
