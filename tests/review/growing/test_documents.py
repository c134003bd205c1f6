"""What a rep's document says of help, thanks and values, and what of others is never in it."""

from datetime import date, datetime

import pytest

from workbench.batch.inputs import Inputs, input_hash
from workbench.batch.plan import Request, plan
from workbench.batch.written import written
from workbench.i18n import LANGS
from workbench.page.html import form_html
from workbench.review.cycle.checking import missing
from workbench.review.forms import form
from workbench.review.growing.awards import grant
from workbench.review.growing.lines import own_lines
from workbench.review.growing.team import open_team
from workbench.review.reader import document_of
from workbench.review.review import open_review
from workbench.review.template import load_template
from workbench.store import Actor
from workbench.store.attendance import note_attendance
from workbench.store.entries import Entry, Place
from workbench.store.registers import Line, add_line
from workbench.widgets.fields import field_of

HR, MIA, BO, CY = Actor("H", "hr"), Actor("mia", "manager"), Actor("bo", "rep"), Actor("cy", "rep")
PLANT = "PLANTEDWORDS"
ACTIVITIES = """
activity_id,rep_id,kind,at,deal_id,is_done
1,ana,visit,2026-08-02T08:00:00Z,cy0,true
2,ana,call,2026-08-03T08:00:00Z,cy0,true
3,ana,call,2026-08-03T08:00:00Z,cy1,false
4,ana,call,2026-08-03T08:00:00Z,ana0,true
5,ana,visit,2026-04-03T08:00:00Z,cy2,true
"""
SPLITS = "deal_id,rep_id,share\nbo0,bo,0.7\nbo0,ana,0.3\n"


@pytest.fixture
def lived(made, desk_of):
    """Ana helped Bo and Cy, was thanked and honoured; of the others there are planted words."""
    found = made(activities=ACTIVITIES, deal_splits=SPLITS)
    desk = desk_of(found)
    thank = {"register": "praise", "grounds": "seen <b>"}
    add_line(desk.store, BO, Line(what="Thank you", rep_id="ana", **thank))
    add_line(desk.store, CY, Line(what=PLANT, rep_id="bo", register="praise", grounds=PLANT))
    add_line(desk.store, HR, Line(what=PLANT, rep_id="cy", register="award", grounds=PLANT))
    add_line(desk.store, HR, Line(what=PLANT, rep_id="cy", register="reward", grounds=PLANT))
    mentoring = {"register": "mentoring", "what": PLANT, "owner": "ana"}
    add_line(desk.store, MIA, Line(rep_id="di", **mentoring))
    support = {"register": "support", "what": PLANT, "owner": "ana", "due_on": date(2026, 8, 20)}
    add_line(desk.store, BO, Line(rep_id="bo", **support))
    walk = {"register": "activity", "due_on": date(2026, 8, 1)}
    for team, line in (("north", "A walk"), ("south", PLANT), ("", "A fair")):
        kept = add_line(desk.store, MIA, Line(what=line, about={"team": team}, **walk))
        note_attendance(desk.store, MIA, kept.line, ["bo", "di"] if team else ["ana", "bo"])
    desk.store.clock.now = datetime(2026, 10, 5)
    grant(desk, HR, "champion", "ana", "2026-Q3", "steady <i>")
    return found


def html(lived, rep_id="ana", lang="en", period="2026-Q3"):
    review = open_review(rep_id, period, str(lived.folder), lang=lang, surface="document")
    keys = ("competence", "values", "support", "rating")
    return "".join(review.section(key).html for key in keys)


def test_help_is_told_from_records(lived):
    shown = html(lived)

    # Bo by a split and praise, Cy by two activities on one deal, Di by mentoring
    assert "3 colleagues helped, by 4 pieces of evidence" in shown
    assert "2 activities on deals never owned" in shown
    assert "1 / 2" in shown  # of the walk and the fair
    assert "never in it" in shown


def test_thanks_and_honours_stand_with_rule_and_reason(lived):
    shown = html(lived)

    assert "Thank you" in shown
    assert "seen &lt;b&gt;" in shown
    assert ">Bo<" in shown  # who thanked this rep
    assert "Champion, 2026-Q3" in shown
    assert "Granted for: “steady &lt;i&gt;”" in shown
    assert "counted as if 8 more deals" in shown
    assert "A seat at a fair" in shown


def test_an_honour_is_told_in_the_readers_language(lived):
    assert "2026-Q3 冠军" in html(lived, lang="zh")
    assert "展会名额" in html(lived, lang="zh")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("rep_id", ["ana", "ed"])
def test_nothing_of_others_is_in_a_document(lived, rep_id, lang):
    shown = html(lived, rep_id, lang)

    assert PLANT not in shown
    named = {"ana": ("Cy", "Di", "Ed", "Flo"), "ed": ("Ana", "Bo", "Cy", "Di", "Flo")}
    assert [name for name in named[rep_id] if f">{name}<" in shown or f" {name} " in shown] == []


def test_another_period_shows_none_of_it(lived):
    shown = html(lived, period="2026-Q1")

    assert "Thank you" not in shown
    assert "Champion, 2026-Q3" not in shown


def test_the_score_knows_nothing_of_teamwork(lived):
    review = open_review("ana", "2026-Q3", str(lived.folder), lang="en")
    keys = {key for key, _by, _level in review.figures.facts}

    assert not any("help" in key or "teamwork" in key or "praise" in key for key in keys)


def hashes(asked):
    with written(asked) as store:
        inputs = Inputs(asked, store)
        return {rep: input_hash(inputs.parts(rep, ("en", "talk"), None)) for rep in ("ana", "ed")}


def test_a_document_is_made_again_when_its_lines_or_growth_toml_change(lived, desk_of):
    asked = plan(lived.workspace, Request(period="2026-Q3", reps=("ana", "ed")))
    before = hashes(asked)
    add_line(desk_of(lived).store, CY, Line(
        register="praise", what="again", rep_id="ana", grounds="x"))  # fmt: skip
    after = hashes(asked)

    assert after["ana"] != before["ana"]
    assert after["ed"] == before["ed"]
    text = (lived.folder / "growth.toml").read_text(encoding="utf-8")
    (lived.folder / "growth.toml").write_text(text + "# changed\n", encoding="utf-8")
    assert hashes(asked)["ed"] != after["ed"]


def test_the_wall_is_for_everybody_and_the_rest_is_not(lived):
    team = open_team("2026-Q3", str(lived.folder), actor="ed:rep", lang="en")

    assert "Thank you" in team.praise_wall().text()
    assert "1.2000" not in str(team.praise_wall()._repr_mimebundle_())
    shown = open_team("2026-Q3", str(lived.folder), actor="mia:manager", lang="en").teamwork()
    assert [row[:2] for row in shown.rows()[:3]] == [("Ana", "3"), ("Bo", "1"), ("Cy", "0")]


def test_without_store_and_records_one_line_says_so(made):
    company = made()
    found = own_lines(company.workspace, document_of("ana"), "ana", "north")

    assert (found.praise, found.attended) == ((), frozenset())
    assert "No splits, activities or registers are on record" in html(company)


(VALUES,) = [i for i in load_template("annual").forms["values"] if i.kind == "values"]


def test_values_are_told_by_the_behaviour_they_are_seen_by(made):
    company = made()
    review = open_review("ana", "2026-Q3", str(company.folder), lang="en", surface="document")
    shown = form_html(form("values", review), review.lang)

    assert "True figures: Tells bad news in the same week" in shown
    (item,) = [i for i in review.template.forms["values"] if i.key == "values"]
    assert field_of(item, "zh").value[0][0] == "说真话"


def test_a_company_without_values_is_not_asked_for_them(made):
    review = open_review("ana", "2026-Q3", str(made(growth="").folder), lang="en")

    assert [i.key for i in review.template.forms["values"]] == ["example"]
    assert VALUES.rows == ()


def test_the_name_of_a_value_is_no_answer(made):
    template = load_template("annual", made().folder)
    required = template.model_copy(update={"forms": {"values": tuple(
        item.model_copy(update={"is_required": True}) for item in template.forms["values"]
    )}})  # fmt: skip
    place = Place("c", "ana", "values", "values", "shared")

    def lacking(rows):
        entries = {
            ("values", "values", "shared"): Entry(
                place, rows, is_proposed=False, version=1, saved_at=None, saved_by="ana"
            )
        }
        return [key for _section, item in missing(required, entries, ("shared",))
                for key in [item.key]]  # fmt: skip

    assert "values" in lacking([["True figures", "", ""]])
    assert "values" not in lacking([["True figures", "said so", ""]])
