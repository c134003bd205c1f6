"""The rows of figures that open the summary, five at most: value, small drawing, reading."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.charts.figure import TINY
from workbench.charts.tiny import bullet, interval
from workbench.i18n import message
from workbench.page.number import value_text
from workbench.page.parts import Gauge
from workbench.page.picture import Picture
from workbench.review import exhibits, words
from workbench.review.never_recorded import is_not_in_data, records_open
from workbench.review.past import WITHOUT_DEALS
from workbench.review.sections.without_deals import has_no_deals
from workbench.review.target import target_text
from workbench.review.verdict.cover import Cover, cover_of, times

if TYPE_CHECKING:
    from workbench.i18n import Lang
    from workbench.metrics.fact import Comparison, Fact
    from workbench.review.brief import Brief

Draw = Callable[[str, "Brief"], Gauge]
_FEWEST = 3  # lines


def headline_rows(review: "Brief") -> list[Gauge]:
    """Give attainment, pace or deal size, win rate, cover of the next period, satisfaction.

    What the company's data have nothing of has no line: without targets what was won stands in
    place of attainment, and the open deals in place of their cover; where there are not three
    lines, as in a call centre, calls, meetings and answers to leads come first. Who has left has no
    next period to cover.
    """
    rows = [] if has_no_deals(review) else _of_deals(review)
    rows += _kept(["csat"], _rate, review)
    if len(rows) >= _FEWEST:
        return rows
    calls = _told(WITHOUT_DEALS[:2], _counted, review)
    return [*calls, *_told(WITHOUT_DEALS[2:3], _rate, review), *rows]


def _of_deals(review: "Brief") -> list[Gauge]:
    found, is_over = review.figures, review.period.is_over(review.as_of)
    is_aimed = not is_not_in_data(found["quota_attainment"].reason)
    first = [_attainment(review)] if is_aimed else _kept(["won_revenue"], _won, review)
    second = _kept(["median_deal_size"], _beside_peers, review)
    if not is_over and is_aimed:
        second = [_pace(review)]
    rows = [*first, *second, *_kept(["win_rate"], _rate, review)]
    if review.has_left or not records_open(found):
        return rows
    is_covered = is_aimed and not is_not_in_data(cover_of(review).fact.reason)
    return [*rows, *([_coverage(review)] if is_covered else _open(review))]


def _kept(metrics: Sequence[str], draw: Draw, review: "Brief") -> list[Gauge]:
    """Draw the figures the company's data have something of, absent ones with their reason."""
    found = review.figures
    return [draw(each, review) for each in metrics if not is_not_in_data(found[each].reason)]


def _told(metrics: Sequence[str], draw: Draw, review: "Brief") -> list[Gauge]:
    return [draw(each, review) for each in metrics if review.figures.value(each)]


def _open(review: "Brief") -> list[Gauge]:
    return _told(["open_pipeline"], _beside_peers, review)


def _won(metric: str, review: "Brief") -> Gauge:
    """Set a figure beside that of a year before."""
    lang, fact, earlier = review.lang, review.figures[metric], review.earlier_figures
    if fact.value is None:
        return _absent(fact, "", review)
    reading = message("summary-no-year-ago", lang)
    if earlier is not None and earlier.value(metric) is not None:
        before = words.fact_text(earlier[metric], lang)
        reading = message("summary-year-ago", lang, value=before)
    counts = words.counted_deals(review.figures["won_deals"], lang)
    return _line(fact, review, (reading, counts), None)


def _counted(metric: str, review: "Brief") -> Gauge:
    """Set a count beside the peers'."""
    lang, fact, peers = review.lang, review.figures[metric], review.figures.peers(metric)
    if peers is None:
        return _line(fact, review, (message("summary-no-peers", lang), ""), None)
    middle = words.median(peers, fact, lang)
    reading = message("summary-peer-median", lang, median=middle)
    return _line(fact, review, (reading, ""), _beside(fact, peers))


def _attainment(review: "Brief") -> Gauge:
    lang, found = review.lang, review.figures
    fact, gap = found["quota_attainment"], found["quota_gap"]
    won = words.fact_text(found["won_revenue"], lang)
    counted = words.counted_deals(found["won_deals"], lang)
    if fact.value is None or gap.value is None:
        is_told = found["won_revenue"].value is not None
        return _absent(fact, f"{won}{_comma(review)}{counted}" if is_told else "", review)
    side = "below" if gap.value > 0 else "above" if gap.value < 0 else "on"
    size = value_text(abs(gap.value), "money", gap.currency, lang)
    values = {} if side == "on" else {"gap": size}
    reading = message(f"summary-{side}-target", lang, **values)
    quota = target_text(found["effective_quota"], lang)
    counts = message("summary-won-of", lang, won=won, quota=quota, deals=counted)
    return _line(fact, review, (reading, counts), _bullet(fact, 1.0))


def _pace(review: "Brief") -> Gauge:
    lang, fact = review.lang, review.figures["linear_pace"]
    if fact.value is None:
        return _absent(fact, "", review)
    side = "ahead" if fact.value > 1 else "behind" if fact.value < 1 else "even"
    due = value_text(fact.denominator, "money", review.currency, lang)
    won = words.fact_text(review.figures["won_revenue"], lang)
    counts = message("summary-due-by-now", lang, won=won, due=due)
    return _line(fact, review, (message(f"summary-pace-{side}", lang), counts), _bullet(fact, 1.0))


def _beside_peers(metric: str, review: "Brief") -> Gauge:
    lang, fact = review.lang, review.figures[metric]
    if fact.value is None:
        return _absent(fact, "", review)
    peers = review.figures.peers(metric)
    if peers is None:
        reading, drawing = message("summary-no-peers", lang), None
    else:
        middle = words.median(peers, fact, lang)
        reading = message("summary-peer-median", lang, median=middle)
        drawing = _beside(fact, peers)
    return _line(fact, review, (reading, words.counts(fact, lang)), drawing)


def _rate(metric: str, review: "Brief") -> Gauge:
    lang, fact = review.lang, review.figures[metric]
    peers = review.figures.peers(metric)
    if fact.value is None:
        return _absent(fact, "", review)
    counts = f"{words.counts(fact, lang)}{_comma(review)}{words.interval(fact, lang)}"
    if words.is_unsteady(fact):
        counts += f"{_comma(review)}{message('review-small-sample', lang)}"
    reading = message("summary-no-peers", lang)
    if peers is not None:
        side = {"above": "above", "below": "below"}.get(peers.verdict, "equal")
        reading = message(f"summary-peer-{side}", lang, **words.beside(peers, fact, lang))
    return _line(fact, review, (reading, counts), _interval(fact, review))


def _coverage(review: "Brief") -> Gauge:
    lang = review.lang
    cover = cover_of(review)
    fact = cover.fact
    label = message("summary-coverage", lang, period=cover.period)
    if fact.value is None:
        return _absent(fact, "", review, label)
    parts = [
        value_text(part, "money", review.currency, lang)
        for part in (fact.numerator, fact.denominator)
    ]
    counts = message("summary-open-of", lang, open=parts[0], remaining=parts[1], n=fact.n)
    drawing = _bullet(fact, float(cover.asked), is_short=cover.is_short)
    return _line(fact, review, (_enough(cover, lang), counts), drawing, label)


def _enough(cover: Cover, lang: "Lang") -> str:
    """Say whether the open deals are enough, at the rate the team wins at where it is known."""
    if cover.needed.value is None:
        return message("summary-not-full" if cover.is_short else "summary-full", lang)
    needed = times(cover.needed, lang)
    return message(f"summary-cover-{'short' if cover.is_short else 'enough'}", lang, needed=needed)


def _line(
    fact: "Fact", review: "Brief", said: tuple[str, str], drawing: Picture | None, name: str = ""
) -> Gauge:
    name = name or words.label(fact.metric, review.lang)
    if drawing is not None:
        finding = f"{name} {words.fact_text(fact, review.lang)}"
        drawing = replace(drawing, description=exhibits.said(finding, said, review.lang))
    return Gauge(
        name=name,
        number=words.number_of(fact),
        picture=drawing,
        reading=said[0],
        counts=said[1],
    )


def _absent(fact: "Fact", counts: str, review: "Brief", name: str = "") -> Gauge:
    reason = words.reason(fact, review.lang)
    name = name or words.label(fact.metric, review.lang)
    return Gauge(name, words.number_of(fact), None, reason, counts)


def _bullet(fact: "Fact", target: float, *, is_short: bool = False) -> Picture:
    value = words.position(fact.value)
    return Picture(
        lambda width: bullet(value, target, width=width, is_short=is_short),
        key=f"tiny-{fact.metric.replace('_', '-')}",
        description="",  # said with the whole line
        widths=(TINY,),
    )


def _beside(fact: "Fact", peers: "Comparison") -> Picture:
    """Draw a figure beside the peers' median, or on the band it lies in."""
    if peers.value:
        return _bullet(fact, float(peers.value))
    ends = [float(end) for end in (peers.low, peers.high, fact.value) if end is not None]
    return Picture(
        lambda width: interval(
            words.position(fact.value), band=(ends[0], ends[1]), width=width,
            domain=(min(0.0, *ends), max(0.0, *ends) or 1.0),
        ),
        key=f"tiny-{fact.metric.replace('_', '-')}",
        description="",  # said with the whole line
        widths=(TINY,),
    )  # fmt: skip


def _interval(fact: "Fact", review: "Brief") -> Picture:
    peers = review.figures.peers(fact.metric)
    middle = words.position(peers.value) if peers else None
    band = None
    if peers is not None and peers.low is not None and peers.high is not None:
        band = (float(peers.low), float(peers.high))
    bounds = None
    if fact.low is not None and fact.high is not None:
        bounds = (float(fact.low), float(fact.high))
    return Picture(
        lambda width: interval(
            words.position(fact.value),
            bounds,
            reference=middle,
            band=band,
            width=width,
            is_unsteady=words.is_unsteady(fact),
        ),
        key=f"tiny-{fact.metric.replace('_', '-')}",
        description="",
        widths=(TINY,),
    )


def _comma(review: "Brief") -> str:
    return "，" if review.lang == "zh" else ", "
