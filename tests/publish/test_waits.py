"""The top of an index says who needs what from whom, and who is late; its lines say it of each."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

from tests.publish.test_attention import entry
from tests.publish.test_who_has_left import SETTING
from workbench.publish.index import index_pages
from workbench.publish.row import row
from workbench.publish.waits import wait_of
from workbench.review.cycle.turns import Turn, Turns
from workbench.store.rules import Subject

TODAY = date(2026, 10, 9)
NAMES = {"ana": "Ana", "bo": "Bo", "cy": "Cy"}


def turn(rep_id, part="manager", does="manager-review", due=date(2026, 10, 7), **more):
    subject = Subject("2026-Q3:quarterly", rep_id, more.pop("led_by", "cy"), "", "manager_review")
    person = {"manager": "cy", "rep": rep_id}.get(part, "")
    return Turn(
        subject=subject, rep_id=rep_id, part=part, person_id=person, does=does, due_on=due, **more
    )


def pages(*turns, people=None):
    told = Turns(today=TODAY, reviews=2, turns=turns, names=NAMES)
    people = people or [entry("1.4", "3")]
    made = [
        replace(
            each,
            manager_id="cy",
            manager_name="Cy",
            documents={"en": "review.html", "zh": "review.zh.html"},
        )
        for each in people
    ]
    return index_pages(made, replace(SETTING, turns=told))


def waits(html):
    (found,) = re.findall(r'<section class="waits">(.*?)</section>', html, re.S)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found))).replace(" ,", ",")


def test_what_waits_is_grouped_by_who_has_to_act_with_days_late():
    html = pages(
        turn("bo"), turn("ana"), turn("ana", "rep", "sign-off", date(2026, 10, 12)),
        turn("bo", "office", "left-rep", line="workbench cycle open"),
    )["index.html"]  # fmt: skip

    told = waits(html)
    assert "2 reviews wait for somebody, all of them late" in told
    assert "Cy write the review, due 7 Oct 2026, 2 days late : Ana, Bo" in told
    assert "The reps sign, by 12 Oct 2026 : Ana" in told
    assert "HR or sales ops let it go on without the rep, who has left" in told
    assert "workbench cycle open" in told


def test_nobody_waiting_is_said_and_without_a_cycle_nothing_is():
    assert "Nobody waits for anybody" in waits(pages()["index.html"])
    assert "没有谁在等谁" in waits(pages()["index.zh.html"])
    assert 'class="waits"' not in index_pages([entry("1.4", "3")], SETTING)["index.html"]


def test_a_managers_page_tells_of_the_reviews_that_manager_knows_of_and_no_command():
    made = pages(
        turn("ana", led_by="dee"), turn("bo", "office", "left-rep", line="workbench cycle open")
    )
    theirs = waits(made["team-cy.html"])

    assert ("Ana" in waits(made["index.html"]), "Ana" in theirs) == (True, False)
    assert ("Bo" in theirs, "workbench" in theirs) == (True, False)


def test_the_line_of_a_rep_says_who_has_to_act_and_is_late_only_after_its_day():
    late, early = turn("bo"), turn("bo", due=TODAY)
    told = Turns(today=TODAY, reviews=1, turns=(), names=NAMES)
    of = [wait_of(each, told, "en") for each in (late, early)]

    assert of[0].does == "Cy to write the review"
    assert [each.due for each in of] == ["due 7 Oct 2026, 2 days late", "by 9 Oct 2026"]
    assert [row(entry("1.4", "3"), "en", [each]).attention for each in of] == ["late", "none"]
    assert row(entry("0.55", "4"), "en", of).attention == "below"
    assert row(replace(entry("1", "3"), left_on=TODAY), "en", of).attention == "left"


def test_many_names_and_many_who_act_are_cut_short():
    names = waits(pages(*(turn(f"r{n:02}") for n in range(15)))["index.html"])
    assert "r11 and 3 more" in names

    many = [replace(turn(f"r{n:02}"), person_id=f"m{n:02}") for n in range(14)]
    html = pages(*many)["index.html"]
    assert "<summary>2 more who have something to do</summary>" in html
