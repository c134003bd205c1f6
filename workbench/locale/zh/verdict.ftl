# 一页结论：做成了什么、为什么、接下来的风险、感谢与下一级
verdict-cause-label = 原因
verdict-change-label = 变化
verdict-risk-label = 下期风险
verdict-decide-label = 要定的事
verdict-thanks-label = 感谢
verdict-level-label = 下一级
verdict-rating-label = 评级
verdict-actions-label = 商定行动
verdict-signed-label = 签署
verdict-cause = 赢单额比去年同期{ $way ->
    [less] 少
   *[more] 多
 }{$change}，影响最大的一项是“{$part}”（{$amount}）。
verdict-cover-needed = {$period}的未结商机是剩余目标的 { $coverage }，按历史赢单率需要 { $needed }，还差 { $lacking }的管道。
verdict-cover-all = {$period}的未结商机只有剩余目标的 { $coverage }，全部赢下也还差 { $lacking }。
verdict-stuck = { $all } 单未结商机中有 { $n } 单在当前阶段停得比赢单时久。
verdict-old-peers = { $n } 单未结商机的账龄中位数为 { $age }，{$others}。
verdict-old-own = { $n } 单未结商机的账龄中位数为 { $age }，赢单一般只要 { $cycle }。
verdict-created-fell = 新增管道 { $now }，不到去年同期（{$before}）的一半。
verdict-fell = 赢单额比去年同期（{$before}）少{$gap}。
verdict-goal-missed = {$metric} { $value }，目标 { $goal }。
verdict-goal-missed-below = {$metric} { $value }，目标 { $goal }，也低于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }。
verdict-goal-reached = {$metric} { $value }，达到目标（{$goal}）。
verdict-above = {$metric} { $value }，高于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }。
verdict-below = {$metric} { $value }，低于同类中位数{ $told ->
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
verdict-level-met = {$level}的 { $all } 项要求{ $left ->
    [0] 都已有记录
   *[other] 中 { $met } 项已有记录，其余由人判断
 }。
verdict-signed = 双方已于{$date}签署。
verdict-signed-alone = 经理已于{$date}签署；本人已离职，不要求签署。
verdict-times = { $n } 倍
verdict-looked-target = 目标
verdict-looked-cover = 管道
verdict-looked-peers = 同类
verdict-looked-before = 去年同期

verdict-decide-request = {$owner}怎样答复“{$words}”{ $due ->
    [told] （{$day} 前）
   *[untold] {""}
 }{ $n ->
    [0] 。
   *[other] ；另有 { $n } 项在等。
 }
verdict-decide-handover = 手上 { $n } 单未结商机由谁接手。
verdict-decide-cover = 缺的管道从哪些客户来，谁去开拓，哪天一起回看。
verdict-decide-past-due = { $n ->
    [1] 这一单
   *[other] 这 { $n } 单逐一定下
 }：改到哪一天、下一步做什么，或者关闭。
verdict-decide-stuck = { $n ->
    [1] 停住的这一单
   *[other] 停住的 { $n } 单
 }下一步做什么、谁去做，或者放下。
verdict-decide-old = 账龄最长的几单，哪些继续跟进，哪些关闭。
verdict-decide-created = 每周留多少时间开拓新商机，先从哪些客户开始。
verdict-decide-customer = 除了这一家，接下来重点发展哪些客户。
verdict-decide-goal = “{$metric}”怎样达到目标，先做哪一步。
verdict-decide-rate = “{$metric}”先从哪一步改起，哪天再看。
verdict-decide-gap = 还差的{$gap}靠哪几单补上。
