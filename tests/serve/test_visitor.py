"""Who somebody is to each rep: offices, delegates, and names that could be two people's."""

import pytest

from workbench.errors import RefusedError
from workbench.serve.asking import company, read_address
from workbench.serve.page import PAGES
from workbench.serve.visitor import visitor

#        Max leads Zoe, Zoe leads Ana; Bo has no manager
REPS = """
    rep_id,name,email,manager_id,team
    zoe,Zoe,zoe@example.com,max,North
    ana,Ana,ana@example.com,zoe,North
    bo,Bo,bo@example.com,,South
    """
SERVE = '[serve]\nidentity = "header"\nhr = ["hrx", "zoe"]\n'
ROLES = '[roles]\nfinance = ["F01", "bo"]\nsupport = ["S01"]\n'
PAGE = {page.name: page for page in PAGES}


@pytest.fixture
def space(company):
    return company(reps=REPS, toml=SERVE + ROLES).workspace


def who(name, space, *stands_in):
    return visitor(company(space), space, name, frozenset(stands_in))


def may(found, space, page, query=""):
    """Give as what somebody acts there; "" when it is refused."""
    try:
        return read_address(query, PAGE[page], space, found).actor
    except RefusedError:
        return ""


def test_finance_sees_pay_of_all_and_no_review(space):
    fin = who("F01", space)

    assert may(fin, space, "incentives", "rep=ana") == "F01:finance"
    assert may(fin, space, "plan_lab") == "F01:finance"
    for page in ("rep_review", "write_review", "coaching"):
        assert not may(fin, space, page, "rep=ana")
    for page in ("team_review", "explore", "data_quality"):
        assert not may(fin, space, page)


def test_somebody_of_finance_who_sells_is_the_rep_on_the_own_page(space):
    bo = who("bo@example.com", space)

    assert may(bo, space, "incentives", "rep=ana") == "bo:finance"
    assert may(bo, space, "rep_review", "rep=bo") == "bo:rep"
    assert not may(bo, space, "rep_review", "rep=ana")


def test_support_sees_nobodys_page(space):
    sup = who("S01", space)

    assert sup.reps == frozenset()
    for page in PAGE.values():
        query = "rep=ana" if page.is_about_one else ""
        assert not may(sup, space, page.name, query) or "support" in page.audience


def test_somebody_of_hr_who_leads_is_the_manager_of_those(space):
    zoe = who("zoe", space)

    assert may(zoe, space, "rep_review", "rep=ana") == "zoe:manager"
    assert may(zoe, space, "coaching", "rep=ana") == "zoe:manager"
    assert may(zoe, space, "rep_review", "rep=zoe") == "zoe:rep"
    assert may(zoe, space, "rep_review", "rep=bo") == "zoe:hr"
    assert not may(zoe, space, "coaching", "rep=bo")
    assert may(zoe, space, "team_review", "team=South") == "zoe:hr"


def test_who_leads_from_above_acts_as_manager(space):
    assert may(who("max", space), space, "rep_review", "rep=ana") == "max:manager"
    assert not may(who("max", space), space, "rep_review", "rep=bo")


def test_a_delegate_acts_as_the_manager_of_whom_they_stand_in_for(space):
    ana = who("ana", space, "bo")

    assert may(ana, space, "rep_review", "rep=bo") == "ana:manager"
    assert may(ana, space, "rep_review", "rep=ana") == "ana:rep"
    assert not may(ana, space, "rep_review", "rep=zoe")
    assert not may(ana, space, "team_review", "team=South")


def test_a_delegate_of_themself_stays_the_rep(space):
    assert who("ana", space, "ana").roles == {"rep"}
    assert may(who("ana", space, "ana"), space, "rep_review", "rep=ana") == "ana:rep"


def test_a_delegate_who_is_no_rep_and_leads_nobody_is_known(space):
    assert may(who("eve", space, "bo"), space, "rep_review", "rep=bo") == "eve:manager"
    with pytest.raises(RefusedError):
        who("eve", space)


@pytest.mark.parametrize(("lists", "name"), [
    ('[serve]\nidentity = "header"\nhr = ["x"]\nsales_ops = ["x"]\n', "x"),
    ('[serve]\nhr = ["ana@example.com"]\n[roles]\nsupport = ["ana"]\n', "ana@example.com"),
])  # fmt: skip
def test_somebody_on_two_lists_is_refused_with_both(company, lists, name):
    space = company(reps=REPS, toml=lists).workspace

    with pytest.raises(RefusedError, match=r"\[serve\] .* and \[\w+\] .*Leave one person in one"):
        who(name, space)


@pytest.mark.parametrize("name", ["shared@example.com", "SHARED@example.com", "bo@example.com"])
def test_a_name_that_could_be_two_people_is_nobodys(company, name):
    reps = "rep_id,name,email\nana,Ana,shared@example.com\ncy,Cy,shared@example.com\n"
    space = company(reps=reps + "bo@example.com,Bo,\ndi,Di,bo@example.com\n").workspace  # Bo's id

    with pytest.raises(RefusedError, match="stands for more than one person"):
        who(name, space)


@pytest.mark.parametrize("name", ["ANA@EXAMPLE.COM", "Ana@example.com"])
def test_the_case_of_an_email_counts_for_nothing(space, name):
    assert who(name, space).person_id == "ana"


@pytest.mark.parametrize(
    "name",
    ["Ana", "ANA", "ana ", "аna", "ana@example.com,bo", "HRX", "hrx\u200b", "S01,F01",
     "\N{LATIN SMALL LETTER LONG S}01"],
)  # fmt: skip
def test_what_only_looks_like_a_name_is_nobody(space, name):
    with pytest.raises(RefusedError):
        who(name, space)


def test_letters_that_fold_alike_are_no_case(company):
    reps = "rep_id,name,email\nkim,Kim,kim@example.com\n"
    space = company(reps=reps).workspace

    with pytest.raises(RefusedError):
        who("\N{KELVIN SIGN}im@example.com", space)
