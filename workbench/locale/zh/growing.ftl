# 奖项
award-granted = {$period} {$award}
award-rule-attainment = 赢单金额除以本人定额，已考虑休假和爬坡。
award-rule-win-rate = 按单数计的赢单率，换算到全体的细分结构。
award-rule-improvement = 本期定额达成率减去上一期的达成率。
award-rule-colleagues-helped = 帮助过的不同同事人数：在对方商机中有分成、无分成而参与、带教，或收到对方的表扬。每人只算一次；本人经理的表扬不算在内。
award-rule-drawn = 向同岗位的中间值收缩：相当于再加{$n}单按全体水平成交，使少数几单的运气不能胜出。
award-rule-drawn-rate = 向同岗位的中间值收缩：相当于再加{$n}单按全体水平定输赢，使少数几单的运气不能胜出。
award-rule-fewest-attainment = 至少{$n}单赢单。
award-rule-fewest-win-rate = 至少{$n}单已定输赢。
award-rule-fewest-improvement = 前后两期各至少{$n}单赢单。
award-rule-fewest-colleagues-helped = 至少{$n}条依据。
award-rule-at-least = 数值不低于{$floor}。
award-rule-here = 到期末在职满{$n}天。
award-rule-pause = 前{$n}期内得过此奖的本期轮空。
award-rule-ties = 相差不到万分之一为并列，并列者都列为候选。规则只提名，由人授予。

award-bar-team = 数字属于整个团队
award-bar-left = 已于{$detail}离职
award-bar-too-new = 入职未满：{$detail}入职
award-bar-no-figure = 没有数值：{$detail}
award-bar-grade-d = 数据等级为D
award-bar-too-few = 样本太少：n = {$detail}
award-bar-too-low = 低于规则的最低要求：{$detail}
award-bar-won-lately = {$detail}已得过此奖
award-no-figure-group-too-small = 同岗位有数值者不足五人
award-no-figure-nothing-won = 无人赢单
award-no-figure-not-here-before = 上一期不在述职范围内
award-no-figure-before = 上一期没有数值
award-none-nobody-eligible = 没有人符合条件。
award-none-group-too-small = 符合条件者不足五人，没有可收缩的中间值，由人决定。
award-none-nobody-ahead = 没有高于零的数值。
award-lead-chance = 这样的领先仅凭运气也会出现：数字分不出前两名。
award-tied = { $n ->
    [one] 一名候选
   *[other] {$n}名候选，并列
 }
award-others-not-shown = 另有其他团队的{$n}人，此处不显示。
award-head-rep = 销售
award-head-figure = 数值
award-head-drawn = 收缩后（95%区间）
award-head-n = n
award-head-why = 不符合条件的原因
award-head-candidate = 候选
award-head-award = 奖项
award-head-hash = 输入哈希
award-is-candidate = 候选
award-rule = 规则
award-ranked-title = {$period} {$award}：{$told}
award-none-of-size = 没有按{$size}设置的奖项。请在growth.toml中加入[[award]]，见docs/growth.md。
size-month = 月
size-quarter = 季度
size-half = 半年
size-year = 年
