import re
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import workbench
from workbench.charts import theme

ROOT = Path(workbench.__file__).parent
HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")
STYLE = (ROOT / "review" / "style.css").read_text(encoding="utf-8")


def luminance(hex_value):
    parts = [int(hex_value[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_only_the_theme_knows_a_colour():
    files_with_colours = [
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*")
        if path.suffix in {".py", ".css", ".j2"} and HEX.search(path.read_text(encoding="utf-8"))
    ]

    assert files_with_colours == ["charts/theme.py"]


def test_every_role_has_its_own_light_colour():
    assert len({light for light, _ in theme.ROLES.values()}) == len(theme.ROLES)


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize(
    ("role", "least"),
    [("ink", 4.5), ("ink2", 4.5), ("ink3", 4.5), ("rep", 4.5), ("warn", 4.5), ("peer", 3)],
)
def test_words_and_marks_stand_out_from_the_paper(role, least, scheme):
    assert contrast(theme.ROLES[role][scheme], theme.ROLES["paper"][scheme]) >= least


def test_the_style_uses_only_roles_that_exist():
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", STYLE))

    assert used - set(theme.ROLES) == {"sans", "serif", "mono", "lead", "lead-h"}


def test_the_style_touches_nothing_outside_the_workbench():
    selectors = re.findall(
        r"(?:^|\})\s*([^{}@;]+)\{", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.S), re.M
    )

    assert [found for found in selectors if ".wb" not in found] == []


def test_the_style_is_small_and_asks_for_nothing():
    assert len(STYLE.encode()) < 16 * 1024
    assert not re.search(r"url\(|@import|@font-face", STYLE)


def test_the_font_knows_every_character_of_both_languages():
    with TTFont(str(files("workbench.charts") / "fonts" / "NotoSansSC-widths.ttf")) as font:
        known = font.getBestCmap()
    pages = (ROOT / "locale").rglob("*.ftl")
    written = {glyph for page in pages for glyph in page.read_text(encoding="utf-8")} - {"\n"}

    assert sorted(glyph for glyph in written if ord(glyph) not in known) == []
