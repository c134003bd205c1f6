# Incentives: statement, steps, reasons, what-if, plan lab
incentive-finding-none = The company has given no incentive plan yet
incentive-finding-no-plan = No incentive plan applies in this period
incentive-finding-too-short = The plan pays for a longer period; the pay stands in the review of that period
incentive-finding-bad-plan = The incentive plan cannot be used at present; sales ops has to correct it first
incentive-finding-withheld = Pay is shown to { $name } and to whoever leads { $name }
incentive-finding-equal = { $gross } earned, all of it paid
incentive-finding-why = { $gross } earned, { $net } paid; the difference is { $why }
incentive-finding-absent = { $finding }; { $name } cannot be computed yet
incentive-cause-deferred = { $amount } until cash comes
incentive-cause-clawback = { $amount } clawback
incentive-cause-draw-recovered = { $amount } draw repaid
incentive-cause-cap-loss = { $amount } lost to the cap
incentive-cause-released = { $amount } for earlier deals now paid
incentive-and = { ", " }
incentive-colon = { ": " }
incentive-title-deferred = { $amount } is deferred until { $deals } { $n ->
    [one] is
   *[other] are
 } paid
incentive-title-deferred-many = { $amount } is deferred until { $n } deals are paid
incentive-title-plain = From earned to paid
incentive-sub = { $plans }, { $period }; { $deals }, credited { $credit }; { $cap }
incentive-cap-none = no cap
incentive-cap-met = the cap of { $amount } is reached
incentive-cap-below = below the cap of { $amount }
incentive-line-gross = Gross earned
incentive-line-cap-loss = Lost to the cap
incentive-line-deferred = Deferred until cash
incentive-line-released = Earlier deals paid
incentive-line-payable = Payable
incentive-line-carried-negative = Negative carried
incentive-line-clawback = Clawback
incentive-line-draw-recovered = Draw recovered
incentive-line-net = Paid out
incentive-line-draw-paid = Draw paid
incentive-line-cash = Cash
incentive-balance-due = Owed
incentive-balance-draw = Draw not yet earned back
incentive-balance-deferred = Waiting for cash
incentive-from = { $name } (from { $day })
incentive-how = { $name }: deal by deal
incentive-deal = Deal
incentive-closed = Closed
incentive-part = Own amount
incentive-factor = Mult.
incentive-credit = Credit
incentive-walk = Tier walk
incentive-earned = Earned
incentive-cash-share = Payable
incentive-payable = Paid now
incentive-sum = Sum
incentive-more = { $n ->
    [one] One more deal is
   *[other] { $n } more deals are
 } in the whole table of the statement
incentive-quota = Quota
incentive-quota-text = { $given }, effective { $value }
incentive-attainment = Attainment
incentive-modifier = Modifier
incentive-modifier-text = { $name } { $value }, times { $factor }
incentive-gate = Gate
incentive-gate-met = { $rule }, met
incentive-gate-failed = { $rule }, not met, times { $factor }
incentive-gate-unknown = { $rule }, cannot be judged: { $reason }
incentive-limit = Limit
incentive-reason = Reason
incentive-outside = No day of { $period } is on record: the record runs from { $first } to { $last }. What was earned in it is not known
incentive-not-counted = Rows not counted
incentive-why = Reason
incentive-balances = Carried
incentive-balance = Balance
incentive-opening = Opening
incentive-closing = Closing
incentive-taken = Deals cancelled
incentive-taken-when = Earned in
incentive-taken-amount = Taken back
incentive-verify-title = Work it out again
incentive-verify = Run the page “Incentive statement” with the same parameters, and it gives the same figures and the same hashes. Input { $input }, statement { $hash }
incentive-dispute-title = Do you doubt a line?
incentive-dispute = Press “Dispute” at the line on the page “Incentive statement”, or tell sales ops which line and on what evidence; the answer comes within three working days
incentive-dispute-unnamed = To dispute a line, say who you are: as={ $rep }:rep in the address, actor = "{ $rep }:rep" in the notebook, or workbench statement { $rep } --dispute LINE --because "…" --as { $rep }:rep
incentive-dispute-others = Only { $name } can dispute a line of this statement
incentive-dispute-button = Dispute
incentive-dispute-words = What is wrong, and on what evidence?
incentive-dispute-line = Which line
incentive-disputed = It is in the inbox as { $item }, to be answered by { $day }
incentive-no-cycle = No review cycle { $cycle } is open, so nobody would answer; ask sales ops to run workbench cycle open first.
incentive-measure-participation = Share of own review steps done in time
incentive-measure-review_score = Review score
incentive-measure-rank = Place by attainment
incentive-reason-fx_missing = no exchange rate, not converted
incentive-reason-credit_unknown = whose deal it is cannot be told: the parts do not add up to one
incentive-reason-set_aside = set aside by the data check: workbench check names the row
incentive-reason-no_amount = no amount
incentive-reason-no_acv = no annual value
incentive-reason-no_margin = no cost, so no margin
incentive-reason-no_quantity = no quantity
incentive-reason-no_plan = not on a plan on the day it closed
incentive-reason-no_component = no component of the plan counts it
incentive-reason-cancelled = cancelled after it was won
incentive-reason-too_late = cancelled after the clawback period, so nothing is taken back
incentive-reason-no_clawback = the plan has no clawback
incentive-reason-not_paid_yet = not paid yet, and no longer waits
incentive-reason-too_few_deals = too few deals
incentive-reason-gate_not_met = the gate is not met
incentive-reason-gate_unknown = the gate cannot be judged
incentive-reason-measure_missing = the measure is missing
incentive-reason-quota_zero = the quota is 0
incentive-reason-no_score = no review score yet
incentive-reason-no_cycle = no review cycle yet
incentive-reason-appealed = the review is under appeal; its score has no effect until that is decided
incentive-reason-too_few = too few people to be ranked
incentive-note-ramped = less ramp
incentive-step-select = rows credited
incentive-step-currency = currency
incentive-step-multiply = multipliers
incentive-step-limit_deal = limit of a deal
incentive-step-cumulate = cumulated by date
incentive-step-quota = effective quota
incentive-step-earn = tiers
incentive-step-modify = modifier
incentive-step-gate = gate
incentive-step-limit_component = limit of the component
incentive-step-cap = cap
incentive-step-payable = payable share
incentive-step-clawback = clawback
incentive-step-draw = draw recovery
incentive-step-round = rounded
incentive-step-carry = carried
incentive-head-line = Line
incentive-head-row = Deal
incentive-head-step = Step
incentive-head-how = How
incentive-head-value = Result
incentive-head-amount = Amount
incentive-what-if-title = If these deals were won
incentive-what-if-none = There is no open deal to try this with
incentive-what-if-chosen = { $n ->
    [one] One deal won
   *[other] { $n } deals won
 }: earned { $gross } ({ $gross_change }), paid { $net } ({ $net_change })
incentive-what-if-assumed = Assumed: closed on { $day } at today's amount; what waits for cash is not paid yet
incentive-what-if-amount = Share of the amount
lab-finding = In { $period } the plans cost { $cost } for { $n ->
    [one] one person
   *[other] { $n } people
 }; the median is { $median }
lab-finding-loss = { $n ->
    [one] For one of them a component cannot be computed
   *[other] For { $n } of them a component cannot be computed
 }
lab-cost-title = { $n ->
    [one] 1 of { $of } people earned { $band }
   *[other] { $n } of { $of } people earned { $band }
 }
lab-spread = Spread
lab-people = People
lab-cost = Earned in all
lab-cash = Cash in all
lab-revenue = Won revenue
lab-ratio = Pay per 100 of revenue
lab-median = Median
lab-quartiles = Middle half
lab-top-share = Share of the top tenth
lab-what = What
lab-now = Value
lab-rep = Rep
lab-gross-a = Plan A
lab-gross-b = Plan B
lab-change = Change
lab-gainers = { $up ->
    [0] Nobody gains
    [one] One gains
   *[other] { $up } gain
 }, { $down ->
    [0] nobody loses
    [one] one loses
   *[other] { $down } lose
 }{ $same ->
    [0] {""}
    [one] , one stays the same
   *[other] , { $same } stay the same
 }; in all { $change }
lab-alone = No other plan is named. Write a plan file, or a folder of them, into “other” at the top of the notebook.
lab-sensitivity = If won revenue changed
lab-factor = Won revenue
lab-fair-team = By team
lab-fair-region = By territory
lab-group = Group
lab-fair-n = People
lab-fair-median = Median of earned by quota
lab-fair-p = Probability that chance alone would give such a difference: { $p }
lab-fair-none = Two groups of at least five are needed to compare
lab-no-plans = This workspace has no incentive plan; docs/incentives.md says how to write one
lab-small-group = fewer than five, not shown
lab-compare = Two plans compared

# CHARTS
incentive-title-paid = Earned { $gross }, paid { $net }
lab-band = Earned
lab-cost-sub = People by what they earned
incentive-plan-named = { $name } (version { $version })
