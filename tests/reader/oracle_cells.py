"""What one cell says, read in plain Python: the plain forms, and those workbench.toml tells.

Written from the rules, not from the reader: no DuckDB, Arrow or pandas.
"""

import re
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal, localcontext

TRUE = {"true", "yes", "y", "1", "on", "ja", "oui", "da", "是", "对"}
FALSE = {"false", "no", "n", "0", "off", "nein", "non", "否", "错"}
WON, LOST = {"won", "closed won", "赢单"}, {"lost", "closed lost", "输单"}
DIGITS = {"money": (18, 4), "share": (9, 8), "rate": (18, 8)}
NUMBER = re.compile(
    r"(?P<sign>-?)(?P<whole>\d+|[1-9]\d{0,2}(?:,\d{3})+|(?=\.\d))(?P<rest>\.\d*)?(?P<percent>%?)"
)


class RefusedError(Exception):
    """A column two readings of which remain, or one that is wrong as a whole."""


def plain(text):
    """Give a cell without the blanks around it; None when nothing is left."""
    return text.strip() or None


def meant(text, name, source):
    """Give what workbench.toml makes of a cell."""
    values = dict(source.values.get(name, {}))
    if text is None or text in source.null_values:
        return None
    found = values.get(text, values.get("else", text))
    return written(found)


def written(value):
    """Write a value of workbench.toml as a cell would hold it."""
    if value is None or value == "":
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def value_of(text, column, source, zone):
    """Give the value of one cell; None when it cannot be read."""
    if text is None:
        return None
    if column.kind == "text":
        return text
    if column.kind == "boolean":
        return truth(text.lower(), column.name)
    if column.kind in ("date", "timestamp"):
        return moment(text, column.kind, source.dates.get(column.name, ""), zone)
    return number(text, column.kind, source.units.get(column.name))


def truth(word, name):
    if word in TRUE or (name == "is_won" and word in WON):
        return True
    if name == "is_closed" and word in WON | LOST | {"closed"}:
        return True
    is_false = word in FALSE or (name == "is_won" and word in LOST)
    return False if is_false or (name == "is_closed" and word == "open") else None


def moment(text, kind, form, zone):
    """Read ISO 8601, or the told form; a wall time is the company's."""
    try:
        if form:
            found = datetime.strptime(text, form)
        elif not re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", text):
            return None
        else:
            found = datetime.fromisoformat(text)
    except ValueError:
        return None
    if kind == "date":
        return (found.astimezone(zone) if found.tzinfo else found).date()
    return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)


def number(text, kind, unit):
    """Read figures, groups of three, a percent of a share; rounded once, half away from zero."""
    parts = NUMBER.fullmatch(text)
    if not parts or (parts["percent"] and kind not in ("share", "rate")):
        return None
    with localcontext() as exact:
        exact.prec = 200
        figures = Decimal(
            f"{parts['sign']}{parts['whole'].replace(',', '') or 0}{parts['rest'] or ''}"
        )
        figures = figures / 100 if parts["percent"] else figures * (unit or 1)
        if kind == "number":
            return float(figures)
        precision, scale = DIGITS[kind]
        found = figures.quantize(Decimal(1).scaleb(-scale), ROUND_HALF_UP)
    if abs(found) >= Decimal(10) ** (precision - scale):
        return None
    is_bare_share = kind == "share" and not parts["percent"] and unit is None
    return None if is_bare_share and abs(found) > 1 else found


def require_one_scale(texts):
    """Refuse a column of shares that may be counted from 0 to 1 or from 0 to 100."""
    bare = [number(text, "number", None) for text in texts if text and "%" not in text]
    bare = [value for value in bare if value]
    percents = [text for text in texts if text and "%" in text and NUMBER.fullmatch(text)]
    above = sum(abs(value) > 1 for value in bare)
    if (percents and bare) or above > len(bare) - above:
        raise RefusedError("shares")


def is_later(one, other):
    """Whether both days are known and one is after the other."""
    return isinstance(one, date) and isinstance(other, date) and one > other
