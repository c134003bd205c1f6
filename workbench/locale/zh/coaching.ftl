# 辅导
coach-kind = 辅导
coach-session = 第 { $n } 次辅导
coach-focus = 今天的一个重点
coach-focus-help = 由经理在辅导前选定，只选一个
coach-notes = 我的私人笔记
coach-notes-help = 只有我看得到，不进纪要，不上投屏
coach-stuck = { $n ->
    [1] 有一单停滞：{ $name }
   *[other] 有 { $n } 单停滞，{ $name }停得最久
 }
coach-stuck-none = 未结商机 { $deals }，没有一单停滞
coach-stuck-sub = { $deals } 在当前阶段的天数；点面积为金额；灰区超过赢单平均停留 +14 天；圆圈为选中
coach-stuck-line = 停滞线
coach-touched = 最近一次跟进在{ $day }
coach-stay = 在{ $stage } { $days }
coach-stay-stuck = 在{ $stage } { $days }，已停滞
coach-no-close = 没有预计结单日
coach-expected = 预计{ $day }结单
coach-overdue = 预计{ $day }结单，已过期
coach-rolled = 已顺延 { $n } 次
coach-no-metric = 没有指标，只记完成与否
coach-no-interval = 没有区间，变化不作判断
coach-same-period = 同一期内在累计，不作判断
coach-by-chance = 变化 { $gap }（{ $low }至{ $high }），在偶然范围内
coach-better = 确有改善：变化 { $gap }（{ $low }至{ $high }），超出偶然
coach-worse = 确有变差：变化 { $gap }（{ $low }至{ $high }），超出偶然
coach-say-why = “{ $what }”已顺延两次：写明原因，或放弃并说明理由
coach-lacking = 还不能结束，缺：{ $what }。
coach-no-time = “{ $value }”不是时间，请写成 2026-11-02 14:00。

coach-none = 第 { $n } 次辅导还没有准备
coach-none-lede = 准备好以后，双方可以先写；点“开始计时”才算开始。
coach-prepare = 准备第 { $n } 次辅导
coach-begin = 开始计时
coach-skip = 这次跳过
coach-skip-reason = 跳过的原因
coach-skipped = 第 { $n } 次已记为跳过。
coach-first = 第一次辅导
coach-gap = 距上次辅导 { $days } 天
coach-gap-skipped = 距上次辅导 { $days } 天；第 { $numbers } 次跳过：“{ $reason }”
coach-to-write = 尚未填写
coach-locked = 经理准备的内容，开始后可见
coach-carried-none = 没有待跟进的行动项
coach-carried-lede = 未完成的会自动带到下次。
coach-head-what = 行动
coach-head-moved = 指标 前 → 后
coach-head-state = 状态
coach-state-done = 完成
coach-state-open = 进行中
coach-state-dropped = 放弃
coach-reason = 原因
coach-owner-due = { $owner } · { $due }到期
coach-kept = 已保存
coach-figures-lede = 最多六个指标，既看目标，也看自己的过去；样本量写在旁边。
coach-head-metric = 指标
coach-head-value = 现在
coach-head-n = 样本
coach-head-goal = 目标
coach-head-course = 自己的走势
coach-is-focus = 今天的重点
coach-deals-none = 没有未结商机，这一步可以略过
coach-deals-lede = 点选商机，或在列表里用键盘选，旁边出现证据。
coach-deals-picked = 已选 { $n } 单，合计 { $amount }，占未结金额的 { $share }（{ $part } / { $total }）。
coach-deals-many = 一次看一两单，谈得透。
coach-deals-list = 商机列表
coach-deals-undated = { $n } 单没有阶段记录，只在列表里
coach-evidence = 证据
coach-next-step = 下一步
coach-risk = 风险
coach-unset = 未填
coach-discuss-feedback = 讨论：写反馈
coach-discuss-action = 讨论：记行动
coach-pick-first = 先选一单。
coach-attached = 已附上证据：{ $deals }
coach-feedback-lede = 先写看到的，再写影响，再问对方的意图。没有证据的句子会标为“观点”。
coach-opinion = 观点
coach-skill-lede = 一次只练一项，下次看得出来。
coach-commit-lede = 每项写清行动、指标、预期变化和日期。下次会自动给出前后值与区间。
coach-commit-metrics = 可以跟踪的指标：{ $metrics }
coach-close-lede = 结束后，这些行动记为承诺，纪要可以下载，下次从这里接着谈。
coach-hold = 结束并保存
coach-held = { $count ->
    [0] 第 { $n } 次辅导已结束，没有新的行动项。
   *[other] 第 { $n } 次辅导已结束，{ $count } 项行动已记为承诺。
 }
coach-held-lede = 下次辅导和下次述职都从这些行动开始。
coach-note-file = 纪要（网页文件）
coach-next-file = 下次日程（日历文件）
coach-back = ← 上一步
coach-present = 投屏
coach-leave = 退出投屏
coach-both-see = 自动保存，仅双方可见
coach-left = 本步还剩 { $t }
coach-over = 超出 { $t }
coach-ready = 未开始
coach-step-of = 第 { $n } 步，共 { $all } 步：{ $name }
coach-steps = 步骤
coach-again = 准备下一次
coach-drop-why = 要放弃，请写明原因；写好即保存。
coach-list-number = 第几次
coach-list-day = 日期
coach-list-state = 状态
coach-is-open = 准备中
coach-is-held = 已完成
coach-is-skipped = 跳过
form-intent = 意图：先问，再记对方原话
note-part-situation = 情境
note-part-behaviour = 行为
note-part-impact = 影响
note-part-intent = 意图
note-part-request = 请求
note-part-evidence = 证据

note-title = { $name } · 第 { $n } 次辅导纪要
note-kind = 辅导纪要
note-finding = { $count ->
    [0] { $name }第 { $n } 次辅导，没有商定行动
   *[other] { $name }第 { $n } 次辅导，商定 { $count } 项行动
 }
note-name = 纪要
note-with = { $rep }与{ $manager }
note-day = 日期
note-manager = 经理
note-period = 期间与数据截至
note-readers = 谁能看
note-readers-private = 仅双方
note-readers-shared = 双方和 HR
note-next-open = 下次时间还没有定
note-written-by = { $said }（{ $who }记录）
note-foot = 第 { $n } 次辅导 · 数据截至 { $as_of } · { $hash }
invite-coaching = 与{ $name }的辅导

# CHARTS
coach-days = 在此阶段
coach-stuck-from = 停滞线
