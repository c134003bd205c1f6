"""A team's page and data quality as people meet them: two managers who do not see each other's
views, a manager who shares a learning, somebody who opens an issue to its rows."""

import shutil

import pytest
from watching import watched

pytestmark = pytest.mark.browser
READY = ".wb.live h1.finding"
PERIOD = "period=2026-Q3"
MEMBERS = ("李娜", "周启文", "吴佳音", "冯若谷", "赵明珂")


@pytest.fixture(scope="module", autouse=True)
def figures(ground):
    """Compute the periods shown once, so that no walk waits for it."""
    from workbench.review.cycle.desk import open_desk  # noqa: PLC0415
    from workbench.review.team.pack import open_pack  # noqa: PLC0415
    from workbench.sources.workspace import open_workspace  # noqa: PLC0415
    from workbench.store import Actor  # noqa: PLC0415

    desk = open_desk(open_workspace(ground), "zh")
    for period in ("2026-Q3", "2026-Q2"):
        pack = open_pack(desk, Actor("OPS", "sales_ops"), "M01", period)
        assert pack.figures
        assert pack.course
    desk.store.engine.dispose()


@pytest.mark.parametrize(
    ("lang", "says"), [("zh", "达成目标的"), ("en", "of target")], ids=["zh", "en"]
)
def test_the_meeting_shows_the_team_and_nobody(served_page, shot, assert_quiet, lang, says):
    page = served_page("team_review", f"team=M01&{PERIOD}&lang={lang}", shows=READY)
    page.wait_for_selector("#announced")
    shot(page, f"team-meeting-{lang}", whole=True)

    told = page.locator(".meeting").inner_text()
    assert says in told
    assert [page.locator(f"#{key}").count() for key in ("reached", "learned", "blocked")] == [1] * 3
    reached = page.locator("section:has(#reached)").inner_text()
    assert not [name for name in MEMBERS if name in reached]
    assert page.evaluate("document.documentElement.scrollWidth") <= 1240
    assert_quiet(page)


def test_a_manager_takes_back_a_learning_and_shares_another(served_page, shot, assert_quiet):
    page = served_page("team_review", f"team=M01&{PERIOD}&lang=en&as=M01:manager", shows=READY)
    page.locator("button", has_text="Take back").first.click()
    page.wait_for_selector("text=Taken back.")
    page.get_by_label("In words that name nobody").fill("Agree on the next step in the meeting")
    page.get_by_role("button", name="Share", exact=True).click()
    page.wait_for_selector("section:has(#learned) >> text=Agree on the next step")
    # What was shared is drawn first, what that means is said after it.
    page.wait_for_selector(".state >> text=that makes three")
    shot(page, "team-shared-en")

    assert_quiet(page)


def test_two_managers_do_not_see_each_others_views_before_the_meeting(
    served_page, shot, assert_quiet
):
    def sees(actor, team="M01"):
        query = f"team={team}&{PERIOD}&lang=en&part=calibration&as={actor}"
        return served_page("team_review", query, shows=READY)

    first = sees("M01:manager")
    first.wait_for_selector(".calibration textarea")
    box = first.locator(".view", has_text="Reason for 周启文").first
    box.locator("select").nth(0).select_option(index=4)
    box.locator("select").nth(1).select_option(index=1)
    box.locator("textarea").fill("Plain words of M01 on one deal")
    first.wait_for_selector(".view >> text=saved")
    shot(first, "team-views-en", whole=True)
    assert_quiet(first)
    first.close()

    second = sees("M02:manager", "M02")
    second.wait_for_selector(".calibration textarea")
    every = second.locator(".calibration").inner_html()
    assert "Plain words of M01" not in every
    assert [area.input_value() for area in second.locator("textarea").all()].count(
        "Plain words of M01 on one deal"
    ) == 0
    assert "nobody sees what others wrote" in second.locator(".lede").inner_text()
    second.close()

    hr = sees("HR:hr")
    hr.wait_for_selector("button:has-text('Begin the meeting')")
    assert "Plain words of M01" not in hr.locator(".calibration").inner_html()
    hr.get_by_role("button", name="Begin the meeting").click()
    hr.wait_for_selector(".trouble")  # views are missing: a reason is asked for
    assert "give the reason" in hr.locator(".trouble").inner_text()
    hr.get_by_label("Why begin although").fill("M01 is travelling")
    hr.get_by_role("button", name="Begin the meeting").click()
    hr.wait_for_selector("figure svg")
    shot(hr, "team-laid-open-en", whole=True)
    assert "Plain words of M01" in hr.locator(".calibration").inner_text()
    assert_quiet(hr)
    hr.close()

    third = sees("M02:manager", "M02")
    third.wait_for_selector("figure svg")
    assert "Plain words of M01" in third.locator(".calibration").inner_text()
    assert third.locator(".calibration textarea").count() <= 1  # views are closed
    assert_quiet(third)


@pytest.mark.parametrize(
    ("lang", "thanked", "level"),
    [("zh", "久未得到一句感谢", "下一级别"), ("en", "without a word of thanks", "Next level")],
    ids=["zh", "en"],
)
def test_recognition_and_growth_are_parts_of_the_page(
    served_page, shot, assert_quiet, lang, thanked, level
):
    query = f"team=M01&{PERIOD}&lang={lang}&part=recognition&as=M01:manager"
    page = served_page("team_review", query, shows=f"text={thanked}")
    shot(page, f"team-recognition-{lang}", whole=True)
    page.get_by_role("button", name={"zh": "成长", "en": "Growth"}[lang]).click()
    page.wait_for_selector(f".widget-dropdown >> text={level}")
    page.locator(".widget-dropdown select").last.select_option(label="李娜")
    page.wait_for_selector("section.wb >> nth=3")  # courses, teamwork, support, one next level
    shot(page, f"team-growth-{lang}", whole=True)

    assert "李娜" in page.locator("section.wb").nth(3).inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1240
    assert_quiet(page)


def test_nine_boxes_and_a_refusal_are_sentences(served_page, shot, assert_quiet):
    query = "team=M01&period=2026-Q2&lang=zh&part=boxes&as=M01:manager"
    page = served_page("team_review", query, shows="table.boxes")
    shot(page, "team-boxes-zh")
    assert "不规定比例" in page.locator(".lede").inner_text()
    page.get_by_role("button", name="公平性").click()
    page.wait_for_selector("text=销售运营与 HR 可以打开")

    assert page.locator("table").count() == 0
    assert_quiet(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sales_ops_open_the_fairness_pack(served_page, shot, assert_quiet, lang):
    query = f"team=M01&period=2026-Q2&lang={lang}&part=fairness&as=OPS:sales_ops"
    page = served_page("team_review", query, shows="#spread")
    shot(page, f"team-fairness-{lang}", whole=True)

    assert [page.locator(f"#{key}").count() for key in ("lenient", "impact", "worded")] == [1] * 3
    assert_quiet(page)


@pytest.mark.parametrize(
    ("lang", "press", "says"),
    [("zh", "销售编号在人员名单里查不到", "X119"), ("en", "its rep is not on the list", "X119")],
    ids=["zh", "en"],
)
def test_an_issue_opens_to_its_rows(served_page, shot, assert_quiet, lang, press, says):
    page = served_page("data_quality", f"lang={lang}", shows=READY)
    page.locator("button", has_text=press).click()
    page.wait_for_selector(f".rows >> text={says}")
    shot(page, f"quality-{lang}", whole=True)

    assert "deals.csv" in page.locator(".rows").inner_text()
    assert page.locator("#quality-effect").count() == 1
    assert_quiet(page)


@pytest.mark.parametrize(
    ("notebook", "query"),
    [("team_review", f"team=M01&{PERIOD}&lang=zh"), ("data_quality", "lang=zh")],
)
def test_on_a_phone_nothing_is_wider_than_the_screen(served_page, shot, notebook, query):
    page = served_page(notebook, query, width=390, shows=READY)
    shot(page, f"phone-{notebook}", whole=True)

    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_page_of_a_team_is_read_on_paper_and_runs_nothing(chromium, ground, shot, tmp_path):
    from workbench.batch.team_pages import write_team_pages  # noqa: PLC0415
    from workbench.review.cycle.desk import open_desk  # noqa: PLC0415
    from workbench.sources.workspace import open_workspace  # noqa: PLC0415
    from workbench.store import Actor  # noqa: PLC0415

    shutil.copytree(ground, tmp_path / "demo", ignore=shutil.ignore_patterns("store.db*"))
    desk = open_desk(open_workspace(tmp_path / "demo"), "zh")
    desk.workspace.outputs = tmp_path / "outputs"
    (file,) = write_team_pages(desk, Actor("M01", "manager"), "华东", "2026-Q3", ["zh"])
    desk.store.engine.dispose()
    page = watched(chromium.new_page(), "file://")
    page.goto(file.as_uri())
    page.emulate_media(media="print")
    shot(page, "team-page-zh", whole=True)

    assert page.locator("h2").count() == 5
    assert page.locator("script").count() == 0
    assert oct(file.stat().st_mode & 0o777) == "0o600"
