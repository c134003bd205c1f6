"""The sheet of what is to be reported: each section, who fills what, and what must be filled."""

import pytest

from workbench.review.cycle.requirements import requirements_text
from workbench.review.template import Item, Template

FORM = Template(
    name="t",
    label={"zh": "季度述职", "en": "Quarterly"},
    sections=("commitments", "support"),
    forms={
        "commitments": [
            Item.model_validate(each)
            for each in (
                {"key": "a", "kind": "text", "label": {"zh": "甲", "en": "First"},
                 "is_required": True, "help": {"zh": "写清楚", "en": "Be clear"}},
                {"key": "b", "kind": "text", "label": {"zh": "乙", "en": "Second"},
                 "filled_by": "both", "is_private": True},
            )
        ]
    },
)  # fmt: skip


def lines(lang):
    return requirements_text(FORM, lang).splitlines()


@pytest.mark.parametrize(
    ("lang", "title", "items"),
    [
        (
            "en",
            "# What to report: Quarterly",
            [
                "- First (Written by the rep, required) Be clear",
                "- Second (Written by both, the manager reads it only once five or more people's "
                "are put together)",
            ],
        ),
        (
            "zh",
            "# 述职要求：季度述职",
            [
                "- 甲（销售填写、必填）写清楚",
                "- 乙（双方填写、经理只能看到五人以上合并后的内容）",
            ],
        ),
    ],
)
def test_each_item_says_who_fills_it_and_whether_it_must_be(lang, title, items):
    told = lines(lang)

    assert told[0] == title
    assert told[1] == ""
    assert [line for line in told if line.startswith("- ")][:2] == items


def test_sections_stand_numbered_with_their_question_and_one_without_items_says_so():
    told = lines("en")
    first = told.index("## 1 Last period's commitments: What became of what was promised?")
    second = told.index("## 2 Support needed: Who should do what?")

    assert told[second - 1] == ""  # a paragraph of its own
    assert second - first == 4
    assert told[second + 1 :] == [
        "- From the data: check it, and question anything that looks wrong"
    ]


def test_the_sheet_ends_with_a_line_feed():
    assert requirements_text(FORM, "en").endswith("looks wrong\n")
