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
earlier-title = Ratings before
earlier-template = Review
earlier-rating = Rating
earlier-signed = Signed
earlier-level = Level {$level}
earlier-unrated = no overall rating
earlier-appealed = under appeal, no effect yet
earlier-none = No earlier rating to list yet; each one stands here once it is signed.
commit-title = Commit and best case of {$period}
commit-amount = Amount
commit-deals = Deals
commit-became = On the first day of {$period} {$called} was committed ({$deals}); {$won} of it was won, {$share}.
