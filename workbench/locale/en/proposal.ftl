# workbench.toml as it is proposed from a folder of exports
proposal-from = Proposed from the exports in { $folder }.
proposal-from-system = Proposed from the exports in { $folder }, which are of { $system }.
proposal-how-to-read = Behind a line stands what it rests on; a line without is called as it is here.
proposal-then-check = Correct what is wrong, then run `workbench check`.
proposal-passed-over = Not used: { $file } ({ $why })
proposal-open = Not settled yet: { $asks }
proposal-choice = { $line }  ({ $means })
proposal-unused = Used by nothing in { $file }: { $columns }
proposal-more = What else there is; lines behind a # are examples.
proposal-rests-told = told
proposal-rests-profile = as { $system } calls it
proposal-rests-name = by its name
proposal-rests-content = by its content
proposal-rests-only = nothing else fits

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
