# Forms: what people write
# What is wrong with what was written
fault-number = “{$value}” is no number; write it as 12.5
fault-date = “{$value}” is no date; write it as 2026-12-31
fault-choice = Choose one of 1 to {$n}
fault-rows = Each row has {$n} cells
draft-deal = {$deal} {$name} · {$amount} · {$day}

# What was written
form-written = {$who}, {$day}
form-private = Written. The manager sees such words only of a group of five or more
form-opinion = Without evidence: an opinion
form-request = Request: what to do next time
form-evidence = Evidence
form-agreed = read and agreed
form-seen = read, not agreed

# Promises
commitments-told = {$n} promises: {$done} done, {$open} open ({$overdue} overdue), {$dropped} dropped
commitments-what = Promise
commitments-due = Due
commitments-measure = Measure
commitments-before-after = Then → now
commitments-state = Outcome
commitments-done = done
commitments-open = open
commitments-dropped = dropped
commitments-overdue = overdue
commitments-aim = ; aim {$aim}
commitments-regression = In brackets the 95 % interval. A very high or very low figure tends to return towards the average by itself: a change alone does not prove that the action worked.
