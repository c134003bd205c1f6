"""What of a review stands in its deck, and what stays between the two."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.i18n import message
from workbench.page.form import Written
from workbench.page.parts import Callout, Terms
from workbench.page.slides import section_slides

sys.path.insert(0, str(Path(__file__).parent))

from by_hand import brief, company_of_nothing, fact, written

from workbench.review.section import KEYS
from workbench.review.sections.every import section
from workbench.review.slides import PLACES, slide_of

FIGURES = (fact("won_revenue", 1_500_000, "money", n=3), fact("won_deals", 3))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return company_of_nothing(tmp_path_factory.mktemp("nothing"))


def slide(key, made, *, is_signed=False):
    return slide_of(section(key, made), made, is_signed=is_signed)


def test_pay_rating_feedback_and_others_figures_have_no_slide(folder):
    made = brief(folder, *FIGURES)
    told = {key: slide(key, made) for key in KEYS}

    assert [key for key, each in told.items() if each] == [
        key for key in KEYS if key in PLACES and key != "goals"
    ]  # fmt: skip
    assert {key: each.facts["place"] for key, each in told.items() if each} == {
        key: PLACES.index(key) for key in PLACES if key != "goals"
    }


def test_what_somebody_has_to_write_is_asked_until_both_have_signed(folder):
    made = brief(folder, *FIGURES)

    assert "To be written" in section_slides(slide("highlights", made))
    signed = slide("highlights", made, is_signed=True)
    assert [item.to_write for item in signed.form.items] == [""]
    assert '"parts": []' in section_slides(signed)


def test_the_own_view_of_competence_is_shown_and_the_managers_is_not(folder):
    own = written("competence", "matrix", [["Discovery", "4", "asks early"]])
    both = {**own.entries, **written("competence", "matrix", [["Discovery", "1", "HARSH"]],
                                     "manager").entries}  # fmt: skip
    told = section_slides(slide("competence", brief(folder, answers=replace(own, entries=both))))
    alone = written("competence", "matrix", [["Discovery", "1", "HARSH"]], "manager")
    unsaid = section_slides(slide("competence", brief(folder, answers=alone)))

    assert "asks early" in told
    assert "HARSH" not in told + unsaid
    assert "To be written · Ana" in unsaid


def test_own_words_are_headed_by_the_section_and_tables_by_how_many_lines(folder):
    cases = written("highlights", "cases", "Called the one who decides.")
    plan = written("plan", "actions", [["call", "calls", "0 → 9", "2026-12-01", ""]], "shared")

    told = slide("highlights", brief(folder, answers=cases))
    assert told.finding == "Highlights and cases"
    assert "Called the one who decides." in section_slides(told)
    assert slide("plan", brief(folder, answers=plan)).finding == "One action for the next period"
    assert slide("plan", brief(folder, answers=plan, lang="zh")).finding == "下期 1 项行动"


def test_what_operators_are_told_of_missing_tables_is_on_no_slide(folder):
    made = brief(folder)
    shown = section("competence", made)

    assert [each for each in shown.blocks if isinstance(each, Callout)]
    assert "growth.toml" not in section_slides(slide("competence", made))


def test_a_rating_both_signed_is_not_in_the_verdict_of_a_deck(folder):
    made = brief(folder, *FIGURES)
    rating = message("verdict-rating-label", "en")
    told = replace(section("summary", made), blocks=[Terms([(rating, "LEVEL"), ("Why", "CAUSE")])])
    shown = section_slides(slide_of(told, made, is_signed=True))

    assert ("CAUSE" in shown, "LEVEL" in shown) == (True, False)


def test_words_for_two_alone_are_left_out(folder):
    made = brief(folder)
    template = made.template
    items = template.forms["highlights"]
    private = tuple(item.model_copy(update={"is_private": True}) for item in items)
    forms = {**template.forms, "highlights": private}
    asked = section("highlights", made)
    said = Written("Ana", "", (("", "SECRET"),))
    told = replace(asked, form=replace(asked.form, items=[
        replace(item, written=(said,)) for item in asked.form.items
    ]))  # fmt: skip
    closed = brief(folder, template=template.model_copy(update={"forms": forms}))

    assert "SECRET" in section_slides(slide_of(told, made, is_signed=False))
    assert "SECRET" not in section_slides(slide_of(told, closed, is_signed=False))
