"""What a column looks like by what it holds: days, money, stages, people, keys."""

import re
from collections.abc import Callable

from workbench.proposal.export import Export
from workbench.proposal.words import FEW, known_outcome

_MOST = 0.9  # of the different texts must look like it
_DAY = re.compile(r"^\d{1,4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,4}日?(?:[ T].*)?$")
_MONEY = re.compile(r"^[^\w]*(?:[A-Z]{3}\s?)?-?\d[\d.,'\s]*(?:[^\w%]*|\s?[A-Z]{3})$")
_WHOLE = re.compile(r"^-?\d+$")
_THOUSANDS = 4  # digits; ages, shares and counts have fewer


def _share(export: Export, header: str, looks: Callable[[str], object]) -> float:
    texts = export.values(header)
    return sum(bool(looks(text)) for text in texts) / len(texts) if texts else 0.0


def is_days(export: Export, header: str) -> bool:
    """Whether a column holds days, in any order of their parts."""
    return _share(export, header, _DAY.match) >= _MOST


def is_money(export: Export, header: str) -> bool:
    """Whether a column holds money: sums of which one at least has a part or a sign."""
    texts = export.values(header)
    has_parts = any(re.search(r"\d[.,]\d|[€$£¥￥]", text) for text in texts)
    return (
        has_parts and not is_days(export, header) and _share(export, header, _MONEY.match) >= _MOST
    )


def is_stage(export: Export, header: str) -> bool:
    """Whether a column holds stages: few words, one of them known to be an end."""
    texts = export.values(header)
    return len(texts) <= FEW and any(known_outcome(text) for text in texts)


def is_key(export: Export, header: str) -> bool:
    """Whether a column names each row once."""
    texts = export.values(header)
    is_plain = not is_days(export, header) and not is_money(export, header)
    return is_plain and len(texts) == export.raw.rows


def is_people(export: Export, header: str) -> bool:
    """Whether a column may hold names of people: without digits, each again and again."""
    texts = export.values(header)
    if len(texts) < 2 or 2 * len(texts) > export.raw.rows or is_stage(export, header):  # noqa: PLR2004
        return False
    return _share(export, header, lambda text: not re.search(r"\d", text)) >= _MOST


def is_few(export: Export, header: str) -> bool:
    """Whether a column holds few words again and again, in whatever language."""
    texts = export.values(header)
    if len(texts) < 2 or len(texts) > FEW or 2 * len(texts) > export.raw.rows:  # noqa: PLR2004
        return False
    return _share(export, header, lambda text: re.search(r"[^\W\d_]", text)) >= _MOST


def is_amount(export: Export, header: str) -> bool:
    """Whether a column may hold money, also without decimals or a sign.

    Whole numbers of one length are keys or years, and short ones ages, shares or counts.
    """
    texts = export.values(header)
    lengths = {len(text.lstrip("-")) for text in texts}
    is_whole = len(lengths) > 1 and max(lengths) >= _THOUSANDS
    return is_money(export, header) or (is_whole and _share(export, header, _WHOLE.match) >= _MOST)
