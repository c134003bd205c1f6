# 方案文件里不能写什么，谁在哪个方案上
plan-fault = { $file } 第 { $line } 行：{ $fault }。
plan-fault-at = { $file } 第 { $line } 行，{ $place }：{ $fault }。
plan-fault-value = { $file } 第 { $line } 行，{ $place } = { $value }：{ $fault }。
plan-unused = { $file } 第 { $line } 行：“{ $name }”没有用处。{ $hint }
plan-missing = { $file } 第 { $line } 行：缺少“{ $name }”，请补上。
plan-known-here = 这里可以写：{ $names }。
plan-other = { $fault }
plan-one-of = 应为 { $names }
plan-not-number = 不是数字，请写成 0.05 这样
plan-not-whole = 不是整数，请写成 3 这样
plan-not-date = 不是日期，请写成 2026-08-01
plan-not-text = 不是文字，请加引号
plan-not-list = 不是列表，请写成 ["R1", "R2"]
plan-not-table = 不是一张表，请写成 { "{ … }" }
plan-not-yes = 既不是 true 也不是 false
plan-unread = 方案 { $file } 读不出来：{ $why }。请检查文件名。
plan-not-toml = 方案 { $file } 不是 { $form }：{ $why }。
plan-twice-rep = { $file } 第 { $line } 行：销售“{ $who }”自 { $day } 起安排了两次，一次在这里，一次在第 { $other } 项安排。请让其中一项在另一项开始的前一天结束。
plan-twice-role = { $file } 第 { $line } 行：岗位“{ $who }”自 { $day } 起安排了两次，一次在这里，一次在第 { $other } 项安排。请让其中一项在另一项开始的前一天结束。
plan-nobody = 安排要写明销售或岗位，请加 reps = [...]
plan-backwards = 结束于 { $last }，早于开始的 { $start }
plan-ramp-twice = 爬坡里同一个月写了两次
plan-once-held = { $name } 对所有商机只付一次，不能等某一单的回款；请写 pay = "on_booking"，并去掉 hold
plan-units = { $name } 按 { $basis } 计，达成率却按赢单额算；请写明对照哪个目标，例如 quota = "new_logos"
plan-cap-two = 封顶要么写 absolute，要么写 multiple_of_target
plan-ids-twice = 有两项都叫“{ $name }”，请改其中一个
plan-empty = 方案没有任何一项，什么都不付；请加 [[components]]
plan-cap-target = 封顶是目标奖金的倍数，第 { $n } 项安排却没有目标奖金；请加 target_incentive，或改用 absolute
plan-no-field = 没有“{ $name }”这个字段可问。{ $hint }
plan-impossible = { $name } 取什么值都满足不了“{ $text }”；份额写 0 到 1，例如 csat >= 0.9
plan-date-text = { $name } 与“{ $text }”比较；日期请写成 '2026-08-01'
plan-line-field = { $name } 是明细行的字段，请加 rows = "lines"
plan-line-event = 明细行在签约时计入，不在 { $event } 时计入
plan-line-basis = 明细行没有 { $basis }；请用 amount、quantity 或 count
plan-tier-two = 每档要么写 rate，要么写 amount
plan-tier-none = 从 { $low } 起的一档没有 { $paid }，而 { $mode } 要按它付
plan-not-walked = { $name } 不随每一单增长，分不出哪部分落在哪一档；请写 mode = "highest" 或 "step_bonus"
plan-count-whole = 数量是整数，分档的界限也请写整数
plan-matrix-place = 第 { $row } 行第 { $column } 列填了 { $n } 次；{ $rows } × { $columns } 的矩阵每个位置填一格
plan-matrix-two = 所有格子要么都写 rate，要么都写 amount
plan-bands = 从 { $low } 起和从 { $next } 起的两段重叠；请写 to = { $next }
plan-tiers-none = 表里至少要有一档
plan-tiers-first = 第一档从 { $low } 开始，0 以上有空档；请加 {"{"} from = 0, to = { $low }{ $kind ->
    [tiers] , rate = 0
   *[spans] {""}
 } {"}"}
plan-tiers-last = 最后一档到 { $high } 为止，再往上没有；请去掉它的 to
plan-tiers-open = 从 { $low } 起的一档没有 to，后面却还有一档；请加 to = { $next }
plan-tiers-turned = 从 { $low } 起的一档到 { $high } 为止；to 要大于 from
plan-tiers-gap = { $high } 与 { $next } 之间有空档；请写 to = { $next }
plan-tiers-overlap = { $next } 与 { $high } 之间重叠；请写 to = { $next }
plan-of-matrix = { $side }：{ $fault }
plan-condition = 条件“{ $text }”读不懂
plan-condition-equals = 条件“{ $text }”读不懂；相等写作 ==
plan-condition-part = “{ $text }”不是字段与值的比较；条件请写成 deal_type == 'new' and amount >= 50000 这样
plan-two-at-once = { $rep } 自 { $day } 起同时在方案 { $one } 和 { $other } 上。请让其中一项安排在另一项开始的前一天结束。
plan-two-kinds = { $rep } 所在的方案有的按{ $one }结算，有的按{ $other }结算。请统一结算周期。
plan-two-currencies = { $rep } 所在的方案用不同的币种：{ $currencies }。请统一币种。
plan-id-twice = 有两个方案文件都写着方案“{ $name }”。请改其中一个的名字。
plan-too-short = 方案按{ $size }结算，而 { $period } 是一个{ $asked }。请选一个{ $size }或更长的期间。
plan-no-rows = 方案按{ $size }结算，而期间表没有把 { $period }（{ $first } 至 { $last }）按{ $size }分完。请补上这些行，或让方案按{ $asked }结算：period = "{ $word }"。
plan-hole = 期间表里没有一个{ $size }包含从 { $first } 到 { $next } 前一天的日子（在 { $one } 与 { $other } 之间）：{ $one } 递延的部分将永远不会支付。请为这些日子补一行。
size-range = 区间
