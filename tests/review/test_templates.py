"""Templates are data: they fit the notebook, and a mistake names file, key and fix."""

import pytest
from markupsafe import escape

from workbench.batch.template_check import notebook_sections, template_report
from workbench.errors import WorkspaceError
from workbench.i18n import LANGS
from workbench.review.notebook import REVIEW, require_notebook
from workbench.review.review import open_review
from workbench.review.section import KEYS
from workbench.review.template import load_template, template_names

HEAD = """
name = "own"
label = { zh = "自定", en = "Own" }
sections = ["cover", "summary", "plan"]
[[forms.plan]]
key = "a"
label = { zh = "甲", en = "A" }
"""
WRONG = {
    "two options": (HEAD + 'kind = "select"\n', "select needs at least two options"),
    "columns": (HEAD + 'kind = "goals"\n', "table of goals needs columns"),
    "options": (HEAD + 'options = [{ zh = "甲", en = "A" }]\n', "takes no options"),
    "weight": (HEAD + "weight = 3\n", "only a rating has a weight"),
    "kind": (HEAD + 'kind = "slider"\n', "forms.plan.0.kind"),
    "unshown": (HEAD.replace("forms.plan", "forms.rating"), "section is not shown"),
    "order": (HEAD.replace('"cover", "summary"', '"summary", "cover"'), "fixed order"),
    "section": (HEAD.replace('"summary"', '"outlook"'), "'outlook' is no section"),
    "double": (
        HEAD + '[[forms.plan]]\nkey = "a"\nlabel = { zh = "乙", en = "B" }\n',
        "two items of key 'a'",
    ),
    "toml": (HEAD + "weight = \n", "is not TOML"),
}


@pytest.mark.parametrize("name", ["quarterly", "monthly", "annual", "onboarding"])
def test_a_shipped_template_shows_only_what_the_notebook_prints(name, tmp_path):
    printed = notebook_sections(require_notebook(REVIEW, tmp_path))

    assert printed == [key for key in KEYS if key in printed]
    assert set(load_template(name).sections) <= set(printed)


@pytest.mark.parametrize("mistake", WRONG)
def test_a_mistake_names_file_key_and_fix(mistake, tmp_path):
    text, said = WRONG[mistake]
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "own.toml").write_text(text, encoding="utf-8")

    with pytest.raises(WorkspaceError) as error:
        load_template("own", tmp_path)
    assert "own.toml" in str(error.value)
    assert said in str(error.value)


def test_a_workspace_adds_and_overrides_templates(tmp_path):
    (tmp_path / "templates").mkdir()
    for name in ("own", "monthly"):
        (tmp_path / "templates" / f"{name}.toml").write_text(HEAD, encoding="utf-8")

    assert "own" in template_names(tmp_path)
    assert load_template("monthly", tmp_path).label.en == "Own"
    assert "own: 3 sections, 1 items, 0 of them required" in template_report(tmp_path)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "name", ["monthly", "annual", "onboarding", "newcomer", "leaver", "manager"]
)
def test_every_form_of_every_template_is_drawn(company, name, lang):
    made = company()
    review = open_review("ana", "", str(made.folder), template=name, lang=lang, surface="document")

    for key, items in review.template.forms.items():
        html = review.section(key).html
        assert [item.key for item in items if escape(item.label.in_(lang)) not in html] == []
