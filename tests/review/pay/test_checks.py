"""What is looked at before a run is approved: each anomaly as a sentence, in both languages."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from workbench.i18n import LANGS
from workbench.model.calendar import Calendar
from workbench.review.pay.checks import checked
from workbench.review.pay.checks_text import checks_text, sentence
from workbench.review.pay.findings import CODES, findings_of

PERIOD = Calendar().period("2026-Q3")
FAULT = "ana is on two plans on 2026-08-01."
# By code: a statement that has it, and one just short of it
CASES = {
    "fault": ({"pay": None, "fault": FAULT, "is_partial": True}, {}),
    "negative": ({"pay": "-1"}, {"pay": "0"}),
    "doubly": ({"figures": {"count/doubly": "1"}}, {"figures": {"count/doubly": "0"}}),
    "unknown": ({"is_partial": True, "figures": {"component/ae/A": ""}}, {}),
    "nothing": (
        {"pay": "0", "figures": {"gross": "90", "deferred": "-70", "draw_recovered": "-20"}},
        {"pay": "0", "figures": {"gross": "0"}},
    ),
    "adjusted": (
        {"figures": {"adjusted": "-10.01", "cause/lost": "-12.01", "cause/rate": "2"}},
        {"figures": {"adjusted": "-10"}},
    ),
    "owed": ({"figures": {"owed_after": "3"}}, {"figures": {"owed_after": "0"}}),
    "two-plans": ({"figures": {"component/se/A": "1"}}, {"figures": {"component/ae/B": "1"}}),
    "capped": ({"figures": {"cap_loss": "-1"}}, {"figures": {"cap_loss": "0"}}),
    "held": ({"figures": {"count/held": "2"}}, {"figures": {"count/held": "0"}}),
}
SAYS = {
    "fault": ("ana Ana", FAULT),
    "negative": ("ana Ana", "1.00"),
    "doubly": ("ana Ana",),
    "unknown": ("ana Ana", "100.00", "A"),
    "nothing": ("ana Ana", "90.00", "70.00", "20.00"),
    "adjusted": ("ana Ana", "10.01", "12.01", "2.00", "100.00"),
    "owed": ("ana Ana", "3.00"),
    "two-plans": ("ana Ana", "ae 1, se 1"),
    "capped": ("ana Ana", "1.00", "100.00"),
    "held": ("ana Ana", "2"),
}


@pytest.fixture
def told(run, everybody):
    def make(lines, issued=(), on_no_plan=()):
        return checked(run, lines, list(issued), everybody, on_no_plan)

    return make


def codes(lines, issued=(), on_no_plan=()):
    return [each.code for each in findings_of(lines, issued, on_no_plan)]


@pytest.mark.parametrize("code", CASES)
def test_an_anomaly_is_found_and_what_is_just_short_of_it_is_not(line, code):
    has, has_not = CASES[code]

    assert code in codes([line(**has)])
    assert code not in codes([line(**has_not)])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CASES)
def test_a_sentence_names_who_and_the_sums(line, told, code, lang):
    plans = "ae 1, se 1" if code == "two-plans" else "ae 1"
    checks = told([line(**CASES[code][0], plans=plans)])
    (found,) = [each for each in checks.findings if each.code == code]
    says = sentence(found, checks, lang)

    assert [part for part in SAYS[code] if part not in says] == []


def test_a_plain_statement_has_nothing_to_look_at(line):
    assert codes([line()]) == []


def test_pay_beyond_the_own_history_is_told_with_n_and_the_range(line, told):
    before = [
        line("ana", pay, f"2025-Q{n}") for n, pay in enumerate(("90", "100", "100", "110"), 1)
    ]
    others = [line("bo", "500", f"2025-Q{n}") for n in range(1, 5)]
    # Median 100, distances 10, 0, 0, 10: their median is 5; 3 x 1.4826 x 5 is under the floor
    checks = told([line(pay="125.01")], [*before, *others])
    (found,) = [each for each in checks.findings if each.code == "history"]

    assert (found.n, found.sums["low"], found.sums["high"]) == (4, Decimal(75), Decimal(125))
    assert "¥125.01; going by the 4 statements" in sentence(found, checks, "en")
    assert "按以前 4 份结算单，平常在75.00元到125.00元之间" in sentence(found, checks, "zh")
    assert "history" not in codes([line(pay="125")], before)
    assert "history" not in codes([line(pay="900")], before[1:])  # three say nothing
    assert "history" not in codes([line(pay="900", currency="USD")], before)
    dollars = [replace(each, currency="USD") for each in before]
    assert "history" not in codes([line(pay="900")], dollars)


@pytest.mark.parametrize(
    ("lang", "says"),
    [("en", "2 people are at work in this period and on no plan: bo Bo, cy =Cy."),
     ("zh", "本期在职而不在任何方案上的有 2 人：bo Bo、cy =Cy。")],
)  # fmt: skip
def test_people_on_no_plan_are_one_sentence(line, told, lang, says):
    checks = told([line()], on_no_plan=["bo", "cy"])
    (found,) = checks.findings

    assert sentence(found, checks, lang).startswith(says)


def test_a_total_below_zero_stops(line, told):
    checks = told([line(pay="-50"), line("bo", "20")])
    negative, below, *_rest = checks.findings

    assert (negative.code, negative.reps, negative.sums["pay"]) == ("negative", ("ana",), -50)
    assert (below.code, below.reps, below.sums["pay"]) == ("below", (), -30)
    assert "pays −¥30.00 in all" in sentence(below, checks, "en")
    assert "合计−30.00元" in sentence(below, checks, "zh")


def test_what_stops_comes_first_then_what_is_unusual_then_what_is_to_be_known(line):
    made = [line(**CASES[code][0], rep_id=f"r{n}") for n, code in enumerate(reversed(CASES))]
    found = findings_of(made, [], ["zed"])
    weights = [each.weight for each in found]

    assert weights == sorted(weights, key=["stops", "unusual", "know"].index)
    assert {each.code for each in found} == {*CODES} - {"below", "history"}


@pytest.mark.parametrize("lang", LANGS)
def test_table_and_json_tell_the_same(line, told, lang):
    checks = told(
        [line(is_partial=True, figures={"component/ae/A": ""})], [line("ana", "80", "2026-Q2")]
    )
    table = checks_text(checks, PERIOD, "table", lang)
    found = json.loads(checks_text(checks, PERIOD, "json", lang))

    assert found["findings"][0]["sentence"] in table
    assert (found["totals"][0]["sum"], found["totals"][0]["change"]) == ("100", "20")
    assert found["totals"][0]["is_at_least"]
    assert {"zh": "至少100.00", "en": "at least 100.00"}[lang] in table
    assert "+20.00" in table
    assert "2026-Q2" in table
    assert "5eed5eed" in table


@pytest.mark.parametrize("lang", LANGS)
def test_a_first_run_says_that_there_is_nothing_to_hold_it_against(line, told, lang):
    table = checks_text(told([line()]), PERIOD, "table", lang)

    assert {"zh": "没有可比的一期", "en": "nothing to compare it with"}[lang] in table
    assert {"zh": "没有发现异常", "en": "nothing out of the ordinary"}[lang] in table
