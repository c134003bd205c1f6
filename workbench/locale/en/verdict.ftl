# Page one: what was reached, why, the risk ahead, thanks, and the next level
verdict-cause-label = Cause
verdict-change-label = Change
verdict-risk-label = Risk ahead
verdict-decide-label = To decide
verdict-thanks-label = Thanks
verdict-level-label = Next level
verdict-rating-label = Rating
verdict-actions-label = Agreed actions
verdict-signed-label = Signed
verdict-cause = Won {$change} { $way ->
    [less] less
   *[more] more
 } than a year ago; what moved it most: “{$part}” ({$amount}).
verdict-cover-needed = Open deals due in {$period} come to {$coverage} the remaining target; at the win rate on record {$needed} are needed, {$lacking} more.
verdict-cover-all = Open deals due in {$period} come to {$coverage} the remaining target: with all of them won, {$lacking} would still be missing.
verdict-stuck = { $n ->
    [one] 1 of {$all} open deals stays
   *[other] {$n} of {$all} open deals stay
 } longer in the same stage than deals that were won.
verdict-old-peers = { $n ->
    [one] 1 open deal has
   *[other] {$n} open deals have
 } a median age of {$age}; {$others}.
verdict-old-own = { $n ->
    [one] 1 open deal has
   *[other] {$n} open deals have
 } a median age of {$age}; deals are won in {$cycle}.
verdict-created-fell = New pipeline of {$now}, less than half of a year ago ({$before}).
verdict-fell = {$gap} less won than a year ago ({$before}).
verdict-goal-missed = {$metric} {$value}, against a goal of {$goal}.
verdict-goal-missed-below = {$metric} {$value}, against a goal of {$goal}, and below the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }.
verdict-goal-reached = {$metric} {$value}, the goal of {$goal} reached.
verdict-above = {$metric} {$value}, above the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }.
verdict-below = {$metric} {$value}, below the peers' median{ $told ->
    [told] {" "}of { $median }
   *[other] {""}
 }: lower is better.
verdict-award = Received: {$award}{ $n ->
    [0] .
    [one] , and one more.
   *[other] , and {$n} more.
 }
verdict-praise = “{$words}” ({$by}){ $n ->
    [0] {""}
    [one] , and one more thank-you
   *[other] , and {$n} more thank-yous
 }
verdict-level = {$met} of {$all} expectations of {$level} are on record; next is “{$label}” (lacking: {$gap}).
verdict-level-met = { $left ->
    [0] All expectations of {$level} are on record.
   *[other] {$met} of {$all} expectations of {$level} are on record; people judge the others.
 }
verdict-signed = Both signed on {$date}.
verdict-signed-alone = The manager signed on {$date}; of the rep, who has left, no signature was asked.
verdict-times = {$n} times
verdict-looked-target = the target
verdict-looked-cover = the pipeline
verdict-looked-peers = peers
verdict-looked-before = last year

verdict-decide-request = How {$owner} answers “{$words}”{ $due ->
    [told] {" "}(due {$day})
   *[untold] {""}
 }{ $n ->
    [0] .
    [one] ; one more request waits.
   *[other] ; {$n} more requests wait.
 }
verdict-decide-handover = { $n ->
    [one] Who takes over the open deal.
   *[other] Who takes over the {$n} open deals.
 }
verdict-decide-cover = Which customers the missing pipeline is to come from, who opens them, and the day to look again.
verdict-decide-past-due = { $n ->
    [one] For that deal: a new day, the next step, or to close it.
   *[other] For each of the {$n} deals: a new day, the next step, or to close it.
 }
verdict-decide-stuck = { $n ->
    [one] For the deal that stays: the next step and who takes it, or to let it go.
   *[other] For each of the {$n} deals that stay: the next step and who takes it, or to let it go.
 }
verdict-decide-old = Which of the oldest deals to go on with, and which to close.
verdict-decide-created = How much time of each week goes into new deals, and with which customers to begin.
verdict-decide-customer = Which customers to build up beside this one.
verdict-decide-goal = How to reach the goal of “{$metric}”, and the first step.
verdict-decide-rate = Where to begin with “{$metric}”, and the day to look again.
verdict-decide-gap = Which deals are to bring the {$gap} that are missing.
