"""What is accepted and read by nothing is named."""

from workbench.publish.data_notes import data_notes
from workbench.review.quality.sense.doubtful import doubtful

TEMPLATE = """
name = "own"
label = { zh = "自己", en = "Own" }
sections = ["cover", "rating"]
[[forms.rating]]
key = "r1"
kind = "rating"
label = { zh = "纪律", en = "Discipline" }
options = [ { zh = "低", en = "low" }, { zh = "高", en = "high" } ]
"""


def unread(made):
    return [
        (each.table, each.told)
        for each in doubtful(made.freeze(), made.workspace)
        if each.kind == "unread"
    ]


def test_a_mapped_column_that_nothing_reads_is_named(company):
    made = company("deal_id,rep_id,is_closed,is_won,stage,exclude_reason\nd,ana,false,false,a,b\n")

    assert unread(made) == [("deals", ("exclude_reason",))]


def test_a_weight_that_makes_no_score_is_named_with_its_place(company):
    made = company()
    (made.folder / "templates").mkdir()
    own = made.folder / "templates" / "own.toml"
    own.write_text(TEMPLATE, encoding="utf-8")
    assert unread(made) == []

    own.write_text(TEMPLATE + "weight = 0.5\n", encoding="utf-8")
    assert unread(made) == [("templates/own.toml", ("forms.rating, r1: weight = 0.5",))]

    own.write_text(TEMPLATE + "weight = 1\n", encoding="utf-8")
    assert unread(made) == []


def test_a_broken_template_stops_no_check(company):
    made = company()
    (made.folder / "templates").mkdir()
    (made.folder / "templates" / "own.toml").write_text("name = ", encoding="utf-8")

    assert unread(made) == []


def test_it_is_told_in_a_line_and_is_no_fault_of_the_data(company):
    made = company(
        "deal_id,rep_id,is_closed,is_won,stage,exclude_reason\nd,ana,false,false,a,b\n",
        reps="rep_id,name\nana,Ana\n",
    )
    snapshot = made.freeze()
    text = data_notes(snapshot, "en", doubts=doubtful(snapshot, made.workspace))

    line = "deals: 1 entry: accepted, but nothing reads it (it moves no figure): exclude_reason"
    assert line in text.splitlines()
    assert text.startswith("Every row of every table is sound.")
