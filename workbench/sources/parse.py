"""From text to the kinds of the contract: numbers, booleans, dates, timestamps.

Every function takes a column of text and gives typed values with missing ones where the text is
missing or cannot be read; the caller tells the two apart and keeps the unreadable rows.
"""

from decimal import Decimal
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from workbench.model.day import day_column
from workbench.model.money import MONEY_SCALE

_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_THOUSANDS = r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?"
_SIGNS = r"[¥￥$€£\s\u00a0]|元$"
_ZONED = r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})"
_DAY = r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
_CLOCK = r"(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?"
_TRUTH = {
    **dict.fromkeys(("true", "t", "1", "1.0", "yes", "y", "是", "真"), True),
    **dict.fromkeys(("false", "f", "0", "0.0", "no", "n", "否", "假"), False),
}
_SCALES = {"money": (18, MONEY_SCALE), "share": (9, 8), "rate": (18, 8)}
_WIDE = pa.decimal128(38, 18)


def decimals(text: pd.Series, kind: str, factor: Decimal = Decimal(1)) -> pa.Array:
    """Read exact numbers, half up to the kind's scale; `35%` is 0.35, `(1,200)` is −1200."""
    clean = _cleaned(text)
    percent = clean.str.endswith("%").fillna(value=False)
    clean = clean.str.rstrip("%")
    readable = clean.where(clean.str.fullmatch(_NUMBER).fillna(value=False))
    factors = percent.map({True: factor / 100, False: factor})
    if factor != 1 or percent.any():
        readable = pd.Series(
            [
                None if pd.isna(value) else format(Decimal(value) * by, "f")
                for value, by in zip(readable, factors, strict=True)
            ],
            index=text.index,
            dtype="str",
        )
    precision, scale = _SCALES[kind]
    wide = _as_decimal(readable)
    rounded = pc.round(wide, ndigits=scale, round_mode="half_towards_infinity")
    limit = pa.scalar(Decimal(10) ** (precision - scale), _WIDE)
    fits = pc.less(pc.abs(rounded), limit)
    return pc.if_else(fits, rounded, None).cast(pa.decimal128(precision, scale), safe=False)


def numbers(text: pd.Series, factor: Decimal = Decimal(1)) -> pa.Array:
    """Read plain numbers as doubles: quantities, scores, minutes; never money."""
    clean = _cleaned(text)
    readable = clean.where(clean.str.fullmatch(_NUMBER).fillna(value=False))
    return pa.array(pd.to_numeric(readable, errors="coerce") * float(factor), from_pandas=True)


def booleans(text: pd.Series) -> pa.Array:
    """Read true and false, 1 and 0, yes and no, 是 and 否."""
    told = text.str.strip().str.casefold().map(_TRUTH)
    return pa.array(told.to_list(), pa.bool_(), from_pandas=True)


def dates(text: pd.Series, zone: ZoneInfo, form: str = "") -> pa.Array:
    """Read days. A timestamp with a zone is cut in `zone`, one without keeps its day."""
    return day_column(timestamps(text, zone, form), zone)


def timestamps(text: pd.Series, zone: ZoneInfo, form: str = "") -> pa.Array:
    """Read instants. One without a zone is taken as of `zone`."""
    found = _instants(text, zone, form)
    return pa.array(found, from_pandas=True).cast(pa.timestamp("us", "UTC"))


def _cleaned(text: pd.Series) -> pd.Series:
    """Drop what people put around numbers: full-width forms, signs of currency, thousands."""
    clean = text.str.normalize("NFKC").str.replace(_SIGNS, "", regex=True).str.replace("−", "-")
    negative = clean.str.fullmatch(r"\(.*\)").fillna(value=False)
    clean = clean.where(~negative, "-" + clean.str.strip("()"))
    grouped = clean.str.fullmatch(_THOUSANDS + "%?").fillna(value=False)
    return clean.where(~grouped, clean.str.replace(",", ""))


def _as_decimal(readable: pd.Series) -> pa.Array:
    try:
        return pa.array(readable, pa.string(), from_pandas=True).cast(_WIDE)
    except pa.ArrowInvalid:  # more than 18 decimals, or too large: read one by one
        return pa.array([_one(value) for value in readable], _WIDE)


def _one(value: object) -> Decimal | None:
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124 (not a number)
        return None
    exact = Decimal(str(value))
    return round(exact, 18) if abs(exact) < Decimal(10) ** 19 else None


def _instants(text: pd.Series, zone: ZoneInfo, form: str) -> pd.Series:
    """Read instants of any known form, in UTC."""
    if form == "epoch_ms":
        millis = pd.to_numeric(text, errors="coerce")
        return pd.to_datetime(millis, unit="ms", utc=True, errors="coerce")
    if form:
        return _localized(pd.to_datetime(text, format=form, errors="coerce"), zone)
    stripped = text.str.strip()
    zoned = stripped.str.fullmatch(_ZONED).fillna(value=False)
    known = pd.to_datetime(stripped.where(zoned), format="ISO8601", utc=True, errors="coerce")
    parts = stripped.where(~zoned).str.extract(f"^{_DAY}{_CLOCK}$")
    day = parts[0] + "-" + parts[1].str.zfill(2) + "-" + parts[2].str.zfill(2)
    clock = parts[3].fillna("00:00:00")
    naive = pd.to_datetime(day + "T" + clock, format="ISO8601", errors="coerce")
    found: pd.Series = known.where(zoned, _localized(naive, zone))
    return found.astype("datetime64[us, UTC]")


def _localized(naive: pd.Series, zone: ZoneInfo) -> pd.Series:
    if naive.dt.tz is not None:
        return pd.Series(naive.dt.tz_convert("UTC"))
    # A wall clock that a change of time skips or repeats still names its day
    ambiguous = pd.Series(data=True, index=naive.index).to_numpy()
    local = naive.dt.tz_localize(zone, ambiguous=ambiguous, nonexistent="shift_forward")
    return pd.Series(local.dt.tz_convert("UTC"))
