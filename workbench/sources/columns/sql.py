"""Pieces of SQL that several kinds of columns need."""

from workbench.sources.sql import quoted

# Full-width forms, minus signs, apostrophes and blanks that mean the same as the plain ones
_WIDE = (
    "０１２３４５６７８９．，－＋（）％：／＄￥￡＇’‘−–‒﹣\u00a0\u1680\u2000\u2001\u2002\u2003\u2004"
    "\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
)
_PLAIN = "0123456789.,-+()%:/$¥£'''----"
_NOTHING = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060"  # seen by nobody


def folded(text: str) -> str:
    """Give SQL that writes a text in plain figures, signs and blanks."""
    plain = _PLAIN.ljust(len(_WIDE))
    return f"translate({text}, {quoted(_WIDE + _NOTHING)}, {quoted(plain)})"


def needs_folding(text: str) -> str:
    """Give SQL that is true where `folded` would change a text.

    Folding is asked for once a column, not done on principle: DuckDB 1.5 takes 9 s for a million
    rows, since it makes the table of characters anew for each.
    """
    found = f"regexp_matches({text}, {quoted(f'[{_WIDE}{_NOTHING}]')})"
    return f"strlen({text}) <> length({text}) AND {found} OR contains({text}, chr(9))"


def shape(text: str) -> str:
    """Give SQL of a text with 9 for each figure: nine replacements are faster than a table."""
    for figure in range(9):
        text = f"replace({text}, '{figure}', '9')"
    return text


def with_parts(text: str, pattern: str, names: tuple[str, ...], then: str) -> str:
    """Give SQL that takes a text apart once, as `p`, and goes on with its parts.

    A CASE would take it apart for each branch: DuckDB shares nothing across branches.
    """
    listed = ", ".join(map(quoted, names))
    parts = f"regexp_extract({text}, {quoted(pattern)}, [{listed}])"
    return bound(parts, "p", then)


def bound(value: str, name: str, then: str) -> str:
    """Give SQL that works a value out once and goes on with it under a name."""
    return f"list_transform([{value}], lambda {name}: {then})[1]"
