"""One quarterly cycle of 24 people from its opening to the next one, by commands and in pages.

Everybody does what they do in such a quarter; each step says what has come of it. At the end the
trail is held against a book of what was done, and nobody has read what is not theirs.
"""

import os
from collections import Counter

import pytest

from tests.review.cycle.drive.acting import UPWARD, plan, rated, self_review
from tests.review.cycle.drive.looking import everybody_looks, planted, words_in
from tests.review.cycle.drive.pages import inbox_page, team_page, write_page
from tests.review.cycle.drive.town import (
    CYCLE,
    HR,
    LATE,
    LEADS,
    LEAVER,
    NEXT,
    OPS,
    PEOPLE,
    REPS,
    TEAMS,
    lead,
    who,
    write_people,
)
from tests.review.cycle.drive.trail import (
    acts_in,
    broken_chains,
    held,
    kept,
    lines_of,
    rows_of,
    told,
)
from workbench.i18n import message
from workbench.store import Actor
from workbench.store.schema import outbox

EAST, WEST, NORTH = TEAMS["mia"], TEAMS["max"], TEAMS["moe"]
# The other kind of store is walked by the whole walk (`make proofs`); both are held by tests/store
KINDS = ["sqlite", "postgresql"] if os.environ.get("WORKBENCH_WHOLE_WALK") else ["postgresql"]
AT_WORK = tuple(rep for rep in REPS if rep != LEAVER)


@pytest.mark.slow
@pytest.mark.parametrize("url", KINDS, indirect=True)
def test_a_cycle_of_24_people_keeps_its_promises(drive, tmp_path):
    assert len(PEOPLE) == 24
    it_is_opened(drive)
    a_figure_is_questioned_and_answered(drive)
    who_has_not_checked_is_reminded(drive)
    reps_write(drive, tmp_path)
    one_has_joined_and_one_has_left(drive)
    reps_hand_in(drive)
    managers_write(drive)
    ratings_are_calibrated(drive)
    nobody_reads_what_is_not_theirs(drive)
    they_talk_and_agree(drive)
    they_sign(drive)
    one_is_reopened(drive)
    two_appeal(drive)
    one_is_granted_and_one_refused(drive)
    all_are_closed(drive)
    upward_feedback_is_read(drive)
    nobody_reads_what_is_not_theirs(drive)
    nothing_waits_but_what_was_promised(drive)
    the_next_cycle_opens_with_it(drive)
    every_act_and_every_word_is_in_the_trail(drive)


def it_is_opened(drive):
    drive.on("2026-10-08", 9)
    drive.is_refused("cycle", "open", "--as", "ana:rep")
    out, said = drive.opens()
    drive.book.did(OPS, "open")
    assert out == f"{CYCLE}\n"
    assert f"{CYCLE}: opened, 19 reviews, " in said
    assert drive.opens() == (out, drive.said)
    assert "Joined: nobody. Drafts proposed: 0. Left, and asked nothing more: nobody" in drive.said
    assert drive.stages() == dict.fromkeys((each for each in REPS if each != LATE), "data_check")
    (waits,) = drive.waits_for("ana:rep")
    assert waits.split()[:2] == ["ana", "2026-10-12"]
    assert waits.endswith("https://reviews.x.cn/write_review?rep=ana&period=2026-Q3")
    assert drive.waits_for("mia:manager") == drive.waits_for(HR) == []


def a_figure_is_questioned_and_answered(drive):
    """Any time: Ida doubts a figure on her page, and reads there what sales ops found."""
    with write_page(drive, "ida:rep", "ida") as page:
        page.opened.steps.metric.value = "won_revenue"
        page.box("step-doubt").value = f"{planted('ida', 'asked')} D-ida was a renewal"
        assert "by 2026-10-12" in page.presses("step-ask")
    drive.book.did("ida:rep", "ask", rep="ida")
    (waits,) = drive.waits_for(OPS)
    assert planted("ida", "asked") in waits
    with inbox_page(drive, OPS) as page:
        page.opened.item.value = page.opened.item.options[1][1]
        assert "D-ida" in page.reads()
        page.box("inbox-words").value = "It was new business"
        page.presses("inbox-answer")
    drive.book.did(OPS, "answer", rep="ida")
    assert drive.waits_for(OPS) == []
    with write_page(drive, "ida:rep", "ida") as page:
        assert "It was new business (o1@x.cn)" in page.reads()
    assert any("Read the answer" in line for line in drive.waits_for("ida:rep"))


def who_has_not_checked_is_reminded(drive):
    """Two days before it is due, those are shown who have not; nothing is sent."""
    drive.on("2026-10-09")
    for rep in EAST:
        drive.passes_on(who(rep), rep)
    remind = ("send", "reminder", "--channel", "mail", "--as", OPS, "--lang", "en")
    assert drive.types(*remind) == ""  # three days before
    drive.on("2026-10-10")
    shown = drive.types(*remind).splitlines()
    others = [rep for rep in (*WEST, *NORTH) if rep != LATE]
    assert sorted(line.partition(":")[0] for line in shown) == sorted(f"{r}@x.cn" for r in others)
    assert f"{len(others)} messages, none sent" in drive.said
    drive.types(
        "cycle", "due", "sue", "--stage", "self_review", "--on", "2026-10-20", "--reason", "leave",
        "--as", OPS,
    )  # fmt: skip
    drive.book.did(OPS, "due", rep="sue")
    drive.on("2026-10-12")
    for rep in others:
        drive.hands_in(who(rep), rep) if rep in WEST else drive.passes_on(who(rep), rep)
    assert drive.types(*remind) == ""
    assert "2026-10-20" in drive.waits_for("sue:rep")[0]


def reps_write(drive, tmp_path):
    """All of Mia's and of Moe's team, and four of Max's, say what they think of their manager."""
    drive.on("2026-10-13")
    for rep in EAST:
        if rep != "bea":
            drive.writes(who(rep), rep, self_review(rep, upward=True))
    empty = drive.is_refused("cycle", "advance", "bea", "--as", "bea:rep")
    assert "nothing is written in the self-review" in empty[0]
    assert "自评还什么都没有写" in empty[1]
    drive.writes("bea:rep", "bea", self_review("bea", upward=True))
    for rep in (*WEST, *NORTH):
        if rep not in (LATE, "tom"):
            says_more = rep in NORTH or rep in WEST[:4]
            drive.writes(who(rep), rep, self_review(rep, upward=says_more))
    words = self_review("tom")["highlights.cases.rep"]
    drive.fills_in("tom", "cases", words, tmp_path / "tom.xlsx")
    drive.book.wrote("tom:rep", "tom", "highlights.cases.rep", words)
    drive.writes("tom:rep", "tom", {UPWARD: planted("tom", "private")})
    wish = [[f"{planted('gus', 'wish')} a second demo", "", "", ""]]
    drive.writes("gus:rep", "gus", {"support.requests.rep": wish})
    drive.types("cycle", "ask", "ana", f"{planted('kim', 'thanks')} for the visit",
                "--kind", "feedback", "--as", "kim:rep")  # fmt: skip
    drive.book.did("kim:rep", "ask", rep="ana")
    with write_page(drive, "ana:rep", "ana") as page:
        inbox = page.opened.steps.inbox
        inbox.item.value = inbox.item.options[1][1]
        inbox.text.value = "Gladly again"
        inbox.answer()
    drive.book.did("ana:rep", "answer", rep="ana")


def one_has_joined_and_one_has_left(drive):
    """Opened again on the data of October: Pia comes in, of Hal nothing is asked any more."""
    drive.on("2026-10-14")
    write_people(drive.folder, is_october=True)
    _out, said = drive.opens()
    drive.book.did(OPS, "join", rep=LATE)
    drive.book.did(OPS, "excuse", rep=LEAVER, n=2)  # the last day, and the stage
    assert "Joined: pia." in said
    assert "Left, and asked nothing more: hal" in said
    assert (drive.stages()[LATE], drive.stages()[LEAVER]) == ("data_check", "manager_review")
    assert len(drive.stages()) == 20
    assert drive.waits_for(who(LEAVER)) == []
    status = drive.types("cycle", "status", "--as", OPS, "--lang", "en")
    assert "left, last day 2026-10-13" in status
    drive.passes_on(who(LATE), LATE)
    drive.writes(who(LATE), LATE, self_review(LATE))


def reps_hand_in(drive):
    drive.on("2026-10-15")
    for rep in AT_WORK:
        drive.hands_in(who(rep), rep) if rep in EAST else drive.passes_on(who(rep), rep)
    drive.book.did("gus:rep", "register")  # what he asks for went with it
    assert set(drive.stages().values()) == {"manager_review"}
    waits = drive.waits_for("mia:manager")
    assert sum("manager: write the review" in line for line in waits) == len(EAST)
    (wish,) = [line for line in waits if planted("gus", "wish") in line]
    drive.types("register", "end", wish.split()[-2], "On Friday", "--as", "mia:manager")
    drive.book.did("mia:manager", "end")


def nobody_reads_what_is_not_theirs(drive):
    against, read = everybody_looks(drive)
    assert against == set()
    assert read > 0


def managers_write(drive):
    drive.on("2026-10-19")
    lacks = drive.is_refused("cycle", "advance", "tom", "--as", "moe:manager")
    assert "“Rating and reason” of the manager's words is empty" in lacks[0]
    assert "“评级与理由”是空的" in lacks[1]
    drive.is_refused("cycle", "advance", "ana", "--as", "max:manager")
    for rep in REPS:
        rating = rated(rep, 2 if rep == "bea" else 3)
        if rep in WEST:
            drive.hands_in(lead(rep), rep, rating)
        else:
            drive.writes(lead(rep), rep, rating)
            drive.passes_on(lead(rep), rep)
    assert set(drive.stages().values()) == {"calibration"}
    assert drive.waits_for("mia:manager") == []
    assert len(drive.waits_for(HR)) == len(drive.waits_for(OPS)) == len(REPS)


def ratings_are_calibrated(drive):
    drive.on("2026-10-26")
    for manager in ("mia", "max"):
        drive.sees(manager, *TEAMS[manager])
    views = drive.is_refused("cycle", "advance", "ana", "--as", HR)
    assert "the calibration meeting has not begun" in views[0]
    with team_page(drive, HR, "calibration") as page:
        assert "missing" in page.presses("calibration-begin")  # Moe's views are
    drive.sees("moe", *NORTH)
    with team_page(drive, HR, "calibration") as page:
        page.presses("calibration-begin")
    drive.book.did(HR, "meet")
    with team_page(drive, "mia:manager", "calibration") as page:
        rep = page.box("calibration-adjust-rep")
        rep.value = next(each for name, each in rep.options if name == "Bea")
        page.box("calibration-adjust-level").value = 3
        page.box("calibration-adjust-reason").value = f"{planted('bea', 'manager')}: two more deals"
        assert "Changed" in page.presses("calibration-adjust-do")
    words = f"{planted('bea', 'manager')}\n{planted('bea', 'manager')}: two more deals"
    drive.book.did("mia:manager", "adjust", rep="bea")
    drive.book.wrote("mia:manager", "bea", "rating.rating.manager", {"level": 3, "reason": words})
    drive.passes_on(HR, *REPS)


def they_talk_and_agree(drive):
    drive.on("2026-10-29")
    lacks = drive.is_refused("cycle", "advance", "ray", "--as", "moe:manager")
    assert "“Actions for the next period” of the shared words is empty" in lacks[0]
    for rep in AT_WORK:
        if rep in EAST:
            drive.hands_in(lead(rep), rep, plan(rep))
        else:  # in Moe's team the rep writes what both agreed on
            drive.writes(who(rep) if rep in NORTH else lead(rep), rep, plan(rep))
            drive.passes_on(lead(rep), rep)
        drive.book.did(lead(rep), "promise", rep=rep)
    drive.passes_on(lead(LEAVER), LEAVER)  # who has left agrees on nothing
    assert planted("ana", "manager") in drive.reads("ana:rep", "ana")


def they_sign(drive):
    drive.on("2026-11-03")
    early = drive.is_refused("cycle", "appeal", "jan", "unfair", "--as", "jan:rep")
    assert "both have signed" in early[0]
    drive.signs_there("mia:manager", LEAVER, is_second=True)  # nobody waits for Hal's
    for rep in AT_WORK:
        if rep not in ("kim", "noa"):
            drive.both_sign(rep)
    drive.is_refused("cycle", "sign", "noa", "--seen", "--as", "noa:rep")
    drive.signs("noa:rep", "noa", "--seen", "--comment", "the quota was not lowered")
    drive.signs_there("max:manager", "noa", is_second=True)
    drive.signs_there("kim:rep", "kim")
    (waits,) = drive.waits_for("max:manager")
    assert "manager: sign" in waits


def one_is_reopened(drive):
    """Kim signed what was not what they agreed on."""
    back = ("cycle", "reopen", "kim", "--to", "conversation", "--as", OPS, "--reason")
    assert "reason" in drive.is_refused(*back, " ")[0]
    drive.types(*back, "another number was agreed on")
    drive.book.did(OPS, "reopen", rep="kim")
    agreed = [[f"{planted('kim', 'shared')} visits", "win_rate", "45%", "2026-12-31", ""]]
    drive.writes("max:manager", "kim", {"plan.actions.shared": agreed})
    drive.passes_on("max:manager", "kim")
    drive.book.did("max:manager", "amend", rep="kim")  # what was promised says the new number
    drive.both_sign("kim")
    assert set(drive.stages().values()) == {"appeal"}


def two_appeal(drive):
    drive.on("2026-11-05")
    with write_page(drive, "bea:rep", "bea") as page:
        page.box("step-appeal-words").value = f"{planted('bea', 'appeal')} two deals are missing"
        assert "Filed" in page.presses("step-appeal")
    drive.types("cycle", "appeal", "leo", f"{planted('leo', 'appeal')} unfair", "--as", "leo:rep")
    for rep in ("bea", "leo"):
        drive.book.did(who(rep), "ask", rep=rep)
        assert drive.desk.review(Actor.read(who(rep)), CYCLE, rep).answers.is_appealed
        closing = drive.is_refused("cycle", "close", rep, "--as", HR)
        assert "an appeal is open" in closing[0]
        assert "申诉尚未裁定" in closing[1]
    assert sum("appeal" in line for line in drive.waits_for(HR)) == 2
    for actor in (lead("bea"), OPS, "bea:rep", "mia:hr"):  # Mia rated, whatever she acts as
        drive.is_refused("cycle", "appeal", "bea", "--refuse", "no", "--as", actor)


def one_is_granted_and_one_refused(drive):
    drive.on("2026-11-09")
    with write_page(drive, HR, "bea") as page:
        assert planted("bea", "appeal") in page.reads()
        page.box("step-reason").value = "Both deals count"
        assert "Decided" in page.presses("step-grant")
    drive.book.did(HR, "decide", "reopen", rep="bea")
    drive.types("cycle", "appeal", "leo", "--refuse", "The leave was counted", "--as", HR)
    drive.book.did(HR, "decide", rep="leo")
    assert (drive.stages()["bea"], drive.stages()["leo"]) == ("manager_review", "appeal")
    assert "The leave was counted" in drive.types("inbox", "list", "--as", "leo:rep")
    drive.hands_in("mia:manager", "bea", rated("bea", 4))
    drive.passes_on(HR, "bea")
    drive.passes_on("mia:manager", "bea")
    drive.both_sign("bea")
    assert not drive.desk.review(Actor.read("bea:rep"), CYCLE, "bea").answers.is_appealed


def all_are_closed(drive):
    assert "window is open until" in drive.is_refused("cycle", "close", "ida", "--as", HR)[0]
    with write_page(drive, "gus:rep", "gus", "signoff") as page:
        assert "HR may close" in page.presses("step-waive")
    drive.book.did("gus:rep", "waive", rep="gus")
    drive.closes("gus", LEAVER)  # neither has a window to wait for
    drive.on("2026-11-20")
    left = [rep for rep in REPS if drive.stages()[rep] == "appeal"]
    assert len(left) == len(REPS) - 2
    assert "Not yet" in upward_of(drive, "mia")
    for rep in left:
        if rep in NORTH:
            with write_page(drive, HR, rep, "signoff") as page:
                page.presses("step-close")
            drive.book.did(HR, "advance", rep=rep)
        else:
            drive.closes(rep)
    drive.book.did(HR, "release")  # of one team, once
    assert set(drive.stages().values()) == {"closed"}


def upward_of(drive, manager):
    return drive.types("inbox", "upward", "--as", f"{manager}:manager", "--lang", "en")


def upward_feedback_is_read(drive):
    """Of eight it is told, to Mia and to Dora; of four it is held, and told so to the four."""
    said = upward_of(drive, "mia")
    assert "8 of 8 wrote" in said
    assert words_in(said) == {(rep, "private") for rep in EAST}
    with team_page(drive, "mia:manager", "upward") as page:
        assert words_in(page.reads()) == {(rep, "private") for rep in EAST}
    above = upward_of(drive, "dora")
    assert words_in(above) == words_in(said)
    assert above.count("fewer than five wrote") == 2
    for manager in ("max", "moe"):
        assert "fewer than five wrote" in upward_of(drive, manager)
    for actor in (HR, OPS, "ana:rep", "mia:rep"):
        drive.is_refused("inbox", "upward", "--as", actor)
    for rep, became in (("ana", "told"), ("tom", "held")):
        assert message(f"form-private-{became}", "en") in drive.reads(who(rep), rep)


def nothing_waits_but_what_was_promised(drive):
    drive.on("2026-12-07")
    for actor in (HR, OPS, *(f"{each}:manager" for each in LEADS.values()), who(LEAVER)):
        assert drive.waits_for(actor) == []
    for rep in AT_WORK:
        waits = drive.waits_for(who(rep))
        assert [planted(rep, "shared") in line for line in waits] == [True] * len(waits)
        assert len(waits) == 1


def the_next_cycle_opens_with_it(drive):
    """Ana and Bea open the next quarter with what they promised; Ana's is done."""
    drive.on("2026-12-21")
    drive.opens("--period", "2026-Q4", "--reps", "ana,bea", "--ahead")
    drive.book.did(OPS, "open")
    with write_page(drive, "ana:rep", "ana", period="2026-Q4") as page:
        (carried,) = page.opened.ledger
        assert planted("ana", "shared") in carried.kept.what
        carried.state.value = "done"
    drive.book.did("ana:rep", "answer", rep="ana")
    assert not any(planted("ana", "shared") in line for line in drive.waits_for("ana:rep"))
    assert any(planted("bea", "shared") in line for line in drive.waits_for("bea:rep"))
    status = drive.types("cycle", "status", "--cycle", NEXT, "--as", OPS, "--lang", "en")
    assert len(status.splitlines()) == 4  # name, heads, two reviews


def every_act_and_every_word_is_in_the_trail(drive):
    store = drive.desk.store
    lines = lines_of(store)
    found, done = acts_in(lines), drive.book.acts
    assert (found - done, done - found) == (Counter(), Counter())
    assert broken_chains(store, lines) == []
    assert kept(store) == told(lines)
    assert held(store) == drive.book.words
    assert [each.n for each in lines] == sorted(each.n for each in lines)
    assert all(each.person_id for each in lines)
    assert rows_of(store, outbox) == []  # reminders were shown, none was sent
