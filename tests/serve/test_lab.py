"""What `workbench lab` starts JupyterLab with."""

import pytest

from workbench.errors import UnknownNameError
from workbench.serve.lab import lab_arguments, lab_defaults, notebook_folder


def test_chinese_gets_chinese_menus_and_english_gets_none():
    assert lab_defaults("zh")["@jupyterlab/translation-extension:plugin"] == {"locale": "zh_CN"}
    assert "@jupyterlab/translation-extension:plugin" not in lab_defaults("en")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_news_and_no_saved_widgets(lang):
    found = lab_defaults(lang)

    assert found["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert found["@jupyter-widgets/jupyterlab-manager:plugin"] == {"saveState": False}


def test_a_workspaces_own_notebooks_win(company, tmp_path):
    own = tmp_path / "notebooks"
    own.mkdir()
    (own / "mine.ipynb").write_text("{}", encoding="utf-8")

    assert notebook_folder(company().workspace) == own.resolve()


def test_an_unknown_notebook_names_the_nearest(company, tmp_path):
    with pytest.raises(UnknownNameError, match="Did you mean 'rep_review'"):
        lab_arguments(company().workspace, tmp_path, "rep_reviw", port=0, has_browser=False)
