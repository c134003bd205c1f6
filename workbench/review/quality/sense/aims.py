"""Doubts about what quotas are for: a figure, a product, a region or a segment nothing knows."""

from workbench.metrics.aims import CUTS, can_be_cut, is_money
from workbench.metrics.catalogue import CATALOGUE
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground, among

_TOLD = ("rep_id", "metric", *CUTS, "start_on", "end_on", "target", "currency")


def unknown_aim(ground: Ground) -> list[Issue]:
    """Tell of quota rows that no figure can be held against, by why.

    Their attainment is absent, and nothing they say is counted elsewhere.
    """
    if not ground.has("quotas", "rep_id", "metric", "start_on", "target"):
        return []
    found = _issues(ground, "quota_unknown_metric", f"metric not in {among(sorted(CATALOGUE))}")
    found += _issues(ground, "quota_two_cuts", _two_cuts(ground))
    for by in _given(ground):
        found += _of_cut(ground, by)
    return found


def useless_currency(ground: Ground) -> list[Issue]:
    """Tell of a currency on targets that are no money: it says nothing there."""
    if not ground.has("quotas", "rep_id", "metric", "currency"):
        return []
    plain = [key for key in CATALOGUE if not is_money(key)]
    where = f"currency is not null and metric in {among(sorted(plain))}"
    return ground.issues(Doubt("quotas", "quota_currency_unread"), _select(ground, where))


def _of_cut(ground: Ground, by: str) -> list[Issue]:
    """Tell of the rows of one cut, each for the first reason there is."""
    whole = [key for key in CATALOGUE if not can_be_cut(key)]
    own = f'"{by}" is not null and not {_two_cuts(ground)}'
    is_whole = f"metric in {among(sorted(whole))}"
    found = _issues(ground, "quota_not_cut", f"{own} and {is_whole}", column=by)
    sets = _known(ground, by)
    if not sets:
        return found + _issues(
            ground, "quota_cut_without_data", f"{own} and not {is_whole}", column=by
        )
    unknown = f'{own} and not {is_whole} and "{by}" not in ({" union ".join(sets)})'
    return found + _issues(ground, "quota_unknown_level", unknown, column=by)


def _issues(ground: Ground, reason: str, where: str, column: str = "") -> list[Issue]:
    doubt = Doubt("quotas", reason, ("quota_attainment",))
    return ground.issues(doubt, _select(ground, where), {"column": column} if column else None)


def _select(ground: Ground, where: str) -> str:
    names = ground.given("quotas", *_TOLD)
    order = "rep_id, metric, start_on" if ground.has("quotas", "start_on") else "rep_id, metric"
    return f"select {names} from {ground.file('quotas')} where {where} order by {order}"


def _given(ground: Ground) -> list[str]:
    return [by for by in CUTS if ground.has("quotas", by)]


def _two_cuts(ground: Ground) -> str:
    named = " + ".join(f'("{by}" is not null)::int' for by in _given(ground)) or "0"
    return f"({named} > 1)"


def _known(ground: Ground, by: str) -> list[str]:
    """Write what gives the levels there are, as `metrics.levels` looks for them."""
    if by in ("region", "segment"):
        tables = ["accounts"] if ground.has("deals", "account_id") else []
        return _levels(ground, by, *tables, "reps", "assignments")
    told = _levels(ground, "product_id", "deals", "deal_lines")
    if by == "product_family":
        return _levels(ground, "family", "products") if told else []
    return told + _levels(ground, "product_id", "products") if told else []


def _levels(ground: Ground, column: str, *tables: str) -> list[str]:
    return [
        f'select "{column}" from {ground.file(table)} where "{column}" is not null'
        for table in tables
        if ground.has(table, column)
    ]
