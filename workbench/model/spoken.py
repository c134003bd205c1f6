"""Periods and cycles as people say them, in the language of who reads."""

import re

from workbench.errors import Said

_SHAPES = {  # what a calendar calls its own; any other name is a company's and stays as it is
    re.compile(r"(?P<year>\d{4})-Q(?P<n>[1-4])"): "spoken-quarter",
    re.compile(r"FY(?P<year>\d{4})-Q(?P<n>[1-4])"): "spoken-fiscal-quarter",
    re.compile(r"(?P<year>\d{4})-H(?P<n>[12])"): "spoken-half",
    re.compile(r"FY(?P<year>\d{4})-H(?P<n>[12])"): "spoken-fiscal-half",
    re.compile(r"(?P<year>\d{4})-(?P<n>0[1-9]|1[0-2])"): "spoken-month",
    re.compile(r"(?P<year>\d{4})-W(?P<n>\d\d)"): "spoken-week",
    re.compile(r"(?P<year>\d{4})"): "spoken-year",
    re.compile(r"FY(?P<year>\d{4})"): "spoken-fiscal-year",
    re.compile(r"(?P<first>\d{4}-\d\d-\d\d)\.\.(?P<last>\d{4}-\d\d-\d\d)"): "spoken-span",
}


def spoken_period(name: str) -> Said:
    """Name a period as people say it: `2026-Q4` is 2026 年第四季度, Q4 2026.

    A name that no calendar gives, as of a table of periods, is told as it is.
    """
    for shape, key in _SHAPES.items():
        found = shape.fullmatch(name)
        if found:
            parts = found.groupdict()
            return Said(key, tuple((part, _told(part, each)) for part, each in parts.items()))
    return Said("spoken-name", (("name", name),))


def _told(part: str, written: str) -> str | int:
    """Give the number a sentence chooses by; years and days are text, never grouped."""
    return int(written) if part == "n" else written
