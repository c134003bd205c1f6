"""The pack of a team meeting: sums of five or more, nobody's own figure, every rule stated."""

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal

import openpyxl
import pypdf
import pytest
from markupsafe import Markup
from tests_team import HR, KIM, MIA, NORTH, OPS, WON

from workbench.errors import ParameterError, RefusedError, UnknownNameError
from workbench.metrics.fact import Fact
from workbench.publish.team_page import team_files, team_page
from workbench.review.team.figure import Whose
from workbench.review.team.figures import team_figures
from workbench.review.team.learnings import share, shared, take_back
from workbench.review.team.pack import open_pack
from workbench.review.team.sections import SECTIONS, pack_section, pack_sections
from workbench.store import Actor
from workbench.store.registers import Line, add_line, end_line, mark_read

Q3 = "2026-Q3"
FIVE = Whose(frozenset(f"r{n}" for n in range(5)))


def fact(rep, top, bottom, metric="quota_attainment", unit="share"):
    value = None if bottom is None else Decimal(top) / Decimal(bottom)
    return Fact(
        Q3, rep, metric, "", "", value, unit, "", Decimal(top) if bottom else None,
        Decimal(bottom) if bottom else None, 1, None, None, "A", "", "",
    )  # fmt: skip


def test_a_rate_of_a_team_is_a_sum_over_a_sum_never_a_mean_of_rates():
    # Four reached 50 of 100, one 900 of 300: 1100 / 700, while the mean of rates is 1
    facts = [fact(f"r{n}", 50, 100) for n in range(4)] + [fact("r4", 900, 300)]

    found = team_figures(facts, ("quota_attainment",), FIVE)["quota_attainment"]

    assert (found.numerator, found.denominator, found.people) == (1100, 700, 5)
    assert f"{found.value:.4f}" == "1.5714"


def test_of_four_people_nothing_is_told():
    facts = [fact(f"r{n}", 50, 100) for n in range(4)] + [fact("r4", 0, None)]

    found = team_figures(facts, ("quota_attainment",), FIVE)["quota_attainment"]

    assert (found.value, found.numerator, found.reason, found.people) == (
        None, None, "too_few_people", 4,
    )  # fmt: skip


def test_the_team_reached_what_its_members_reached_together(desk):
    pack = open_pack(desk, MIA, "", Q3)

    assert pack.figures["quota_attainment"].value == sum(WON[rep] for rep in NORTH) / Decimal(600)
    assert pack_section(pack, "reached").finding == "north won ¥600, 100.0% of target"


def test_a_team_of_two_is_told_no_figure(desk):
    section = pack_section(open_pack(desk, KIM, "", Q3), "reached")

    assert section.finding == "south has fewer than five people, so no figure of the team is shown"
    assert "100" not in section.html


@pytest.mark.parametrize("manager", ["mia", "Mia Stone"])
def test_who_asks_by_the_id_or_name_of_a_manager_finds_the_team(desk, manager):
    assert open_pack(desk, HR, manager, Q3).team.name == "north"


def test_an_unknown_team_offers_the_nearest(desk):
    with pytest.raises(UnknownNameError, match="'north'"):
        open_pack(desk, HR, "nort", Q3)


@pytest.mark.parametrize(
    "actor", [KIM, Actor("gil", "rep"), Actor("eve", "manager"), Actor("mia", "finance")]
)
def test_who_has_no_part_in_a_team_is_refused(desk, actor):
    with pytest.raises(RefusedError, match="has no part"):
        open_pack(desk, actor, "north", Q3)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_holds_no_figure_of_one_person_and_runs_nothing(desk, lang):
    add_line(desk.store, MIA, Line(register="support", what="A <b>sheet</b>", rep_id="ana",
                                   owner="presales", due_on=date(2026, 10, 1)))  # fmt: skip
    page = team_page(open_pack(_in(desk, lang), MIA, "", Q3))

    for rep in NORTH:
        assert f"{rep.title()} Park" not in page
    for deal in ("D-ana", "L-flo"):
        assert deal not in page
    assert "A &lt;b&gt;sheet&lt;/b&gt;" in page
    assert "<script" not in page
    assert page == team_page(open_pack(_in(desk, lang), MIA, "", Q3))


@pytest.mark.office
def test_a_page_for_paper_holds_no_figure_of_one_person_either(desk):
    pack = open_pack(_in(desk, "en"), MIA, "", Q3)
    made = team_files(pack, ("pdf", "pptx", "xlsx"))
    paper = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(made["pdf"])).pages)
    book = openpyxl.load_workbook(io.BytesIO(made["xlsx"]))
    cells = "\n".join(str(c.value) for sheet in book for row in sheet.iter_rows() for c in row)

    assert "Mia Stone" in paper
    slides = "".join(part.decode("utf-8", "ignore") for part in held_in(made["pptx"]))
    for planted in ("Ana Park", "D-ana", "L-flo"):
        assert planted not in paper + cells + slides
    assert made == team_files(pack, ("pdf", "pptx", "xlsx"))


def held_in(content):
    """Give every file within, those of the workbooks of charts too."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in parts.namelist():
            part = parts.read(name)
            yield from held_in(part) if name.endswith(".xlsx") else (part,)


def _in(desk, lang):
    return type(desk)(desk.workspace, desk.store, lang)


def test_blockers_stand_by_owner_with_what_is_late(desk):
    for rep, owner, day in (
        ("ana", "presales", date(2026, 10, 1)), ("bo", "presales", date(2026, 11, 1)),
        ("cy", "marketing", date(2026, 12, 1)), ("gil", "legal", date(2026, 10, 1)),
    ):  # fmt: skip
        line = Line(register="support", what=f"for {rep}", rep_id=rep, owner=owner, due_on=day)
        add_line(desk.store, HR, line)

    section = pack_section(open_pack(desk, HR, "north", Q3), "blocked")

    assert section.finding == "3 requests wait for 2 owners; one is late"
    assert section.html.index("presales") < section.html.index("marketing")
    assert "legal" not in section.html  # another team's


def test_answers_are_timed(desk, clock):
    line = Line(register="support", what="x", rep_id="ana", owner="H1", due_on=date(2026, 11, 1))
    kept = add_line(desk.store, HR, line)
    add_line(desk.store, HR, Line(register="support", what="y", rep_id="bo", owner="H1",
                                  due_on=date(2026, 11, 1)))  # fmt: skip
    clock.now += timedelta(days=2, hours=12)
    end_line(desk.store, HR, kept.line, "done")

    html = pack_section(open_pack(desk, HR, "north", Q3), "blocked").html

    assert "One answer in this period; it took 2.5 days" in Markup(html).striptags()


def test_recognition_states_its_rule_and_holds_this_period_only(desk):
    add_line(desk.store, HR, Line(register="award", what="Champion", rep_id="ana",
                                  grounds="highest attainment of five or more deals"))  # fmt: skip
    add_line(desk.store, MIA, Line(register="praise", what="Thanks", rep_id="bo",
                                   grounds="took over a visit"))  # fmt: skip

    section = pack_section(open_pack(desk, MIA, "", Q3), "recognised")
    later = pack_section(open_pack(desk, MIA, "", "2026-Q4"), "recognised")

    assert section.finding == "One award and one word of praise in this period"
    assert "highest attainment of five or more deals" in section.html
    assert "Ana Park" in section.html  # praise is public
    assert later.finding == section.finding  # given on 8 October, which is the fourth quarter


def test_a_rule_is_told_once_for_all_it_granted(desk):
    for rep, what in (("ana", "July <star>"), ("bo", "August star")):
        add_line(desk.store, HR, Line(register="award", what=what, rep_id=rep, grounds="one rule"))

    html = pack_section(open_pack(desk, MIA, "", Q3), "recognised").html

    assert html.count("one rule") == 1
    names = html.index("Ana Park") < html.index("Bo Park")
    assert names == (html.index("July &lt;star&gt;") < html.index("August star"))  # line by line


def test_announcements_count_readers_and_never_name_who_has_not_read(desk):
    line = add_line(desk.store, MIA, Line(register="announcement", what="New price list"))
    for rep in ("ana", "bo", "gil"):
        mark_read(desk.store, Actor(rep, "rep"), line.line)

    section = pack_section(open_pack(desk, MIA, "", Q3), "announced")

    assert "2 / 6" in section.html
    assert not [rep for rep in NORTH if f"{rep.title()} Park" in section.html]


def test_three_learnings_are_shared_and_no_fourth(desk):
    pack = open_pack(desk, MIA, "", Q3)
    for n in range(3):
        share(pack, f"Lesson {n}")
    with pytest.raises(ParameterError, match="take one back"):
        share(pack, "Lesson 3")

    take_back(pack, shared(pack)[0].line, "said twice")

    assert [line.what for line in shared(pack)] == ["Lesson 1", "Lesson 2"]
    assert pack_section(pack, "learned").finding == "2 things we take from our reviews"


def test_a_learning_that_names_somebody_says_so(desk):
    assert share(open_pack(desk, MIA, "", Q3), "Ask Ana Park for the sheet").names == ("Ana Park",)


def test_reps_share_nothing_and_other_teams_see_nothing(desk):
    share(open_pack(desk, MIA, "", Q3), "Lesson")
    with pytest.raises(RefusedError):
        share(open_pack(desk, Actor("ana", "rep"), "", Q3), "Mine")

    assert [line.what for line in shared(open_pack(desk, Actor("ana", "rep"), "", Q3))] == [
        "Lesson"
    ]
    assert shared(open_pack(desk, KIM, "", Q3)) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_section_says_what_to_do_where_there_is_nothing(desk, lang):
    found = pack_sections(open_pack(_in(desk, lang), OPS, "south", Q3))

    assert [each.key for each in found] == list(SECTIONS)
    assert all(each.finding and 'class="lede"' in each.html for each in found[1:])
