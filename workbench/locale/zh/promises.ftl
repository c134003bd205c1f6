# 承诺的数字：当时、到期或结项时、现在
promise-then = 当时 { $value }
promise-then-of = 当时 { $value }（{ $when }）
promise-then-later = 当时没有留下数字
promise-now = 现在 { $value }（{ $when }）
promise-due = 到期时 { $value }（{ $when }）
promise-answered = 结项时 { $value }（{ $when }）
promise-left = 离职时 { $value }（{ $when }）
promise-until = { $period }，截至{ $day }
promise-gone = { $value }，{ $reason }
promise-reached = 达到目标“{ $aim }”，为 { $value }
promise-missed = 未达到目标“{ $aim }”，为 { $value }
promise-unread = 目标“{ $aim }”没有作比较，因为有不止一种读法。写成“≥ 30%”，或写变化“+5 个百分点”，就能比较。
promise-done-missed = { $told }；已完成的承诺中有 { $n } 项没有达到目标
promise-status-missed = { $told }（{ $n } 项没有达到目标）
# 数字为什么没有
reason-no_period_then = 日历中没有包含这一天的同类期间
reason-answered_untold = 没有记录是哪一天答复的
promise-outcome = { $told }：“{ $words }”
