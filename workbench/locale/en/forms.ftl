# Forms: what people write
# What is wrong with what was written
fault-number = “{$value}” is no number; write it as 12.5
fault-date = “{$value}” is no date; write it as 2026-12-31
fault-choice = Choose one of 1 to {$n}
fault-rows = Each row has {$n} cells
draft-deal = {$deal} {$name} · {$amount} · {$day}

# What was written
form-written = {$who}, {$day}
form-withheld = Not shown here now
form-withheld-private = Never shown here; the manager sees such words only of a group of five or more
form-private = Written. The manager sees such words only of a group of five or more
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
withheld-never = What is written in this review is for {$name} and for who leads it; the figures are all here

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
commitments-regression = In brackets the 95% interval. A very high or very low figure tends to move back towards the average by itself; a change alone does not show that the action worked.

# The requirements sheet
asked-title = What to report: {$template}
asked-lede = Figures come from the data and need no copying; write what is listed here. A review moves on once all that is marked "required" is there.
asked-nothing = From the data: check it, and question what is wrong
asked-private = the manager sees it only in a group of five or more

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
    [one] feedback
   *[other] { $n } × feedback
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
next-left = left, last day {$date}: nothing is asked of them
next-closed = nothing

# Live forms
form-as-number = e.g. 12.5
form-as-date = e.g. 2026-12-31
form-reason = Reason: cite at least two figures or deals
form-add-row = Add a row
form-saved = saved {$at}
form-proposed = Proposed from the data; it counts once you edit it
form-conflict = Somebody changed this just now; your words still stand above. Theirs:
form-closed = This form was handed in meanwhile, or is no longer yours to write. Saved is: { $saved }. What you typed after that still stands above and is not saved: copy what you need.
form-closed-empty = This form was handed in meanwhile, or is no longer yours to write. Nothing was saved here; your words still stand above: copy what you need.
form-unsaved = Not everything is saved yet: { $items }. Look below these fields.
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
sheet-intent = what the other meant by it
sheet-promise = Promised earlier: {$what}
sheet-request = request
sheet-evidence = evidence (a deal)

# What a goal lacks
smart-specific = Specific: say what is done and who owns it
smart-measurable = Measurable: choose a metric and give its target
smart-achievable = Achievable: give today's value, other than the target
smart-relevant = Relevant: say which goal above it serves
smart-time-bound = Time-bound: give the day
smart-past = Time-bound: {$day} is over; give a day to come
smart-direction-higher = Achievable: of “{$metric}” more is better, and this goal asks for less than today
smart-direction-lower = Achievable: of “{$metric}” less is better, and this goal asks for more than today
smart-possible-low = Achievable: “{$metric}” is {$low} or more, never {$value}
smart-possible-high = Achievable: “{$metric}” is {$high} at most, never {$value}
smart-possible-low-high = Achievable: “{$metric}” lies between {$low} and {$high}, {$value} is none of it; 40% is written 0.4

# Messages and invitations
mail-soon = soon
mail-invitation-subject = Your {$period} review begins: please check the figures
mail-invitation-body = Hello {$name}, the {$period} reviews are open. Your figures are computed and a draft is ready. Please check the figures first, and question what is wrong. Due: {$due}. {$link}
mail-reminder-subject = {$period} review: {$stage}, due {$due}
mail-reminder-body = Hello, the {$period} review of {$name} stands at "{$stage}" and waits for you. Due: {$due}. {$link}
mail-reminder-steps-subject = {$period} reviews: {$n} at "{$stage}", due {$due}
mail-reminder-steps-body = Hello, {$n} {$period} reviews stand at "{$stage}" and wait for you. Due: {$due}. {$link}
mail-reminder-asked-subject = Something asked of you waits for an answer, due {$due}
mail-reminder-asked-body = Hello, something in a {$period} review waits for your answer. Due: {$due}. {$link}
mail-reminder-promise-subject = A promise of yours, due {$due}
mail-reminder-promise-body = Hello, a promise of yours is due {$due}. {$link}
mail-late = Overdue: {$subject}
mail-ready-subject = Your {$period} review is signed
mail-ready-body = Hello {$name}, both sides have signed your {$period} review; the document is ready. You may appeal while the window is open. {$link}
mail-announcement-subject = A new announcement
mail-announcement-body = Hello {$name}, there is an announcement you have not read: {$link}
mail-recognition-subject = Your work was recognised
mail-recognition-body = Hello {$name}, praise, an award or a reward for your work was noted. Read it: {$link}
mail-answer-subject = Your question was answered
mail-answer-body = Hello {$name}, what you asked has an answer. Read it: {$link}
mail-group-body = Each finds their own under: {$link}
mail-invitation-group-subject = {$n} reviews begin
mail-reminder-group-subject = Reviews: {$n} steps wait, {$late} of them late
mail-ready-group-subject = {$n} reviews are signed
mail-support-group-subject = Requests for support: {$n} wait, {$late} of them late
mail-announcement-group-subject = A new announcement, {$n} have yet to read it
mail-recognition-group-subject = {$n} recognitions lately
mail-answer-group-subject = {$n} questions were answered
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
goal-weights-lack = the weights of {$owner} lack {$n} of 100
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
form-names-others = Names {$names}: does this belong into the review of somebody else?
status-kept = Promises kept

# Steps and overview
step-question = Question a figure
step-doubt = What is doubted, and why?
step-ask = Ask
step-hand-in = Hand in
step-handed-in = Handed in.
step-comment = Seen, not agreed: what is not agreed?
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
register-answer-which = Which is answered?
register-answer = Answer
register-answer-none = Choose which request you answer.
register-answered = Answered: who asked sees it.
ledger-reason = What came of it? A dropped one needs its reason.

# PLAN: appeals
appeal-open = Appeal filed, to be decided by { $due }: until then the rating has no effect
appeal-granted = Granted; the review was reopened ({ $due } was the day it was due)
appeal-refused = Refused ({ $due } was the day it was due)
appeal-answered = Answered ({ $due } was the day it was due)
rating-appealed = Under appeal: the rating has no effect yet.
rating-appealed-text = The rep has appealed. Until somebody who did not rate has decided, neither the rating nor the score below counts, in pay and elsewhere.
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
step-decided = Decided; the rep sees it with the reason.
step-close = Close the review
step-due = Due: { $day }
cycle-opened = { $cycle }: opened, { $n } reviews, { $drafts } drafts proposed.
cycle-again = { $cycle }: was open. Joined: { $joined }. Drafts proposed: { $drafts }. Left, and asked nothing more: { $left }. Data as of { $as_of } kept.
cycle-planned = { $cycle } had no days for its stages; they are laid now.
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
inbox-which = Which is answered?
inbox-words = The answer: what was found, or what will be done
inbox-answer = Answer
inbox-none-chosen = Choose what you answer.

# INBOX: what became of words to the manager
form-private-held = Held: fewer than five of the team wrote, or yours came after the others' were told. Nobody reads it.
form-private-told = Told with the others': the manager and the manager's manager read the words of all, without names.

# INBOX: what a team says of its manager
upward-of = { $cycle }: the team of { $manager }
upward-told = { $n } of { $asked } wrote
upward-waits = Not yet: it is told once all reviews of the team are closed.
upward-held = Held: fewer than five wrote, so nobody reads it.
upward-short-waits = not closed yet
upward-short-held = held
upward-share = { $n } of { $asked }
upward-none = No team of yours was asked yet.
upward-trend = Over the cycles
upward-head-manager = Manager
upward-head-cycle = Cycle
upward-head-wrote = Wrote
upward-lede = Of five or more together, once their reviews are closed; in no order, without names.

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
give-whom = To whom: a name of the list, or an id of this cycle
give-words = What was seen, and what it led to
give-send = Send
give-lead = My review is led by { $who }
cycle-back = Have not left, and are asked again: { $back }. Where they have still to write, reopen: workbench cycle reopen REP --to self_review --reason "…"
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
    [one] The one promise made was dropped; its reason stands below
    [2] Both promises were dropped; the reasons stand below
   *[other] All { $n } promises were dropped; the reasons stand below
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
