# 奖项
award-granted = {$period} {$award}
award-rule-attainment = 赢单金额除以本人的目标，目标已按休假和爬坡折算。
award-rule-win-rate = 按单数计的赢单率，并按全体的细分市场结构折算。
award-rule-improvement = 本期目标达成率减去上一期的达成率。
award-rule-colleagues-helped = 帮助过的不同同事人数：在对方商机中有分成、无分成而参与、带教，或收到对方的表扬。每人只算一次；本人经理的表扬不算在内。
award-rule-drawn = 向同岗位的中间值调整：相当于再加 { $n } 单按全体水平赢下的商机，这样不会靠少数几单的运气胜出。
award-rule-drawn-rate = 向同岗位的中间值调整：相当于再加 { $n } 单按全体水平定输赢，这样不会靠少数几单的运气胜出。
award-rule-fewest-attainment = 至少 { $n } 单赢单。
award-rule-fewest-win-rate = 至少 { $n } 单已定输赢。
award-rule-fewest-improvement = 前后两期各至少 { $n } 单赢单。
award-rule-fewest-colleagues-helped = 至少 { $n } 条依据。
award-rule-at-least = 数值不低于{$floor}。
award-rule-here = 到期末在职满 { $n } 天。
award-rule-pause = 前 { $n } 期内得过此奖的本期轮空。
award-rule-ties = 相差不到万分之一为并列，并列者都列为候选。规则只提名，由人授予。

award-bar-team = 数字属于整个团队
award-bar-left = 已于{$detail}离职
award-bar-too-new = 入职未满：{$detail}入职
award-bar-no-figure = 没有数值：{$detail}
award-bar-grade-d = 数据为 D 级
award-bar-too-few = 样本太少，只有 { $detail }
award-bar-too-low = 低于规则的最低要求：{$detail}
award-bar-won-lately = {$detail}已得过此奖
award-no-figure-group-too-small = 同岗位有这个数的不足五人
award-no-figure-nothing-won = 无人赢单
award-no-figure-not-here-before = 上一期不在述职范围内
award-no-figure-before = 上一期没有数值
award-none-nobody-eligible = 没有人符合条件。
award-none-group-too-small = 符合条件的不足五人，无法按样本量调整，由人决定。
award-none-nobody-ahead = 没有高于零的数值。
award-lead-chance = 只凭运气也会有这样的领先：数字分不出前两名。
award-tied = { $n ->
    [1] 一名候选
   *[other] { $n } 名候选，并列
 }
award-others-not-shown = 另有其他团队的 { $n } 人，此处不显示。
award-rest-not-shown = { $n ->
    [0] 符合条件的都已列出。
   *[other] 另有 { $n } 人符合条件，此处不列。
 }
award-head-rep = 销售
award-head-figure = 数值
award-head-drawn = 按样本量调整后（95% 区间）
award-head-n = n
award-head-why = 说明
award-head-hash = 输入哈希
award-is-candidate = 候选
award-rule = 规则
award-ranked-title = {$period} {$award}：{$told}
award-none-of-size = 没有按{ $size }评选的奖项。要评，请销售运营在 growth.toml 中加入 [[award]]（见 docs/growth.md）。
size-week = 周
size-month = 月
size-quarter = 季度
size-half = 半年
size-year = 年

# 课程
competence-finding-advised = 推荐 { $kinds ->
    [both] { $courses } 门课程、{ $cases } 个案例
    [cases] { $cases } 个案例
   *[courses] { $courses } 门课程
 }；每期只练一项，写清下一次练习和日期
learning-title = 课程与案例
learning-course = 课程
learning-state = 状态
learning-aim = 针对指标
learning-moved = 前 → 后
learning-enrolled = 已报名，未完成
learning-done = {$day}完成
learning-done-score = {$day}完成，{$score} 分
learning-moved-told = {$before} → {$after}：{$points}（95% 区间 { $low } 到 { $high }），{$said}
learning-moved-untold = {$before} → {$after}：{$said}
learning-not-compared = 完成已久，或指标没有单数，不作比较
learning-verdict-above = 超出偶然波动
learning-verdict-below = 下降，超出偶然波动
learning-verdict-not-distinguishable = 在偶然范围内
learning-verdict-too-few = 一侧不足五例，还看不出变化
learning-verdict-no-before = 之前没有可比的数据
learning-verdict-no-after = 之后还没有完整的季度
learning-moved-note = 取完成所在季度之前和之后各两个完整季度，单数相加。变化不等于因果：数字低的时候去上的课，之后单凭运气也往往会回升。
learning-advice = 推荐
learning-recommended = 课程或案例
learning-why = 依据
learning-where = 在哪里
learning-rule = 规则：课程针对的指标明显差于同类（区间不含同类中位数），或经理给相应能力评 1 或 2，才推荐；此外一律不推荐。
learning-why-metric = { $metric } { $value }（{ $counts }），{ $told ->
    [told] 同类中位数为{ $median }（{ $peers } 人）
   *[other] 落后于同类中位数，差距超出偶然（{ $peers } 人）
 }
learning-why-skill = {$skill}：经理评为 {$n}
learning-why-enrolled = {$why}；已报名
learning-none-title = 没有课程
learning-none = 公司还没有登记课程，也没有培训记录，无从推荐。

# 价值观与协作
values-finding-told = { $n ->
    [0] 记录中有 { $evidence } 条协作依据
   *[other] 帮助了 { $n } 名同事，有 { $evidence } 条依据
 }
teamwork-title = 记录所示
teamwork-what = 贡献
teamwork-n = 本期
teamwork-counted = 怎么算
teamwork-colleagues = 帮助过的不同同事
teamwork-splits = 共同赢下的同事商机
teamwork-splits-how = 在归属他人的赢单中有分成
teamwork-assists = 参与过的同事商机
teamwork-assists-how = { $n ->
    [0] 在从未归属自己、也无分成的商机上的活动
   *[other] 在从未归属自己、也无分成的商机上有 { $n } 次活动
 }
teamwork-mentoring = 带教的同事
teamwork-mentoring-how = 带教登记
teamwork-praise = 收到的表扬
teamwork-praise-how = 表扬登记
teamwork-activities = 参加的团队活动
teamwork-activities-how = 本团队或全员的 { $n } 次活动
teamwork-no-splits = 没有分成记录
teamwork-no-activities = 没有活动记录
teamwork-no-store = 没有登记
teamwork-no-activity = 本期没有活动
teamwork-note = 这些事实列在销售得分旁边，从不计入得分。
teamwork-none-title = 没有协作记录
teamwork-none-text = 没有分成、活动和登记的记录，看不出协作。
honours-title = 奖项与奖励
honours-what = 内容
honours-rule = 规则
honours-day = 日期
honours-reason = { $rule } 授予理由：“{ $reason }”
praise-title = 收到的表扬
praise-what = 内容
praise-behaviour = 看到的行为
praise-by = 来自
praise-day = 日期

# 支持
support-title = 支持请求，截至{$day}
support-what = 请求
support-owner = 负责
support-due = 期限
support-stake = 影响金额
support-state = 状态
support-open = 待答复
support-late = 待答复，已逾期
support-answered = { $days } 内答复：“{ $outcome }”
support-finding-told = { $n } 项请求：{ $answered } 项已答复，{ $open } 项在等答复
support-finding-days = { $n ->
    [1] { $told }，用了 { $days }
   *[other] { $told }，最长用了 { $days }
 }

# 下一级
ready-title = 下一级
ready-levels = { $now } → { $next }：{ $told }
ready-criterion = 标准
ready-expected = 期望
ready-fact = 事实
ready-gap = 差距
ready-state = 记录显示
ready-state-met = 是
ready-state-open = 尚未
ready-state-unknown = 不明
ready-state-people = —
ready-people = 由人判断，记录说明不了
ready-note = 供面谈参考，不是结论：各项不加权、不相加，晋升由人决定。
ready-no-ladder = 公司还没有设职级阶梯。
ready-unknown-level = 公司的职级阶梯中没有{ $level }这一级，请销售运营补上。
ready-nameless = 还没有记录职级，所以列不出下一级；请销售运营补上。
ready-top = {$level}已是阶梯的最高一级。
ready-metric = { $quarters } 个季度中有 { $times } 个 { $sign } { $bound }
ready-metric-fact = {$shown}（{ $n } 个中 { $met } 个）
ready-quarters-short = 差 { $n } 个季度
ready-course = 完成
ready-course-short = 未完成
ready-not-enrolled = 未报名
ready-no-trainings = 没有培训记录
ready-skill = 经理评 { $n } 级或以上
ready-not-rated = 经理尚未评，或尚未公开
ready-steps-short = 差 { $n } 级
ready-months = 在本级满 { $n } 个月
ready-months-fact = { $n } 个月，自{ $day }起
ready-months-short = 差 { $n } 个月
ready-no-day = 没有入职或任职日期
ready-colleagues = { $quarters } 个季度内帮助 { $n } 名不同同事
ready-colleagues-short = 差 { $n } 名同事

# 登记簿
register-reward = 奖励：
register-case = 案例：
register-mentoring = 带教：
register-activity = 团队活动：
register-name-reward = 奖励
register-name-case = 案例
register-name-mentoring = 带教
register-name-activity = 团队活动

# 团队看板
recognition-title = {$period} 规则提名
recognition-lede = 规则只提名，由人授予。数值按样本量调整，不会靠少数几单的运气胜出。
award-between = {$low}至{$high}
wall-title = {$period} 表扬墙
wall-praise = 表扬
wall-award = 奖项
wall-reward = 奖励
wall-to = 给
wall-what = 内容
wall-grounds = 看到的行为，或规则
wall-by = 来自
wall-day = 日期
overlooked-title = { $n ->
    [0] { $of } 人都在近期得到过感谢
   *[other] { $of } 人中有 { $n } 人久未得到一句感谢
 }
overlooked-part = 久未得到感谢的人
overlooked-rep = 销售
overlooked-last = 上次得到认可
overlooked-favour = 值得一提的数字
overlooked-rule = 规则：到{ $day }为止的 { $n } 天内没有表扬、奖项或奖励；奖项算在所属的期间。待不满这些天的算新人，不在此列。值得一提的数字：达成目标，以及区间上明显好于同类的指标。
teamwork-board-title = {$period} 协作
teamwork-board-rep = 销售
teamwork-board-colleagues = 帮助的同事
teamwork-board-splits = 共同赢单
teamwork-board-assists = 参与商机（活动）
teamwork-board-mentoring = 带教
teamwork-board-praise = 表扬
teamwork-board-activities = 团队活动
teamwork-everybody = 全员
activity-title = 团队活动
activity-what = 活动
activity-team = 面向
activity-day = 日期
activity-came = 参加（所示人员）
support-board-title = { $n ->
    [0] 没有支持请求
   *[other] { $n } 项支持请求：{ $open ->
        [0] { $n ->
            [1] 已答复
            *[other] 都已答复
        }
        [1] 1 项在等答复{ $late ->
            [0] ，没有逾期
            *[other] ，已逾期
        }
        *[other] { $open } 项在等答复{ $late ->
            [0] ，都没有逾期
            *[other] ，其中 { $late } 项已逾期
        }
    }
 }
support-board-desks = 各支持方的答复
support-board-lines = 请求
support-board-desk = 支持方
support-board-open = 待答复
support-board-late = 逾期
support-board-answered = 已答复
support-board-days = 天数（中位数）
support-board-on-time = 按时
support-board-rep = 销售
support-board-what = 请求
support-board-owner = 负责
support-board-due = 期限
support-board-state = 状态
support-board-note = 天数从提出到答复，含夜间和周末。中位数只算已答复的；待答复的还没有用时。
support-no-desk = 无支持方
ready-board-title = {$name}：下一级
learning-board-title = 学习
learning-completed = 已完成
learning-open = 未完成
learning-rep = 销售
learning-case = 案例
learning-cases = 可研读的案例
mail-support-subject = 有一项支持请求等您答复
mail-support-body = 有同事请您支持，期限{$due}。{$link}
mail-support-late-body = 有同事请您支持，已过期限{$due}。{$link}
support-finding-open = { $n ->
    [1] 1 项请求，还在等答复
   *[other] { $n } 项请求，都在等答复
 }
support-finding-answered = { $n ->
    [1] 1 项请求，已答复
   *[other] { $n } 项请求，都已答复
 }
support-finding-took = 1 项请求，{ $days } 内已答复
ready-told-met = { $n } 项有记录支持
ready-told-open = { $n } 项尚未达到
ready-told-unknown = { $n } 项不明
ready-told-people = { $n } 项由人判断
