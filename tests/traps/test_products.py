"""Ways in which a change of what somebody sold is told falsely.

The record begins in 2025-01; each deal is one unit of its product. A year before: 2025-Q3.
"""

HEAD = "deal_id,rep_id,product_id,amount,is_closed,is_won,created_on,close_on\n"
BEGIN = "Z,bo,p,1,true,false,2025-01-01,2025-02-01\n"
PRODUCTS = "product_id,name\np,P\nq,Q\nr,R\n"


def deal(key, rep, product, amount, year):
    return f"{key},{rep},{product},{amount},true,true,{year}-07-01,{year}-08-01\n"


# Ana sold p in both years, and q for 40 in the first alone
ANA = deal("A", "ana", "p", 100, 2025) + deal("B", "ana", "p", 100, 2026)
SOLD_Q = deal("C", "ana", "q", 40, 2025)


def parts(made, rep="ana"):
    """Give the parts that are not nothing, by name."""
    rows = made.facts().comparisons.to_pylist()
    return {
        row["method"].removeprefix("change_"): row["value"]
        for row in rows
        if row["rep_id"] == rep and row["method"].startswith("change_") and row["value"]
    }


def test_a_product_others_still_sell_is_dropped(company):
    made = company(HEAD + BEGIN + ANA + SOLD_Q + deal("D", "bo", "q", 9, 2026), products=PRODUCTS)

    assert parts(made) == {"dropped": -40}


def test_a_product_nobody_sells_any_more_was_not_dropped_by_a_rep(company):
    made = company(HEAD + BEGIN + ANA + SOLD_Q, products=PRODUCTS)

    assert parts(made) == {"withdrawn": -40}


def test_what_a_rep_never_sold_is_neither_dropped_nor_new(company):
    # Bo alone sells q, in both years
    others = deal("D", "bo", "q", 9, 2025) + deal("E", "bo", "q", 9, 2026)
    made = company(HEAD + BEGIN + ANA + others, products=PRODUCTS)

    assert parts(made) == {}


def test_who_left_in_the_period_dropped_nothing(company):
    reps = "rep_id,name,hired_on,left_on\nana,Ana,2020-01-01,2026-08-15\nbo,Bo,2020-01-01,\n"
    made = company(
        HEAD + BEGIN + ANA + SOLD_Q + deal("D", "bo", "q", 9, 2026), reps=reps, products=PRODUCTS
    )

    assert parts(made) == {"away": -40}


def test_who_came_after_the_year_before_began_sells_nothing_new(company):
    reps = "rep_id,name,hired_on\nana,Ana,2025-07-20\nbo,Bo,2020-01-01\n"
    made = company(
        HEAD + BEGIN + ANA + deal("D", "ana", "r", 30, 2026), reps=reps, products=PRODUCTS
    )

    assert parts(made) == {"away": 30}


def test_who_was_there_and_sold_none_of_it_sells_it_newly(company):
    made = company(HEAD + BEGIN + ANA + deal("D", "ana", "r", 30, 2026), products=PRODUCTS)

    assert parts(made) == {"new": 30}


def test_less_of_the_same_is_no_product_dropped(company):
    # Two of p a year before, one now; nothing tells a product
    rows = HEAD + BEGIN + ANA + deal("C", "ana", "p", 100, 2025)
    made = company("".join(line.replace(",p,", ",,") for line in rows.splitlines(keepends=True)))

    assert parts(made) == {"volume": -100}
