# The figures of a promise: then, when due or answered, now
promise-then = then { $value }
promise-then-of = then { $value } ({ $when })
promise-then-later = then not on record
promise-now = now { $value } ({ $when })
promise-due = when due { $value } ({ $when })
promise-answered = when answered { $value } ({ $when })
promise-left = on leaving { $value } ({ $when })
promise-until = { $period } to { $day }
promise-gone = { $value }, { $reason }
promise-reached = reached the aim “{ $aim }” with { $value }
promise-missed = missed the aim “{ $aim }” with { $value }
promise-unread = The aim “{ $aim }” is not compared, since it can be read in more than one way. Written as “≥ 30%”, or as a change, “+5 points”, it can be.
promise-done-missed = { $told }; { $n ->
    [one] one that is done missed its aim
   *[other] { $n } that are done missed their aims
 }
promise-status-missed = { $told } ({ $n } missed the aim)
# Why a figure is absent
reason-no_period_then = the calendar has no period of that kind that holds this day
reason-answered_untold = nothing tells on which day it was answered
promise-outcome = { $told }: “{ $words }”
