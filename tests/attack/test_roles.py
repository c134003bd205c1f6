"""Every page for every role, own and other: whom it opens for, and what they then hold."""

import pytest
from attacked_company import NAMES, planted, planted_in
from looking import look_all

from workbench.serve.page import PAGES

# Who asks for what, and what it is to be. R12 and R13 are of M01, R20 of M02, both of M00; D01
# stands in for M01. ✓ opens, · is refused before a kernel is started; at - the page
# itself says what there is for who only reads, or has no part in the talk.
WHO = ("R12", "M01", "M02", "M00", "D01", "ops", "hrx", "fin", "sup", "mallory", None)
TABLE = """
    /                               ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ✓    ·    ·
    /rep_review?rep=R12             ✓    ✓    ·    ✓    ✓    ✓    ✓    ·    ·    ·    ·
    /rep_review?rep=R13             ·    ✓    ·    ✓    ✓    ✓    ✓    ·    ·    ·    ·
    /rep_review?rep=R20             ·    ·    ✓    ✓    ·    ✓    ✓    ·    ·    ·    ·
    /rep_review?rep=M01             ·    ✓    ·    ✓    ·    ✓    ✓    ·    ·    ·    ·
    /write_review?rep=R12           ✓    ✓    ·    -    ✓    ✓    ✓    ·    ·    ·    ·
    /write_review?rep=R13           ·    ✓    ·    -    ✓    ✓    ✓    ·    ·    ·    ·
    /write_review?rep=R17           ·    ✓    ·    -    ✓    ✓    ✓    ·    ·    ·    ·
    /write_review?rep=R20           ·    ·    ✓    -    ·    ✓    ✓    ·    ·    ·    ·
    /coaching?rep=R12               ✓    ✓    ·    -    ·    ·    ·    ·    ·    ·    ·
    /coaching?rep=R20               ·    ·    ✓    -    ·    ·    ·    ·    ·    ·    ·
    /incentives?rep=R12             ✓    ✓    ·    ✓    ·    ✓    ✓    ✓    ·    ·    ·
    /incentives?rep=R17             ·    ✓    ·    ✓    ·    ✓    ✓    ✓    ·    ·    ·
    /incentives?rep=R20             ·    ·    ✓    ✓    ·    ✓    ✓    ✓    ·    ·    ·
    /team_review?team=M01           ·    ✓    ·    ·    ·    ✓    ✓    ·    ·    ·    ·
    /team_review?team=M02           ·    ·    ✓    ·    ·    ✓    ✓    ·    ·    ·    ·
    /plan_lab                       ·    ·    ·    ·    ·    ✓    ✓    ✓    ·    ·    ·
    /explore                        ·    ·    ·    ·    ·    ✓    ·    ·    ·    ·    ·
    /data_quality                   ·    ·    ·    ·    ·    ✓    ·    ·    ·    ·    ·
    /inbox                          ·    ·    ·    ·    ·    ✓    ✓    ·    ·    ·    ·
    /support                        ·    ·    ·    ·    ·    ✓    ✓    ·    ✓    ·    ·
"""
ROWS = {row[0]: row[1:] for row in (line.split() for line in TABLE.strip().splitlines())}
CELLS = {
    (who, path): told for path, row in ROWS.items() for who, told in zip(WHO, row, strict=True)
}
REFUSED = [cell for cell, told in CELLS.items() if told == "·"]
# Opened for real: each page once as each role it is for
OPENED = [
    ("R12", "/coaching?rep=R12"), ("M01", "/coaching?rep=R12"),
    ("D01", "/write_review?rep=R12"), ("M02", "/write_review?rep=R20"),
    ("R12", "/incentives?rep=R12"), ("M01", "/incentives?rep=R17"),
    ("M00", "/incentives?rep=R17"), ("ops", "/incentives?rep=R17"),
    ("hrx", "/incentives?rep=R17"), ("fin", "/incentives?rep=R17"),
    ("M01", "/team_review?team=M01"),
    ("ops", "/team_review?team=M01"), ("hrx", "/team_review?team=M01"),
    ("ops", "/plan_lab"), ("hrx", "/plan_lab"), ("fin", "/plan_lab"),
    ("ops", "/explore"), ("ops", "/data_quality"),
    ("sup", "/support"), ("ops", "/support"), ("hrx", "/support"),
    ("ops", "/inbox"), ("hrx", "/inbox"),
    ("ops", "/write_review?rep=R12"), ("hrx", "/write_review?rep=R17"),
    ("R12", "/"), ("M01", "/"), ("M00", "/"), ("D01", "/"), ("ops", "/"), ("hrx", "/"),
    ("fin", "/"), ("sup", "/"),
]  # fmt: skip
ASKED = {planted("R12", "request"), planted("R20", "request")}
TALK = {planted("R12", "goal"), planted("R12", "request")}
OF_M01 = {planted("R12", "request")}
AGREED = {planted(rep_id, "shared") for rep_id in ("R16", "R17", "R18")}  # all of M01
# The planted words that may reach who opens a page; where nothing is listed, none may
HELD = {
    ("R12", "/coaching?rep=R12"): TALK | {planted("R12", "thought"), planted("R12", "shared")},
    ("M01", "/coaching?rep=R12"): TALK | {planted("R12", "note"), planted("R12", "shared")},
    ("D01", "/write_review?rep=R12"): TALK | {planted("R12", "shared")} | AGREED,
    ("M02", "/write_review?rep=R20"): {
        planted("R20", side) for side in ("goal", "request", "shared")
    },
    ("M01", "/team_review?team=M01"): OF_M01,
    ("ops", "/team_review?team=M01"): ASKED,
    ("hrx", "/team_review?team=M01"): ASKED,
    ("ops", "/support"): ASKED,
    ("hrx", "/support"): ASKED,
    ("sup", "/support"): ASKED,
    ("ops", "/inbox"): {planted("R12", "question"), planted("R20", "question")},
    ("hrx", "/inbox"): {planted("R17", "appeal")},
    # Before both have signed an office reads no words of the two, only the requests; what waits
    # for itself stands at the top of each page
    ("ops", "/write_review?rep=R12"): ASKED
    | {planted(rep_id, "question") for rep_id in ("R12", "R20")},
    ("hrx", "/write_review?rep=R17"): ASKED
    | {planted("R17", "appeal")}
    | {planted("R17", side) for side in ("rep", "manager", "shared")}
    | AGREED,
}


@pytest.mark.parametrize(("who", "path"), REFUSED)
def test_a_page_for_others_is_refused_before_a_kernel_is_started(as_, kernels, who, path):
    before = kernels()

    answer = as_(who).ask(path)

    assert answer.status in (401, 403)
    assert not answer.kernel
    assert kernels() <= before
    assert not answer.words
    assert [name for name in NAMES.values() if name in answer.body] == []


@pytest.fixture(scope="module")
def opened(as_):
    return look_all({(who, path): (as_(who), path) for who, path in OPENED})


@pytest.mark.slow
@pytest.mark.parametrize("visit", OPENED, ids=lambda each: f"{each[0]} {each[1]}")
def test_a_page_opens_for_whom_it_is_and_brings_them_nobody_elses_words(opened, visit):
    seen = opened[visit]

    assert CELLS.get(visit) == "✓"
    assert seen.answer.status == 200
    assert 'class="trouble"' not in seen.answer.body
    assert bool(seen.answer.kernel) is (visit[1] != "/")
    assert seen.words <= HELD.get(visit, set())


@pytest.mark.slow
def test_support_reads_what_it_is_asked_and_its_rep_the_own_notes(opened):
    """What may be held is there: an empty page would hold nothing foreign either."""
    assert opened["sup", "/support"].words == ASKED
    assert opened["ops", "/inbox"].words == {planted("R12", "question"), planted("R20", "question")}
    assert opened["hrx", "/inbox"].words == {planted("R17", "appeal")}
    assert planted("R17", "manager") in opened["hrx", "/write_review?rep=R17"].words
    assert planted("R12", "thought") in opened["R12", "/coaching?rep=R12"].words
    assert planted("R12", "note") in opened["M01", "/coaching?rep=R12"].words


@pytest.mark.slow
@pytest.mark.parametrize("visit", [("R12", "/incentives?rep=R12"), ("R12", "/")])
def test_a_rep_is_told_of_no_other_rep(opened, visit):
    told = opened[visit].everything
    others = set(NAMES) - {"R12", "M01", "D01"}  # the manager, and who stands in for them

    assert [name for name in others if name in told or NAMES[name] in told] == []


def test_the_table_covers_every_page_that_is_served():
    listed = {path.strip("/").partition("?")[0] for path in ROWS}

    assert listed == {page.name for page in PAGES} | {""}


def test_a_planted_word_is_found_where_it_stands():
    assert planted_in(f"a {planted('R12', 'rep')}, {planted('R12', 'request')}") == {
        "Zq-R12-rep", "Zq-R12-request",
    }  # fmt: skip
