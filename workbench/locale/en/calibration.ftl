# Calibration across managers
calibration-collecting = { $missing ->
    [0] Every manager has written; the meeting can begin
    [one] One view by a rep's own manager is missing
   *[other] { $missing } views by reps' own managers are missing
 }
calibration-collecting-lede = Views are written before anybody reads another's. Until HR or sales ops begins the meeting, nobody sees what others wrote, only how many have written.
calibration-open = { $n ->
    [one] The views on one review are open
   *[other] The views on { $n } reviews are open
 }; { $changed ->
    [0] nothing has been changed yet
    [one] one change so far
   *[other] { $changed } changes so far
 }
calibration-open-lede = Begun by { $who } on { $day }. Views stay as they were given. Only the manager of a review changes its rating, says why, and the change stays on record.
calibration-open-without = Begun although views were missing: { $reason }
calibration-no-cycle = No review cycle is open for { $period }. Open one with: workbench cycle open --period { $period }
calibration-refused = { $who } has no part in this meeting; managers who lead a review of the cycle, sales ops and HR have.
calibration-manager = Manager
calibration-given = Views given
calibration-missing = Own people still missing
calibration-own = Your own people
calibration-others = Other managers' people ({ $n })
calibration-others-lede = Leave blank anybody you do not know. Your view does not rate them; it shows how far views differ.
calibration-nobody = Nobody in this cycle is waiting for your view: their reviews are signed.
calibration-no-own-part = You give no view; you begin the meeting once everybody has written.
calibration-level = Level of { $name }
calibration-growth = Growth of { $name }
calibration-reason = Reason for { $name }: two facts or deals
calibration-choose = choose
calibration-growth-1 = 1 keeps to present tasks
calibration-growth-2 = 2 grows in present tasks
calibration-growth-3 = 3 takes on wider tasks
calibration-saved = saved { $at }
calibration-lacking = Not saved yet: needs level, growth and reason.
calibration-from-form = Level taken from your rating form.
calibration-begin = Begin the meeting
calibration-begin-reason = Why begin although views are missing
calibration-score = Score
calibration-spread = { $n ->
    [0] No views lie two levels or more apart
    [one] Views on one person lie two levels or more apart: talk about it first
   *[other] Views on { $n } people lie two levels or more apart: talk about them first
 }
calibration-spread-sub = Level 1–5; filled: own manager, hollow: others, tick: after a change. Score: from the figures alone
calibration-rep = Rep
calibration-views = Views: level, growth, reason
calibration-weighted = Weighted rating
calibration-weighted-of = {$level} of {$levels} ({$parts})
calibration-weighted-lacking = not yet: {$items}
calibration-holds = Now: level · growth
calibration-changes = Changed, and why
calibration-words = What each wrote
calibration-view = { $who }: { $level }; { $growth }. { $reason }
calibration-change = { $before } → { $after }: { $reason } ({ $who } { $day })
calibration-none = no view by the rep's own manager
calibration-adjust = Change the rating of one of your people
calibration-adjust-rep = Rep
calibration-adjust-level = Level
calibration-adjust-growth = Growth
calibration-adjust-reason = Why
calibration-adjust-do = Change
calibration-adjusted = Changed, in the review's form as well.
calibration-cannot = A rating is changed by the review's own manager while the review stands at the manager's review or at calibration; none of yours does.
calibration-boxes = { $n ->
    [0] Nobody stands in the nine boxes yet
    [one] One person stands in the nine boxes
   *[other] { $n } people stand in the nine boxes
 }
calibration-boxes-lede = Performance is the calibrated rating, growth is what the rep's own manager wrote. Nobody is ranked and no share is prescribed: a box may well stay empty.
calibration-boxes-wait = The boxes fill once the calibration meeting has begun: until then nobody reads the views.
calibration-boxes-how = Performance: below, at or above the middle level of the rating. A box says where to start a conversation, not what somebody is worth.
calibration-performance-1 = below the middle level
calibration-performance-2 = at the middle level
calibration-performance-3 = above the middle level
calibration-unrated = No view by their own manager: { $names }
