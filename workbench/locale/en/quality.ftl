# Data quality: the page and workbench check
quality-title = Data quality
quality-lede = { $rows } sound rows in { $tables ->
    [one] one table
   *[other] { $tables } tables
 }; snapshot { $hash }
quality-as-of = Data as of
quality-sound = Every row of every table is sound
quality-sound-empty = Nothing was set aside, nothing is odd, and every column of the source is used.
quality-finding = { $aside ->
    [0] No row is set aside
    [one] One row is set aside and counts nowhere
   *[other] { $aside } rows are set aside and count nowhere
 }{ $blanked ->
    [0] {""}
    [one] ; one cell could not be read and is blank
   *[other] ; { $blanked } cells could not be read and are blank
 }{ $doubtful ->
    [0] {""}
    [one] ; one row is well formed but doubtful
   *[other] ; { $doubtful } rows are well formed but doubtful
 }{ $kept ->
    [0] {""}
    [one] ; one odd row is kept
   *[other] ; { $kept } odd rows are kept
 }
quality-bars = Most often: { $issue }, { $rows }
quality-bars-sub = Rows per issue; orange: set aside, counted nowhere; grey: counted all the same
quality-table = Table
quality-issue = Issue
quality-rows = Rows
quality-means = What follows
quality-n-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
 }
quality-n-cells = { $n ->
    [one] 1 cell
   *[other] { $n } cells
 }
quality-n-decided = { $n ->
    [one] 1 decision
   *[other] { $n } decisions
 }
quality-n-unread = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
 }
quality-n-columns = { $n ->
    [one] 1 column
   *[other] { $n } columns
 }
quality-means-set_aside = set aside, counted nowhere
quality-means-blanked = the cell is blank, the row counts
quality-means-blanked-split_sum = whose the deal is cannot be told: its amount counts for nobody
quality-means-blanked-closed_before_created = the deal counts; how long it took is not known
quality-means-blanked-unreadable_money = the deal counts; its amount is not known, not 0
quality-means-blanked-unknown_deal = counts for the rep, for no deal
quality-means-closed_undated = in no period: when it was closed is not known
quality-means-doubtful = counted as it stands
quality-means-lost_at_zero = counted as lost for nothing; if 0 means unknown, these are wrong: { $figures }
quality-means-stage_against_status = counted by is_closed and is_won; if the stage is right, these are wrong: { $figures }
quality-means-negative_amount = counted: takes its amount away and is a won deal; if it is not a refund, these are wrong: { $figures }
quality-means-sums_apart = counted as if in one unit; if not, these are wrong: { $figures }
quality-means-stale_rate = counted at the old rate; as wrong as that is: { $figures }
quality-means-no_rate = left out of sums of money: { $figures }
quality-means-quota_before_hire = taken as given, as if written for the days at work; if it is for the whole span, too high: { $figures }
quality-means-quota_gap = that day has no quota; if end_on names the last day, these are wrong: { $figures }
quality-means-end_gap = that day is in neither; if end_on names the last day, these are wrong: { $figures }
quality-means-quota_lowered = the lower target counts, and signed reviews keep the old one; if it was not agreed, these are wrong: { $figures }
quality-means-quota_twice = both count and are added up; if one replaces the other, these are wrong: { $figures }
quality-means-no_losses_recorded = not computed, since with nothing lost they would say 100%: { $figures }
quality-means-no_open_recorded = not computed, since a pipeline nobody records is not 0: { $figures }
quality-means-same_person = counted as two; if they are one, these are wrong: { $figures }, ranks and peers
quality-means-quota_unknown_metric = they count nowhere; absent: { $figures }
quality-means-quota_two_cuts = they count nowhere; absent: { $figures }
quality-means-quota_not_cut = they count nowhere; absent: { $figures }
quality-means-quota_cut_without_data = they count nowhere; absent: { $figures }
quality-means-quota_unknown_level = they count nowhere; absent: { $figures }
quality-means-quota_currency_unread = it moves no figure
quality-means-unread = it moves no figure
quality-means-unread_key = the weights make no score: they do not come to the whole, or the scales differ
quality-means-manager_circle = a circle has no top, so each counts for themselves alone and those who report to them for nobody; every figure of their teams is touched, first of all: { $figures }
quality-means-seen_nowhere = counted as a rep: figures of 0 or none, a review to be written, a place among the team
quality-means-decided = not told by workbench.toml, decided from the file
quality-means-kept = kept
quality-means-unmapped = which does no harm
quality-means-new = only what is mapped is used
quality-means-gone = what they told is missing now, not 0
quality-means-aliased = counted for the id that stays
quality-means-merged = the other row is left out; what names its id counts for the one that stays
quality-means-superseded = left out: workbench.toml says that the last file counts
quality-means-duplicate_row = one of the two counts, so no figure changes
quality-means-unknown_rep = counted for nobody: nobody's figure holds it
quality-means-unknown_deal = left out of what hangs on deals: lines, history, parts
quality-means-conflicting_key = neither counts, since it cannot be told which is true
quality-means-won_but_open = counted as open, not as won
quality-means-unknown_account = counted; the customer stays unnamed
quality-means-unknown_product = counted; the product stays unnamed
quality-means-after_as_of = not known yet on that day
quality-means-reopened = open again, as its history tells
quality-means-reopened_without_history = open again; stage and amount are unknown
quality-open = Rows: { $issue }
quality-unlisted = { $n ->
    [one] One row was counted
   *[other] { $n } rows were counted
 } when the snapshot was frozen; they stand in no table of it.
quality-more = and { $n } more; all are in the snapshot's rejected folder
quality-more-blanked = and { $n } more; all are in the snapshot's blanked folder
quality-more-counted = and { $n } more; they count, and stand in the tables
quality-head-file = File
quality-head-row = Row in the file
quality-head-key = Id
quality-head-column = Column
quality-head-value = Value
quality-head-decided = Decided
quality-head-record = The row as read
quality-issues-name = Issues
quality-issues-question = What is wrong with the data?
quality-effect-name = Effect
quality-effect-question = What does it do to the figures?
quality-effect = { $unscored ->
    [0] All { $figures } figures of { $period } can be scored
    [one] One of { $figures } figures of { $period } has grade D and is not scored
   *[other] { $unscored } of { $figures } figures of { $period } have grade D and are not scored
 }
quality-outside = { $period } lies outside the record, which runs from { $first } to { $last }: what happened in it is not known
quality-line-unrecorded = { $figures ->
    [one] One kind of figure has no value for { $period }: what it counts is on record from { $first } to { $last }
   *[other] { $figures } kinds of figures have no value for { $period }: what they count is on record from { $first } to { $last }
 }
quality-no-effect = No figure is touched by a fault.
quality-touched = Faults in rows that count
quality-fault = Fault
quality-reps = Reps
quality-figures = Figures
quality-grades = Figures by the grade they have now; several faults may share in it. B: up to 5% of the rows behind it are touched, C: up to 20%, D: more. A deal handed over alone lowers to B.
quality-touched-handed_over = the deal now belongs to another than who closed it
quality-touched-amount_missing = no amount
quality-touched-fx_missing = no exchange rate
quality-touched-set_aside = set aside, so it counts nowhere
quality-touched-past_due = open, and its close date has passed
quality-lost = What figures leave out
quality-figure = Figure
quality-why = Why
quality-amount = Amount
quality-most = Most of one rep
quality-why-past_due = open deals past their close date
quality-why-amount_missing = no amount
quality-why-fx_missing = no exchange rate
quality-why-still_in_stage = still in the stage: nothing went wrong, it is not over
quality-why-set_aside = set aside
quality-why-excluded = excluded by the company
quality-absent = Figures that are absent for half of the reps or more
quality-and-more = { " " }and { $n } more
quality-columns-more = { " " }and { $n } more, which data_quality lists
quality-trend-name = Trend
quality-trend-question = Are the data getting better?
quality-trend = Rows set aside: { $first } in the first snapshot, { $last } in this one
quality-trend-sub = Rows set aside per snapshot
quality-day = { $n ->
    [one] 1 row set aside
   *[other] { $n } rows set aside
 }
quality-sound-rows = Sound rows
quality-aside = Set aside
quality-kept = Odd, kept
quality-per = Set aside per 1,000
quality-one-day = There is only one snapshot
quality-one-day-empty = A trend needs two: it grows with each new day that is frozen (workbench snapshot). A look back at an earlier day, out of today's file, does not count.
quality-next-name = Next
quality-next-question = What is there to do?
quality-next = { $n ->
    [one] One thing to do
   *[other] { $n } things to do
 }
quality-next-nothing = Nothing to do
quality-do-set_aside = correct the rows named above in the source, then freeze again: workbench snapshot
quality-do-blanked = correct the cells named above in the source, then freeze again: workbench snapshot
quality-do-decided = paste a line into workbench.toml, [tables.{ $table }], to say it outright
quality-do-doubtful = look at the rows named above
quality-do-lost_at_zero = if 0 means that nobody knows, leave the amount blank: in the source, in the sql with nullif, or (won and open deals at 0 are blanked too) with a line in workbench.toml
quality-do-stage_against_status = decide which is right: correct the rows in the source, or how is_closed and is_won are mapped in [tables.deals]
quality-do-negative_amount = leave a refund as it is; correct a wrong sign in the source
quality-do-sums_apart = see whether one of the quarters counts in thousands; write both in one unit, in the source or in the sql of [tables.deals]
quality-do-stale_rate = add newer exchange rates to fx_rates
quality-do-no_rate = add a rate that holds on that day (currency, on, rate) to fx_rates; or, where the company reports in { $currency }, write [money] and below it currency = "{ $currency }"
quality-do-quota_gap = if end_on names the last day, say so with a line in workbench.toml; else give that day a quota
quality-do-end_gap = if end_on names the last day, say so with a line in workbench.toml; if that day belongs to none, write ends = "exclusive" there
quality-do-same_person = if it is one person, say so in workbench.toml, [people] aliases: the id that goes, the id that stays; every table follows
quality-do-quota_unknown_metric = write metric as docs/metrics.md names the figure, as won_revenue
quality-do-quota_two_cuts = make it a row for one of them; a target for both at once cannot be computed
quality-do-quota_not_cut = leave { $column } blank, or set the target on won_revenue, won_deals, win_rate or another figure of deals
quality-do-quota_cut_without_data = map what tells it: product_id of deals or deal_lines and family of products; region or segment of accounts, or of reps
quality-do-quota_unknown_level = write it as the data do, letter by letter
quality-do-quota_currency_unread = leave currency blank there
quality-do-unread = leave it, or take it out of the mapping: no figure changes
quality-do-unread_key = let the weights in { $table } come to 1 or to 100, of ratings with as many levels each, or drop them
quality-do-quota_before_hire = if it is for the whole span, let quotas of newcomers count from the first day at work, with two lines in workbench.toml; else let start_on be that day
quality-do-quota_lowered = ask who agreed to it; if nobody did, write the earlier target again
quality-do-quota_twice = end the earlier row on the day the later begins, or take one out
quality-do-no_losses_recorded = if the source holds orders, say so in workbench.toml; else export the lost deals too
quality-do-no_open_recorded = if the source holds orders, say so in workbench.toml; else export the open deals too
quality-do-manager_circle = correct manager_id of one of them in { $table }
quality-do-seen_nowhere = take them out of the list of reps if they are no reps (a footer, an old account); leave them if they are only new
quality-do-closed_undated = give the deal the day it was closed
quality-do-currency_differs = correct the sign in the amount or the code in the currency column
quality-do-split_sum = give the deal parts that make 100%
quality-do-kept = look at the rows named above
quality-do-unmapped = map those that are wanted in workbench.toml, [tables.{ $table }.columns]; the rest may stay as it is
quality-do-new = map what is wanted in workbench.toml, [tables.{ $table }]; the rest does no harm
quality-do-gone = export the columns again, or map those that took their place
quality-do-aliased = nothing: workbench.toml asks for this
quality-do-merged = nothing: workbench.toml asks for this
quality-do-superseded = nothing: latest = true in [tables.{ $table }] asks for this
quality-do-unreadable = write the value in the form the column needs, or map it with a format, then freeze again
quality-do-required_missing = fill in the value in the source
quality-do-unknown_choice = map the value in workbench.toml, [tables.{ $table }.values]
quality-do-unknown_rep = add the rep to the table of reps, or correct the id
quality-do-unknown_deal = add the deal to the table of deals, or take the rows out of the source
quality-do-duplicate_row = take the second row out of the source
quality-do-conflicting_key = decide which of the rows is true and take the other out
quality-do-closed_before_created = correct one of the two dates
quality-do-won_but_open = close the deal in the source, or take the mark “won” off
quality-do-after_as_of = nothing: it is known from a later day on
quality-do-reopened = nothing: history tells how it stood
quality-do-reopened_without_history = map a history of deals, so that it is known how they stood
quality-do-past_due = give open deals past their date a new date, or close them
quality-do-amount_missing = fill in the amounts in the source
quality-do-fx_missing = add the exchange rates to fx_rates
data-reason-unread = accepted, but nothing reads it
data-reason-unread_key = weight of a rating that makes no score: nothing reads it
data-reason-unmapped = not used
data-reason-new = not there at the freeze before
data-reason-gone = no longer in the file
data-reason-aliased = under another id of the same person, as [people] aliases tells
data-reason-merged = one person twice, as [people] aliases tells; the row of the id that stays counts
data-reason-superseded = in a later file again, whose row counts
quality-line-touched = { $fault }: { $rows ->
    [one] one row
   *[other] { $rows } rows
 } of { $reps ->
    [one] one rep
   *[other] { $reps } reps
 }, in { $figures ->
    [one] one kind of figure
   *[other] { $figures } kinds of figures
 }; { $grades }
quality-line-lost = { $figure } leaves out { $rows ->
    [one] one row
   *[other] { $rows } rows
 } of { $reps ->
    [one] one rep
   *[other] { $reps } reps
 } ({ $why }), amount { $amount }
quality-issues = { $n ->
    [one] One issue
   *[other] { $n } issues
 } in { $tables ->
    [one] one table
   *[other] { $tables } tables
 }

# CHARTS
quality-count = How many
quality-graded-B = { $n ->
    [one] one figure rests on data up to 5% of which are touched
   *[other] { $n } figures rest on data up to 5% of which are touched
 }
quality-graded-C = { $n ->
    [one] one figure rests on incomplete data
   *[other] { $n } figures rest on incomplete data
 }
quality-graded-D = { $n ->
    [one] one figure cannot be scored
   *[other] { $n } figures cannot be scored
 }
quality-graded-none = no figure is graded lower for it
quality-mended = { $why }; { $mend }
