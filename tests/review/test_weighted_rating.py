"""Weights of ratings make one level, or are refused with what is lacking."""

from decimal import Decimal

import pytest

from workbench.batch.template_check import template_report
from workbench.errors import WorkspaceError
from workbench.i18n import told
from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.review.template import load_template
from workbench.review.weighted_rating import weighted, weights_fault
from workbench.store import Actor
from workbench.store.entries import Place, save_entry

OPTIONS = """options = [
    { zh = "低", en = "low" }, { zh = "中", en = "mid" }, { zh = "高", en = "high" },
]"""
HR, ANA, MIA = Actor("H", "hr"), Actor("ana", "rep"), Actor("mia", "manager")
CYCLE = "2026-Q3:own"
REPS = "rep_id,name,manager_id\nana,Ana,mia\nmia,Mia,\n"


def rating(key, weight, options=OPTIONS):
    told_ = "" if weight is None else f"weight = {weight}\n"
    return (
        f'[[forms.rating]]\nkey = "{key}"\nkind = "rating"\nfilled_by = "both"\n{told_}'
        f'label = {{ zh = "评{key}", en = "Rated {key}" }}\n{options}\n'
    )


def template(folder, *ratings):
    (folder / "templates").mkdir(exist_ok=True)
    head = 'name = "own"\nlabel = { zh = "自己", en = "Own" }\nsections = ["cover", "rating"]\n'
    (folder / "templates" / "own.toml").write_text(head + "".join(ratings), encoding="utf-8")
    return load_template("own", folder)


@pytest.mark.parametrize(("first", "second"), [("0.7", "0.3"), ("70", "30")])
def test_shares_and_percentages_make_the_same_level(tmp_path, first, second):
    own = template(tmp_path, rating("a", first), rating("b", second), rating("c", None))

    found = weighted(own, {("rating", "a"): 3, ("rating", "b"): 1, ("rating", "c"): 1})

    assert found.level == Decimal("2.4")  # 0.7 × 3 + 0.3 × 1
    assert [part.share for part in found.parts] == [Decimal("0.7"), Decimal("0.3")]


def test_a_part_nobody_rated_leaves_no_level_and_is_named(tmp_path):
    own = template(tmp_path, rating("a", "0.7"), rating("b", "0.3"))
    found = weighted(own, {("rating", "a"): 3})

    assert found.level is None
    assert [item.key for item in found.unrated] == ["b"]


TWO = 'options = [ { zh = "低", en = "low" }, { zh = "高", en = "high" } ]'


@pytest.mark.parametrize(
    ("ratings", "says"),
    [
        ((rating("a", "0.5"),), "add up to 0.5 instead of 1: 0.5 is missing"),
        ((rating("a", "60"), rating("b", "30")), "add up to 90 instead of 100: 10 is missing"),
        ((rating("a", "0.8"), rating("b", "0.8")), "add up to 1.6 instead of 1: 0.6 too much"),
        ((rating("a", "0.5"), rating("b", "0.5", TWO)), "different numbers of levels (2, 3)"),
    ],
)
def test_weights_that_make_no_score_are_refused_with_what_is_lacking(tmp_path, ratings, says):
    own = template(tmp_path, *ratings)

    assert weighted(own, {("rating", "a"): 2}) is None
    assert says in told(weights_fault(own), "en")
    with pytest.raises(WorkspaceError, match=r"own"):
        template_report(tmp_path)


def test_no_cycle_is_opened_with_weights_that_make_no_score(company):
    made = company(reps=REPS)
    template(made.folder, rating("a", "0.5"))
    desk = open_desk(made.workspace, "en")

    with pytest.raises(WorkspaceError, match=r"0\.5 is missing"):
        begin(desk, HR, "2026-Q3", "own", reps=["ana"])
    desk.store.engine.dispose()


def test_the_document_shows_the_weighted_rating_with_its_parts(company):
    made = company(reps=REPS)
    template(made.folder, rating("a", "0.7"), rating("b", "0.3"))
    desk = open_desk(made.workspace, "en")
    begin(desk, HR, "2026-Q3", "own", reps=["ana"])
    for key, level in (("a", 3), ("b", 2)):
        place = Place(CYCLE, "ana", "rating", key, "rep")
        save_entry(desk.store, ANA, place, {"level": level, "reason": "won"}, 0)
        if key == "a":
            html = desk.review(ANA, CYCLE, "ana").section("rating").html
            assert "Not rated yet: Rated b" in html
    html = desk.review(ANA, CYCLE, "ana").section("rating").html

    assert "Weighted rating: Ana" in html
    assert ">2.70<" in html  # 0.7 × 3 + 0.3 × 2
    assert ">0.60<" in html
    assert "Weighted rating: Mia" not in html  # the manager has not rated
    desk.store.engine.dispose()
