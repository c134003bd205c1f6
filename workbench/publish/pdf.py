"""Sections written for Typst as one PDF: tagged, for all readers, the same bytes for the same."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from importlib.resources import files

from workbench.charts.theme import PRINT_PAPER, ROLES
from workbench.i18n import Lang, message
from workbench.page.typst_text import calling, quoted, strings, truth
from workbench.publish.extra import library
from workbench.publish.faces import Faces

_REGION: dict[Lang, str] = {"zh": '"cn"', "en": "none"}
_STANDARD = "ua-1"  # tagged, with language, title, order and alternative texts
_TIGHTEST = 2
_PAGES = re.compile(rb"/Type\s*/Pages\b.{0,99999}?/Count (\d+)", re.DOTALL)
_MOST_NAMED = 12  # characters a note names by their number
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # categories of what draws nothing of its own
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True)
class Paper:
    """What stands around a document on paper."""

    title: str
    lang: Lang
    day: date  # what the file says of its time: of the data, not of the making
    head: str = ""  # over each sheet but the first
    foot: str = ""
    standing: str = ""  # draft, or signed
    is_short: bool = False  # pictures and gaps are smaller
    most: int = 0  # sheets; what has more is drawn closer; 0: as many as it takes
    tight: int = 0  # steps it is drawn closer
    later: str = ""  # that a file was made later, of what was signed


def pdf(sections: Iterable[str], paper: Paper, faces: Faces) -> bytes:
    """Set sections as a PDF.

    Parameters
    ----------
    sections
        As the renderer of PDF writes them, in their order.
    faces
        Fonts; characters none of them draws are shown as a box, and the document says so at its
        end.

    Returns
    -------
    bytes
        PDF/UA-1; equal for equal sections, paper and font files. With a most of sheets letters and
        pictures get smaller in steps until it is kept; nothing is left out, so that very many words
        may take more sheets all the same.
    """
    texts = list(sections)
    made = _made(texts, paper, faces)
    while paper.most and paper.tight < _TIGHTEST and _sheets(made) > paper.most:
        paper = replace(paper, tight=paper.tight + 1)
        made = _made(texts, paper, faces)
    return made


def _made(sections: Iterable[str], paper: Paper, faces: Faces) -> bytes:
    source = "\n".join([_head(paper, faces), *(f"#{each}" for each in sections)])
    shown, lost = _drawable(source, faces.covered)
    if lost:
        shown += "\n#" + calling("note", quoted(_drawable(_told(lost, paper), faces.covered)[0]))
    try:
        return _set(shown, paper, faces)
    except library("typst").TypstError:  # marks on top of a letter of another font
        plain = "".join(mark for mark in shown if not unicodedata.combining(mark))
        return _set(plain, paper, faces)


def _sheets(made: bytes) -> int:
    """Read how many sheets a file has, from the tree of its pages, which Typst writes plain."""
    return int(_PAGES.findall(made)[-1])


def _set(source: str, paper: Paper, faces: Faces) -> bytes:
    compiler = library("typst").Compiler(
        source.encode(), font_paths=faces.folders, ignore_system_fonts=True
    )
    at = datetime.combine(paper.day, time(), UTC)
    return bytes(compiler.compile(format="pdf", pdf_standards=_STANDARD, timestamp=at))


def _head(paper: Paper, faces: Faces) -> str:
    roles = {name: f'rgb("{light}")' for name, (light, _dark) in ROLES.items()}
    roles["paper"] = f'rgb("{PRINT_PAPER}")'
    foot = " · ".join(part for part in (paper.foot, paper.later) if part)
    told = {
        "title": quoted(paper.title), "lang": quoted(paper.lang), "region": _REGION[paper.lang],
        "head": quoted(paper.head), "foot": quoted(foot),
        "standing": quoted(paper.standing), "short": truth(paper.is_short),
        "tight": str(paper.tight),
    }  # fmt: skip
    page = (files("workbench.page") / "templates" / "page.typ").read_text(encoding="utf-8")
    names = {"roles": calling("", **roles), "told": calling("", **told)}
    names["faces"] = strings(faces.families)
    return "\n".join([*(f"#let {name} = {value}" for name, value in names.items()), page])


def _drawable(text: str, covered: frozenset[int]) -> tuple[str, Sequence[str]]:
    """Show a box for each character no font draws; give those characters, each once.

    What has no picture of its own, as a mark that chooses a variant, is left out without a word.
    """
    plain = _SELECTORS.sub("", text)
    missing = sorted({mark for mark in set(plain) if ord(mark) not in covered and mark != "\n"})
    lost = [mark for mark in missing if unicodedata.category(mark) not in _UNSEEN]
    box = "□" if ord("□") in covered else "?"
    told = {ord(mark): (box if mark in lost else "") for mark in missing}
    return plain.translate(told), lost


def _told(lost: Sequence[str], paper: Paper) -> str:
    named = ", ".join(f"U+{ord(mark):04X}" for mark in lost[:_MOST_NAMED])
    named += " …" if len(lost) > _MOST_NAMED else ""
    return message("publish-not-drawn", paper.lang, n=len(lost), characters=named)
