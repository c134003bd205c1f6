# Coaching
coach-kind = Coaching
coach-session = Session { $n }
coach-focus = Today's one focus
coach-focus-help = Picked by the manager beforehand; one only
coach-notes = My private notes
coach-notes-help = Seen by me alone: not in the note, not on the shared screen
coach-stuck = { $n ->
    [one] One deal is stuck: { $name }
   *[other] { $n } deals are stuck, { $name } longest
 }
coach-stuck-none = None of { $deals } is stuck
coach-stuck-sub = Days in the present stage of { $deals }; area is amount; grey: longer than deals won stayed on average, plus 14 days; a ring marks what is picked
coach-stuck-line = stuck from here
coach-touched = last touched on { $day }
coach-stay = { $days } in { $stage }
coach-stay-stuck = { $days } in { $stage }, stuck
coach-no-close = no close date
coach-expected = expected { $day }
coach-overdue = expected { $day }, overdue
coach-rolled = { $n ->
    [one] carried over once
    [2] carried over twice
   *[other] carried over { $n } times
 }
coach-no-metric = No metric: done or not
coach-no-interval = No interval, so the change is not judged
coach-same-period = Adds up within one period, so it is not judged
coach-by-chance = Moved by { $gap } ({ $low } to { $high }), no more than chance
coach-better = Better: moved by { $gap } ({ $low } to { $high }), more than chance
coach-worse = Worse: moved by { $gap } ({ $low } to { $high }), more than chance
coach-say-why = “{ $what }” was carried over twice: say why, or drop it with its reason
coach-lacking = It cannot end yet. Still missing: { $what }.
coach-no-time = “{ $value }” is not a time. Write it as 2026-11-02 14:00.

coach-none = Session { $n } is not prepared yet
coach-none-lede = Once it is prepared, both of you can write ahead of it; it begins when you start the clock.
coach-prepare = Prepare session { $n }
coach-begin = Start the clock
coach-skip = Skip this one
coach-skip-reason = Why it is skipped
coach-skipped = Session { $n } is marked as skipped.
coach-first = The first session
coach-gap = { $days ->
    [0] the last session was today
    [one] one day since the last session
   *[other] { $days } days since the last session
 }
coach-gap-skipped = { $days ->
    [0] the last session was today
    [one] one day since the last session
   *[other] { $days } days since the last session
 }; session { $numbers } was skipped: “{ $reason }”
coach-to-write = not written yet
coach-locked = What the manager prepares shows once the session has begun
coach-carried-none = No action is open
coach-carried-lede = What is not done is carried over to the next session by itself.
coach-head-what = Action
coach-head-moved = Metric, then → now
coach-head-state = State
coach-state-done = Done
coach-state-open = In progress
coach-state-dropped = Dropped
coach-reason = Reason
coach-owner-due = { $owner } · due { $due }
coach-kept = Saved
coach-figures-lede = Six figures at most, beside the goal and beside the rep's own past, each with what it rests on.
coach-head-metric = Metric
coach-head-value = Now
coach-head-n = Sample
coach-head-goal = Goal
coach-head-course = Own course
coach-is-focus = today's focus
coach-deals-none = No deal is open, so this step can be skipped
coach-deals-lede = Pick deals in the chart, or in the list with the keyboard; their evidence appears beside it.
coach-deals-picked = { $n ->
    [one] One deal picked, { $amount }
   *[other] { $n } deals picked, { $amount } together
 }, { $share } of what is open ({ $part } / { $total }).
coach-deals-many = One or two deals at a time go deeper.
coach-deals-list = List of deals
coach-deals-undated = { $n ->
    [one] One deal has no record of stages and stands
   *[other] { $n } deals have no record of stages and stand
 } in the list only
coach-evidence = Evidence
coach-next-step = Next step
coach-risk = Risk
coach-unset = not set
coach-discuss-feedback = Discuss: feedback
coach-discuss-action = Discuss: action
coach-pick-first = Pick a deal first.
coach-attached = Evidence attached: { $deals }
coach-feedback-lede = First say what you saw, then what it led to, then ask what was meant. A sentence without evidence is marked as an opinion.
coach-opinion = opinion
coach-skill-lede = One skill at a time, so that the next session can see it.
coach-commit-lede = Give each an action, a metric, the change you expect and a date. The next session shows before and after by itself, with the interval.
coach-commit-metrics = Metrics that can be followed: { $metrics }
coach-close-lede = Once you end, the actions become promises; the note can be downloaded, and the next session goes on from here.
coach-hold = End and save
coach-held = { $count ->
    [0] Session { $n } is over, without new actions.
    [one] Session { $n } is over; one action is now a promise.
   *[other] Session { $n } is over; { $count } actions are now promises.
 }
coach-held-lede = The next session and the next review start from these actions.
coach-note-file = The note (web page)
coach-next-file = The next session (calendar file)
coach-back = ← Back
coach-present = Present
coach-leave = Stop presenting
coach-both-see = Saved as you type; only the two of you see it
coach-left = { $t } left
coach-over = { $t } over
coach-ready = not begun
coach-step-of = Step { $n } of { $all }: { $name }
coach-steps = Steps
coach-again = Prepare the next one
coach-drop-why = To drop it, say why; it is saved with the reason.
coach-list-number = Session
coach-list-day = Day
coach-list-state = State
coach-is-open = being prepared
coach-is-held = held
coach-is-skipped = skipped
form-intent = Intent: ask, then note their words
note-part-situation = Situation
note-part-behaviour = Behaviour
note-part-impact = Impact
note-part-intent = Intent
note-part-request = Request
note-part-evidence = Evidence

note-title = { $name } · note of session { $n }
note-kind = Session note
note-finding = { $count ->
    [0] Session { $n } with { $name }, no action agreed
    [one] Session { $n } with { $name }, one action agreed
   *[other] Session { $n } with { $name }, { $count } actions agreed
 }
note-name = Note
note-with = { $rep } and { $manager }
note-day = Day
note-manager = Manager
note-period = Period and data as of
note-readers = Who may read it
note-readers-private = The two of you only
note-readers-shared = The two of you, and HR
note-next-open = The next time is still to be set
note-written-by = { $said } (written down by { $who })
note-foot = Session { $n } · data as of { $as_of } · { $hash }
invite-coaching = Coaching session with { $name }

# CHARTS
coach-days = In its stage
coach-stuck-from = Stuck from
