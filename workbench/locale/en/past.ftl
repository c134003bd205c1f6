# Courses, earlier ratings and forecasts
trend-title = The course from {$first} to {$last}
trend-course = Course
trend-last = Latest
trend-at = {$period} {$value}
trend-numbers = The figures of each period
trend-target = Target
trend-reached = { $side ->
    [all] The target was reached in all {$all} periods that had one
    [none] Of the {$all} periods that had a target none has reached it yet
   *[some] The target was reached in {$n} of the {$all} periods that had one
 }
trend-away = not at work in this period
earlier-title = Earlier ratings and scores
earlier-template = Review
earlier-rating = Rating
earlier-signed = Signed
earlier-level = Level {$level}
earlier-unrated = no overall rating
earlier-appealed = under appeal, no effect yet
earlier-unscored = not kept
earlier-scored-of = Weight scored
earlier-none = No earlier rating to list yet; each one stands here once it is signed.
commit-title = Commit and best case of {$period}
commit-amount = Amount
commit-deals = Deals
commit-became = On the first day of {$period} {$called} was committed ({$deals}); {$won} of it was won, {$share}.
year-end-title = { $side ->
    [none] By the past, {$year} ends at about {$low} to {$high}
    [above] By the past, {$year} ends at about {$low} to {$high}, above the target of {$target}
    [below] By the past, {$year} ends at about {$low} to {$high}, not yet the target of {$target}
   *[within] By the past, {$year} ends at about {$low} to {$high}; the target of {$target} lies within
 }
year-end-sub = Won by the end of each month, and the middle half of what { $months ->
    [one] {$n} single months
   *[other] {$n} stretches of {$months} months
 } brought before; dashed: their median
year-end-tried = { $known ->
    [none] The record is too short to say how such estimates held before.
   *[some] Of {$all} earlier quarter ends, the same rule would have held { $n ->
        [0] at none
        [one] at one
       *[other] at {$n}
    }; a middle half holds about every second time.
 }
year-end-none = { $months ->
    [one] One month of {$year} is left
   *[other] {$months} months of {$year} are left
 }. To say where it ends takes at least {$all} closed stretches of that length; there { $n ->
    [0] are none
    [one] is one
   *[other] are {$n}
 } yet.
year-end-closed = Won
year-end-low = Lower end
year-end-middle = Median
year-end-high = Upper end
summary-figure = {$metric} {$value}
