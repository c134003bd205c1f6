# Page one: what was reached, why, the risk ahead, thanks, and the next level
verdict-cause-label = Cause
verdict-risk-label = Risk ahead
verdict-thanks-label = Thanks
verdict-level-label = Next level
verdict-rating-label = Rating
verdict-actions-label = Agreed actions
verdict-signed-label = Signed
verdict-cause = {$change} on a year ago; the largest part of it: {$part} ({$amount}).
verdict-cover-needed = Open deals due in {$period} come to {$coverage} the remaining target; at the win rate on record {$needed} are needed, {$lacking} more.
verdict-cover-all = Open deals due in {$period} come to {$coverage} the remaining target: with all of them won, {$lacking} would still be missing.
verdict-stuck = { $n ->
    [one] 1 of {$all} open deals stays
   *[other] {$n} of {$all} open deals stay
 } longer in the same stage than deals that were won.
verdict-old-peers = { $n ->
    [one] 1 open deal has
   *[other] {$n} open deals have
 } a median age of {$age}; the middle half of peers: {$middle}.
verdict-old-own = { $n ->
    [one] 1 open deal has
   *[other] {$n} open deals have
 } a median age of {$age}; deals are won in {$cycle}.
verdict-created-fell = New pipeline of {$now}, less than half of a year ago ({$before}).
verdict-fell = {$gap} less won than a year ago ({$before}).
verdict-goal-missed = {$metric} {$value}, against a goal of {$goal}.
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
verdict-level-met = {$met} of {$all} expectations of {$level} are on record; people judge the others.
verdict-signed = Both signed on {$date}.
verdict-signed-alone = The manager signed on {$date}; of the rep, who has left, no signature was asked.
verdict-times = {$n} times
verdict-looked-target = the target
verdict-looked-cover = the pipeline
verdict-looked-peers = peers
verdict-looked-before = last year
