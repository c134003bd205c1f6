"""Whether the year closes: closed months, what as many months brought before, and how that held."""

from datetime import date
from decimal import Decimal

import pytest

from tests.review.by_hand import brief, company_of_nothing
from workbench.page.parts import exhibits_of
from workbench.page.text import blocks_text
from workbench.review.review import open_review
from workbench.review.sections.year_end import year_end
from workbench.review.year_end import Band, YearEnd, band_of, earlier_tries, stretches

MONTHS = [date(2026, month, 1) for month in range(1, 13)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def sums(*amounts):
    return [None if each is None else Decimal(each) for each in amounts]


def test_a_stretch_is_as_many_months_in_a_row_and_none_goes_over_a_gap():
    assert stretches(sums(1, 2, 4, None, 8, 16), 2) == sums(3, 6, 24)
    assert stretches(sums(1, 2), 3) == []


def test_the_band_is_the_middle_half():
    assert band_of(sums(4, 1, 2, 5, 3)) == Band(*sums(2, 3, 4))


def test_an_earlier_estimate_knows_only_what_was_known_then():
    # Eight months of 10 and 20 in turn: the middle half is 10 to 20; then 15, of which nothing
    # was known, lies inside, and 99 does not
    steady = sums(*[10, 20] * 4)

    assert earlier_tries([*steady, Decimal(15)], 1) == [True]
    assert earlier_tries([*steady, Decimal(99)], 1) == [False]
    assert earlier_tries([*steady, *sums(0, 0, 0, 15)], 1) == [True, False]  # each quarter end
    assert earlier_tries([*steady, None], 1) == []
    assert earlier_tries(steady, 1) == []  # seven known before it


def found(**more):
    told = {
        "year": "2026", "months": MONTHS, "so_far": sums(*(n * 100_000 for n in range(1, 12))),
        "bands": [Band(*sums(1_150_000, 1_200_000, 1_250_000))], "stretches": 20,
        "target": Decimal(1_200_000), "held": 3, "tried": 8,
    }  # fmt: skip
    return YearEnd(**{**told, **more})


def shown(folder, year, lang="en"):
    made = brief(folder, lang=lang, year_end=year)
    return year_end(made)


@pytest.mark.parametrize(
    ("target", "said"),
    [(1_150_000, "above the target of ¥1.15M"), (1_250_000, "the target of ¥1.25M lies within"),
     (1_250_001, "not yet the target of ¥1.25M"), (None, "¥1.15M to ¥1.25M")],
    ids=["reached at the lower end", "at the upper end", "beyond it", "none"],
)  # fmt: skip
def test_the_band_is_held_against_the_target(folder, target, said):
    amount = None if target is None else Decimal(target)
    (drawn,) = exhibits_of(shown(folder, found(target=amount)))

    assert drawn.title.endswith(said)
    assert len(drawn.figures.rows) == 12
    assert "¥1.10M" in drawn.picture.description


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "Of 8 earlier quarter ends, the same rule would have held at 3; a middle half holds"),
     ("zh", "同样的算法放到过去 8 个季度末，结果有 3 次落在区间里")],
)  # fmt: skip
def test_how_it_held_before_stands_beneath(folder, lang, said):
    assert said in " ".join(blocks_text(shown(folder, found(), lang), lang))


def test_too_little_known_is_told_with_its_numbers_and_draws_nothing(folder):
    blocks = shown(folder, found(so_far=sums(1, 2, 3), bands=(), stretches=1))

    assert list(exhibits_of(blocks)) == []
    assert " ".join(blocks_text(blocks, "en")).strip() == (
        "9 months of 2026 are left. To say where it ends takes at least 8 closed stretches of"
        " that length; there is one yet."
    )


HEAD = "deal_id,rep_id,amount,currency,is_closed,is_won,created_on,close_on\n"
REPS = "rep_id,name,hired_on\nana,Ana,2020-01-01\nbo,Bo,2026-05-10\n"


@pytest.fixture
def made(company):
    """Ana wins 100 in each month from June 2025 on; Bo came in May and wins 7 a month since."""
    months = [(2025, n) for n in range(6, 13)] + [(2026, n) for n in range(1, 11)]
    rows = [f"A{y}{m},ana,100,CNY,true,true,2025-06-01,{y}-{m:02}-15" for y, m in months]
    rows += [f"B{m},bo,7,CNY,true,true,2026-05-10,2026-{m:02}-20" for m in range(5, 10)]
    quotas = "rep_id,metric,start_on,end_on,target\nana,won_revenue,2026-01-01,2027-01-01,1300\n"
    return company(HEAD + "\n".join(rows) + "\n", reps=REPS, quotas=quotas)


def year_of(made, rep, period="2026-Q3"):
    return open_review(rep, period, str(made.folder), lang="en", surface="document").year_end


def test_the_year_is_made_of_its_closed_months_and_stretches_before(made):
    found = year_of(made, "ana")

    assert (found.year, found.left, found.so_far[-1], found.target) == ("2026", 3, 900, 1300)
    assert found.bands[-1] == Band(*sums(1200, 1200, 1200))  # each three months brought 300
    # July 2025, the first whole month on record, to September 2026 are 15: 13 stretches of three
    assert (found.stretches, found.held, found.tried) == (13, 1, 1)


def test_who_came_in_the_year_is_told_that_too_little_is_known(made):
    found = year_of(made, "bo")

    assert (found.so_far[-1], found.bands, found.target) == (35, (), None)
    assert found.stretches == 2  # June to September; May was not whole


def test_what_is_over_by_then_is_no_question(made):
    assert year_of(made, "ana", "2026") is not None  # it runs, to the end of September
    assert year_of(made, "ana", "2025-Q4") is None
    assert year_of(made, "ana", "2026-W30") is not None
