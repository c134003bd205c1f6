# 一页结论：做成了什么、为什么、接下来的风险、感谢与下一级
verdict-cause-label = 原因
verdict-risk-label = 下期风险
verdict-thanks-label = 感谢
verdict-level-label = 下一级
verdict-rating-label = 评级
verdict-actions-label = 商定行动
verdict-signed-label = 签署
verdict-cause = 比去年同期 { $change }，其中最大的一部分：{$part}（{$amount}）。
verdict-cover-needed = {$period}的未结商机是剩余目标的 { $coverage }，按历史赢单率需要 { $needed }，还差 { $lacking } 管道。
verdict-cover-all = {$period}的未结商机只有剩余目标的 { $coverage }，全部赢下也还差 { $lacking }。
verdict-stuck = { $all } 单未结商机中有 { $n } 单在当前阶段停得比赢单时久。
verdict-old-peers = { $n } 单未结商机的账龄中位数为 { $age }，同类中间一半为 { $middle }。
verdict-old-own = { $n } 单未结商机的账龄中位数为 { $age }，赢单一般只要 { $cycle }。
verdict-created-fell = 新增管道 { $now }，不到去年同期（{$before}）的一半。
verdict-fell = 赢单额比去年同期（{$before}）少{$gap}。
verdict-goal-missed = {$metric}{$value}，目标 { $goal }。
verdict-goal-reached = {$metric}{$value}，达到目标（{$goal}）。
verdict-above = {$metric}{$value}，高于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }。
verdict-below = {$metric}{$value}，低于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }，越低越好。
verdict-award = 获得“{$award}”{ $n ->
    [0] 。
   *[other] ，另有 { $n } 项。
 }
verdict-praise = “{$words}” ——{$by}{ $n ->
    [0] {""}
   *[other] ，另有 { $n } 份感谢
 }
verdict-level = {$level}的 { $all } 项要求中 { $met } 项已有记录；下一项是“{$label}”，{$gap}。
verdict-level-met = {$level}的 { $all } 项要求中 { $met } 项已有记录，其余由人判断。
verdict-signed = 双方已于{$date}签署。
verdict-signed-alone = 经理已于{$date}签署；本人已离职，不要求签署。
verdict-times = { $n } 倍
verdict-looked-target = 目标
verdict-looked-cover = 管道
verdict-looked-peers = 同类
verdict-looked-before = 去年同期
