# What commands say when they are done, beside what scripts read
cycle-stands = {$rep} in {$cycle} is at this stage now: {$stage}. Next: {$next}.
cycle-stands-due = {$rep} in {$cycle} is at this stage now: {$stage}, due {$due}. Next: {$next}.
cycle-is-closed = The review of {$rep} in {$cycle} is closed.
cycle-due-set = {$rep}: {$stage} is due {$day} now, against the plan; the reason stays in the audit trail.
cycle-waived = {$rep} has no objection: HR may close the review without waiting for the appeal window to end.
cycle-appeal-granted = The appeal of {$rep} is granted; the review is open again.
cycle-appeal-refused = The appeal of {$rep} is refused; the rating has effect again.
cycle-handed = {$to} now acts for the manager in the review of {$rep}.
cycle-handed-back = The manager of record leads the review of {$rep} again.
inbox-done = Answered: whoever asked can see it.
cycle-repinned = { $n ->
    [0] No figure changed.
    [one] One figure changed.
   *[other] { $n } figures changed.
 }
sheet-conflict = {$item} was changed meanwhile and left as it is in the store.
award-not-proven = It was granted on {$hash}: data or evidence has changed since.

# Columns of what commands list
listed-lesson-cycle = Cycle
listed-lesson-rep = Rep
listed-lesson-about = About
listed-lesson-text = Lesson
listed-change-rep = Rep
listed-change-metric = Metric
listed-change-before = Before
listed-change-after = After
listed-inbox-id = Id
listed-inbox-kind = Kind
listed-inbox-state = State
listed-inbox-due = Due
listed-inbox-handled = Handled in
listed-inbox-rep = Rep
listed-inbox-about = Metric or line
listed-inbox-text = In their words
listed-inbox-answer = Answer
listed-register-id = Id
listed-register-rep = Rep
listed-register-owner = Owner
listed-register-due = Due
listed-register-what = What
listed-register-grounds = Evidence
listed-register-outcome = What came of it

# Messages: what would go out, what went out
send-line = {$whom}: {$subject}
send-line-no-address = {$whom}: no address: {$subject}
send-no-address = {$n} not sent: no address: {$whom}
send-withdrawn = {$n} no longer needed and not sent
send-sent = { $n ->
    [0] Nothing was sent
   *[other] { $n } sent
 }{ $failed ->
    [0] {""}
   *[other] , { $failed } failed
 }
send-told = {$parts}.
send-dry = { $n ->
    [one] One message, none sent
   *[other] { $n } messages, none sent
 }
send-dry-kept = {$dry}; {$left}
send-go = {$dry}. Send them with --go --shown {$mark}.
send-mend = An address is one e-mail address, as li.na@example.com, in the column email of reps, or of a [[desk]] in growth.toml. Give it, freeze it with `workbench snapshot`, and run the same command again: what waits goes out then.
send-no-server = Links in messages lead nowhere from outside: add [serve] address = "https://reviews.example.com/" to workbench.toml.
send-quiet = { $n ->
    [one] One waits: it is quiet ([outreach] quiet). Run the same command again then.
   *[other] { $n } wait: it is quiet ([outreach] quiet). Run the same command again then.
 }
send-quiet-until = { $n ->
    [one] One waits: it is quiet until { $when } ([outreach] quiet). Run the same command again then.
   *[other] { $n } wait: it is quiet until { $when } ([outreach] quiet). Run the same command again then.
 }
send-held = {$name}: the process ended while sending it. Ask whether it arrived, then: workbench outbox arrived {$name}, or: workbench outbox repeat {$name}
send-arrived = Noted: it is not sent again.
send-again = Noted: it goes out with the next workbench send.

# Pay: what a step did and what comes next
pay-next = Next: {$next}
pay-stands = {$run} is {$state}. Next: {$next}
pay-issued = Issued: {$n} of {$of}.
pay-not-issued = {$rep} was not issued: {$fault}
pay-left-out = {$rep} is not in it: {$fault}
pay-paid-at-least = {$rep} is paid at least {$pay}: a sum is unknown.
pay-dispute-now-open = The dispute of {$rep} on {$line} is {$owner}'s to answer now, by {$due}.
pay-dispute-now-accepted = The dispute of {$rep} on {$line} is accepted; a later run pays it.
pay-dispute-now-refused = The dispute of {$rep} on {$line} is refused; the answer stands in the list.
pay-note-first = { $n ->
    [one] One of them is issued for the first time, and was on a plan before: what the periods before { $period } come to by these data counts as paid.
   *[other] { $n } of them are issued for the first time, and were on a plan before: what the periods before { $period } come to by these data counts as paid.
 }
pay-note-unrecorded = No day of { $period } is on record: the record runs from { $first } to { $last }. Nobody is seen to have earned anything in it; check whether the export is complete.
statement-doubted = It is in the inbox of whoever answers. The answer: workbench pay disputes, or workbench inbox list
