"""No page of `workbench serve` asks another host for anything: no script, no font, no picture."""

from urllib.parse import urlsplit

import pytest

from workbench.serve.page import PAGES

pytestmark = pytest.mark.browser
OWN = ("data", "blob", "about")
QUERIES = {page.name: "rep=R13" for page in PAGES if page.is_about_one}
SHOWN = ".out > :not(script, style), .trouble, main"


@pytest.mark.parametrize("page_name", ["", *(page.name for page in PAGES)])
def test_a_page_asks_only_where_it_comes_from(served, context, page_name):
    page, asked, refused = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("console", lambda said: refused.append(said.text))
    query = QUERIES.get(page_name, "")
    page.goto(f"{served.base}{page_name}?{query}&lang=en&token={served.token}")
    page.wait_for_selector(SHOWN)
    page.wait_for_load_state("networkidle")

    hosts = {urlsplit(url).netloc for url in asked if urlsplit(url).scheme not in OWN}
    assert hosts == {urlsplit(served.base).netloc}
    assert [line for line in refused if "Content Security Policy" in line] == []
