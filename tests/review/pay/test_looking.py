"""Who reads an issued statement, and in whose name a line of it is disputed.

Ana is led by Mia, and Mia by Dan; ten thousand were issued to Ana for the second quarter.
"""

import shutil
from dataclasses import replace

import pytest
from paid_company import PaidCompany
from sqlalchemy import select

from workbench.errors import RefusedError
from workbench.i18n import LANGS, message
from workbench.review.cycle.desk import open_desk
from workbench.sources.workspace import open_workspace
from workbench.store.schema import audit
from workbench.widgets.pay import open_statement

REPS = "rep_id,name,manager_id\nana,Ana,mia\nbo,Bo,\nmia,Mia,dan\ndan,Dan,\n"
READERS = ("ana:rep", "mia:manager", "dan:manager", "ops:sales_ops", "H1:hr", "F1:finance")
OTHERS = [each for each in READERS if each != "ana:rep"]
DOUBT = "PLANTEDDOUBT"


@pytest.fixture(scope="module")
def issued(tmp_path_factory):
    """Pay once; each test has a copy to look at and to doubt."""
    made = PaidCompany(tmp_path_factory.mktemp("issued") / "w", reps=REPS)
    made.deal("D1", "ana", 100000, "2026-05-10")
    made.run("2026-Q2")
    return made


@pytest.fixture
def company(issued, tmp_path):
    return replace(issued, folder=shutil.copytree(issued.folder, tmp_path / "w"))


def view(company, actor="", lang="en"):
    return open_statement("ana", "2026-Q2", str(company.folder), lang=lang, actor=actor)


def verbs(company):
    """What the audit trail tells of disputes: who, as what."""
    store = open_desk(open_workspace(company.folder)).store
    try:
        with store.reading() as connection:
            chosen = select(audit.c.person_id, audit.c.role).where(audit.c.verb == "dispute")
            return [tuple(row) for row in connection.execute(chosen)]
    finally:
        store.engine.dispose()


@pytest.mark.parametrize("told", READERS)
def test_whom_it_pays_who_leads_them_and_who_runs_pay_read_what_was_issued(company, told):
    assert view(company, told).text().text == view(company).text().text
    assert "10,000.00" in view(company, told).text().text
    assert "approved by F1" in view(company, told).statement().html


@pytest.mark.parametrize("told", ["bo:rep", "bo:manager", "mia:rep", "F2:finance"])
def test_an_issued_statement_is_not_for_others(company, told):
    with pytest.raises(RefusedError):
        view(company, told)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("told", OTHERS)
def test_only_the_rep_finds_a_button(company, told, lang):
    page = view(company, told, lang).disputes()

    assert page.lines == []
    assert message("incentive-dispute-others", lang, name="Ana") in page.widget.children[0].value
    assert view(company, "ana:rep").disputes().lines != []


@pytest.mark.parametrize("told", OTHERS)
def test_pressed_all_the_same_it_is_refused_and_nobody_doubted_anything(company, told):
    page = view(company, told).disputes()
    with pytest.raises(RefusedError, match="Only Ana"):
        page.send(page.review.pay.statements[0], "net", DOUBT)

    assert verbs(company) == []


def test_on_a_desk_nobody_disputes_in_the_name_of_the_rep_of_the_page(company):
    page = view(company).disputes()

    assert page.lines == []
    assert "--as ana:rep" in page.widget.children[0].value
    with pytest.raises(RefusedError):
        page.send(page.review.pay.statements[0], "net", DOUBT)
    assert verbs(company) == []


def test_the_rep_disputes_in_the_own_name_and_managers_read_that_but_no_words(company):
    line = view(company, "ana:rep").disputes().lines[0]
    line.text.value = DOUBT
    line.press()

    assert verbs(company) == [("ana", "rep")]
    for told in READERS:
        read = view(company, told)
        html = read.statement().html + read.text().text + read.text("json").text
        assert "open" in read.text().text, told
        assert (DOUBT in html) == (told not in ("mia:manager", "dan:manager")), told
