# Pay runs: their states, the checks before approval, disputes
pay-state-draft = draft
pay-state-checked = checked
pay-state-approved = approved
pay-state-paid = paid
pay-state-replaced = replaced
pay-state-withdrawn = withdrawn
pay-head-run = run
pay-head-state = state
pay-head-data = data of
pay-head-people = people
pay-head-total = to be paid
pay-head-not-computed = not computed
pay-head-steps = who and when
pay-at-least = at least { $amount }
pay-step = { $state } { $person } { $at }
pay-none = There is no pay run yet.

pay-made = { $n ->
    [one] One statement, { $total } in all.
   *[other] { $n } statements, { $total } in all.
 }
pay-made-none = No statement could be computed.
pay-made-fault = { $rep }: no statement. { $fault }

pay-checks = { $run }, { $state }: { $days }
pay-checks-data = { $n ->
    [one] One statement, computed from the data of { $day } (snapshot { $snapshot }).
   *[other] { $n } statements, computed from the data of { $day } (snapshot { $snapshot }).
 }
pay-checks-first = Nothing was issued to these people or by these plans before, so there is nothing to compare it with.
pay-checks-fine = The checks found nothing out of the ordinary.
pay-checks-stops = To be settled before approval
pay-checks-unusual = Unusual, worth a look
pay-checks-know = Good to know
pay-total-by = sum
pay-total-n = people
pay-total-this = this run
pay-total-last = { $period }
pay-total-last-n = people then
pay-total-change = change
pay-total-all = All, { $currency }
pay-total-plan = Plan { $name }, { $currency }
pay-total-team = Team { $name }, { $currency }
pay-total-no-team = Without a team, { $currency }
pay-total-kind = { $name }, { $currency }
pay-kind-earned = Earned
pay-kind-cap = Lost to the cap
pay-kind-deferred = Deferred
pay-kind-released = Earlier deals paid
pay-kind-clawback = Clawback
pay-kind-draw = Draw
pay-kind-adjustments = Adjustments
pay-kind-owed = Owed, carried on

pay-check-fault = { $who }: no statement could be computed, so none will be issued. { $told }
pay-check-negative = { $who } would be paid { $pay }, and pay cannot be negative. Look at every line of the statement.
pay-check-below = The run pays { $pay } in all, which is below 0. Look at clawbacks and adjustments, line by line.
pay-check-doubly = { $n ->
    [one] { $who }: one row is adjusted by the data and by an accepted dispute, which may correct the same thing twice. Look at it in the statement and at the answer to the dispute.
   *[other] { $who }: { $n } rows are adjusted by the data and by accepted disputes, which may correct the same thing twice. Look at them in the statement and at the answers to the disputes.
 }
pay-check-unknown = { $n ->
    [0] { $who } is paid at least { $pay }: something in the statement is unknown. Look at what is not counted, and at the reasons.
    [one] { $who } is paid at least { $pay }: { $told } is unknown. Look at the reason that stands at the line.
   *[other] { $who } is paid at least { $pay }: { $told } are unknown. Look at the reasons that stand at these lines.
 }
pay-check-nothing = { $who } earned { $gross } and is paid nothing: { $told }. Look at these lines of the statement.
pay-check-history = { $who } is paid { $pay }; going by the { $n } statements issued before, { $low } to { $high } would be usual. Look at the largest deals and at what was released for earlier ones.
pay-check-adjusted = { $who }: what was issued before is adjusted by { $adjusted }, more than a tenth of the { $gross } earned now. Most of it: { $told }. Look at the adjusted lines.
pay-check-owed = { $who } owes { $owed_after } beyond what this pay covers; it is carried to the next statement. See whether it can be earned back, and talk first.
pay-check-two-plans = { $who } is on two plans in this period: { $told }. Look at the day of the change and at both quotas.
pay-check-no-plan = { $n ->
    [one] One person is at work in this period and on no plan: { $who }. Look at the assignments of the plans; if it is meant so, leave it.
   *[other] { $n } people are at work in this period and on no plan: { $who }. Look at the assignments of the plans; if it is meant so, leave it.
 }
pay-check-capped = { $who }: the cap takes { $cap_loss } of { $gross }. Look at the largest deals.
pay-check-held = { $n ->
    [one] { $who }: one row or figure cannot be told from today's data and counts as it was issued. Look at it in the source.
   *[other] { $who }: { $n } rows or figures cannot be told from today's data and count as they were issued. Look at them in the source.
 }
pay-part = { $name } { $amount }

pay-dispute-id = id
pay-dispute-rep = rep
pay-dispute-period = period
pay-dispute-line = line
pay-dispute-words = words
pay-dispute-owner = who answers
pay-dispute-due = due
pay-dispute-state = state
pay-dispute-answer = answer
pay-dispute-amount = corrected by
pay-dispute-none = There is no dispute.
pay-dispute-overdue = { $day }, overdue
pay-dispute-open = open
pay-dispute-accepted = accepted
pay-dispute-refused = refused
pay-dispute-answered = answered
