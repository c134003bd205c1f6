"""All comparisons of a period: where a figure stands, what of it is real, and why it changed."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from workbench.metrics.comparison.mix import Segments, is_reversed, mix_adjusted
from workbench.metrics.comparison.peers import comparisons
from workbench.metrics.comparison.place import pareto_share, percentiles
from workbench.metrics.comparison.price_volume_mix import Seller, Sold, price_volume_mix
from workbench.metrics.comparison.shrinkage import Cases, Prior, fit_prior, shrunk
from workbench.metrics.disclosure import FEWEST, NARROWER_FROM, drawn_told, place_told, rate_told
from workbench.metrics.fact import Comparison, Fact

SEGMENT = "pipeline"  # what the mix is adjusted for
_RARE = ("withdrawn", "away")  # parts of a change that are told only where there is one
_RANKED_FROM = 5  # a figure of fewer cases has no place
Groups = Mapping[tuple[str, str], Sequence[Fact]]  # facts with a value, by metric and role
Fit = Callable[[Sequence[Cases]], Prior]


def every_comparison(
    facts: Sequence[Fact],
    levels: Sequence[Fact],
    roles: Mapping[str, str],
    fit: Fit = fit_prior,
) -> list[Comparison]:
    """Compare every figure of a period.

    Parameters
    ----------
    facts, levels
        Totals, and facts cut by a dimension.
    roles
        The role of each rep who was active in the period; others are nobody's peers.
    fit
        Finds the prior of a group; who compares very many groups looks it up.

    Returns
    -------
    list of Comparison
        Rows of method `peers`, `shrunk`, `percentile` and `mix_adjusted`, each only where at least
        five others of the role have the figure, and `pareto` of each role
        of ten or more (`rep_id` "", the role in `verdict`).
    """
    groups = _groups(facts, roles)
    drawn = [row for group in groups.values() for row in _shrunk_rows(group, fit)]
    return [
        *_agreed([*comparisons(facts, roles), *drawn]),
        *(row for group in groups.values() for row in _percentiles(group)),
        *_mix_rows(levels, roles),
        *_pareto(groups),
    ]


def change_rows(
    period: str,
    sold: Mapping[str, Mapping[str, Sold]],
    growth: Mapping[str, Decimal],
    was_there: Collection[str],
) -> list[Comparison]:
    """Split each rep's change of won revenue on a year before into its parts.

    Parameters
    ----------
    sold
        By rep and window (`now`, `year_before`).
    growth
        The change of won revenue by rep; what the lines do not explain of it is `change_other`.
    was_there
        Who worked there in all of both windows.
    """
    offered = {product for windows in sold.values() for product in windows.get("now", {})}
    told = None if "" in offered else offered
    found = []
    for rep_id, whole in growth.items():
        windows = sold.get(rep_id, {})
        seller = Seller(told, rep_id in was_there)
        change = price_volume_mix(windows.get("year_before", {}), windows.get("now", {}), seller)
        parts = dict(vars(change))
        parts["other"] = whole - change.total
        found += [
            Comparison(period, rep_id, "won_revenue", f"change_{name}", value, None, None, 0, "")
            for name, value in parts.items()
            if value or name not in _RARE
        ]
    return found


def _groups(facts: Sequence[Fact], roles: Mapping[str, str]) -> Groups:
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if not fact.by and fact.value is not None and fact.rep_id in roles:
            groups.setdefault((fact.metric, roles[fact.rep_id]), []).append(fact)
    return {key: group for key, group in groups.items() if len(group) > FEWEST}


def _shrunk_rows(group: Sequence[Fact], fit: Fit) -> Iterator[Comparison]:
    cases = [_cases(fact) for fact in group if fact.low is not None]
    if len(cases) <= FEWEST:
        return
    prior = fit(cases)
    for fact in group:
        if fact.low is None:
            continue
        found = shrunk(*_cases(fact), prior)
        others = len(cases) - 1
        drawn = (found.value, found.low, found.high)
        value, low, high = (drawn_told(each, others) for each in drawn)
        verdict = _verdict(found.low, found.high, prior)
        yield _row(fact, "shrunk", value, others, verdict, low, high)


def _agreed(rows: Sequence[Comparison]) -> Iterator[Comparison]:
    """Of few, call a rate apart only where both ways to judge it do, and say one word of both.

    A verdict on many cases tells where the others' median is not; two of one rate tell more, and
    that all differ by chance alone tells how far apart they lie.
    """
    said: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        said.setdefault((row.rep_id, row.metric), set()).add(row.verdict)
    methods = {(row.rep_id, row.metric) for row in rows if row.method == "shrunk"}
    for row in rows:
        key = (row.rep_id, row.metric)
        is_one = len(said[key]) == 1 and key in methods and row.verdict in ("above", "below")
        if not row.verdict or row.n_peers >= NARROWER_FROM or is_one:
            yield row
        else:
            yield row._replace(verdict="not_distinguishable")


def _verdict(low: Decimal | None, high: Decimal | None, prior: Prior) -> str:
    if low is None or high is None:
        return "within_chance"
    if float(low) <= prior.mean <= float(high):
        return "not_distinguishable"
    return "above" if float(low) > prior.mean else "below"


def _percentiles(group: Sequence[Fact]) -> Iterator[Comparison]:
    """Place rates alone: between two who know their counts a place leaves one count only."""
    values = [fact.value for fact in group if fact.value is not None and fact.unit == "share"]
    places = percentiles(values)
    for fact in group:
        if fact.value in places and fact.n >= _RANKED_FROM:
            others = len(values) - 1
            told = place_told(places[fact.value], others)
            if told is not None:
                yield _row(fact, "percentile", None, others, low=told[0], high=told[1])


def _mix_rows(levels: Sequence[Fact], roles: Mapping[str, str]) -> Iterator[Comparison]:
    by_role: dict[str, dict[str, list[Fact]]] = {}
    for fact in levels:
        if (fact.metric, fact.by) == ("win_rate", SEGMENT) and fact.rep_id in roles:
            reps = by_role.setdefault(roles[fact.rep_id], {})
            reps.setdefault(fact.rep_id, []).append(fact)
    for reps in by_role.values():
        if len(reps) <= FEWEST:
            continue
        group = _summed([fact for facts in reps.values() for fact in facts])
        for facts in reps.values():
            yield from _mix_row(facts, group, len(reps) - 1)


def _mix_row(facts: Sequence[Fact], group: Segments, others: int) -> Iterator[Comparison]:
    own = _summed(facts)
    adjusted = mix_adjusted(own, group)
    if adjusted is None or len(group) < 2:  # noqa: PLR2004 (one segment has no mix)
        return
    rest = {
        key: (hits - own.get(key, (0, 0))[0], cases - own.get(key, (0, 0))[1])
        for key, (hits, cases) in group.items()
    }
    verdict = "reversed" if is_reversed(own, rest) else ""
    if not verdict and adjusted.borrowed:
        verdict = "borrowed"
    yield _row(facts[0], "mix_adjusted", rate_told(adjusted.value, others), others, verdict)


def _pareto(groups: Groups) -> Iterator[Comparison]:
    """Tell it within each role: the revenue of a team stands beside no rep of it."""
    for (metric, role), group in groups.items():
        values = [fact.value for fact in group if fact.value is not None]
        share = pareto_share(values) if metric == "won_revenue" else None
        if share is not None:
            yield Comparison(
                group[0].period, "", metric, "pareto", share, None, None, len(values), role
            )


def _cases(fact: Fact) -> tuple[int, int]:
    return int(fact.numerator or 0), int(fact.denominator or 0)


def _summed(facts: Sequence[Fact]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for fact in facts:
        hits, cases = _cases(fact)
        before = found.get(fact.level, (0, 0))
        found[fact.level] = (before[0] + hits, before[1] + cases)
    return found


def _row(
    fact: Fact,
    method: str,
    value: Decimal | None,
    n_peers: int,
    verdict: str = "",
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Comparison:
    return Comparison(
        fact.period, fact.rep_id, fact.metric, method, value, low, high, n_peers, verdict
    )
