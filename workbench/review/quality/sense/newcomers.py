"""A doubt about quotas of newcomers: for the whole span, or for the days at work."""

from workbench.review.quality.issues import Issue
from workbench.review.quality.sense.ground import Doubt, Ground

_FIGURES = ("effective_quota", "quota_attainment", "quota_gap", "linear_pace")


def quota_before_hire(ground: Ground) -> list[Issue]:
    """Ask whether a quota that begins before the first day at work was written for the newcomer.

    Figures take it as given. Who has ramp or leave in it is not asked about, and nobody is where
    workbench.toml says that quotas count from the first day.
    """
    is_told = ground.workspace.rules.quotas.prorate
    if is_told or not ground.has("reps", "hired_on") or not ground.has("quotas"):
        return []
    columns = ground.given("quotas", "rep_id", "metric", "start_on", "end_on", "target")
    away = (
        f" and not exists (from {ground.file('absences')} a where a.rep_id = q.rep_id"
        " and a.start_on < q.end_on and q.start_on < a.end_on)"
        if ground.has("absences")
        else ""
    )
    select = (
        f"select {columns}, hired_on from {ground.file('quotas')} q join"
        f" (select rep_id, hired_on from {ground.file('reps')}) using (rep_id)"
        f" where metric = 'won_revenue' and start_on < hired_on and hired_on < end_on{away}"
        " order by rep_id, start_on"
    )
    paste = ("[quotas]", "prorate = true")
    return ground.issues(Doubt("quotas", "quota_before_hire", _FIGURES, paste), select)
