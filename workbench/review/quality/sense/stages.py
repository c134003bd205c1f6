"""A doubt about stages: the word says one thing, is_closed and is_won another."""

from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground
from workbench.sources.columns.truth import outcome

_FIGURES = ("won_revenue", "won_deals", "win_rate", "open_pipeline", "pipeline_coverage")


def stage_against_status(ground: Ground) -> list[Issue]:
    """Doubt deals whose stage says won, lost or closed while their marks say otherwise.

    Deals marked won and open are told of already.
    """
    if not ground.has("deals", "stage"):
        return []
    names = ground.given("deals", "deal_id", "rep_id", "stage", "is_closed", "is_won", "close_on")
    # Each word is read once, for the deals that bear it are many
    words = f"(select stage, {outcome('stage')} as says from (select distinct stage from deals))"
    select = (
        f"with deals as {ground.deals} select {names} from deals join {words} using (stage)"
        " where (is_closed or not is_won) and ((says = 'won' and not is_won)"
        " or (says = 'lost' and (is_won or not is_closed))"
        " or (says = 'closed' and not is_closed)) order by deal_id"
    )
    return ground.issues(Doubt("deals", "stage_against_status", _FIGURES), select)
