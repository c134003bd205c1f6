"""Customers: new ones, how satisfied they are, and how much hangs on few of them."""

from dataclasses import replace
from decimal import Decimal

from workbench.metrics.expression import Table, Value
from workbench.metrics.intervals import wilson
from workbench.metrics.metric import Finish, Metric, Outcome, Parts, absent, exact, finish_count
from workbench.metrics.parts import COUNT, Opens, Part, count_of, known_of, sum_of
from workbench.model.money import quotient

_SATISFIED = Decimal("0.8")  # of the scale: 4 and 5 of five
_CSAT_SCALE, _NPS_PROMOTER, _NPS_DETRACTOR = 5.0, 9, 6
_CSAT_ANSWERS, _NPS_ANSWERS = 5, 10  # fewer answers give no figure


def _answered(kind: str) -> Part:
    return known_of(lambda t: t.score, lambda t: t.kind == kind)


def _satisfied(table: Table) -> Value:
    scale = table.scale_max.fill_null(_CSAT_SCALE)
    # score / scale >= 0.8, written without a division
    return (table.kind == "csat") & (table.score * 10 >= scale * int(_SATISFIED * 10))


def _amount(table: Table) -> Value:
    return table.amount


def _csat(parts: Parts) -> Outcome:
    hits, answers = int(parts["hits"] or 0), int(parts["answers"] or 0)
    if answers < _CSAT_ANSWERS:
        return absent("too_few_answers", n=answers)
    low, high = wilson(hits, answers)
    value = quotient(hits, answers)
    return Outcome(value, Decimal(hits), Decimal(answers), answers, low, high)


def _nps(parts: Parts) -> Outcome:
    answers = int(parts["answers"] or 0)
    if answers < _NPS_ANSWERS:
        return absent("too_few_answers", n=answers)
    net = Decimal(int(parts["promoters"] or 0) - int(parts["detractors"] or 0))
    return Outcome(quotient(net * 100, answers), net * 100, Decimal(answers), answers)


def _part_of_total(part: str) -> Finish:
    def finish(parts: Parts) -> Outcome:
        total, n = exact(parts["total"]), int(parts["n"] or 0)
        if not n:
            return absent("no_won_deals")
        if total is None or total <= 0:
            return absent("total_not_positive", n=n)
        top = exact(parts[part]) or Decimal(0)
        return Outcome(quotient(top, total), top, total, n)

    return finish


def _hhi(parts: Parts) -> Outcome:
    total, n = exact(parts["total"]), int(parts["n"] or 0)
    if not n:
        return absent("no_won_deals")
    if total is None or total <= 0:
        return absent("total_not_positive", n=n)
    squares = exact(parts["squares"]) or Decimal(0)
    return Outcome(quotient(squares, total * total), n=n)


def _concentration(key: str, part: str, finish: Finish) -> Metric:
    return Metric(
        key=key,
        id="M40",
        unit="index" if part == "squares" else "share",
        direction=-1,
        source="Share of the amount won that hangs on the largest accounts",
        population="won_accounts",
        rows=("won",),
        # Of the index, squares above and their root's amounts below
        opens=Opens(top={part: 1}, bottom={"total": 1}, n=("n",)),
        parts={
            "total": sum_of(_amount),
            "n": count_of(),
            "top": sum_of(_amount, lambda t: t["rank"] <= 1),
            "top5": sum_of(_amount, lambda t: t["rank"] <= 5),  # noqa: PLR2004 (its name)
            "squares": sum_of(lambda t: t.square),
        },
        finish=finish,
        needs=("deals.close_on", "deals.account_id", "amount", "record.deals"),
    )


CUSTOMERS = (
    Metric(
        key="new_logos",
        id="M33",
        unit="count",
        direction=1,
        source="Account families whose first won deal closes in the period",
        population="first_wins",
        opens=replace(COUNT, among=("all",), own={"all": count_of()}),
        parts={"n": count_of(lambda t: t.kind == "new")},
        finish=finish_count,
        needs=("deals.close_on", "deals.account_id", "record.deals", "history"),
        by=("kind",),
    ),
    Metric(
        key="csat",
        id="M36",
        unit="share",
        direction=1,
        source="Answers in the upper two of five, of all answers",
        population="surveys",
        opens=Opens(top={"hits": 1}, bottom={"answers": 1}, n=("answers",)),
        parts={"hits": count_of(_satisfied), "answers": _answered("csat")},
        finish=_csat,
        needs=("surveys", "record"),
    ),
    Metric(
        key="nps",
        id="M37",
        unit="points",
        direction=1,
        source="Percent 9 or 10 less percent 0 to 6",
        population="surveys",
        opens=Opens(
            top={"promoters": 100, "detractors": -100}, bottom={"answers": 1}, n=("answers",)
        ),
        parts={
            "promoters": count_of(lambda t: (t.kind == "nps") & (t.score >= _NPS_PROMOTER)),
            "detractors": count_of(lambda t: (t.kind == "nps") & (t.score <= _NPS_DETRACTOR)),
            "answers": _answered("nps"),
        },
        finish=_nps,
        needs=("surveys", "record"),
    ),
    _concentration("top_account_share", "top", _part_of_total("top")),
    _concentration("top5_account_share", "top5", _part_of_total("top5")),
    _concentration("account_hhi", "squares", _hhi),
)
