"""A review goes from hand to hand in a real browser, everybody signed in as themselves.

Ana hands in, Mia rates, HR calibrates, they agree on an action and sign, Ana appeals, and HR grants
it in the inbox.
"""

import urllib.error
import urllib.request

import pytest
from sqlalchemy import select
from watching import assert_quiet, watched

from workbench.review.cycle.desk import open_desk
from workbench.review.cycle.opening import begin
from workbench.sources.workspace import open_workspace
from workbench.store import Actor
from workbench.store.schema import audit
from workbench.store.subjects import read_subject

pytestmark = pytest.mark.browser
CYCLE, OPS, ANA = "2026-Q3:quarterly", Actor("ops", "sales_ops"), Actor("ana", "rep")
RULES = """
[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["en"]
[serve]
identity = "header"
sales_ops = ["ops"]
hr = ["hrx"]
[store]
url = "{url}"
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
REPS = "rep_id,name,manager_id\nana,Ana,mia\nbo,Bo,mia\nmia,Mia,\n"
DEALS = """deal_id,rep_id,is_closed,is_won,created_on,close_on,amount
D1,ana,true,true,2026-07-01,2026-08-01,100
D2,bo,true,true,2026-07-01,2026-08-01,100
"""
WRITES = "write_review?rep=ana&period=2026-Q3&lang=en"


@pytest.fixture(scope="module")
def desk(server, tmp_path_factory):
    """Open a cycle of two in Shared mode; both have checked their figures."""
    server.psql("CREATE DATABASE hand_to_hand;")
    url = server.get_uri(database="hand_to_hand").replace("postgresql://", "postgresql+psycopg://")
    folder = tmp_path_factory.mktemp("hand_to_hand")
    for name, text in (("workbench.toml", RULES.format(url=url)), ("reps.csv", REPS),
                       ("deals.csv", DEALS)):  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    opened = open_desk(open_workspace(folder), "en")
    begin(opened, OPS, "2026-Q3", reps=["ana", "bo"])
    for rep in ("ana", "bo"):
        opened.advance(Actor(rep, "rep"), CYCLE, rep)
    yield opened
    opened.store.engine.dispose()


@pytest.fixture(scope="module")
def house(desk, serving):
    return serving("serve", "--workspace", desk.workspace.folder, "--port", 0, "--sessions", 8)


@pytest.fixture
def comes(house, chromium):
    """Open a page as somebody the proxy has signed in."""
    windows = {}

    def opened(person, path=WRITES):
        if person in windows:  # one page each at a time, as people have
            windows.pop(person).close()
        window = chromium.new_context(extra_http_headers={"X-Forwarded-User": person})
        window.set_default_timeout(120_000)
        windows[person] = window
        page = watched(window.new_page(), house.base)
        page.goto(f"{house.base}{path}")
        return page

    yield opened
    for each in windows.values():
        each.close()


def presses(page, button, says):
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_selector(f"text={says}")


def refused(house, person):
    asked = urllib.request.Request(f"{house.base}{WRITES}", headers={"X-Forwarded-User": person})
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(asked, timeout=60)
    with answer.value:
        return answer.value.code


def signs(page):
    page.get_by_text("read and agreed", exact=True).click()
    presses(page, "Sign", "Signed.")


def test_a_review_goes_from_hand_to_hand(desk, house, comes, shot):
    ana = comes("ana")
    ana.locator("textarea[title^='Up to three cases']").fill("D1, after two visits")
    presses(ana, "Hand in", "Handed in.")

    mia = comes("mia")
    mia.get_by_text("2 Some goals missed, remedy begun", exact=True).click()
    mia.get_by_placeholder("Reason").first.fill("One deal of two")
    presses(mia, "Hand in", "Handed in.")

    hr = comes("hrx")
    presses(hr, "Hand in", "Handed in.")
    assert "One deal of two" not in hr.content()

    mia = comes("mia")
    mia.locator("input[title='Action']").first.fill("Visit two a week")
    presses(mia, "Hand in", "Handed in.")
    signs(mia)

    ana = comes("ana")
    ana.wait_for_selector("text=One deal of two")
    signs(ana)
    ana.get_by_placeholder("Which figure or sentence").fill("The leave was left out")
    presses(ana, "Appeal", "Filed. HR decides by")
    shot(ana, "cycle-appealed-en", whole=True)

    hr = comes("hrx", "inbox?period=2026-Q3&lang=en")
    hr.get_by_label("Which one do you answer?").select_option(label="ana: The leave was left out")
    hr.get_by_placeholder("What was looked at").fill("It counts")
    shot(hr, "cycle-inbox-en", whole=True)
    assert hr.get_by_role("button", name="Answer", exact=True).count() == 0  # it is decided
    presses(hr, "Grant: the review is reopened", "Decided")

    for page in (ana, mia, hr):
        assert_quiet(page)
    ana = comes("ana")
    ana.wait_for_selector("h3")  # the forms stand there
    shot(ana, "cycle-granted-en", whole=True)
    ana.wait_for_selector("text=It counts (hrx)")
    assert refused(house, "bo") == 403  # a colleague
    assert read_subject(desk.store, ANA, CYCLE, "ana").stage == "manager_review"
    assert who_did(desk.store) == [
        ("ops", "open"), ("ops", "propose"), ("ana", "advance"), ("ana", "write"),
        ("ana", "advance"), ("mia", "write"), ("mia", "advance"), ("hrx", "advance"),
        ("mia", "write"), ("mia", "promise"), ("mia", "advance"), ("mia", "sign"), ("ana", "sign"),
        ("ana", "advance"), ("ana", "ask"), ("hrx", "decide"), ("hrx", "reopen"),
    ]  # fmt: skip


def who_did(store):
    """List who did what to Ana's review, in order; what is typed at a stretch counts once."""
    with store.reading() as connection:
        rows = connection.execute(select(audit).order_by(audit.c.n)).all()
    found = []
    for each in rows:
        act = (each.person_id, each.verb)
        if each.rep_id in ("ana", "") and (act[1] != "write" or found[-1] != act):
            found.append(act)
    return found
