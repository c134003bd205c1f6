"""Rows that were issued, beside the rows of today: what fell through, and what cannot be told.

A deal that is won no more was paid: it counts as it was issued, and falls through on the day that
is known, so that the plan's clawback says what is taken back. What the data cannot tell today (a
rate that vanished, a deal that is gone from the source) is no zero: it counts as it was issued,
and the statement says so.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from workbench.incentives.assigning import Segment
from workbench.incentives.inputs import SET_ASIDE, Item, Measure, Quota, RepInput
from workbench.incentives.ledger.frozen import Frozen
from workbench.incentives.paying import deal_of
from workbench.model.period import Period

WON, LOST, OPEN, ABSENT = "won", "lost", "open", "absent"
Key = tuple[str, str]  # the kind of a row and its id


class Fate(NamedTuple):
    """What the data of today say of a deal that was issued."""

    state: str  # won, lost, open, absent from the data, or set_aside
    on: date | None = None  # the day it was lost; None: no more is known than that it is


@dataclass(frozen=True)
class Known:
    """What was issued to a rep so far, as the statements tell it one after the other."""

    items: Mapping[Key, Item]
    gone: Mapping[str, date]
    quotas: Mapping[str, Quota]
    measures: Mapping[str, Mapping[str, Measure]]
    ends: Mapping[Key, date]  # the end of the period each row was issued in
    segments: tuple[Segment, ...] = ()  # the days on plans, as issued

    def since(self, day: date) -> "Known":
        """Give the same, of the rows that were issued the ones of a day and later alone."""
        return replace(self, items={key: x for key, x in self.items.items() if x.on >= day})


@dataclass(frozen=True)
class Standing:
    """The input of today, completed by what was issued."""

    given: RepInput
    gone: Mapping[str, date]
    held: Mapping[str, str]  # rows, quotas and measures that count as issued, and why


def known_of(issued: Iterable[Frozen]) -> Known:
    """Put together what statements were computed from, the later ones over the earlier."""
    items: dict[Key, Item] = {}
    quotas: dict[str, Quota] = {}
    measures: dict[str, Mapping[str, Measure]] = {}
    ends: dict[Key, date] = {}
    gone: Mapping[str, date] = {}
    segments: tuple[Segment, ...] = ()
    for each in issued:
        if not each.is_alone:  # what it lacks of the rows of its periods was settled by it
            items, segments = _before(items, each), ()
        items |= {key_of(item): item for item in each.given.items}
        for period in each.periods:
            ends |= {
                key_of(item): period.end
                for item in each.given.items
                if period.start <= item.on < period.end
            }
        quotas |= each.given.quotas
        measures |= each.given.measures
        gone, segments = each.gone, (*segments, *_own(each))
    return Known(items, gone, quotas, measures, ends, segments)


def _before(items: Mapping[Key, Item], frozen: Frozen) -> dict[Key, Item]:
    """Give the rows of days before the periods of a statement."""
    first = date.min if frozen.is_whole else frozen.periods[0].start
    return {key: item for key, item in items.items() if item.on < first}


def _own(frozen: Frozen) -> tuple[Segment, ...]:
    """Give the days on plans that a statement adds to what was issued before."""
    if not frozen.is_alone:
        return frozen.segments
    return tuple(each for each in frozen.segments if each.within(frozen.period) is not None)


def key_of(item: Item) -> Key:
    """Name a row: receipts and deals may have one id."""
    return item.event, item.item_id


def standing(
    today: RepInput,
    known: Known,
    fates: Mapping[str, Fate],
    period: Period,
    told: Collection[str] = (),
) -> Standing:
    """Complete the input of today by what was issued.

    Parameters
    ----------
    fates
        By deal that was issued and of which today's rows lack one.
    period
        The one that is paid; what is known of earlier ones alone is completed.
    told
        Currencies of which the plans themselves tell what they are worth.
    """
    rows = {key_of(item): item for item in today.items}
    held: dict[str, str] = {}
    gone: dict[str, date] = {}
    last = min(today.as_of, period.last_day)
    for key, item in known.items.items():
        found = rows.get(key)
        if item.event == SET_ASIDE:
            continue
        if found is not None:
            rows[key], why = _completed(found, item, told)
            held |= {item.item_id: why} if why else {}
            continue
        fate = fates.get(deal_of(item), Fate(ABSENT))
        if fate.state == WON or not _has_deal(item):
            continue  # it is another's now, or a row of it was taken out: the difference is paid
        rows[key] = item
        if fate.state in (LOST, OPEN):
            day = known.gone.get(deal_of(item)) or _day(fate, item, last)
            gone[deal_of(item)] = max(day, known.ends.get(key, day))
        else:
            held[deal_of(item)] = fate.state
    given, unknown = _figures(today, known)
    items = tuple(rows.values())
    return Standing(replace(given, items=items), gone, {**held, **unknown})


def _day(fate: Fate, item: Item, last: date) -> date:
    """Give the day a deal fell through: as told, else the last on which it can have been."""
    is_told = fate.on is not None and fate.on > item.on
    return min(fate.on, last) if is_told and fate.on is not None else last


def _has_deal(item: Item) -> bool:
    """Whether a row is a deal, or of one; an activity may be of none."""
    return item.event != "activity_done" or bool(item.deal_id)


def _completed(found: Item, issued: Item, told: Collection[str]) -> tuple[Item, str]:
    """Take what a row lacks today, and had when it was issued, from then; gives why, or ""."""
    why = ""
    if found.share is None and issued.share is not None:
        found, why = found._replace(share=issued.share), "credit_unknown"
    was_told = issued.rate is not None or issued.currency in told
    if found.rate is None and found.currency not in told and was_told:
        if found.currency != issued.currency:
            return issued, "fx_missing"  # what it is worth in another currency is not known
        found, why = found._replace(rate=issued.rate), "fx_missing"
    if found.receipts is None and issued.receipts is not None:
        found, why = found._replace(receipts=issued.receipts), "no_receipts"
    if _lacks_lines(found, issued):
        found, why = found._replace(lines=issued.lines), "no_amount"
    lacking = [
        name for name, value in issued.values.items()
        if value is not None and found.values.get(name) is None
    ]  # fmt: skip
    if lacking:
        values = {**found.values, **{name: issued.values[name] for name in lacking}}
        found, why = found._replace(values=values), f"no_{lacking[0]}"
    return found, why


def _lacks_lines(found: Item, issued: Item) -> bool:
    """Whether a line of a deal lacks a value today that it had when it was issued."""
    is_same = len(found.lines) == len(issued.lines)
    pairs = zip(found.lines, issued.lines, strict=True) if is_same else ()
    return any(
        value is not None and now.values.get(name) is None
        for now, then in pairs for name, value in then.values.items()
    )  # fmt: skip


def _figures(today: RepInput, known: Known) -> tuple[RepInput, dict[str, str]]:
    """Hold quotas and measures that were issued and cannot be told today."""
    quotas, measures, held = dict(today.quotas), dict(today.measures), {}
    for key, issued in known.quotas.items():
        found = quotas.get(key)
        if issued.value is not None and (found is None or found.value is None):
            quotas[key] = issued
            held[key] = found.reason if found is not None and found.reason else "no_quota"
    for name, then in known.measures.items():
        now = dict(measures.get(name, {}))
        for each, issued_measure in then.items():
            found_measure = now.get(each)
            is_told = found_measure is not None and found_measure.value is not None
            if issued_measure.value is not None and not is_told:
                now[each] = issued_measure
                told = found_measure.reason if found_measure is not None else ""
                held[f"{name}:{each}"] = told or "measure_missing"
        measures[name] = now
    return replace(today, quotas=quotas, measures=measures), held
