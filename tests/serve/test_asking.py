"""What an address may ask of a page, before any kernel hears of it."""

import pytest

from workbench.errors import ParameterError, RefusedError
from workbench.serve.asking import company, language, read_address
from workbench.serve.page import PAGES
from workbench.serve.visitor import visitor

#        Zoe leads Ana; Bo has no manager
REPS = """
    rep_id,name,email,manager_id,team
    ana,Ana,ana@example.com,zoe,North
    bo,Bo,bo@example.com,,South
    """
SERVE = '[serve]\nidentity = "header"\nsales_ops = ["ops@example.com"]\nhr = ["hr@example.com"]\n'
PAGE = {page.name: page for page in PAGES}


@pytest.fixture
def space(company):
    return company(reps=REPS, toml=SERVE).workspace


def asked(query, space, page="rep_review", visitor=None):
    return read_address(query, PAGE[page], space, visitor)


def who(name, space):
    return visitor(company(space), space, name)


def test_what_is_known_passes_and_is_written_again(space):
    found = asked("rep=ana&period=2026-Q2&lang=en&token=secret&x=1", space)

    assert found.query == "rep_id=ana&period=2026-Q2&lang=en"


@pytest.mark.parametrize(
    "query",
    [
        "rep=../../etc",
        "rep=%3Cscript%3Ealert(1)%3C/script%3E",
        "period=2026-Q9",
        "period=__import__('os')",
        "lang=fr",
        "as_of=yesterday",
        "template=../../etc/passwd",
        "rep=" + "x" * 10_000,
        "rep=ana&rep=bo",
        "rep=%00",
    ],
)
def test_what_is_unknown_is_refused_in_a_short_sentence(space, query):
    with pytest.raises(ParameterError) as told:
        asked(query, space)

    assert str(told.value)[-1] in ".。"
    assert len(str(told.value)) < 250


def test_a_page_takes_only_what_it_can_show(space):
    assert asked("rep=ana&view=present", space, "coaching").values["view"] == "present"
    with pytest.raises(ParameterError):
        asked("rep=ana&view=everything", space, "coaching")


def test_a_team_is_opened_by_who_leads_it(space):
    assert asked("team=zoe", space, "team_review").actor == "zoe:manager"
    assert asked("team=North", space, "team_review").actor == "zoe:manager"
    assert asked("team=South", space, "team_review").actor == ""


def test_a_refusal_lists_nobody(space):
    with pytest.raises(ParameterError) as told:
        asked("rep=an", space)

    assert "ana" not in str(told.value).replace("“an”", "")


def test_an_answer_speaks_the_language_of_the_address(space):
    assert language("lang=en", space) == "en"
    assert language("lang=fr", space) == space.languages[0]
    assert language("lang=" + "x" * 10_000, space) == space.languages[0]


def test_on_a_desk_the_page_says_as_whom_one_acts(space):
    assert asked("rep=ana", space, "write_review").actor == "ana:rep"
    assert asked("rep=ana", space, "coaching").actor == "zoe:manager"
    assert asked("rep=bo", space, "coaching").actor == "bo:rep"
    assert asked("rep=ana&as=zoe:manager", space, "write_review").actor == "zoe:manager"


def test_a_rep_sees_themself_only(space):
    ana = who("ana@example.com", space)

    assert asked("", space, visitor=ana).values["rep_id"] == "ana"
    assert asked("rep=ana", space, visitor=ana).actor == "ana:rep"
    with pytest.raises(RefusedError):
        asked("rep=bo", space, visitor=ana)


def test_a_manager_sees_the_people_below(space):
    zoe = who("zoe", space)

    assert asked("rep=ana", space, visitor=zoe).actor == "zoe:manager"
    with pytest.raises(RefusedError):
        asked("rep=bo", space, visitor=zoe)


def test_the_notebooks_own_example_is_nobodys_to_see(space):
    with pytest.raises(RefusedError):
        asked("", space, visitor=who("zoe", space))


def test_a_manager_sees_the_own_team_and_no_other(space):
    zoe = who("zoe", space)

    assert asked("", space, "team_review", zoe).values["team"] == "zoe"
    assert asked("team=North", space, "team_review", zoe).values["team"] == "North"
    with pytest.raises(RefusedError):
        asked("team=South", space, "team_review", zoe)


@pytest.mark.parametrize("page", ["explore", "data_quality", "team_review"])
def test_pages_over_others_are_not_for_a_rep(space, page):
    with pytest.raises(RefusedError):
        asked("", space, page, who("ana", space))


def test_sales_ops_sees_everybody_but_no_coaching(space):
    ops = who("ops@example.com", space)

    assert asked("rep=bo", space, visitor=ops).actor == "ops@example.com:sales_ops"
    with pytest.raises(RefusedError):
        asked("rep=bo", space, "coaching", ops)


def test_a_name_nobody_has_is_nobody(space):
    for name in ("", "mallory", "ana@example.com.evil"):
        with pytest.raises(RefusedError):
            who(name, space)


def test_the_visitor_cannot_choose_as_whom_to_act(space):
    ana = who("ana", space)

    assert asked("rep=ana&as=zoe:manager&actor=zoe:manager", space, visitor=ana).actor == "ana:rep"


def test_whoever_is_asked_for_is_passed_on_by_the_id_the_reps_have(space):
    found = asked("rep=%20ANA&period=2026q2", space)

    assert found.query == "rep_id=ana&period=2026-Q2"


def test_the_spelling_of_an_id_lets_nobody_past(space):
    ana = who("ana", space)

    assert asked("rep=ANA", space, visitor=ana).actor == "ana:rep"
    with pytest.raises(RefusedError):
        asked("rep=BO", space, visitor=ana)


def test_an_address_does_not_tell_whether_somebody_of_a_name_is_here(company):
    space = company(reps="rep_id,name\nr1,Ana\nr2,Bo\n").workspace

    with pytest.raises(ParameterError) as told:
        asked("rep=Bo", space)

    assert "r2" not in str(told.value)


def test_an_id_that_may_be_two_is_refused_without_naming_them(company):
    space = company(reps="rep_id,name\nana,Ana\nANA,Bo\n").workspace

    with pytest.raises(ParameterError) as told:
        asked("rep=Ana", space)

    assert "ANA" not in str(told.value)
