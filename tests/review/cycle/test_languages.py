"""What the program wrote is kept as keys and figures: each reader has it in their own language.

Ana won a deal of 120,000 on 10 July; the draft of her self-review names it. An English-speaking
operator opened the cycle.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.drawn import drawn_entries
from workbench.review.cycle.opening import begin
from workbench.review.cycle.sheet import read_sheet, write_sheet
from workbench.review.growing.honours import in_words
from workbench.review.kept import drawn, figure, lines, marked, sentence, stage
from workbench.store import Actor
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.registers import Line
from workbench.widgets.form import form_of

OPS, ANA, NAME = Actor("O", "sales_ops"), Actor("ana", "rep"), "2026-Q3:quarterly"
CASES = ("highlights", "cases", "rep")
DEALS = """
deal_id,rep_id,name,amount,is_closed,is_won,created_on,close_on
D1,ana,Lab,120000,true,true,2026-07-01,2026-07-10
"""
TOLD = {"en": "D1 Lab · ¥120k · 07-10", "zh": "D1 Lab · 12.0万元 · 07-10"}


@pytest.fixture
def desk(company):
    made = company(DEALS)
    made.freeze()
    opened = open_desk(made.workspace, "en")
    begin(opened, OPS, "2026-Q3", reps=["ana"])
    yield opened
    opened.store.engine.dispose()


def entry_of(desk):
    return read_entries(desk.store, ANA, NAME, "ana")[CASES]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_draft_is_in_the_language_of_who_reads_it(desk, lang):
    page = form_of(replace(desk, lang=lang), ANA, NAME, "ana", "highlights")

    assert page.drafts["highlights.cases.rep"].field.value == TOLD[lang]
    assert entry_of(desk).is_proposed
    assert drawn_entries({CASES: entry_of(desk)}, lang)[CASES].value == TOLD[lang]


def test_a_draft_somebody_took_is_their_words_and_stays(desk):
    place = Place(NAME, "ana", "highlights", "cases", "rep")
    save_entry(desk.store, ANA, place, TOLD["zh"], entry_of(desk).version)

    for lang in ("zh", "en"):
        page = form_of(replace(desk, lang=lang), ANA, NAME, "ana", "highlights")
        assert page.drafts["highlights.cases.rep"].field.value == TOLD["zh"]
    assert not entry_of(desk).is_proposed


def test_a_sheet_brings_an_untouched_draft_back_as_one_in_either_language(desk, tmp_path):
    chinese = replace(desk, lang="zh")
    file = write_sheet(chinese, ANA, NAME, "ana", tmp_path / "ana.xlsx")
    taken = read_sheet(desk, ANA, file)

    assert "highlights.cases" not in taken.saved
    assert entry_of(desk).is_proposed


@pytest.mark.parametrize(("lang", "told"), [("en", "98 d in Negotiate"), ("zh", "在商务 98 天")])
def test_a_deal_seen_in_a_session_is_told_in_either_language(lang, told):
    seen = sentence("coach-stay", stage=stage("Negotiate"), days=figure(Decimal(98), "days"))

    assert drawn(seen, lang) == told
    assert drawn([["D1", seen]], lang) == [["D1", told]]


def test_what_was_seen_is_found_again_by_its_words_and_told_anew_in_the_other_language():
    seen = sentence("coach-stay", stage=stage("Negotiate"), days=figure(Decimal(98), "days"))
    told = {"situation": "said so", "evidence": lines([seen, "and more"])}

    assert marked(told, "zh") == {"在商务 98 天": seen}
    assert drawn(told, "en") == {"situation": "said so", "evidence": "98 d in Negotiate\nand more"}


def test_what_people_or_an_earlier_version_wrote_is_given_back_as_it_is():
    for value in ("D1 · ¥120k", {"level": 3, "reason": "said"}, [["a", ""]], None, 4, True):
        assert drawn(value, "zh") == value


def test_a_figure_that_is_absent_stays_absent_and_several_stand_on_their_lines():
    assert drawn(lines([figure(None, "money", "CNY"), figure(Decimal("0.3"), "share")]), "en") == (
        "—\n30.0%"
    )


def test_an_award_of_a_rule_is_told_in_either_language_and_a_persons_as_written():
    rule = {
        "key": "top", "label": {"zh": "最高", "en": "Top"}, "figure": "win_rate",
        "every": "quarter",
    }  # fmt: skip
    kept = Line(
        register="award", what="Top 2026-Q3", rep_id="ana", grounds="in English",
        about={"award": "top", "period": "2026-Q3", "rule": rule},
    )  # fmt: skip
    typed = Line(register="award", what="为客户", rep_id="ana", grounds="看到的")

    assert "最高" in in_words(kept, "zh").what
    assert "Top" in in_words(kept, "en").what
    assert "in English" not in in_words(kept, "zh").grounds
    assert in_words(typed, "en") == typed
