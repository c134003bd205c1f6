# 承诺的数字：当时、到期或结项时、现在
promise-then = 当时 { $value }
promise-then-of = 当时 { $value }（{ $when }）
promise-now = 现在 { $value }（{ $when }）
promise-due = 到期时 { $value }（{ $when }）
promise-answered = 结项时 { $value }（{ $when }）
promise-left = 离职时 { $value }（{ $when }）
promise-until = { $period }，截至{ $day }
promise-gone = { $value }，{ $reason }
promise-reached = 目标 { $aim } 已达到，为 { $value }
promise-missed = 目标 { $aim } 未达到，为 { $value }
promise-unread = 目标“{ $aim }”未作比较：说法不止一种读法。请写成“≥ 30%”，或写变化“+5个百分点”。
promise-done-missed = { $told }；其中 { $n } 项已完成，但目标未达到
promise-status-missed = { $told }（{ $n } 项目标未达到）
# 数字为什么没有
reason-no_period_then = 日历中没有包含这一天的同类周期
reason-answered_untold = 没有记录是哪一天答复的
