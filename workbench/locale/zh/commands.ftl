# 命令做完以后说什么；给脚本读的另在一边
cycle-stands = {$rep} 在 {$cycle} 的述职现在处于{$stage}阶段。下一步：{$next}。
cycle-stands-due = {$rep} 在 {$cycle} 的述职现在处于{$stage}阶段，期限 {$due}。下一步：{$next}。
cycle-is-closed = {$rep} 在 {$cycle} 的述职已结束。
cycle-due-set = {$rep} 的{$stage}阶段期限改为 {$day}，不按计划；原因留在审计记录里。
cycle-waived = {$rep} 没有异议：不必等申诉期满，HR 即可结束这份述职。
cycle-appeal-granted = {$rep} 的申诉已同意，述职重新打开。
cycle-appeal-refused = {$rep} 的申诉已驳回，评级恢复生效。
cycle-handed = {$rep} 的述职现在由 {$to} 代经理主持。
cycle-handed-back = {$rep} 的述职由原经理继续主持。
inbox-done = 已答复，提出的人会看到。
cycle-repinned = { $n ->
    [0] 没有数字变化。
   *[other] 有 { $n } 个数字变了。
 }
sheet-conflict = {$item} 在此期间被别人改过，保留存储里现有的内容。
award-not-proven = 授予时的依据是 {$hash}：此后数据或证据有变动。

# 命令列表的各列
listed-lesson-cycle = 周期
listed-lesson-rep = 销售
listed-lesson-about = 关于
listed-lesson-text = 经验
listed-change-rep = 谁
listed-change-metric = 指标
listed-change-before = 原来
listed-change-after = 现在
listed-inbox-id = 编号
listed-inbox-kind = 类型
listed-inbox-state = 状态
listed-inbox-due = 期限
listed-inbox-handled = 用时
listed-inbox-rep = 销售
listed-inbox-about = 指标或行
listed-inbox-text = 内容
listed-inbox-answer = 答复
listed-register-id = 编号
listed-register-rep = 销售
listed-register-owner = 负责人
listed-register-due = 期限
listed-register-what = 事项
listed-register-grounds = 依据
listed-register-outcome = 结果

# 消息：将发出什么，已发出什么
send-line = {$whom}：{$subject}
send-line-no-address = {$whom}：没有地址：{$subject}
send-no-address = { $n } 条没有地址而未发：{$whom}
send-withdrawn = { $n } 条情况已变，未发
send-sent = { $n ->
    [0] 一条也没有发出
   *[other] 已发 { $n } 条
 }{ $failed ->
    [0] {""}
   *[other] ，失败 { $failed } 条
 }
send-told = {$parts}。
send-dry = 共 { $n } 条消息，都还没有发出
send-dry-kept = {$dry}；其中 {$left}
send-go = {$dry}。要发出，请加 --go --shown {$mark}
send-mend = 地址是一个邮箱，例如 li.na@example.com，写在销售名单的 email 列，或 growth.toml 的 [[desk]] 里。请补上，用 `workbench snapshot` 冻结，再运行同一命令：等着的消息就会发出。
send-no-server = 消息里的链接在外面打不开：请在 workbench.toml 里写 [serve] address = "https://reviews.example.com/"
send-quiet = 有 { $n } 条等着：现在是免打扰时间（[outreach] quiet）。过后请再运行同一命令。
send-quiet-until = 有 { $n } 条等着：免打扰到 { $when }（[outreach] quiet）。过后请再运行同一命令。
send-held = {$name}：发送中途进程中断。请先问对方是否收到；收到了：workbench outbox arrived {$name}；没收到：workbench outbox repeat {$name}
send-arrived = 已记下：不再重发。
send-again = 已记下：下次 workbench send 时发出。

# 发放：做了什么，下一步是什么
pay-next = 下一步：{$next}
pay-stands = {$run}：{$state}。下一步：{$next}
pay-issued = 已核发 { $n } 份，共 { $of } 份。
pay-not-issued = {$rep} 没有核发：{$fault}
pay-left-out = {$rep} 不在其中：{$fault}
pay-paid-at-least = {$rep} 至少付 {$pay}：有一项金额算不出来。
pay-dispute-now-open = {$rep} 对 {$line} 的异议现在由{$owner}答复，期限 {$due}。
pay-dispute-now-accepted = {$rep} 对 {$line} 的异议成立；以后的批次补付或扣回。
pay-dispute-now-refused = {$rep} 对 {$line} 的异议不成立；答复在列表里。
pay-note-first = 其中 { $n } 人第一次核发，而以前已在激励方案里：{ $period } 以前各期按现有数据算出的金额视为已付。
pay-note-unrecorded = { $period } 没有任何一天的记录：记录只有 { $first } 至 { $last }，看不出有人在这期间有所得。请检查导出的数据是否完整。
statement-doubted = 已放入答复人的收件箱。查看答复：workbench pay disputes 或 workbench inbox list
