"""The recipe for a section in CONTRIBUTING.md, followed: five files are touched, no other."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2]
NOTEBOOK = "notebooks/rep_review.ipynb"
MODULE = '''"""Deals lost: how many, and nothing else."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.i18n import message
from workbench.page.number import Number
from workbench.page.parts import Block
from workbench.page.table import Table, figures

if TYPE_CHECKING:
    from workbench.review.brief import Brief


def lost(review: "Brief") -> tuple[str, Sequence[Block]]:
    """Count the deals that were lost."""
    n = review.figures["lost_deals"].n
    heads = [figures(message("lost-n", review.lang))]
    return message("lost-finding", review.lang, n=n), [Table(heads, [[Number(n, "count")]])]
'''
WORDS = {
    "zh": """lost-name = 丢单
lost-question = 丢了几单？
lost-finding = 丢了 { $n } 单
lost-n = 单数
""",
    "en": """lost-name = Lost
lost-question = How many?
lost-finding = { $n } lost
lost-n = Deals
""",
}
TOML = """[workspace]
default_period = "2026-Q3"
as_of = 2026-09-30
languages = ["zh", "en"]
outputs = "outputs"
[tables.reps]
file = "reps.csv"
[tables.deals]
file = "deals.csv"
"""
DEALS = """deal_id,rep_id,amount,is_closed,is_won,created_on,close_on
D1,ana,1200,true,true,2026-07-01,2026-08-01
D2,ana,300,true,false,2026-07-01,2026-08-02
"""


def follow_the_recipe(tree):
    """Do what CONTRIBUTING.md says, and give the files it touched."""
    module = tree / "workbench/review/sections/lost.py"
    module.write_text(MODULE, encoding="utf-8")
    order = tree / "workbench/review/section.py"
    order.write_text(
        order.read_text(encoding="utf-8").replace('"peers",', '"lost",\n    "peers",'),
        encoding="utf-8",
    )
    words = [tree / f"workbench/locale/{lang}/lost.ftl" for lang in WORDS]
    for file, told in zip(words, WORDS.values(), strict=True):
        file.write_text(told, encoding="utf-8")
    notebook = tree / NOTEBOOK
    cells = json.loads(notebook.read_text(encoding="utf-8"))
    last = next(cell for cell in cells["cells"] if 'section("peers")' in "".join(cell["source"]))
    new = dict(last, id="lost", source=['review.section("lost")'])
    cells["cells"].insert(cells["cells"].index(last), new)
    notebook.write_text(json.dumps(cells), encoding="utf-8")
    return [module, order, *words, notebook]


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tree")
    left = shutil.ignore_patterns("__pycache__")
    shutil.copytree(HERE / "workbench", folder / "workbench", ignore=left)
    (folder / "notebooks").mkdir()
    shutil.copy(HERE / NOTEBOOK, folder / NOTEBOOK)
    shop = folder / "shop"
    shop.mkdir()
    (shop / "reps.csv").write_text("rep_id,name\nana,Ana\n", encoding="utf-8")
    (shop / "deals.csv").write_text(DEALS, encoding="utf-8")
    (shop / "workbench.toml").write_text(TOML, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(tree):
    assert len(follow_the_recipe(tree)) == 5
    told = subprocess.run(
        [sys.executable, "-m", "workbench.cli", "review", "ana", "--workspace", "shop",
         "--template", "annual", "--lang", "zh,en"],
        cwd=tree, capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(tree)},
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return tree / "shop" / "outputs"


@pytest.mark.parametrize(
    ("name", "told"), [("annual.html", "丢了 1 单"), ("annual.en.html", "1 lost")]
)
def test_a_section_by_the_recipe_stands_in_the_document(made, name, told):
    (document,) = made.rglob(name)
    text = re.sub(r"<[^>]+>|[\u2068\u2069]", "", document.read_text(encoding="utf-8"))

    assert told in text
    assert not re.search(r"lost-(name|question|n)\b", text)


def test_the_recipe_names_the_files():
    told = (HERE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    recipe = told.partition("## A section")[2].partition("\n## ")[0]

    for name in ("review/sections/NAME.py", "review/section.py", "locale/zh/", "en/", NOTEBOOK):
        assert name in recipe
