"""Every label of every picture, measured in a browser: inside its picture, clear of the others."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "review"))

from drawn_company import PERIOD, drawn_company

from workbench.page.fragment import fragment
from workbench.page.html import section_html
from workbench.page.parts import Group
from workbench.page.picture import Picture
from workbench.review.cycle.desk import Desk
from workbench.review.exploration.changing import explained
from workbench.review.exploration.exploration import Exploration
from workbench.review.exploration.funnel import funnel_picture
from workbench.review.exploration.pictures import map_picture, map_spots
from workbench.review.exploration.ranked import ranking_picture
from workbench.review.exploration.trend import trend_picture
from workbench.review.exploration.trying import tried
from workbench.review.exploration.view import View
from workbench.review.review import open_review
from workbench.review.sections.every import section
from workbench.review.stylesheet import stylesheet
from workbench.review.team.pack import open_pack
from workbench.review.team.sections import pack_section
from workbench.snapshots import open_snapshot
from workbench.sources.workspace import open_workspace
from workbench.store import Actor, open_store

pytestmark = pytest.mark.browser
WIDTHS = (320, 700, 1000)
DRAWN = ("summary", "results", "pipeline", "peers")
# Each visible picture with its labels: how far they reach out of it, and which cross each other
MEASURE = """() => [...document.querySelectorAll("figure svg")].flatMap((svg) => {
  const whole = svg.getBoundingClientRect();
  if (!whole.width) return [];
  const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim());
  const boxes = texts.map((text) => [text.textContent, text.getBoundingClientRect()]);
  const out = boxes.filter(([, box]) => box.left < whole.left - 1 || box.right > whole.right + 1
    || box.top < whole.top - 2 || box.bottom > whole.bottom + 2).map(([said]) => said);
  const crossing = boxes.flatMap(([said, box], n) => boxes.slice(n + 1).filter(([, other]) =>
    Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2
    && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 5
  ).map(([other]) => `${said} | ${other}`));
  return [{ name: svg.parentElement.getAttribute("aria-label"), n: texts.length, out, crossing }];
})"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return drawn_company(tmp_path_factory.mktemp("labels"))


def live(folder, lang, width):
    """Give the pictures of an exploration, at the width their board would have."""
    workspace = open_workspace(folder)
    explored = Exploration(workspace, open_snapshot(workspace))
    view = explored.checked(View(rep="ana", period=PERIOD))
    spots = map_spots(explored, view, lang)
    found = (
        ranking_picture(explored, view, lang)[0], trend_picture(explored, view, lang),
        funnel_picture(explored, view, lang), map_picture(explored, view, spots, lang),
        explained(explored, view, lang), tried(explored, view, lang),
    )  # fmt: skip
    return [Picture(each.draw, f"live-{n}", each.title, (width,)) for n, each in enumerate(found)]


@pytest.fixture(scope="module", params=["zh", "en"])
def pages(folder, request, tmp_path_factory):
    """Write a page of all pictures for each width."""
    lang, made = request.param, tmp_path_factory.mktemp(f"pages-{request.param}")
    store = open_store(f"sqlite:///{made / 'store.db'}")
    pack = open_pack(Desk(open_workspace(folder), store, lang), Actor("mia", "manager"),
                     "north", PERIOD)  # fmt: skip
    reviews = [open_review(rep, PERIOD, folder, lang=lang, surface="document")
               for rep in ("ana", "bo")]  # fmt: skip
    shown = [section(key, each) for each in reviews for key in DRAWN]
    drawn = "".join(section_html(each) for each in [*shown, pack_section(pack, "reached")])
    store.engine.dispose()
    for width in WIDTHS:
        parts = fragment(lang, Group(live(folder, lang, width - 40)))
        head = f'<meta charset="utf-8"><style>{stylesheet()}</style>'
        body = f'<body class="wb" style="padding:0 18px">{drawn}{parts}'
        page = f'<!doctype html><html lang="{lang}">{head}{body}'
        (made / f"{width}.html").write_text(page, encoding="utf-8")
    return made


@pytest.mark.parametrize("width", WIDTHS)
def test_no_label_is_clipped_and_none_covers_another(chromium, pages, width):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto((pages / f"{width}.html").as_uri())
    found = page.evaluate(MEASURE)
    page.close()

    assert sum(each["n"] for each in found) > 150  # labels were measured at all
    assert [each for each in found if each["out"] or each["crossing"]] == []
