# Awards
award-granted = {$award}, {$period}
award-rule-attainment = Won revenue divided by the rep's own quota, adjusted for leave and ramp.
award-rule-win-rate = Deals won of those decided, by count, adjusted to the mix of segments all have.
award-rule-improvement = Attainment of this period less that of the period before.
award-rule-colleagues-helped = Different colleagues helped: by a part in their deal, work on it without a part, mentoring, or praise they gave. Each counts once; praise from the rep's own manager does not count.
award-rule-drawn = Adjusted for sample size: counted as if { $n } more deals had gone the way they go for all, so that luck on a few deals does not win.
award-rule-drawn-rate = Adjusted for sample size: counted as if { $n } more decided deals had gone the way they go for all, so that luck on a few deals does not win.
award-rule-fewest-attainment = At least {$n} won deals.
award-rule-fewest-win-rate = At least {$n} decided deals.
award-rule-fewest-improvement = At least {$n} won deals in each of the two periods.
award-rule-fewest-colleagues-helped = At least {$n} pieces of evidence.
award-rule-at-least = The figure is at least {$floor}.
award-rule-here = In the company for at least {$n} days by the last day of the period.
award-rule-pause = Whoever won it within { $n ->
    [one] the period
   *[other] the {$n} periods
 } before waits this time.
award-rule-ties = Figures that agree to a hundredth of a percent are a tie, and all of them are proposed. The rule proposes, a person grants.

award-bar-team = the figures are those of a team
award-bar-left = left on {$detail}
award-bar-too-new = too new: hired on {$detail}
award-bar-no-figure = no figure: {$detail}
award-bar-grade-d = data of grade D
award-bar-too-few = too few cases, only { $detail }
award-bar-too-low = below the minimum of the rule: {$detail}
award-bar-won-lately = won it in {$detail}
award-no-figure-group-too-small = fewer than five in this role have it
award-no-figure-nothing-won = nobody won a deal
award-no-figure-not-here-before = not reviewed in the period before
award-no-figure-before = none in the period before
award-none-nobody-eligible = Nobody is eligible.
award-none-group-too-small = Fewer than five are eligible, too few to adjust for sample size; people decide.
award-none-nobody-ahead = No figure is above zero.
award-lead-chance = Chance alone would give such a lead over the next; the figures do not tell the first two apart.
award-tied = { $n ->
    [one] One candidate
   *[other] { $n } candidates, tied
 }
award-others-not-shown = { $n ->
    [one] One rep of another team is not shown.
   *[other] {$n} reps of other teams are not shown.
 }
award-rest-not-shown = { $n ->
    [0] All eligible are listed.
    [one] One more is eligible and not listed here.
   *[other] {$n} more are eligible and not listed here.
 }
award-head-rep = Rep
award-head-figure = Figure
award-head-drawn = Adjusted (95% interval)
award-head-n = n
award-head-why = Note
award-head-hash = Input hash
award-is-candidate = candidate
award-rule = Rule
award-ranked-title = {$award}, {$period}: {$told}
award-none-of-size = No award is given by the { $size }. To have one, sales ops adds [[award]] to growth.toml (see docs/growth.md).
size-week = week
size-month = month
size-quarter = quarter
size-half = half-year
size-year = year

# Courses
competence-finding-advised = { $kinds ->
    [both] { $courses ->
        [one] One course
       *[other] { $courses } courses
     } and { $cases ->
        [one] one case
       *[other] { $cases } cases
     } are
    [cases] { $cases ->
        [one] One case is
       *[other] { $cases } cases are
     }
   *[courses] { $courses ->
        [one] One course is
       *[other] { $courses } courses are
     }
 } recommended; practise one skill a period, and note the next practice and its day
learning-title = Courses and cases
learning-course = Course
learning-state = State
learning-aim = Aims at
learning-moved = Before → after
learning-enrolled = enrolled, not completed
learning-done = completed {$day}
learning-done-score = completed {$day}, score {$score}
learning-moved-told = {$before} → {$after}: {$points} (95% interval {$low} to {$high}), {$said}
learning-moved-untold = {$before} → {$after}: {$said}
learning-not-compared = completed too long ago to compare, or its metric has no counts
learning-verdict-above = more than chance
learning-verdict-below = lower by more than chance
learning-verdict-not-distinguishable = within chance
learning-verdict-too-few = fewer than five cases on one side, too few to tell
learning-verdict-no-before = nothing before to compare with
learning-verdict-no-after = no whole quarter since
learning-moved-note = Two whole quarters before and after the quarter of completion, counts summed. A change shows no cause: where a low figure led to the course, luck alone tends to bring it up again.
learning-advice = Recommended
learning-recommended = Course or case
learning-why = Why
learning-where = Where
learning-rule = Rule: a course is recommended when the metric it aims at is clearly worse than peers' (the interval leaves out their median), or the manager rated its skill 1 or 2. Nothing else recommends one.
learning-why-metric = { $metric } { $value } ({ $counts }); { $told ->
    [told] the median of { $peers } others is { $median }
   *[other] behind the median of { $peers } others by more than chance
 }
learning-why-skill = {$skill}: rated {$n} by the manager
learning-why-enrolled = {$why}; already enrolled
learning-none-title = No courses
learning-none = The company lists no courses and keeps no record of trainings, so nothing can be recommended.

# Values and teamwork
values-finding-told = { $n ->
    [0] { $evidence ->
        [one] The records hold one piece of evidence of teamwork
       *[other] The records hold { $evidence } pieces of evidence of teamwork
     }
    [one] One colleague helped, by { $evidence ->
        [one] one piece of evidence
       *[other] { $evidence } pieces of evidence
     }
   *[other] { $n } colleagues helped, by { $evidence } pieces of evidence
 }
teamwork-title = What the records show
teamwork-what = Contribution
teamwork-n = In the period
teamwork-counted = What is counted
teamwork-colleagues = Different colleagues helped
teamwork-splits = Deals of colleagues won together
teamwork-splits-how = a part in a won deal that belongs to another
teamwork-assists = Deals of colleagues worked on
teamwork-assists-how = { $n ->
    [0] an activity on a deal never owned and without a part in it
    [one] one activity on a deal never owned and without a part in it
   *[other] {$n} activities on deals never owned and without a part in them
 }
teamwork-mentoring = Colleagues mentored
teamwork-mentoring-how = register of mentoring
teamwork-praise = Praise received
teamwork-praise-how = register of praise
teamwork-activities = Team activities joined
teamwork-activities-how = { $n ->
    [one] of one held for the team or for everybody
   *[other] of {$n} held for the team or for everybody
 }
teamwork-no-splits = no splits are on record
teamwork-no-activities = no activities are on record
teamwork-no-store = nothing is registered
teamwork-no-activity = none was held
teamwork-note = Facts that stand beside the sales score and never in it.
teamwork-none-title = No records of teamwork
teamwork-none-text = No splits, activities or registers are on record, so teamwork cannot be seen.
honours-title = Awards and rewards
honours-what = What
honours-rule = Rule
honours-day = Given
honours-reason = { $rule } Granted for: “{ $reason }”
praise-title = Praise received
praise-what = What
praise-behaviour = Behaviour seen
praise-by = From
praise-day = Day

# Support
support-title = Requests, as of {$day}
support-what = Request
support-owner = Owner
support-due = Due
support-stake = At stake
support-state = State
support-open = open
support-late = open, late
support-answered = answered in { $days }: “{ $outcome }”
support-finding-told = { $n } requests: { $answered } answered, { $open ->
    [one] one still waits
   *[other] { $open } still wait
 }
support-finding-days = { $n ->
    [one] { $told }; the answer took { $days }
   *[other] { $told }; the longest answer took { $days }
 }

# The next level
ready-title = Next level
ready-levels = { $now } → { $next }: { $told }
ready-criterion = Criterion
ready-expected = Expected
ready-fact = Fact
ready-gap = Gap
ready-state = Records show
ready-state-met = yes
ready-state-open = not yet
ready-state-unknown = not known
ready-state-people = —
ready-people = for people to judge, no record tells it
ready-note = Evidence for a talk, not a verdict: criteria are not weighed or added up, and people decide on a promotion.
ready-no-ladder = The company has no career ladder yet.
ready-unknown-level = { $level } is not a level of the company's ladder; sales ops can add it.
ready-nameless = No level is on record yet, so there is no next one to show; sales ops can add it.
ready-top = {$level} is the top of the ladder.
ready-metric = { $sign } { $bound } in { $times } of { $quarters } quarters
ready-metric-fact = {$shown} ({$met} of {$n})
ready-quarters-short = { $n ->
    [one] one quarter
   *[other] {$n} quarters
 }
ready-course = completed
ready-course-short = not completed
ready-not-enrolled = not enrolled
ready-no-trainings = no trainings are on record
ready-skill = rated {$n} or higher by the manager
ready-not-rated = not rated by the manager yet, or not shared yet
ready-steps-short = { $n ->
    [one] one level
   *[other] {$n} levels
 }
ready-months = { $n ->
    [one] one month at the level
   *[other] {$n} months at the level
 }
ready-months-fact = { $n ->
    [one] one month
   *[other] { $n } months
 }, since { $day }
ready-months-short = { $n ->
    [one] one month
   *[other] {$n} months
 }
ready-no-day = no date of hiring or assignment
ready-colleagues = { $n ->
    [one] one colleague helped in {$quarters} quarters
   *[other] {$n} different colleagues helped in {$quarters} quarters
 }
ready-colleagues-short = { $n ->
    [one] one colleague
   *[other] {$n} colleagues
 }

# Registers
register-reward = Reward:
register-case = Case:
register-mentoring = Mentoring:
register-activity = Team activity:
register-name-reward = Reward
register-name-case = Case
register-name-mentoring = Mentoring
register-name-activity = Team activity

# Boards of a team
recognition-title = Who the rules propose, {$period}
recognition-lede = A rule proposes, a person grants. Figures are adjusted for sample size, so that luck on a few deals does not win.
award-between = {$low} to {$high}
wall-title = Praise and honours, {$period}
wall-praise = Praise
wall-award = Awards
wall-reward = Rewards
wall-to = To
wall-what = What
wall-grounds = Behaviour seen, or rule
wall-by = From
wall-day = Day
overlooked-title = { $n ->
    [0] All { $of } were thanked lately
    [one] One of { $of } has gone long without a word of thanks
   *[other] { $n } of { $of } have gone long without a word of thanks
 }
overlooked-part = Without a word of thanks
overlooked-rep = Rep
overlooked-last = Last recognised
overlooked-favour = What speaks for them
overlooked-rule = Rule: no praise, award or reward in the { $n } days to { $day }; an award counts for its period. Whoever was not here for all of them is new and not listed. What speaks for them: a target met, and metrics clearly better than peers' by their interval.
teamwork-board-title = Teamwork, {$period}
teamwork-board-rep = Rep
teamwork-board-colleagues = Colleagues helped
teamwork-board-splits = Shared wins
teamwork-board-assists = Assists (activities)
teamwork-board-mentoring = Mentored
teamwork-board-praise = Praise
teamwork-board-activities = Activities
teamwork-everybody = everybody
activity-title = Team activities
activity-what = Activity
activity-team = For
activity-day = Day
activity-came = Came, of those shown
support-board-title = { $n ->
    [0] No request for support
    [one] One request for support
   *[other] { $n } requests for support
 }{ $n ->
    [0] {""}
   *[other] : { $open ->
        [0] { $n ->
            [one] answered
            *[other] all answered
        }
        [one] one still waits{ $late ->
            [0] {""}
            *[other] {" "}and is late
        }
        *[other] { $open } still wait{ $late ->
            [0] {""}
            [one] , one of them late
            *[other] , { $late } of them late
        }
    }
 }
support-board-desks = How each desk answers
support-board-lines = Requests
support-board-desk = Desk
support-board-open = Open
support-board-late = Late
support-board-answered = Answered
support-board-days = Days (median)
support-board-on-time = On time
support-board-rep = Rep
support-board-what = Request
support-board-owner = Owner
support-board-due = Due
support-board-state = State
support-board-note = Days run from the request to its answer, nights and weekends included. The median is of what was answered; an open request has no answer time yet.
support-no-desk = no desk
ready-board-title = {$name}: the next level
learning-board-title = Learning
learning-completed = Completed
learning-open = Open
learning-rep = Rep
learning-case = Case
learning-cases = Cases to work through
mail-support-subject = A request for support waits for you
mail-support-body = Somebody asked for your help. It is due on {$due}. {$link}
mail-support-late-body = Somebody asked for your help, and the day has passed: it was due on {$due}. {$link}
support-finding-open = { $n ->
    [one] One request, waiting for its answer
    [2] Two requests, both waiting for an answer
   *[other] { $n } requests, all waiting for an answer
 }
support-finding-answered = { $n ->
    [one] One request, answered
    [2] Two requests, both answered
   *[other] { $n } requests, all answered
 }
support-finding-took = One request, answered in { $days }
ready-told-met = { $n } shown by records
ready-told-open = { $n } not yet
ready-told-unknown = { $n } not known
ready-told-people = { $n } for people to judge
