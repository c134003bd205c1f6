# workbench.toml as it is proposed from a folder of exports
proposal-from = Proposed from the exports in { $folder }.
proposal-from-system = Proposed from the exports in { $folder }, which come from { $system }.
proposal-how-to-read = What a line rests on stands behind it; a line without a note has the same column name as here.
proposal-then-check = Correct what is wrong, then run `workbench check`.
proposal-passed-over = Not used: { $file } ({ $why })
proposal-open = Not settled yet: { $asks }
proposal-choice = { $line }  ({ $means })
proposal-unused = Used by nothing in { $file }: { $columns }
proposal-more = What else there is; lines behind a # are examples.
proposal-rests-told = as you said
proposal-rests-profile = as { $system } calls it
proposal-rests-name = by its name
proposal-rests-content = by its content

# Options of workbench.toml, as a new one explains them
proposal-option-workspace-title = as documents print the company
proposal-option-workspace-as_of = known at the end of this day; default: today
proposal-option-workspace-outputs = inside this folder; default: ./outputs where you run
proposal-option-calendar-fiscal_year_start = month; a fiscal year is named after the year it ends in
proposal-option-calendar-country = whose public holidays are not worked
proposal-option-calendar-periods = own periods: name, start_on, end_on (exclusive)
proposal-option-money-basis = what the amount is: bookings, acv or tcv
proposal-option-deals-kind = the source has no lost deals
proposal-option-deals-age_edges = last day of each age bucket but the oldest
proposal-option-quotas-prorate = quotas are lowered by hire and leave dates
proposal-option-reviews-manager_scope = a manager's quota is personal
proposal-option-store-url = default: store.db beside this file
proposal-option-serve-identity = a proxy says who is there; default: this desk only
proposal-option-serve-sales_ops = may see everybody
proposal-option-serve-hr = may see everybody
proposal-option-outreach-channels = where messages go; { "${NAME}" } is read from the environment
proposal-option-tables-quotas = rep_id, start_on, end_on (exclusive), target

# What is counted here, held against the file
reconciled-won = won
reconciled-lost = lost
reconciled-open = open
reconciled-unclear = unclear
reconciled-sum = won, { $currency }
reconciled-no-currency = no currency
reconciled-file = in { $file }
reconciled-here = counted here
reconciled-unexplained = not explained
reconciled-reason-excluded = excluded: counts nowhere
reconciled-reason-unowned = no owner: left out, counts for nobody
reconciled-reason-rounded = rounded to four decimals
reconciled-reason-after_as_of = opened after the last day of the data
reconciled-same = The file and what is counted here agree.
reconciled-explained = The file and what is counted here differ for the reasons above, and for no other.
reconciled-apart = Something was read differently from what the file says. Do not use these figures until it is clear: see [tables.deals] in workbench.toml.
reconciled-unread = { $n ->
    [one] The amount of one won deal is not a number ({ $first }); the sum of the file is without it.
   *[other] The amounts of { $n } won deals are not numbers (such as { $first }); the sum of the file is without them.
}
reconciled-no-amounts = No column gives the amounts of deals, so only deals are counted.
reconciled-table = table
reconciled-rows = rows
reconciled-days = first and last day
reconciled-idle = { $n ->
    [one] One person on the list of reps is in no deal, quota or activity: { $names }
   *[other] { $n } people on the list of reps are in no deal, quota or activity: { $names }
}
reconciled-manager = { $name } (leads others)
reconciled-more = { $names } and { $n } more

# The profiles there are
profiles-title = { $title } ({ $name })
profiles-export = { $table }: { $about }
profiles-others = Exports of other systems need no profile: their columns are matched by name and by content, and what has two readings is asked.
