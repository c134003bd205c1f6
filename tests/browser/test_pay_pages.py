"""The statement and the plan lab as served pages, read and used in both languages."""

import pytest

pytestmark = pytest.mark.browser
PERIOD = "period=2026-Q3"
BUTTON = {"zh": "提出异议", "en": "Dispute"}
KEPT = {"zh": "已放进收件箱", "en": "in the inbox as"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_rep_doubts_a_line_of_the_statement(served_page, shot, assert_quiet, lang):
    query = f"rep=R01&as=R01:rep&{PERIOD}&lang={lang}"
    page = served_page("incentives", query, shows=f".out button:has-text('{BUTTON[lang]}')")
    page.get_by_role("button", name=BUTTON[lang]).first.click()
    page.locator("textarea:visible").fill("D04171 closed in July")
    shot(page, f"statement-{lang}", whole=True)
    page.get_by_role("button", name=BUTTON[lang]).first.click()
    page.wait_for_selector(f"[role=status]:has-text('{KEPT[lang]}')")

    assert page.locator("textarea:visible").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1240
    assert_quiet(page)


def test_where_nobody_was_named_the_page_says_how_and_has_no_button(served_page, assert_quiet):
    query = f"rep=R01&{PERIOD}&lang=en"
    page = served_page("incentives", query, shows=".out :text('as=R01:rep in the address')")

    assert page.get_by_role("button", name=BUTTON["en"]).count() == 0
    assert_quiet(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sales_ops_tries_plans(served_page, shot, assert_quiet, lang):
    page = served_page("plan_lab", f"period=2026&lang={lang}", shows="section.wb")
    shot(page, f"plan-lab-{lang}", whole=True)

    assert page.locator(".trouble").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1240
    assert_quiet(page)


@pytest.mark.parametrize("path", ["incentives", "plan_lab"])
def test_on_a_phone_pay_is_no_wider_than_the_screen(served_page, shot, path):
    page = served_page(path, f"rep=R01&{PERIOD}&lang=zh", width=390, shows="section.wb, .out pre")
    page.wait_for_timeout(1500)
    shot(page, f"phone-{path}", whole=True)

    assert page.evaluate("document.documentElement.scrollWidth") == 390
