"""Data in which nothing was ever lost, or nothing is open: a list of orders, perhaps."""

import pytest

HEAD = "deal_id,rep_id,is_closed,is_won,close_on\n"
WON = "".join(f"d{n},ana,true,true,2026-07-0{n}\n" for n in range(1, 6))
LOST, OPEN = "l,ana,true,false,2026-07-01\n", "o,ana,false,false,2026-12-01\n"


def reasons(made, doubts):
    return [each for each in ("no_losses_recorded", "no_open_recorded") if doubts(made, each)]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (WON, ["no_losses_recorded", "no_open_recorded"]),
        (WON + LOST, ["no_open_recorded"]),
        (WON + OPEN, ["no_losses_recorded"]),
        (WON + LOST + OPEN, []),
        (WON.partition("d5")[0], []),  # four may be chance
    ],
)
def test_what_is_nowhere_in_five_deals_is_told(company, doubts, rows, found):
    assert reasons(company(HEAD + rows), doubts) == found


def test_a_history_before_the_close_saw_them_open(company, doubts):
    history = "deal_id,at,stage\nd1,2026-06-01T08:00:00Z,propose\n"

    assert reasons(company(HEAD + WON, deal_history=history), doubts) == ["no_losses_recorded"]


def test_the_line_told_answers_it(company, doubts, pasted):
    made = pasted(company(HEAD + WON, toml="[deals]\n"), "no_open_recorded")

    assert reasons(made, doubts) == []
