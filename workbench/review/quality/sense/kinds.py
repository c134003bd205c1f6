"""Doubts about what a source records: no lost deal in it, or no open one, as a list of orders."""

from workbench.metrics.record import FEWEST_ROWS
from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground

_ORDERS = ("[deals]", 'kind = "orders"')
_OPEN = ("open_deals", "open_pipeline", "pipeline_coverage", "stuck_share", "sales_velocity")
_LOST = ("win_rate", "lost_deals", "needed_coverage", "sales_velocity")


def never_lost(ground: Ground) -> list[Issue]:
    """Tell that of five or more closed deals none was ever lost."""
    return _none_of(ground, "no_losses_recorded", "is_closed and not is_won", _LOST)


def never_open(ground: Ground) -> list[Issue]:
    """Tell that of five or more deals none is open, and no history saw one before it closed."""
    if ground.has("deals", "close_on") and ground.has("deal_history", "deal_id", "on"):
        seen = (
            f"select 1 from {ground.file('deal_history')} h join {ground.file('deals')} d"
            ' on h.deal_id = d.deal_id where h."on" < d.close_on limit 1'
        )
        if ground.rows(seen):
            return []
    return _none_of(ground, "no_open_recorded", "not is_closed", _OPEN)


def _none_of(ground: Ground, reason: str, where: str, figures: tuple[str, ...]) -> list[Issue]:
    if "kind" in ground.workspace.rules.deals.model_fields_set:
        return []  # it was said which
    file = ground.file("deals")
    counts = f"count(*) filter (is_closed), count(*) filter ({where})"
    ((n, found),) = ground.rows(f"select {counts} from {file}")
    if found or int(str(n)) < FEWEST_ROWS:
        return []
    names = ground.given("deals", "deal_id", "rep_id", "stage", "is_closed", "is_won", "close_on")
    select = f"select {names} from {file} order by deal_id"
    return ground.issues(Doubt("deals", reason, figures, _ORDERS), select)
