"""The forms of days and times that people and programs write, as patterns.

Python and DuckDB both know these patterns. Each begins with three groups for the day, in the order
of its name, and goes on with the clock.
"""

import re
from dataclasses import dataclass

CLOCK = (
    r"(?:(?:\s?t\s?|,?\s+|\s?)(am|pm|上午|下午|凌晨)?\s?(\d{1,2})\s?[:点时]\s?(\d{1,2})"
    r"(?:\s?[:分]\s?(\d{1,2})(?:[.,](\d{1,9}))?秒?)?分?"
    r"(?:\s?([ap])\.?m\.?)?(?:\s?(z|utc|gmt|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?))?)?"
)
_RUN_CLOCK = r"(?:[t ]?()(\d{2})(\d{2})(\d{2})?(?:\.(\d{1,9}))?()(z|[+-]\d{2}:?\d{2})?)?"
CLOCK_NAMES = ("noon", "h", "mi", "s", "f", "half", "z")
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_XINGQI = r"(?:\s?(?:星期|周)[一二三四五六日天])?"
_WORD = r"(\p{L}+|\d{1,2}月)"


@dataclass(frozen=True)
class Form:
    """One way to write a day: the order of its parts, and the pattern."""

    order: str  # "ymd"; "pair" when the column decides
    pattern: str

    def matches(self, shape: str) -> bool:
        """Say whether a text, in small letters and with 9 for each figure, has this form."""
        return bool(re.fullmatch(self.pattern.replace(r"\p{L}", r"[^\W\d_]"), shape))


def _form(order: str, day: str, clock: str = CLOCK) -> Form:
    return Form(order, f"{_WEEKDAY}{day}{_XINGQI}{clock}")


PAIR = _form("pair", r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
FORMS = (
    _form("ymd", r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?[日号]?"),
    _form("ymd", r"(\d{4})(\d{2})(\d{2})", _RUN_CLOCK),
    _form("ymd", rf"(\d{{4}})[-/. ]{_WORD}[-/. ](\d{{1,2}})"),
    _form("dmy", rf"(\d{{1,2}})(?:[snrt][tdh]|er)?\.?[-/ ]?(?:de )?{_WORD}\.?,?\s?[-/ ]?(?:de )?"
          r"(\d{4}|\d{2})"),
    _form("mdy", rf"{_WORD}\.?[- ]?(\d{{1,2}})(?:[snrt][tdh])?(?:,\s?|\s|-)(\d{{4}})"),
    PAIR,
)  # fmt: skip


def forms_of(shapes: list[str]) -> list[Form]:
    """Give the forms that shapes of a column have, each once, the first fitting one for each."""
    fitting = {next((form for form in FORMS if form.matches(shape)), None) for shape in shapes}
    return [form for form in FORMS if form in fitting]
