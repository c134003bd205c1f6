"""One cycle, each review its template: who is new, who has left and who leads have their own.

Ana left on 15 August, Bo is there all the time, Cy leads them, Di came on 1 July; Ed leads Di, came
in July too; Fi led Gu and left.
"""

from dataclasses import replace
from datetime import datetime

import pytest

from workbench.batch.inputs import Inputs
from workbench.batch.plan import Request, plan
from workbench.batch.written import written
from workbench.errors import WorkspaceError
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.cycle.sheet import write_sheet
from workbench.review.reader import document_of
from workbench.review.review import open_review
from workbench.snapshots import current_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store import Actor

OPS, NAME, PERIOD = Actor("O", "sales_ops"), "2026-Q3:quarterly", "2026-Q3"
REPS = """
rep_id,name,email,manager_id,hired_on,left_on
ana,Ana,ana@x.cn,cy,2020-01-01,2026-08-15
bo,Bo,bo@x.cn,cy,2020-01-01,
cy,Cy,cy@x.cn,,2020-01-01,
di,Di,di@x.cn,ed,2026-07-01,
ed,Ed,ed@x.cn,cy,2026-07-10,
fi,Fi,fi@x.cn,cy,2020-01-01,2026-09-01
gu,Gu,gu@x.cn,fi,2020-01-01,
"""
DEALS = """
deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,46,true,true,2026-07-01,2026-07-10
D2,ana,20,false,false,2026-07-01,2026-09-30
D3,bo,46,true,true,2026-07-01,2026-07-10
D4,cy,46,true,true,2026-07-01,2026-07-10
D5,di,46,true,true,2026-07-01,2026-07-10
D6,ed,46,true,true,2026-07-01,2026-07-10
D7,fi,46,true,true,2026-07-01,2026-07-10
D8,gu,46,true,true,2026-07-01,2026-07-10
"""
LABELS = {
    "ana": "Farewell review", "bo": "Quarterly review", "cy": "Manager's review",
    "di": "Newcomer's review", "ed": "Manager's review", "fi": "Farewell review",
    "gu": "Quarterly review",
}  # fmt: skip
ALL = 'templates = { newcomer = "newcomer", leaver = "leaver", manager = "manager" }'


def ruled(folder, *lines):
    """Write [reviews] anew, as somebody who edits workbench.toml."""
    file = folder / "workbench.toml"
    before = file.read_text(encoding="utf-8").partition("\n[reviews]")[0]
    told = "\n".join(("", "[reviews]", *lines, "")) if lines else "\n"
    file.write_text(before.rstrip() + told, encoding="utf-8")


@pytest.fixture
def folder(company):
    made = company(DEALS, reps=REPS).workspace.folder
    ruled(made, ALL)
    return made


def labels(folder, **asked):
    return {
        who: open_review(who, PERIOD, str(folder), lang="en", **asked).template.label.en
        for who in LABELS
    }


@pytest.fixture
def desk(folder):
    opened = open_desk(open_workspace(folder), "en")
    opened = replace(opened, store=replace(opened.store, clock=lambda: datetime(2026, 10, 6)))
    yield opened
    opened.store.engine.dispose()


def test_each_document_has_the_template_of_its_rep(folder):
    assert labels(folder) == LABELS


def test_without_the_option_all_have_the_one_asked_for(folder):
    ruled(folder)

    assert set(labels(folder).values()) == {"Quarterly review"}


def test_another_template_that_is_asked_for_is_everybodys(folder):
    assert set(labels(folder, template="monthly").values()) == {"Monthly review"}


def test_a_kind_without_a_template_is_passed_over(folder):
    ruled(folder, 'templates = { manager = "manager" }')

    found = labels(folder)
    assert (found["fi"], found["di"]) == ("Manager's review", "Quarterly review")


def test_a_review_keeps_the_template_it_was_opened_with(folder, desk):
    begin(desk, OPS, PERIOD, reps=LABELS)
    ruled(folder)

    later = open_desk(open_workspace(folder), "en")
    kept = later.reviews(OPS, NAME)
    assert labels(folder) == LABELS
    assert {who: kept[who].template.label.en for who in LABELS} == LABELS
    assert later.review(document_of("di"), NAME, "di").template.label.en == LABELS["di"]
    later.store.engine.dispose()


def test_a_review_keeps_it_under_the_id_the_rep_has_since(folder, desk):
    begin(desk, OPS, PERIOD, reps=LABELS)
    for name in ("reps.csv", "deals.csv"):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("\ndi,", "\ndi9,").replace(",di,", ",di9,"), encoding="utf-8")
    ruled(folder, 'template = "quarterly"', "[people]", 'aliases = { di = "di9" }')
    current_snapshot(open_workspace(folder))

    planned = plan(open_workspace(folder), Request(period=PERIOD))
    with written(planned) as store:
        assert store.templates["di9"] == "newcomer"
    review = open_review("di9", PERIOD, str(folder), lang="en")
    assert review.template.label.en == LABELS["di"]


def test_a_cycle_opened_before_keeps_the_template_it_has(folder, desk):
    ruled(folder)
    begin(replace(desk, workspace=open_workspace(folder)), OPS, PERIOD, reps=LABELS)
    ruled(folder, ALL)

    assert set(labels(folder).values()) == {"Quarterly review"}


def test_a_form_asks_what_the_own_template_asks(desk, tmp_path):
    begin(desk, OPS, PERIOD, reps=LABELS)
    asked = {
        who: {each.standing.subject.rep_id: each for each in desk.status(OPS, NAME)}[who].missing
        for who in ("di", "bo")
    }
    kept = desk.template_of(NAME, "di").forms

    assert "rating" not in kept
    assert asked == {"di": (), "bo": ()}  # nothing is required at the data check
    assert write_sheet(desk, Actor("di", "rep"), NAME, "di", tmp_path / "di.xlsx").exists()
    missing = desk.missing(Actor("cy", "manager"), NAME, "bo", "manager_review")
    assert [item.key for _, item in missing] == ["rating"]
    assert desk.missing(Actor("ed", "manager"), NAME, "di", "manager_review") == []


def test_a_document_is_made_anew_when_its_own_template_becomes_another(folder):
    def hashes():
        planned = plan(open_workspace(folder), Request(period=PERIOD))
        with written(planned) as store:
            inputs = Inputs(planned, store)
            return {who: inputs.parts(who, ("en", "full"), None)["template"] for who in LABELS}

    before = hashes()
    ruled(folder)

    assert {who for who, told in hashes().items() if told != before[who]} == (
        LABELS.keys() - {"bo", "gu"}
    )


def test_a_template_that_does_not_exist_is_refused_with_its_place(folder):
    ruled(folder, 'templates = { newcomer = "newcomr" }')

    with pytest.raises(WorkspaceError, match=r"reviews\.templates\.newcomer = 'newcomr'.*newcomer"):
        labels(folder)


def test_a_kind_that_is_none_is_refused(folder):
    ruled(folder, 'templates = { newcommer = "newcomer" }')

    with pytest.raises(WorkspaceError, match=r"'newcommer' is nobody.*newcomer"):
        open_workspace(folder)


def test_two_scales_in_one_cycle_are_refused(folder, desk):
    own = folder / "templates"
    own.mkdir()
    (own / "short.toml").write_text(
        'name = "short"\nlabel = { zh = "短", en = "Short" }\nsections = ["cover", "rating"]\n'
        '[[forms.rating]]\nkey = "rating"\nkind = "rating"\nfilled_by = "manager"\n'
        'label = { zh = "评级", en = "Rating" }\n'
        'options = [{ zh = "低", en = "Low" }, { zh = "高", en = "High" }]\n',
        encoding="utf-8",
    )
    ruled(folder, 'templates = { manager = "short" }')

    with pytest.raises(WorkspaceError, match=r"short\.toml rates otherwise than quarterly\.toml"):
        begin(replace(desk, workspace=open_workspace(folder)), OPS, PERIOD, reps=LABELS)
