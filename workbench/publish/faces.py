"""The fonts a PDF is set in: in which order, what they can draw, and the hash of their files.

Only fonts in files count, so that equal files give equal bytes; the library that sets a page warns
of no character a font lacks, and under PDF/UA one such character stops the whole file.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from workbench.errors import ParameterError
from workbench.i18n import Lang, error
from workbench.publish.extra import library

_WEIGHTS = (400, 700)
_FILES = (".ttf", ".otf", ".ttc")
_HAN = ord("一")
_CHINESE = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei",
    "Hiragino Sans GB", "WenQuanYi Zen Hei", "SimHei",
)  # fmt: skip
_LATIN = ("Source Sans 3", "Noto Sans", "Segoe UI", "Noto Sans CJK KR")
_SIGNS = ("DejaVu Sans", "Noto Sans Symbols", "Noto Sans Symbols 2", "Arial Unicode MS")
# A Chinese font draws an English apostrophe full width, so English begins with another
_USUAL: dict[Lang, tuple[str, ...]] = {
    "zh": (*_CHINESE, *_SIGNS),
    "en": (*_LATIN, *_CHINESE, *_SIGNS),
}


@dataclass(frozen=True)
class Faces:
    """Fonts of this machine, the first of them that has a character draws it."""

    families: tuple[str, ...]
    files: tuple[str, ...]
    covered: frozenset[int]  # code points

    @property
    def folders(self) -> list[str]:
        """Give the folders of the files, each once."""
        return sorted({str(Path(file).parent) for file in self.files})

    @property
    def digest(self) -> str:
        """Hash the order of the fonts and the bytes of their files."""
        told = sha256("\n".join(self.families).encode())
        for file in self.files:
            told.update(_digest(file))
        return told.hexdigest()


def faces_of(wanted: Sequence[str], lang: Lang) -> Faces:
    """Find the fonts to set a language in.

    Parameters
    ----------
    wanted
        `[publish] fonts` of workbench.toml, by family or, absolute, by file; () takes what is
        usual.

    Raises
    ------
    ParameterError
        Where the machine has none of them, or none of them draws Chinese and the page is Chinese.
    """
    return _faces(tuple(wanted or _USUAL[lang]), lang)


@cache
def _faces(wanted: tuple[str, ...], lang: Lang) -> Faces:
    known = _installed(tuple(sorted({str(Path(name).parent) for name in wanted if is_file(name)})))
    found = (_families(name, known) for name in wanted)
    families = tuple(dict.fromkeys(chain.from_iterable(found)))
    covered = frozenset(chain.from_iterable(_covered(known[name]) for name in families))
    if not families or (lang == "zh" and _HAN not in covered):
        key = "refusal-no-font" if lang == "en" else "refusal-no-chinese-font"
        raise error(ParameterError, key, fonts=", ".join(wanted))
    files = (variant.path for name in families for variant in known[name])
    return Faces(families, tuple(dict.fromkeys(files)), covered)


def is_file(name: str) -> bool:
    """Whether a font is named by its file, not by its family."""
    return Path(name).suffix.lower() in _FILES


def _families(name: str, known: Mapping[str, list[Any]]) -> list[str]:
    if not is_file(name):
        return [name] if name in known else []
    return [family for family, fonts in known.items() if any(f.path == name for f in fonts)]


@cache
def _installed(folders: tuple[str, ...]) -> dict[str, list[Any]]:
    """Give the upright fonts of this machine and of folders by family, regular and bold."""
    typst = library("typst")
    fonts = typst.Fonts(include_embedded_fonts=False, font_paths=list(folders)).fonts()
    found: dict[str, list[Any]] = {}
    for each in sorted(fonts, key=lambda font: (font.family, font.weight, font.path or "")):
        is_plain = (each.style, each.stretch) == ("normal", 1.0) and each.weight in _WEIGHTS
        if each.path and is_plain:
            found.setdefault(each.family, []).append(each)
    return found


def _covered(variants: Iterable[Any]) -> frozenset[int]:
    """Give what a family can draw both regular and bold."""
    return frozenset.intersection(*(_read(each.path, each.index) for each in variants))


@cache
def _read(file: str, index: int) -> frozenset[int]:
    fonts = library("fontTools.ttLib")
    with fonts.TTFont(file, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap() or {})


@cache
def _digest(file: str) -> bytes:
    return sha256(Path(file).read_bytes()).digest()
