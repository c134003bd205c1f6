differing-title = From {$before} to {$after}
differing-review = {$name} in {$period}
differing-signed = {$review}, as signed in round {$n}
differing-data = Before by the data of {$first} ({$before}), now by those of {$last} ({$after}).
differing-figures = Figures
differing-figures-none = No figure differs.
differing-absent = { $n ->
    [one] One figure is absent in both reviews.
   *[other] {$n} figures are absent in both reviews.
 }
differing-figure = figure
differing-before = before
differing-now = now
differing-difference = difference
differing-reading = what it says
differing-above = higher, more than by chance
differing-below = lower, more than by chance
differing-not-distinguishable = may be chance
differing-too-few = too few cases to tell
differing-no-before = no cases before
differing-no-after = no cases now
differing-restated = Later data on {$review}
differing-same-data = Both reviews stand on the same data, so nothing was recorded in between.
differing-restated-none = Later data tell the same figures.
differing-restated-by = The same period by the data of {$first} ({$before}) and by those of {$last} ({$after}):
differing-words = What people wrote
differing-words-none = The words you may read are the same in both.
differing-signed-words = What people wrote in {$review}, is not compared: its document is not kept here in this language, or was signed before documents held words as data, and answers as they are now need not be those that were signed. Read them in the signed document.
differing-asked = question
differing-who = who
differing-what = what
differing-added = added
differing-removed = no longer there
differing-changed = changed
since-period = Since the period before, {$period}
since-review = Since the last review, of {$period}, signed on {$day}
since-none = { $n ->
    [0] Too few cases yet to say of any rate whether it moved.
    [one] One rate can be told, and its change may be chance.
    [2] Two rates can be told; neither moved by more than chance.
   *[other] {$n} rates can be told; none moved by more than chance.
 }
since-restated = Figures of {$period} that later data tell otherwise: before as it was signed, on the data of {$day}
since-gone = What later data changed in {$period} cannot be told: the data it was signed on are not kept here.
since-others = { $n ->
    [one] The other figure that differs
   *[other] The other {$n} figures that differ
 }
since-chance = Of twenty rates that stayed as they were, about one looks as if it had moved. A sum or a median is not judged here.
differing-basis = Rules and definitions
differing-basis-none = Both reviews stand on the same rules and definitions.
differing-basis-untold = Whether rules or definitions changed cannot be told of {$review}: its document is not kept here, or was signed before documents held them.
differing-basis-today = The figures above are computed by the rules of today on both sides.
differing-rule = rule or figure
since-no-rates = No rate is on record in both periods.
since-rules = Since it was signed, the company has changed how figures are counted: {$rules}. Both periods are told here by the rules of today.
since-definitions = Since it was signed, these figures are defined in other words: {$figures}. Both periods are told here by the definitions of today.
rule-calendar-fiscal-year-start = the month the fiscal year begins
rule-calendar-weeks = the fiscal year's weeks
rule-calendar-periods = the company's own periods
rule-calendar-country = whose public holidays count
rule-calendar-working-weekdays = the working days of a week
rule-calendar-working-hours = the working hours of a day
rule-calendar-zone = the time zone
rule-money-currency = the reporting currency
rule-money-basis = which amount of a deal counts
rule-deals-kind = whether deals or orders are counted
rule-quotas-prorate = whether targets shrink with days away
rule-reviews-manager-scope = whether a manager's figures are their own or the team's
rule-deals-age-edges = the age bands of open deals
