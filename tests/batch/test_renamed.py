"""A rep whose id changed after signing keeps the record: nothing signed is made anew or lost.

Two reps are called Ana, so that a folder's name holds a hash of the id. One of them signs as `a1`
and is `a9` afterwards, or is made one with `bo`.
"""

import shutil
from dataclasses import replace

import pytest
from sqlalchemy import update

from workbench.batch.choice import choose
from workbench.batch.index_entries import entries
from workbench.batch.kept_round import KeptRounds
from workbench.batch.plan import Request, plan
from workbench.batch.signed import keep_signed, signed_folder
from workbench.batch.status import Made, Status, write_status
from workbench.batch.written import written
from workbench.errors import UnknownNameError
from workbench.private import make_private
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.differing.address import read_address
from workbench.review.differing.opened import Asking, differing
from workbench.review.fairness.audit import open_audit
from workbench.review.review import open_review
from workbench.snapshots import current_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.cycles import repin
from workbench.store.entries import Place, read_entries, save_entry
from workbench.store.moves import advance
from workbench.store.opening import store_of
from workbench.store.promises import Promise, keep_promise, promises_of
from workbench.store.schema import cycles
from workbench.store.signing import sign, signatures_of
from workbench.store.subjects import read_subject, reviews_of

HR, BOSS = Actor("HR", "hr"), Actor("m1", "manager")
CYCLE, PERIOD = "2026-Q3:quarterly", "2026-Q3"
REPS = """
rep_id,name,hired_on,manager_id
a1,Ana,2020-01-01,m1
z1,Ana,2020-01-01,m1
bo,Bo,2020-01-01,m1
m1,Mo,2020-01-01,
"""
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,a1,46,true,true,2026-07-01,2026-07-10
D2,z1,46,true,true,2026-07-01,2026-07-10
D3,bo,46,true,true,2026-07-01,2026-07-10
"""


@pytest.fixture(scope="module")
def before(read_company):
    """Have a1 signed in the third quarter, with a document of it and a promise."""
    made = read_company(DEALS, reps=REPS).workspace.folder
    changed(made, "workbench.toml", "[workspace]\n", '[workspace]\noutputs = "outputs"\n')
    desk = open_desk(open_workspace(made), "en")
    begin(desk, HR, PERIOD, reps=["a1", "z1", "bo"])
    signed(desk.store, "a1")
    desk.store.engine.dispose()
    document(open_workspace(made), "a1")
    return made


@pytest.fixture
def folder(before, tmp_path):
    return shutil.copytree(before, tmp_path / before.name)  # which names its outputs


def changed(folder, name, before, after):
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def signed(store, rep_id):
    review, rep = (CYCLE, rep_id), Actor(rep_id, "rep")
    for actor in (rep, rep):
        advance(store, actor, *review)
    save_entry(store, BOSS, Place(*review, "rating", "rating", "manager"), {"level": 4}, 0)
    for actor in (BOSS, HR, BOSS):
        advance(store, actor, *review)
    promise = Promise(cycle=CYCLE, rep_id=rep_id, owner_id=rep_id, what=f"said {rep_id}")
    with store.writing() as connection:
        keep_promise(store, connection, HR, promise)
    for actor in (rep, BOSS):
        sign(store, actor, *review, "agreed")


def document(space, rep_id):
    """Leave what a batch leaves of a signed review; give its folder."""
    planned = plan(space, Request(period=PERIOD, reps=(rep_id,)))
    place = planned.folder / planned.folders[rep_id]
    place.mkdir(parents=True)
    make_private(planned.folder)
    for stem in ("review", "review.brief", "review.record"):
        (place / f"{stem}.html").write_text(f"signed by {rep_id}", encoding="utf-8")
    known = {"review": Made(state="made", input_hash="")}
    write_status(place, Status(rep_id, known))
    with written(planned) as store:
        keep_signed(planned, rep_id, signed_folder(planned, store, rep_id), "review")
    return place


def renamed(folder, old="a1", new="a9"):
    """Give a1 the id a9 in every file and in workbench.toml; the source is frozen anew."""
    for name in ("reps.csv", "deals.csv"):
        changed(folder, name, old, new)
    told(folder, old, new)


def renamed_into(folder, old, new):
    """Make two reps one: the row of the first goes, its deals are the other's."""
    changed(folder, "reps.csv", f"{old},Ana,2020-01-01,m1\n", "")
    changed(folder, "deals.csv", old, new)
    told(folder, old, new)


def told(folder, old, new):
    with (folder / "workbench.toml").open("a", encoding="utf-8") as rules:
        rules.write(f'\n[people]\naliases = {{ "{old}" = "{new}" }}\n')
    current_snapshot(open_workspace(folder))


def planned_now(folder, *reps):
    """Plan of the source as it is now, not as the cycle is pinned."""
    asked = Request(period=PERIOD, reps=reps, as_of="2026-09-30")
    return plan(open_workspace(folder), asked), asked


def test_a_signed_document_is_not_made_anew_under_the_new_id(folder):
    renamed(folder)
    planned, asked = planned_now(folder, "a9")
    chosen = choose(planned, asked)

    assert chosen.jobs == ()
    (page,) = chosen.skipped
    assert page.read_text(encoding="utf-8") == "signed by a1"
    assert page.parent == planned.folder / planned.folders["a9"]
    assert planned.folders["z1"] != planned.folders["a9"]


def test_it_is_not_made_anew_on_the_data_the_cycle_is_pinned_to(folder):
    renamed(folder)
    for asked in ("a1", "a9"):
        request = Request(period=PERIOD, reps=(asked,))
        planned = plan(open_workspace(folder), request)

        assert planned.chosen == ("a1",)  # as those data have it
        assert choose(planned, request).jobs == ()


def test_the_index_leads_to_what_was_signed(folder):
    renamed(folder)
    planned, _ = planned_now(folder, "a9")
    (found,) = entries(planned)

    assert (found.rep_id, found.documents) == ("a9", {"zh": "review.html"})
    assert (planned.folder / found.folder / "signed" / "1" / "review.html").exists()


def test_stage_words_rating_and_promise_are_found_under_the_new_id(folder):
    renamed(folder)
    review = open_review("a9", PERIOD, str(folder), lang="en", as_of="2026-09-30")

    assert review.answers.signed_round == 1
    assert review.answers.entries["rating", "rating", "manager"].value == {"level": 4}
    later = open_review("a9", "2026-Q4", str(folder), lang="en", as_of="2026-09-30")
    (earlier,) = later.earlier_reviews
    assert (earlier.period, earlier.level) == (PERIOD, 4)
    store = store_of(open_workspace(folder))
    (promise,) = promises_of(store, Actor("a9", "rep"), CYCLE, "a9")
    store.engine.dispose()
    assert (promise.owner_id, promise.what) == ("a9", "said a1")


def test_the_signed_round_is_compared_under_either_id(folder):
    renamed(folder)
    space = open_workspace(folder)
    snapshot = current_snapshot(space)
    kept = KeptRounds(space, snapshot, "quarterly", "zh")
    asking = Asking(space, snapshot, "quarterly", "zh", "", kept)
    ends = (read_address("a9@2026-Q3/signed/1"), read_address("a1@2026-Q3"))

    assert differing(*ends, asking)
    assert kept._noted("a9", space.calendar.period(PERIOD))
    assert kept._folder("a9", space.calendar.period(PERIOD), 1).is_dir()


def test_what_is_signed_after_the_id_changed_counts_for_the_same_review(folder):
    told(folder, "z1", "z9")
    store = store_of(open_workspace(folder))
    signed(store, "z9")
    place = Place(CYCLE, "z9", "rating", "rating", "manager")
    kept = read_entries(store, HR, CYCLE, "z1")["rating", "rating", "manager"]
    given = signatures_of(store, Actor("z1", "rep"), CYCLE, "z1")
    store.engine.dispose()

    assert kept.place == replace(place, rep_id="z1")  # by the id it was opened with
    assert [each.side for each in given] == ["rep", "manager"]


def test_two_made_one_show_the_own_review_of_who_stays_and_lose_neither(folder):
    renamed_into(folder, "a1", "bo")
    store = store_of(open_workspace(folder))
    own = [subject.rep_id for _, subject in reviews_of(store, HR, "bo")]
    first = read_subject(store, HR, CYCLE, "a1").stage
    store.engine.dispose()
    planned, _ = planned_now(folder, "bo")
    with written(planned) as read:
        stage, noted = read.stages["bo"], read.kept["bo"]

    assert (own, first, stage) == (["bo"], "appeal", "data_check")
    assert noted == read.kept["a1"]


def test_who_leads_under_a_new_id_still_leads(folder):
    told(folder, "m1", "m9")
    store = store_of(open_workspace(folder))
    found = read_entries(store, Actor("m9", "manager"), CYCLE, "a1")
    store.engine.dispose()

    assert found["rating", "rating", "manager"].value == {"level": 4}


def test_another_who_is_called_so_takes_no_folder_of_what_was_signed(folder):
    changed(folder, "reps.csv", "z1,Ana", "z1,Ana Li")
    current_snapshot(open_workspace(folder))
    planned, asked = planned_now(folder, "a1")

    assert planned.folders["a1"].startswith("ana-")  # though nobody else is called Ana now
    assert choose(planned, asked).jobs == ()


def test_in_data_that_hold_both_ids_nobody_has_the_others_signature(folder):
    line = '\n[people]\naliases = { "m1" = "a1" }\n'
    with (folder / "workbench.toml").open("a", encoding="utf-8") as rules:
        rules.write(line)  # the data are those of before: m1 has no review, a1 signed
    opened = {
        rep: open_review(rep, PERIOD, str(folder), lang="en", as_of="2026-09-30")
        for rep in ("m1", "a1")
    }
    space, asked = open_workspace(folder), Request(period=PERIOD, is_frozen=True)
    with written(plan(space, asked)) as store:
        stages = {rep: store.stages.get(rep) for rep in opened}

    assert {rep: review.answers.signed_round for rep, review in opened.items()} == {
        "m1": 0, "a1": 1,
    }  # fmt: skip
    assert opened["m1"].answers.entries == {}
    assert stages == {"m1": None, "a1": "appeal"}


def test_renamed_between_opening_and_the_data_check_a_review_is_audited_on_the_new_data(
    read_company,
):
    folder = read_company(DEALS, reps=REPS).workspace.folder
    desk = open_desk(open_workspace(folder), "en")
    begin(desk, HR, PERIOD, reps=["a1", "z1"])
    desk.store.engine.dispose()
    renamed(folder)
    desk = open_desk(open_workspace(folder), "en")
    repin(desk.store, HR, CYCLE, desk.snapshot.as_of, desk.snapshot.hash)
    signed(desk.store, "a1")
    audit = open_audit(desk, HR, PERIOD)
    (rated,), levels = audit.ratings, audit.levels
    page, names = desk.review(HR, CYCLE, "a1"), set(desk.reviews(HR, CYCLE))
    desk.store.engine.dispose()

    assert (rated.rep_id, rated.level, levels) == ("a9", 4, 5)
    assert rated.rep_id in audit.people
    assert page.rep.rep_id == "a9"
    assert {"a1", "a9"} <= names


def test_a_renamed_rep_is_none_of_the_others_in_the_own_review(folder):
    renamed(folder, old="bo", new="b9")
    desk = open_desk(open_workspace(folder), "en")
    others = desk.others(CYCLE, "bo")
    desk.store.engine.dispose()

    assert others == ("Ana", "Ana")


def test_who_is_gone_from_the_data_is_not_found_in_somebody_of_that_name(folder):
    changed(folder, "reps.csv", "bo,Bo,2020-01-01,m1\n", "")
    changed(folder, "reps.csv", "z1,Ana", "z1,bo")
    changed(folder, "deals.csv", "D3,bo", "D3,z1")
    current_snapshot(open_workspace(folder))
    desk = open_desk(open_workspace(folder), "en")
    with desk.store.writing() as connection:  # as data of another day would pin it
        pinned = {"as_of": desk.snapshot.as_of, "snapshot": desk.snapshot.hash}
        connection.execute(update(cycles).values(pinned))

    with pytest.raises(UnknownNameError):
        desk.review(HR, CYCLE, "bo")
    desk.store.engine.dispose()
