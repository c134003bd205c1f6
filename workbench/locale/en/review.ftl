review-title = {$name} · {$period} {$template}
review-to-write = To be written · {$who}
review-rep-role = rep
review-manager-role = manager
review-both = {$rep}, {$manager}
review-date = Date
review-per-day = {$amount} a day
review-days = {$n} d
review-interval = 95% interval {$low}–{$high}%
review-how-made = How this figure is made
review-formula = Formula
review-numerator = Numerator
review-denominator = Denominator
review-n = n
review-note = Note
review-reason = Reason
review-absent = { $name }: cannot be computed
review-small-sample = few cases
review-source-data = From data
review-source-rep = Written by the rep
review-source-manager = Written by the manager
review-source-both = Written by both
review-deals = { $n ->
    [one] 1 deal
   *[other] {$n} deals
 }
review-none = none
review-counted = Counted
review-running-head = {$name} · {$period} review
review-running-foot = As of {$as_of} · snapshot {$hash}
review-made-foot = Made example: all data are invented

cover-name = Cover and basis
cover-question = Who, which period, on what basis?
cover-finding = {$name}, {$period}, as of {$as_of}
cover-made = Made example: company, people and data are invented
cover-manager = Manager
cover-no-manager = not recorded
cover-period = Period
cover-period-days = { $period }, { $days }
cover-at-work = At work
cover-moved = Team
cover-moved-from = { $team } since { $date }, { $before } before
cover-as-of = As of
cover-peers = Peer group
cover-peer-group = { $role }, whole company; { $n } others
cover-no-peers = fewer than five others, so nothing is compared
cover-basis = Amount basis
cover-basis-bookings = Bookings, after splits and FX
cover-basis-acv = Annual contract value, after splits and FX
cover-basis-tcv = Total contract value, after splits and FX
cover-scope = Scope
cover-scope-own = Own deals
cover-scope-team = Whole team, against the manager's own quota row
cover-currency = Currency
cover-set-aside = Data notes
cover-set-aside-rows = { $n ->
    [0] every row could be used
    [one] one row is not used, see the appendix of the record
   *[other] { $n } rows are not used, see the appendix of the record
 }
cover-snapshot = Snapshot
cover-role = {$role}, {$team}
cover-tenure = { $role }, { $team }, joined { $hired }

summary-name = Verdict
summary-question = How did it go, why, and what is to be decided?
summary-key = Upright tick: target or the peers' median. Line: 95% interval. Grey band: where the middle of the peers lies. Hollow: small sample (n < 10). Arrow: the bar goes on beyond 1.5 times the tick.
summary-results = What was reached
summary-problems = What to move next
summary-problems-left = What was not reached
summary-finding = {$result}; {$outlook}
summary-finding-result = Won revenue reached {$attainment} of target
summary-finding-won = Won {$won}, with no target to compare
unrecorded = No day of { $period } is on record here; the record runs from { $first } to { $last }
summary-finding-coverage = the {$period} pipeline is {$coverage} the remaining target
summary-finding-met = the remaining target is met
summary-finding-open = { $n ->
    [one] 1 deal is open
   *[other] {$n} deals are open
 }
summary-unrecorded = The data say nothing of this period
summary-finding-coverage-enough = the {$period} pipeline is {$coverage} the remaining target, and {$needed} are needed: enough
summary-finding-coverage-short = the {$period} pipeline is {$coverage} the remaining target, and {$needed} are needed
summary-none-reached = Nothing to list for this period yet.
summary-cover-enough = Enough: the win rate on record needs {$needed}
summary-cover-short = Not enough: the win rate on record needs {$needed}
summary-problem-above = {$metric} {$value}, above the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }.
summary-no-problem = Looked at: {$looked}. Nothing falls short.
summary-no-measure = Nothing is on record yet that this period could be held against.
label-ahead = {$metric} ({$period})
summary-coverage = {$period} coverage
summary-above-target = {$gap} above target
summary-below-target = {$gap} below target
summary-on-target = Exactly on target
summary-won-of = {$won} / {$quota}, {$deals}
summary-pace-ahead = Ahead of the working days elapsed
summary-pace-behind = Behind the working days elapsed
summary-pace-even = Level with the working days elapsed
summary-pace-counts = {$share} of working days elapsed
summary-year-ago = Same period last year {$value}
summary-no-year-ago = No data of the same period last year
summary-open-of = {$open} / {$remaining}, n = {$n}
summary-not-full = Less than the remaining target: winning every deal would not reach it
summary-full = Winning every deal would reach the target
summary-peer-equal = Not distinguishable from the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }
summary-peer-above = Above the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }
summary-peer-below = Below the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }
summary-no-peers = No comparable peers
summary-result-growth = Won {$won}, {$gap} more than a year ago.
summary-result-won = Won {$won} from {$deals}.
summary-result-won-unknown = { $deals } won; their amounts are not known here.
summary-result-logos = { $n ->
    [one] 1 new customer.
   *[other] {$n} new customers.
 }
summary-result-largest = The largest deal, {$deal}, brought {$amount}, {$share} of the amount won.
summary-result-created = New pipeline of {$amount} from {$deals}.
summary-result-csat = Customer satisfaction {$value} ({$counts}).
summary-problem-gap = {$gap} short of target.
summary-problem-past-due = { $n ->
    [one] 1 open deal ({$amount}) is past its expected close date.
   *[other] {$n} open deals ({$amount}) are past their expected close date.
 }
summary-problem-concentration = One customer brought {$share} of the amount won.
summary-problem-beyond = {$metric} {$value}; {$others}.
verdict-far-above = {$metric} {$value}, more than twice the peers' median.
summary-problem-below = {$metric} {$value}, below the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }.

commitments-name = Last period's commitments
commitments-question = What became of what was promised?
commitments-withheld = What was promised last time is not shown here at present
commitments-finding = No promise of the last period is recorded yet; go through them one by one

goals-name = Goals and alignment
goals-question = Were the goals met?
goals-finding = { $met ->
    [all] { $n ->
        [one] The goal is met
        [2] Both goals are met
       *[other] All { $n } goals are met
     }
    [none] { $n ->
        [one] The goal is not met
        [2] Neither goal is met
       *[other] None of { $n } goals is met
     }
   *[some] { $count } of { $n } goals { $count ->
        [one] is
       *[other] are
     } met
 }{ $untold ->
    [0] {""}
    [one] ; one more cannot be computed
   *[other] ; { $untold } more cannot be computed
 }
goals-finding-none = No goal is recorded for this period
goals-column-goal = Goal
goals-column-weight = Weight
goals-column-target = Target
goals-column-actual = Actual
goals-column-progress = Progress
goals-column-way = From → to
goals-set = Goals set for the period
goals-serves = serves: {$what}
goals-behind = behind its start
goals-weighted = Weighted attainment
goals-weighted-lack = The weights are { $n } short of 100; until they are whole no weighted attainment is made.
goals-weighted-how = Σ weight × reached / Σ weight, each goal from 0 to 120%; what cannot be counted leaves both sums.
goals-needed = { $needed } (needed by the team’s win rate; agreed: { $agreed })
goals-uncountable = The goal is set on “{ $metric }”, which is not computed yet

results-name = Results
results-question = How much was sold, against target and last year?
results-finding-quota = Won { $won }, { $attainment } of target
results-finding-no-target = Won { $won }; the company has given no targets yet
results-finding-no-quota = Won { $won }; { $reason }
results-attainment-title = { $side ->
    [above] {$gap} above target
    [below] {$gap} short of target
    [none] Won revenue {$won}, with no target to compare
   *[even] Exactly on target
 }
results-attainment-sub = Won revenue and effective quota; {$deals} now, {$earlier} a year ago
results-attainment-sub-now = Won revenue and effective quota; {$deals}
results-level = { $name }: { $actual } of { $target }, { $share } reached
results-level-absent = {$name}: {$reason}
target-left = {$amount} to the last day at work (full {$full})
target-on-leave = {$amount} with leave taken off (full {$full})
target-ramping = {$amount} while ramping (full {$full})
target-hired = {$amount} from the first day at work (full {$full})
target-reduced-quota = {$amount} (full {$full})
leaving-last-day = the last day at work is {$date}
results-target = target {$amount}
results-cumulative-title = { $n ->
    [0] Nothing was won in this period
    [one] One deal brought { $won }
   *[other] The largest deal brought { $share } of { $won }
 }
results-cumulative-sub = Cumulative won revenue in the period; grey: the same period last year
results-cumulative-sub-now = Cumulative won revenue in the period
results-figures = Result figures
results-measure = Measure
results-now = Now
results-n = n
results-year-ago = Year ago
results-peers = Peers' middle half
results-concentration-title = { $n ->
    [one] One customer brought {$share} of the amount won
   *[other] The {$n} largest customers brought {$share} of the amount won
 }{ $named ->
    [some] {" "}from named customers
   *[all] {""}
 }
results-concentration-sub = Share of the amount won by customer, { $n ->
    [one] one customer
   *[other] { $n } customers
 }
results-rest = others
results-deals = Deals counted
results-deal = Deal
results-closed = Closed
results-amount = Counted
results-share = Split
results-more = { $n ->
    [one] and one more, { $amount }
   *[other] and { $n } more, { $amount } in all
 }
results-sum = Sum

pipeline-name = Process and pipeline
pipeline-question = Is the next period covered, and what is stuck?
pipeline-finding-coverage = The { $period } pipeline is { $coverage } times the remaining target{ $side ->
    [enough] , which is enough: the { $whose ->
        [team] team's
       *[company] company's
     } win rate asks for { $needed } times
    [short] ; the { $whose ->
        [team] team's
       *[company] company's
     } win rate asks for { $needed } times, about { $gap } more
   *[untold] {""}
 }; { $past_due }
pipeline-finding-plain = { $deals } open, worth { $open }; { $past_due }
pipeline-finding-none = No deal is open
pipeline-stood = The period is over: the open deals below are shown as they stood at the end of { $day }.
pipeline-finding-orders_are_not_open = Only orders are recorded here, so there is no pipeline to look at
pipeline-finding-no_open_recorded = No open deal is on record in the whole company, so the pipeline cannot be measured
pipeline-finding-no-deals = No deals are recorded here, so there is no pipeline to look at
pipeline-past-due = { $n ->
    [0] none is past its close date
    [one] one deal is past its close date
   *[other] { $n } deals are past their close dates
 }
pipeline-coverage-title = { $open } is due in { $period }; { $remaining } of the target remains
pipeline-coverage-title-plain = {$open} is due in {$period}
pipeline-coverage-sub = Open amount expected to close in { $period } / remaining target; past-due deals are not counted
pipeline-due = Due in {$period}
pipeline-overdue = Past due
pipeline-not-counted = {$amount}, {$deals}, not counted
pipeline-remaining = remaining target {$amount}
pipeline-dots-title = { $n ->
    [0] { $deals } open, none past due
    [one] { $deals } open, one of them past due
   *[other] { $deals } open, { $n } of them past due
 }
pipeline-dots-sub = Age of open deals in days, by stage; area is amount, orange is past the expected close date
pipeline-stages-title = {$amount} is open, {$share} of it in {$stage}
pipeline-stages-title-plain = Open amount by stage
pipeline-stages-sub = Open amount in each stage, not weighted; weighted by the share of past deals won from each stage it comes to {$weighted}
pipeline-ages-title = Median age {$days}; the largest group is {$bucket} old, {$n} of {$of}
pipeline-ages-sub = Open deals by age
pipeline-age-unit = {$bucket} d
pipeline-figures = Process figures
pipeline-unstaged = no stage

peers-name = Peer comparison
peers-question = Compared with peers, is any difference real?
peers-finding-equal = { $n ->
    [one] The rate compared cannot be told apart from peers'
    [2] Neither rate can be told apart from peers'
   *[other] None of the { $n } rates can be told apart from peers'
 }{ $few ->
    [none] {""}
    [all] , and it is early: the cases are few
   *[some] ; of some the cases are few
 }
peers-finding-differs = { $list }; { $n ->
    [one] the other one
   *[other] the other { $n }
 } cannot be told apart from theirs
peers-finding-differs-all = {$list}
peers-above = { $metric } is above peers'
peers-below = { $metric } is below peers'
peers-finding-none = There are fewer than five peers, so nothing is compared
peers-lede = Peers are the { $n } others with the role { $role } in the whole company. Only where their middle lies is shown, in coarse steps; no colleague's name or single figure appears.
peers-title-alone = { $n ->
    [0] No rate is apart from peers' by more than chance
    [one] One rate is apart from peers' by more than chance
   *[other] { $n } rates are apart from peers' by more than chance
 }
peers-title = { $n ->
    [0] Every interval includes the peers' median
    [one] One interval leaves out the peers' median
   *[other] { $n } intervals leave out the peers' median
 }
peers-sub-half = Dot: this rep with 95% interval. Band: middle half of peers. Grey tick: their median, rounded; what is apart is judged before rounding. Hollow: fewer than 10 cases
peers-sub-band = Dot: this rep with 95% interval. Band: the peers' median lies in it. Hollow: fewer than 10 cases
peers-sub-alone = Dot: this rep with 95% interval. With fewer than 12 peers only what is apart is said, not where they lie. Hollow: fewer than 10 cases
peers-about = about {$median}
peers-between = {$low} to {$high}
peers-clause-half = the middle half of peers: {$middle}
peers-clause-median = the peers' median lies within {$median}
peers-median-between = median {$median}
peers-table = Other figures
peers-median = Median
peers-middle = Middle half
peers-people = Others
peers-none-title = No comparison with peers here
peers-none-text = Peers are shown only when at least five others of the same role have a figure; with fewer, a person could be recognised.
peers-half = middle half of peers
peers-band = peers' median
peers-this = this rep

highlights-name = Highlights and cases
highlights-question = What can others reuse?
highlights-finding-no-deals = Cases are written by the rep, each with what shows it
highlights-finding = Cases are written by the rep, each with its deal
problems-name = Problems and causes
problems-question = What did not go well, and what can the rep change?
problems-finding = Problems are written by the rep, what can be changed first
problems-lost = { $n ->
    [one] 1 deal was lost
   *[other] {$n} deals were lost
 }, {$amount} in all{ $unknown ->
    [0] {""}
    [one] {" "}(and 1 of unknown amount)
   *[other] {" "}(and {$unknown} of unknown amount)
 }
problems-lost-unknown = { $n ->
    [one] 1 deal of unknown amount was lost
   *[other] {$n} deals of unknown amount were lost
 }
problems-no-why = ; no reason is recorded
problems-why = ; the reason recorded most often is “{$reason}” ({ $n ->
    [one] 1 deal
   *[other] {$n} deals
 })
problems-why-many = ; the reasons recorded stand below
problems-title = Deals lost, and why
problems-reason = Reason recorded
problems-deals = Deals
problems-amount = Amount
problems-largest = Largest
problems-no-reason = None recorded
problems-no-amount = amount unknown
problems-deal = {$deal}, {$amount}
problems-note = Reasons are those entered in the CRM when a deal was closed; nobody has checked them. Which of them can be changed is for the rep to say below.
competence-name = Skills and development
competence-question = Which skill is most worth practising?
competence-finding = Practise one skill a period, and note the next practice and its day
values-name = Values and teamwork
values-question = Who was helped, and how?
values-finding = Teamwork is told as behaviour with evidence, not as adjectives
feedback-name = Feedback
feedback-question = Which moment went right, which should change?
feedback-finding = One thing to keep and one to change, each tied to a situation
feedback-finding-left = Thanks, and what this company can learn
support-name = Support needed
support-question = Who should do what?
support-finding-left = No request for support is on record
support-finding = Each request says who does what, by when, and how much is at stake
forecast-name = Forecast and pace
forecast-question = Will the year close, and are forecasts reliable?
incentive-name = Incentive statement
incentive-question = How was the pay worked out?
plan-name = Next-period plan
plan-question = What will be done next?
plan-finding = Each action names its measure, from what to what, and a day
rating-name = Rating and conclusion
rating-question = What is the rating, and why?
rating-finding = The manager gives the rating and signs it, and it can be appealed; figures only inform it
signoff-name = Sign-off and appeal
signoff-question = Have both read and discussed it?
signoff-finding = A signature means read and discussed, not agreed

appendix-name = Appendix
appendix-question = Definitions, rows left out, data quality
appendix-finding = One name, one formula
appendix-measure = Measure
appendix-definition = Definition
appendix-formula = Formula
appendix-left-out = The rep's rows left out
appendix-left-out-none = None of the rep's rows is left out
appendix-notes = Data quality
appendix-notes-none = Every row of every table could be used
appendix-table = Table
appendix-issue = What
appendix-rows = Rows
appendix-reason-ends_before_start = ends no later than it starts
appendix-reason-aliased = under another id of the same person
appendix-reason-merged = one person twice; the row of the id that stays counts
appendix-reason-unknown_choice = a word the workbench does not know
appendix-how-title = How to read the figures
appendix-how = Rates are shares and carry both counts; fewer than 10 cases are marked “few cases”, fewer than 5 are not ranked; an absent figure gives its reason and is never 0; intervals are 95% Wilson intervals.
appendix-assignments = There is no record of assignments: team, manager and role are those of the list of reps, for all time.

role-rep = Sales rep
role-account_executive = Account executive
role-sales_manager = Sales manager
role-sales_representative = Sales representative
role-sales_agent = Sales agent
peers-finding-no-rates = There is no rate to compare
summary-peer-median = Peers' median: {$median}
summary-due-by-now = {$won} / {$due} due by now
results-customer = Customer

stage-prospecting = Prospecting
stage-qualify = Qualify
stage-engaging = Engaging
stage-evaluate = Evaluate
stage-propose = Propose
stage-negotiate = Negotiate
stage-commit = Commit
review-hours = {$n} h
review-grade = Data grade
review-grade-A = A: no fault found in the rows behind it
review-grade-B = B: up to 5% of the rows are touched by a fault
review-grade-C = C: up to 20% of the rows are touched by a fault, or it rests on a fallback
review-grade-D = D: over 20% of the rows are touched by a fault; shown, not scored
review-left-out = Left out
score-finding = { $part ->
    [whole] The goals of this period score { $score }
   *[less] By the { $used } of the weight that can be scored, the goals of this period score { $score }
 }; the manager decides the rating
score-title = How this score was made
score-item = Goal
score-weight = Weight
score-reached = Reached
score-counted = Counts as
score-remark = Data and remarks
score-total = Weighted score
score-grade-d = data grade D: shown, not scored
score-weightless = no weight given: listed, not scored
score-capped = counts for at least 0 and at most {$cap}
score-how = How this score is made
score-rule = Rule
score-rule-text = Σ weight × counted / Σ weight, over the goals that can be scored. A goal counts for how far it was reached, from 0 to { $cap }. A goal that cannot be scored leaves both sums; the weight used stands in the last row.
score-person = What it is for
score-person-text = A starting point for the talk. The manager gives the rating, explains and signs it, and it can be appealed; a score alone decides nothing.
rated-title = Weighted rating: {$who}
rated-item = Rated
rated-weight = Weight
rated-level = Level of {$levels}
rated-part = Weight × level
rated-total = Weighted rating
rated-lacking = Not rated yet: { $items }. The weighted rating follows once all are.
score-none-title = No score
score-none = No goal of the period can be scored.
score-no-weights = The goals carry no weights, so there is no score.
honest-title = Which differences are real
honest-raw = As counted
honest-shrunk = Adjusted for sample size
honest-place = Place among peers
honest-says = What can be said
honest-within_chance = the { $n } people differ by no more than chance
honest-not_distinguishable = cannot be told apart from peers
honest-above = above peers, by more than chance
honest-below = below peers, by more than chance
honest-sentence-within_chance = { $metric }: the { $n } people of this role differ by no more than chance; nobody should be ranked by it.
honest-sentence-not_distinguishable = { $metric }: the data so far do not tell this rep apart from peers{ $sample ->
    [small] {" "}on so few cases
   *[enough] {""}
 }.
honest-sentence-unsure-above = { $metric }: above peers as counted; adjusted for the sample, it is not yet sure that the difference is real.
honest-sentence-unsure-below = { $metric }: below peers as counted; adjusted for the sample, it is not yet sure that the difference is real.
honest-sentence-above = { $metric }: above peers, by more than chance would give.
honest-sentence-below = { $metric }: below peers, by more than chance would give.
honest-mix = With the mix of deals peers have, the win rate would be { $adjusted } (as counted { $raw }).
honest-mix-reversed = The mix makes the difference here, not the work: within every kind of deal it points the other way (Simpson's paradox).
honest-mix-borrowed = A kind of deal this rep had none of counts at the peers' rate.
honest-fold = A rate of few cases is moved towards that of the role by as much as chance could move it (empirical Bayes, beta-binomial); in brackets the 95% interval. Whatever others' cases went into is told in coarse steps. The adjusted rate and the place, a tenth counted from the lowest, are given from 30 peers on, so that nobody's rate can be read from them; a place from 5 cases on. With fewer than 12 peers a rate is called apart only where both it and the adjusted one are.
change-title = Won revenue moved by { $change } on a year before: where it comes from
change-sub = How much was sold, of what, and at which price; products sold in only one of the years stand apart
change-volume = Volume
change-mix = Mix of products
change-price = Price
change-new = Sold now, not then
change-dropped = Sold then, not now
change-withdrawn = Sold by nobody now
change-away = Not employed throughout
change-other = Not told by product
forecast-figures = Forecast and pace
forecast-finding = { $n ->
    [one] The forecast of the last period
   *[other] Forecasts over { $n } periods
 } ran { $side ->
    [high] { $bias } high
    [low] { $bias } low
   *[even] neither high nor low
 }; the misses come to { $error } of what came
forecast-finding-none = Forecasts cannot be measured yet
forecast-finding-no-deals = No deals are recorded here, so none are forecast
pipeline-past-due-unknown = none has an expected close date
pipeline-dots-title-undated = { $deals } open, none with an expected close date
form-yes = yes
form-no = no
form-required = required
form-situation = Situation: which deal or activity, when
form-behaviour = Behaviour: what was seen or heard
form-impact = Impact: on which measure or customer

# What can be counted of leading a team
leading-title = Leading the team
leading-made-of = Made of
leading-spread = Attainment in the team
leading-counted = { $n } of { $members } members have the figure
leading-too-few = fewer than { $n } members have the figure
leading-talks = One-on-ones held
leading-talks-of = with { $reached } of { $members } members
leading-on-time = Own steps in their reviews, on time
leading-of-steps = of { $n } done that had a due day
leading-no-steps = no step of this period's reviews was due yet
leading-promises = Own promises kept
leading-of-due = of { $n } due in the period
leading-no-due = none was due in the period
leading-no-store = nothing is recorded
leading-forecast = Forecast of the team, over (+) or under (−) what came
leading-forecast-tree = own forecasts of the team, last whole periods
leading-forecast-members = the members' forecasts together, last whole periods
leading-note = Counts, no verdict. Of the members only where their middle lies is shown, in coarse steps, and of five or more alone.

# Formats
statement-kind = Incentive statement
statement-title = Incentive statement of {$name}, {$period}
scorecard-name = Scorecard of {$name}, {$period}
scorecard-figures = Figures
scorecard-deals = Deals
scorecard-pay = Pay
scorecard-about = About
scorecard-measure = Measure
scorecard-key = Key
scorecard-value = Value
scorecard-numerator = Numerator
scorecard-denominator = Denominator
scorecard-n = n
scorecard-low = Low (95%)
scorecard-high = High (95%)
scorecard-absent = Why absent
scorecard-definition = Definition
scorecard-state = State
scorecard-won = Won
scorecard-lost = Lost
scorecard-open = Open
scorecard-deal = Deal
scorecard-customer = Customer
scorecard-stage = Stage
scorecard-created = Created
scorecard-closed = Closes
scorecard-share = Split
scorecard-counted = Counted amount
scorecard-period = Period
scorecard-line = Line
scorecard-amount = Amount
scorecard-rep = Rep
scorecard-deal-name = Name

# CHARTS
exhibit-figures = The figures drawn
exhibit-more = and { $n ->
    [one] 1 more, in the table
   *[other] {$n} more, in the table
 }
exhibit-period = Period
exhibit-month = End of month
exhibit-what = What
exhibit-deals = Deals
exhibit-share = Share
exhibit-stage = Stage
exhibit-age = Age
exhibit-late = Past due
exhibit-stage-deals = {$stage}: {$deals}, the oldest {$days}{ $n ->
    [0] {""}
   *[other] , {$n} past due
 }
pipeline-stages-sub-plain = Open amount in each stage, not weighted
peers-beside = peers {$others}
peers-interval = 95% interval
exhibit-more-deals = { $n ->
    [one] 1 more dot; the deals are listed below
   *[other] {$n} more dots; the deals are listed below
 }
exhibit-amount = Amount
results-cumulative-title-below = {$deals} came to {$won} in all
pipeline-ages-title-plain = The median deal is {$days} old
goals-finding-untold = { $n ->
    [one] The goal cannot be computed yet; the reason stands beside it
   *[other] None of the { $n } goals can be computed yet; the reasons stand beside them
 }
results-finding-untold = Won revenue cannot be computed: { $reason }
signoff-finding-one = { $who } signed on { $day }
signoff-finding-both = Both have signed, the later on { $day }
signoff-finding-day = Both signed on { $day }
written-finding = { $more ->
    [0] “{ $words }”
    [one] “{ $words }” and one more
   *[other] “{ $words }” and { $more } more
 }
goals-finding-closed = Every goal that was set is closed; the reasons stand below
