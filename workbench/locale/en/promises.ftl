# The figures of a promise: then, when due or answered, now
promise-then = then { $value }
promise-then-of = then { $value } ({ $when })
promise-now = now { $value } ({ $when })
promise-due = when due { $value } ({ $when })
promise-answered = when answered { $value } ({ $when })
promise-left = on leaving { $value } ({ $when })
promise-until = { $period } to { $day }
promise-gone = { $value }, { $reason }
promise-reached = aim { $aim } reached, came to { $value }
promise-missed = aim { $aim } missed, came to { $value }
promise-unread = The aim “{ $aim }” is not compared: it can be read in more than one way. Write it as “≥ 30%”, or as a change: “+5 points”.
promise-done-missed = { $told }; { $n } of those done missed the aim
promise-status-missed = { $told } ({ $n } missed the aim)
# Why a figure is absent
reason-no_period_then = the calendar has no period of that kind that holds the day
reason-answered_untold = nothing tells on which day it was answered
