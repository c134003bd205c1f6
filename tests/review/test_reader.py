"""Who looks at a review sees what the rules give them at that stage, and whose it is sees no less.

Ana is led by Mia, and Mia by Dan; Del acts for Mia in Ana's review. Each side wrote one word.
"""

from itertools import product

import pytest
from sqlalchemy import update

from workbench.errors import ParameterError, RefusedError, UnknownNameError
from workbench.i18n import LANGS, message
from workbench.review.cycle.answers import answers_of
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.leaders import above, leaders_of
from workbench.review.person import people
from workbench.review.reader import document_of, named_reader, require_role
from workbench.review.review import open_review
from workbench.store import Actor
from workbench.store.entries import Place, save_entry
from workbench.store.registers import Line, add_line
from workbench.store.rules import STAGES, may_read
from workbench.store.schema import reviews
from workbench.store.subjects import delegate, read_subject

NAME, HR = "2026-Q3:quarterly", Actor("H1", "hr")
REPS = """
rep_id,name,manager_id
ana,Ana,mia
bo,Bo,mia
mia,Mia,dan
dan,Dan,
"""
SHARED = """
[store]
url = "postgresql+psycopg://user@db/reviews"
[serve]
identity = "header"
"""
WORDS = {"rep": "OWNWORD", "manager": "LEADWORD", "shared": "BOTHWORD", "private": "UPWORD"}
READERS = {
    "rep": "ana:rep", "manager": "mia:manager", "delegate": "del:manager", "above": "dan:manager",
    "sales_ops": "O1:sales_ops", "hr": "H1:hr",
}  # fmt: skip
# What is read at three stages, written out so that the rules cannot slip unseen with this test
EXPECTED = {
    ("self_review", "rep"): {"rep", "shared"},
    ("self_review", "manager"): {"manager", "shared"},
    ("self_review", "delegate"): {"manager", "shared"},
    ("self_review", "sales_ops"): set(),
    ("self_review", "hr"): set(),
    ("manager_review", "rep"): {"rep", "shared"},
    ("manager_review", "manager"): {"rep", "manager", "shared"},
    ("manager_review", "delegate"): {"rep", "manager", "shared"},
    ("manager_review", "sales_ops"): set(),
    ("manager_review", "hr"): set(),
    ("appeal", "rep"): {"rep", "manager", "shared"},
    ("appeal", "manager"): {"rep", "manager", "shared"},
    ("appeal", "delegate"): {"rep", "manager", "shared"},
    ("appeal", "sales_ops"): {"rep", "manager", "shared"},
    ("appeal", "hr"): {"rep", "manager", "shared"},
}


@pytest.fixture
def desk(company):
    opened = open_desk(company(reps=REPS).workspace, "en")
    begin(opened, HR, "2026-Q3", reps=["ana"], is_ahead=True)
    yield opened
    opened.store.engine.dispose()


@pytest.fixture
def written(desk):
    """Let each side write its word, and hand the review to Del as well."""
    ana, mia = Actor("ana", "rep"), Actor("mia", "manager")
    plan = [[WORDS["shared"], "", "", "", ""]]
    write(desk, ana, ("values", "example", "rep"), WORDS["rep"])
    write(desk, ana, ("feedback", "upward", "private"), WORDS["private"])
    write(desk, ana, ("plan", "actions", "shared"), plan)
    at(desk, "manager_review")
    write(desk, mia, ("values", "example", "manager"), WORDS["manager"])
    delegate(desk.store, HR, NAME, "ana", "del")
    return desk


def write(desk, actor, place, value):
    section, item, side = place
    save_entry(desk.store, actor, Place(NAME, "ana", section, item, side), value, 0)


def at(desk, stage):
    with desk.store.writing() as connection:
        connection.execute(update(reviews).values(stage=stage))


def opened(desk, actor="", **told):
    return open_review("ana", "2026-Q3", str(desk.workspace.folder), actor=actor, **told)


def shown(desk, actor="", lang="en"):
    review = opened(desk, actor, lang=lang)
    return "".join(review.section(key).html for key in ("cover", "values", "feedback", "plan"))


def sides(html):
    return {side for side, word in WORDS.items() if word in html}


@pytest.mark.parametrize("stage", STAGES)
def test_each_reader_sees_what_the_rules_let_them_read_at_that_stage(written, stage):
    at(written, stage)
    for told in READERS.values():
        actor = Actor.read(told)
        subject = read_subject(written.store, HR, NAME, "ana")
        allowed = {side for side in WORDS if may_read(actor, subject, side)}

        assert sides(shown(written, told)) == allowed - {"private"}, (stage, told)


@pytest.mark.parametrize("stage", ["self_review", "manager_review", "appeal"])
def test_at_three_stages_they_see_what_was_promised_to_people(written, stage):
    at(written, stage)
    seen = {who: sides(shown(written, READERS[who])) for at_, who in EXPECTED if at_ == stage}

    assert seen == {who: told for (at_, who), told in EXPECTED.items() if at_ == stage}


def test_upward_words_are_nobodys_to_read_in_a_review(written):
    for stage, told in product(STAGES, READERS.values()):
        at(written, stage)
        assert WORDS["private"] not in shown(written, told)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("stage", "who", "key"),
    [
        ("self_review", "manager", "withheld-manager-review"),
        ("self_review", "delegate", "withheld-manager-review"),
        ("self_review", "hr", "withheld-appeal"),
        ("conversation", "sales_ops", "withheld-appeal"),
    ],
)
def test_what_is_withheld_is_said_once_in_words(written, stage, who, key, lang):
    at(written, stage)
    html = shown(written, READERS[who], lang)

    assert html.count(message(key, lang, name="Ana")) == 1
    assert message("form-withheld", lang) in html


def test_nothing_of_it_reads_as_if_it_had_still_to_be_written(written):
    at(written, "sign_off")
    values = opened(written, "H1:hr", lang="en").section("values")

    assert not values.is_to_write
    assert "To be written" not in values.html


@pytest.mark.parametrize("who", ["manager", "hr"])
def test_where_nothing_is_withheld_nothing_is_said_of_it(written, who):
    at(written, "closed")
    html = shown(written, READERS[who])

    assert message("form-withheld", "en") not in html
    assert "appear here once" not in html


def test_the_document_is_what_the_rep_reads_and_says_nothing_of_withholding(written):
    for stage in STAGES:
        at(written, stage)
        html = shown(written)

        assert html == shown(written, "ana:rep")
        assert message("form-withheld", "en") not in html


def test_without_a_cycle_nothing_is_withheld_from_anybody(company):
    space = company(reps=REPS).workspace
    for told in ("ana:rep", "mia:manager", "H1:hr"):
        review = open_review("ana", "2026-Q3", str(space.folder), actor=told)

        assert answers_of(review).withheld == frozenset()


@pytest.mark.parametrize("told", ["bo:rep", "zed:manager", "bo:manager", "F1:finance"])
def test_a_review_is_not_for_strangers(written, told):
    with pytest.raises(RefusedError, match="cannot read the review of ana"):
        opened(written, told)


@pytest.mark.parametrize("told", ["ana", ":rep", "ana:king"])
def test_who_cannot_be_read_is_refused_by_name(desk, told):
    with pytest.raises((ParameterError, UnknownNameError)):
        opened(desk, told)


def test_a_manager_reads_the_own_review_as_whom_it_is_about(desk):
    folder = str(desk.workspace.folder)

    assert open_review("mia", "2026-Q3", folder, actor="mia:manager").reader == document_of("mia")


def test_where_people_are_told_apart_a_page_without_a_reader_is_refused(company):
    folder = str(company(reps=REPS, toml=SHARED).folder)
    with pytest.raises(RefusedError, match="workbench serve"):
        open_review("ana", "2026-Q3", folder)

    assert open_review("ana", "2026-Q3", folder, surface="document").reader == document_of("ana")
    assert open_review("ana", "2026-Q3", folder, actor="O1:sales_ops").reader.role == "sales_ops"


def test_a_page_over_everybody_is_for_its_roles_and_on_a_desk_for_who_sits_there(company):
    desk, shared = company(reps=REPS).workspace, company(reps=REPS, toml=SHARED).workspace

    assert require_role("", desk, "explore", "sales_ops") is None
    assert require_role("O1:sales_ops", shared, "explore", "sales_ops") == Actor("O1", "sales_ops")
    for space, told in ((desk, "ana:rep"), (desk, "mia:manager"), (shared, "H1:hr")):
        with pytest.raises(RefusedError, match="cannot open explore"):
            require_role(told, space, "explore", "sales_ops")
    with pytest.raises(RefusedError, match="depends on who reads"):
        named_reader("", shared)


def test_lines_on_the_rep_are_read_by_whom_the_registers_let(written):
    line = Line(register="course", what="Negotiation", rep_id="ana")
    add_line(written.store, Actor("ana", "rep"), line)
    for who in ("rep", "manager", "delegate", "sales_ops", "hr"):
        (read,) = opened(written, READERS[who]).lines.course
        assert read.what == "Negotiation"


def test_who_acts_for_a_manager_in_a_review_leads_nobodys_pay(written):
    told = message("incentive-finding-withheld", "en", name="Ana")
    findings = {
        who: opened(written, READERS[who], lang="en").section("incentive").finding == told
        for who in READERS
    }

    assert [who for who, is_withheld in findings.items() if is_withheld] == ["delegate"]


def test_who_leads_is_the_manager_and_everybody_above(company):
    space = company(reps=REPS).workspace
    review = open_review("ana", "2026-Q3", str(space.folder))
    everybody = people(review.snapshot, review.period, "own")

    assert leaders_of(review.snapshot, "ana", review.period) == {"mia", "dan"}
    assert above(everybody, "dan") == frozenset()


def test_a_circle_of_managers_ends(company):
    rows = "rep_id,name,manager_id\nana,Ana,bo\nbo,Bo,ana\n"
    review = open_review("ana", "2026-Q3", str(company(reps=rows).folder))

    assert leaders_of(review.snapshot, "ana", review.period) == {"bo"}
