# What a plan file may not hold, and who is on which plan
plan-fault = { $file }, line { $line }: { $fault }.
plan-fault-at = { $file }, line { $line }, { $place }: { $fault }.
plan-fault-value = { $file }, line { $line }, { $place } = { $value }: { $fault }.
plan-unused = { $file }, line { $line }: there is no use for '{ $name }'. { $hint }
plan-missing = { $file }, line { $line }: '{ $name }' is missing; add it.
plan-known-here = Known here: { $names }.
plan-other = { $fault }
plan-one-of = it should be { $names }
plan-not-number = it is not a number; write one, such as 0.05
plan-not-whole = it is not a whole number; write one, such as 3
plan-not-date = it is not a date; write it as 2026-08-01
plan-not-text = it is not text; put it into quotes
plan-not-list = it is not a list; write it as ["R1", "R2"]
plan-not-table = it is not a table; write it as { "{ … }" }
plan-not-yes = it is neither true nor false
plan-unread = The plan { $file } cannot be read: { $why }. Check its name.
plan-not-toml = The plan { $file } is not { $form }: { $why }.
plan-twice-rep = { $file }, line { $line }: rep '{ $who }' is assigned twice from { $day }, here and in assignment { $other }. End one on the day before the other begins.
plan-twice-role = { $file }, line { $line }: role '{ $who }' is assigned twice from { $day }, here and in assignment { $other }. End one on the day before the other begins.
plan-nobody = an assignment names reps or roles; add reps = [...]
plan-backwards = it ends on { $last }, before it begins on { $start }
plan-ramp-twice = a month of the ramp stands twice
plan-once-held = { $name } is paid once for all deals, so no deal's cash can hold it; write pay = "on_booking" and drop hold
plan-units = { $name } credits a { $basis }, but its attainment is of revenue; name the quota it is measured against, such as quota = "new_logos"
plan-cap-two = a cap is either absolute or a multiple_of_target
plan-ids-twice = two components have the id '{ $name }'; rename one
plan-empty = a plan without components pays nothing; add [[components]]
plan-cap-target = the cap is a multiple of the target incentive, but assignment { $n } has none; add target_incentive, or make the cap absolute
plan-no-field = there is no field '{ $name }' to ask for. { $hint }
plan-impossible = no value of { $name } meets '{ $text }'; shares are written from 0 to 1, such as csat >= 0.9
plan-date-text = { $name } is compared with '{ $text }'; write it as '2026-08-01'
plan-line-field = { $name } is a field of lines; add rows = "lines"
plan-line-event = lines are credited when booked, not when { $event }
plan-line-basis = a line has no { $basis }; take amount, quantity or count
plan-tier-two = a tier has either a rate or an amount
plan-tier-none = the tier from { $low } has no { $paid }, which { $mode } pays by
plan-not-walked = { $name } does not grow deal by deal, so no part of a credit lies in a tier; write mode = "highest" or "step_bonus"
plan-count-whole = a count is whole; write whole bounds
plan-matrix-place = row { $row }, column { $column } is filled { $n ->
    [one] once
   *[other] { $n } times
 }; a matrix of { $rows } × { $columns } has one cell for each place
plan-matrix-two = all cells have a rate, or all have an amount
plan-bands = the bands from { $low } and from { $next } overlap; write to = { $next }
plan-tiers-none = a table needs at least one tier
plan-tiers-first = the first tier begins at { $low }, which leaves a gap from 0; add {"{"} from = 0, to = { $low }{ $kind ->
    [tiers] , rate = 0
   *[spans] {""}
 } {"}"}
plan-tiers-last = the last tier ends at { $high }, which leaves a gap above; drop its `to`
plan-tiers-open = the tier from { $low } has no `to`, but another follows; add to = { $next }
plan-tiers-turned = the tier from { $low } ends at { $high }; its `to` must be above its `from`
plan-tiers-gap = there is a gap between { $high } and { $next }; write to = { $next }
plan-tiers-overlap = the tiers overlap between { $next } and { $high }; write to = { $next }
plan-of-matrix = { $side }: { $fault }
plan-condition = the condition '{ $text }' cannot be read
plan-condition-equals = the condition '{ $text }' cannot be read; equality is written ==
plan-condition-part = '{ $text }' is not a comparison of a field with a value; write conditions such as deal_type == 'new' and amount >= 50000
plan-two-at-once = { $rep } is on plan { $one } and on plan { $other } from { $day }. End one assignment on the day before the other begins.
plan-two-kinds = { $rep } is on plans that pay by { $one } and by { $other }. Give them one period.
plan-two-currencies = The plans of { $rep } pay in { $currencies }. Give them one currency.
plan-id-twice = Two plan files hold a plan '{ $name }'. Rename one of them.
plan-too-short = The plan pays by { $size }, and { $period } is a { $asked }. Ask for a { $size } or a longer period.
plan-no-rows = The plan pays by { $size }, and the table of periods has no row for each { $size } of { $period }, from { $first } to { $last }. Add them, or let the plan pay by { $asked }: period = "{ $word }".
plan-hole = No { $size } of the table of periods holds the days from { $first } to before { $next }, between { $one } and { $other }: what { $one } held would never be paid. Add a row for these days.
size-range = range
