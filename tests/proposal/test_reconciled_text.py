"""The terminal shows both counts, what lies between them, and says what it cannot explain."""

from datetime import date
from decimal import Decimal

from workbench.proposal.counted import Counted
from workbench.proposal.reconcile import Reconciled
from workbench.proposal.reconciled_text import reconciled_text
from workbench.proposal.seen import Idle, Spanned

FILE = Counted({"won": 1200, "lost": 3}, {"EUR": Decimal("5000.5"), "USD": Decimal(70)})
TWIN = Counted({"won": -1}, {"EUR": Decimal("-100.25")})
DEALS = Spanned("deals", 1202, {"close_on": (date(2026, 7, 1), date(2026, 9, 30))})


def told(lang="en", here=None, **others):
    given = {"reasons": {"duplicate_row": TWIN}, "unread": (), "has_amounts": True, "idle": ()}
    here = FILE + TWIN if here is None else here
    found = Reconciled("deals.csv", FILE, here, tables=(DEALS,), **(given | others))
    return reconciled_text(found, lang)


def table(*given, **others):
    return told(*given, **others).partition("\n\n")[0].splitlines()


def test_counts_stand_above_each_other_with_the_difference_between_them():
    assert table() == [
        "                                    won  lost  open  won, EUR  won, USD",
        "in deals.csv                      1,200     3     0  5,000.50     70.00",
        "same as another row; one is kept     −1               −100.25",
        "counted here                      1,199     3     0  4,900.25     70.00",
        "The file and what is counted here differ for the reasons above, and for no other.",
    ]


def test_chinese_labels_take_two_columns_a_character():
    assert table("zh")[:4] == [
        "                             赢单  丢单  未结  赢单金额 EUR  赢单金额 USD",
        "deals.csv 中                1,200     3     0      5,000.50         70.00",
        "与另一行完全相同，只留一行     −1                   −100.25",
        "这里统计                    1,199     3     0      4,900.25         70.00",
    ]


def test_what_is_not_explained_is_a_line_and_a_sentence():
    *_, apart, here, said = table(here=FILE)

    assert apart.split() == ["not", "explained", "+1", "+100.25"]
    assert here.split()[2:4] == ["1,200", "3"]
    assert said.startswith("Something was read differently from what the file says.")


def test_deals_that_are_apart_are_told_where_their_sums_agree():
    lost = Counted({"lost": 1, "won": -1})

    assert table(here=FILE + TWIN + lost)[-3].split() == ["not", "explained", "−1", "+1"]


def test_a_currency_only_one_of_both_has_is_nothing_in_the_other():
    dollars = Counted({}, {"USD": Decimal(-70)})
    file, _twin, here, _said = table(here=FILE + dollars, reasons={"merged": dollars})[1:]

    assert [line.split()[-1] for line in (file, here)] == ["70.00", "0.00"]
    only_here = Reconciled("d", Counted(), Counted({}, {"EUR": Decimal(5)}), {}, (), True, (), ())  # noqa: FBT003 (has amounts)
    told = reconciled_text(only_here, "en").splitlines()
    assert [line.split()[-1] for line in told[1:4]] == ["0.00", "+5.00", "5.00"]


def test_counts_that_agree_are_said_to():
    assert table(here=FILE, reasons={})[-1] == "The file and what is counted here agree."


def test_a_difference_below_a_hundredth_is_not_rounded_away():
    third = Counted({}, {"EUR": Decimal("0.00004")})

    assert table(here=FILE + third, reasons={"rounded": third})[2].split()[-1] == "+0.00004"


def test_many_currencies_stand_in_tables_of_their_own():
    five = Counted({"won": 5}, {name: Decimal(1) for name in ("", "CNY", "EUR", "GBP", "USD")})
    found = Reconciled("d", five, five, {}, (), True, (), ())  # noqa: FBT003 (has amounts)

    heads = [" ".join(line.split()) for line in reconciled_text(found, "en").splitlines()[::3][:2]]
    assert heads == [
        "won lost open won, no currency won, CNY won, EUR",
        "won, GBP won, USD",
    ]


def test_amounts_that_are_no_numbers_and_columns_that_are_not_there_are_told():
    assert table(unread=("ca. 5", "x"))[-1] == (
        "The amounts of 2 won deals are not numbers (such as 'ca. 5');"
        " the sum of the file is without them."
    )
    assert table(has_amounts=False)[-1].startswith("No column gives the amounts of deals")


def test_spans_and_people_whom_nothing_names_are_listed():
    people = tuple(Idle(f"{n}", f"P{n}", is_manager=n == 1) for n in range(10))

    spans, _, said = told(idle=people).partition("\n\n")[2].partition("\n\n")
    assert spans.splitlines()[1] == "deals  1,202  close_on 1 Jul – 30 Sep 2026"
    assert said == (
        "10 people on the list of reps are in no deal, quota or activity:"
        " P0, P1 (leads others), P2, P3, P4, P5, P6, P7 and 2 more\n"
    )


def test_deals_whose_words_say_nothing_have_a_column_only_where_there_are_some():
    assert "unclear" not in table()[0]
    assert "unclear" in table(here=FILE + Counted({"unclear": 1}))[0]
