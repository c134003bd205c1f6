# Forms: what people write
# What is wrong with what was written
fault-number = “{$value}” is not a number; write it as 12.5
fault-date = “{$value}” is not a date; write it as 2026-12-31
fault-choice = Choose a number from 1 to {$n}
fault-rows = Each row needs {$n} cells
draft-deal = {$deal} {$name} · {$amount} · {$day}

# What was written
form-written = {$who}, {$day}
form-withheld = Not shown here yet
form-withheld-private = Never shown here; the manager reads such words only once five or more people's are put together
form-private = Written. The manager reads such words only once five or more people's are put together
form-opinion = Without evidence: an opinion
form-request = Request: what to do next time
form-evidence = Evidence
form-agreed = read and agreed
form-seen = read, not agreed
form-left = has left, no signature is asked; last day at work
form-unwritten = Nothing was written here before the signatures.

# What is not for this reader now
withheld-manager-review = {$name} is still writing; the words appear here once they are handed in
withheld-calibration = This review is still with {$name} and the manager; the words appear here once the manager has handed in too
withheld-appeal = This review is still with {$name} and the manager; the words appear here once both have signed
withheld-never = What is written in this review is for {$name} and whoever leads it; the figures are all here

# Promises
commitments-told = { $n ->
    [one] One promise
   *[other] { $n } promises
 }: { $parts }
commitments-what = Promise
commitments-due = Due
commitments-measure = Measure
commitments-before-after = Then → when due, or today
commitments-state = Outcome
commitments-done = done
commitments-open = open
commitments-dropped = dropped
commitments-overdue = overdue
commitments-left = left before its day
commitments-aim = ; aim {$aim}
commitments-regression = The 95% interval is in brackets. A very high or very low figure tends to drift back towards the average by itself, so a change alone does not show that the action worked.

# The requirements sheet
asked-title = What to report: {$template}
asked-lede = The figures come from the data, so there is nothing to copy. Write what is listed here; the review moves on once everything marked “required” is filled in.
asked-nothing = From the data: check it, and question anything that looks wrong
asked-private = the manager reads it only once five or more people's are put together

# Stages and who has the next thing to do
status-rep = Rep
status-stage = Stage
status-next = Next
status-id = id
status-open = opens
status-asked = Asked, unanswered
status-asked-appeal = { $n ->
    [one] appeal
   *[other] { $n } appeals
 }
status-asked-question = { $n ->
    [one] question
   *[other] { $n } questions
 }
status-asked-feedback = { $n ->
    [one] piece of feedback
   *[other] { $n } pieces of feedback
 }
status-asked-support = { $n ->
    [one] request
   *[other] { $n } requests
 }
status-due = Due
status-on-time = On time
status-missing = Still missing
stage-at-data-check = data check
stage-at-self-review = self-review
stage-at-manager-review = manager's review
stage-at-calibration = calibration
stage-at-conversation = conversation
stage-at-sign-off = sign-off
stage-at-appeal = appeal window
stage-at-closed = closed
next-data-check = rep: check the figures, question what is wrong
next-self-review = rep: write the self-review
next-manager-review = manager: write the review
next-calibration = HR or sales ops: calibrate
next-conversation = manager and rep: talk and agree on actions
next-sign-off = both: sign
next-sign-off-manager = manager: sign
next-sign-off-rep = rep: sign
next-appeal = rep: may appeal; HR: close it when the window is over
next-left = has left, last day {$date}: nothing more is asked of them
next-closed = nothing

# Live forms
form-as-number = e.g. 12.5
form-as-date = e.g. 2026-12-31
form-reason = Reason: cite at least two figures or deals
form-add-row = Add a row
form-saved = saved {$at}
form-proposed = Proposed from the data; it counts once you edit it
form-conflict = Somebody else changed this just now. Your words are still above. Theirs:
form-closed = This form has been handed in, or is no longer yours to write. What is saved: { $saved }. Anything you typed after that is still above but not saved; copy what you need.
form-closed-empty = This form has been handed in, or is no longer yours to write. Nothing was saved here; your words are still above, so copy what you need.
form-unsaved = Not everything is saved yet: { $items }. See the note below each field.
form-keep-mine = Keep mine
form-take-theirs = Take theirs
form-join = Join both

# A form as an Excel sheet
sheet-lede = Write on the right and leave the hidden columns alone; bring it back with workbench cycle form --from
sheet-asked = What is asked
sheet-answer = Your answer
sheet-level = level
sheet-reason = reason
sheet-situation = situation
sheet-behaviour = behaviour
sheet-impact = impact
sheet-intent = what the other person meant by it
sheet-promise = Promised earlier: {$what}
sheet-request = request
sheet-evidence = evidence (a deal)

# What a goal lacks
smart-specific = Specific: say what is done and who owns it
smart-measurable = Measurable: choose a metric and give its target
smart-achievable = Achievable: give today's value; the target has to differ from it
smart-relevant = Relevant: say which goal above it serves
smart-time-bound = Time-bound: give the day
smart-past = Time-bound: {$day} has passed; give a day still to come
smart-direction-higher = Achievable: for “{$metric}” higher is better, and this goal asks for less than today
smart-direction-lower = Achievable: for “{$metric}” lower is better, and this goal asks for more than today
smart-possible-low = Achievable: “{$metric}” is never below {$low}, so it cannot be {$value}
smart-possible-high = Achievable: “{$metric}” is never above {$high}, so it cannot be {$value}
smart-possible-low-high = Achievable: “{$metric}” lies between {$low} and {$high}, so it cannot be {$value}; write 40% as 0.4

# Messages and invitations
mail-soon = soon
mail-invitation-subject = Your {$period} review begins: please check the figures
mail-invitation-body = Hello {$name}, the {$period} reviews are open. Your figures are ready, and so is a draft. Please check the figures first, and question anything that looks wrong. Due: {$due}. {$link}
mail-reminder-subject = {$period} review: {$stage}, due {$due}
mail-reminder-body = Hello, the {$period} review of {$name} is at “{$stage}” and waiting for you. Due: {$due}. {$link}
mail-reminder-steps-subject = {$period} reviews: {$n} at “{$stage}”, due {$due}
mail-reminder-steps-body = Hello, {$n} {$period} reviews are at “{$stage}” and waiting for you. Due: {$due}. {$link}
mail-reminder-asked-subject = Something is waiting for your answer, due {$due}
mail-reminder-asked-body = Hello, something in a {$period} review is waiting for your answer. Due: {$due}. {$link}
mail-reminder-promise-subject = A promise of yours, due {$due}
mail-reminder-promise-body = Hello, a promise of yours is due {$due}. {$link}
mail-late = Overdue: {$subject}
mail-ready-subject = Your {$period} review is signed
mail-ready-body = Hello {$name}, both sides have signed your {$period} review, and the document is ready. If you disagree, you can appeal while the window is open. {$link}
mail-announcement-subject = A new announcement
mail-announcement-body = Hello {$name}, there is an announcement you have not read: {$link}
mail-recognition-subject = Your work was recognised
mail-recognition-body = Hello {$name}, your work was recognised with praise, an award or a reward. Read it here: {$link}
mail-answer-subject = Your question was answered
mail-answer-body = Hello {$name}, there is an answer to what you asked. Read it here: {$link}
mail-group-body = Open yours here: {$link}
mail-invitation-group-subject = { $n ->
    [one] One review begins
   *[other] { $n } reviews begin
 }
mail-reminder-group-subject = Reviews: { $n ->
    [one] one step waits
   *[other] { $n } steps wait
 }{ $late ->
    [0] {""}
    [one] , one is late
   *[other] , { $late } are late
 }
mail-ready-group-subject = { $n ->
    [one] One review is signed
   *[other] { $n } reviews are signed
 }
mail-support-group-subject = Requests for support: { $n ->
    [one] one waits
   *[other] { $n } wait
 }{ $late ->
    [0] {""}
    [one] , one is late
   *[other] , { $late } are late
 }
mail-announcement-group-subject = { $n ->
    [one] A new announcement, one person has yet to read it
   *[other] A new announcement, { $n } have yet to read it
 }
mail-recognition-group-subject = { $n ->
    [one] Work was recognised once lately
   *[other] Work was recognised { $n } times lately
 }
mail-answer-group-subject = { $n ->
    [one] One question was answered
   *[other] { $n } questions were answered
 }
mail-talk-subject = Review conversation with {$name}: {$at}
mail-talk-cancelled-subject = Cancelled: the review conversation with {$name}, {$at}
mail-talk-body = {$name}, {$at}. Open the review: {$link}
invite-review = Review conversation: {$name}, {$period}
invite-one-on-one = One-on-one: {$name}

# What waits, goals, registers
inbox-question = Answer the question:
inbox-appeal = Answer the appeal:
inbox-feedback = Answer the feedback:
inbox-support = Help with:
inbox-answered = Read the answer to:
promise-to-answer = Ask {$who} what came of: {$what}
register-support = Support request:
register-praise = Praise:
register-award = Award:
register-course = Course:
register-announcement = Announcement:
register-position = Open position:
register-name-support = Support request
register-name-praise = Praise
register-name-award = Award
register-name-course = Course
register-name-announcement = Announcement
register-name-position = Open position
goal-goal = Goal
goal-owner = Owner
goal-from = From
goal-to = To
goal-due = Due
goal-progress = Progress
goal-lacking = Lacking
goal-id = Id
goal-gap = the goals below leave {$gap} uncovered
goal-gap-mean = the goals below come to {$mean} on average
goal-gap-untold = the goals below do not cover it
goal-behind = {$share}, behind its start
goal-closed = closed: {$reason}
goal-weight = Weight
goal-weights-lack = the weights of {$owner} are {$n} short of 100
goal-unserved = no goal serves it

# Competence and development
competence-own = Self
competence-managers = Manager
competence-gap = Gap
competence-words = Evidence and practice
draft-need = Need: {$metric} {$value}, peers {$median} (n = {$n}, {$peers} peers)
draft-need-alone = Need: {$metric} {$value}, behind peers by more than chance (n = {$n}, {$peers} peers)
draft-strength-alone = Strength: {$metric} {$value}, ahead of peers by more than chance (n = {$n}, {$peers} peers)
draft-strength = Strength: {$metric} {$value}, peers {$median} (n = {$n}, {$peers} peers)
form-names-others = This names {$names}: does it belong in somebody else's review?
status-kept = Promises kept

# Steps and overview
step-question = Question a figure
step-doubt = What do you doubt, and why?
step-ask = Ask
step-hand-in = Hand in
step-handed-in = Handed in.
step-comment = Read, not agreed: what do you not agree with?
step-sign = Sign
step-signed = Signed.
overview-todo = To do
overview-nothing = Nothing here yet.
register-rep-id = Rep
register-what = What
register-grounds = Evidence, rule or aim
register-owner = Owner
register-due-on = Due
register-outcome = What came of it
register-kept = Kept.
register-answer-which = Which one do you answer?
register-answer = Answer
register-answer-none = Choose which request you answer.
register-answered = Answered: whoever asked can see it.
ledger-reason = What came of it? If it is dropped, say why.

# PLAN: appeals
appeal-open = Appeal filed, to be decided by { $due }: until then the rating has no effect
appeal-granted = Granted; the review was reopened (it was due on { $due })
appeal-refused = Refused (it was due on { $due })
appeal-answered = Answered (it was due on { $due })
rating-appealed = Under appeal: the rating has no effect yet.
rating-appealed-text = The rep has appealed. Until somebody who did not rate has decided, neither the rating nor the score below counts, in pay or anywhere else.
step-appeal = Appeal
step-appeal-words = Which figure or sentence, and on what evidence?
step-appeal-window = The appeal window is open until { $day }. One appeal in this round; somebody who did not rate decides.
step-appeal-filed = Filed. HR decides by { $day }; until then the rating has no effect.
step-waive = No objection: close without waiting
step-waived = Noted: HR may close the review now.
step-decide = Decide on the appeal
step-reason = What was looked at, and what was found?
step-grant = Grant: the review is reopened
step-refuse = Refuse
step-decided = Decided; the rep sees the decision and its reason.
step-close = Close the review
step-due = Due: { $day }
cycle-opened = { $cycle }: opened, { $n ->
    [0] no reviews
    [one] one review
   *[other] { $n } reviews
 }, { $drafts ->
    [0] no drafts
    [one] one draft
   *[other] { $drafts } drafts
 } proposed.
cycle-again = { $cycle }: was open already. Joined: { $joined }. Drafts proposed: { $drafts }. Left, and asked nothing more: { $left }. Data as of { $as_of } kept.
cycle-planned = { $cycle } had no due days for its stages; they are set now.
cycle-nobody = nobody

# INBOX: what was asked, and what came of it
inbox-name = Questions, answers and feedback
inbox-head-rep = Rep
inbox-head-kind = What
inbox-head-about = About
inbox-head-text = In their words
inbox-head-asked-by = From
inbox-head-due = Answer by
inbox-head-state = State
inbox-head-answer = Answer
inbox-kind-question = Question
inbox-kind-appeal = Appeal
inbox-kind-feedback = Feedback
inbox-kind-support = Request
inbox-is-open = open
inbox-is-answered = answered
inbox-you = you
inbox-due = { $day }
inbox-overdue = { $day }, overdue
inbox-which = Which one do you answer?
inbox-words = The answer: what was found, or what will be done
inbox-answer = Answer
inbox-none-chosen = Choose first what you answer.

# INBOX: what became of words to the manager
form-private-held = Held back: fewer than five of the team wrote, or yours came after the others' were shared. Nobody reads it.
form-private-told = Shared together with the others': the manager and the manager's manager read everybody's words, without names.

# INBOX: what a team says of its manager
upward-of = { $cycle }: the team of { $manager }
upward-told = { $n } of { $asked } wrote
upward-waits = Not yet: it is shared once all reviews of the team are closed.
upward-held = Held back: fewer than five wrote, so nobody reads it.
upward-short-waits = not closed yet
upward-short-held = held back
upward-share = { $n } of { $asked }
upward-none = Your team has not been asked for feedback yet.
upward-trend = Over the cycles
upward-head-manager = Manager
upward-head-cycle = Cycle
upward-head-wrote = Wrote
upward-lede = Shared once five or more have written and their reviews are closed; in no order, without names.

# INBOX: talks over all reps
talk-name = Coaching talks of { $period }
talk-head-rep = Rep
talk-head-manager = Manager
talk-head-number = No.
talk-head-day = Day
talk-head-state = State
talk-head-reason = Reason
talk-held = held
talk-skipped = skipped
talk-planned = planned
talk-missed = missed
talk-none = none

# REST: what is asked and given, and who has left
inbox-asked = It is with { $owner }, to be answered by { $day }.
left-rep = to let it go on without the rep, who has left, HR or sales ops runs: { $line }
left-manager = to hand it over, since the manager has left, HR or sales ops runs: { $line }
give-title = Give feedback
give-whom = To whom: a name from the list, or the id of somebody in this cycle
give-words = What you saw, and what it led to
give-send = Send
give-lead = { $who }, who leads my review
cycle-back = Did not leave after all, and are asked again: { $back }. Where they still have something to write, reopen: workbench cycle reopen REP --to self_review --reason "…"
commitments-all-done = { $n ->
    [one] The one promise made is done
    [2] Both promises are done
   *[other] All { $n } promises are done
 }
commitments-all-open = { $n ->
    [one] The one promise made is still open
    [2] Both promises are still open
   *[other] All { $n } promises are still open
 }{ $late ->
    [none] {""}
    [all] {" "}and overdue
   *[some] , { $overdue ->
        [one] one
       *[other] { $overdue }
     } of them overdue
 }
commitments-all-dropped = { $n ->
    [one] The one promise made was dropped; the reason is below
    [2] Both promises were dropped; the reasons are below
   *[other] All { $n } promises were dropped; the reasons are below
 }
commitments-part-done = { $n } done
commitments-part-open = { $n } open{ $late ->
    [none] {""}
    [all] {" "}(overdue)
   *[some] {" "}({ $overdue } overdue)
 }
commitments-part-dropped = { $n } dropped
asked-section = { $number } { $name }: { $question }
asked-line = { $label } ({ $who }){ $help }
