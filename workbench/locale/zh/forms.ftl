# Forms: what people write
# What is wrong with what was written
fault-number = “{$value}”不是数字，请写成 12.5
fault-date = “{$value}”不是日期，请写成 2026-12-31
fault-choice = 请从 1 到 {$n} 中选一项
fault-rows = 每行应有 {$n} 格
draft-deal = {$deal} {$name} · {$amount} · {$day}

# What was written
form-written = {$who}，{$day}
form-withheld = 现在还不在这里显示
form-withheld-private = 这里不显示；经理只能看到五人以上合并后的内容
form-private = 已填写。经理只能看到五人以上合并后的内容
form-opinion = 未附证据：这是看法
form-request = 请求：下次希望怎么做
form-evidence = 证据
form-agreed = 已读，同意
form-seen = 已读，不同意

# What is not for this reader now
withheld-manager-review = {$name}还在写；提交以后，写下的内容就会出现在这里
withheld-calibration = 这份述职还在{$name}和经理手里；经理写完提交以后，写下的内容就会出现在这里
withheld-appeal = 这份述职还在{$name}和经理手里；双方签署以后，写下的内容就会出现在这里
withheld-never = 这份述职里写下的内容，只给{$name}和负责这份述职的人看；数字都在

# Promises
commitments-told = 共 {$n} 项承诺：完成 {$done} 项，进行中 {$open} 项（逾期 {$overdue} 项），放弃 {$dropped} 项
commitments-what = 承诺
commitments-due = 期限
commitments-measure = 指标
commitments-before-after = 当时 → 到期，或今天
commitments-state = 结果
commitments-done = 完成
commitments-open = 进行中
commitments-dropped = 放弃
commitments-overdue = 逾期
commitments-left = 到期前已离职
commitments-aim = ；目标 {$aim}
commitments-regression = 括号内为 95% 区间。特别高或特别低的数值，下一期往往自己回到平均水平附近：变化本身不证明是行动的效果。

# The requirements sheet
asked-title = 述职要求：{$template}
asked-lede = 数字由数据得出，不必抄写；请写下面各项。标明“必填”的项目齐全，才能进入下一步。
asked-nothing = 由数据得出，请核对；有疑问可以提出
asked-private = 经理只能看到五人以上合并后的内容

# Stages and who has the next thing to do
status-rep = 销售
status-stage = 阶段
status-next = 下一步
status-due = 期限
status-on-time = 按时
status-missing = 还缺
stage-at-data-check = 数据核对
stage-at-self-review = 自评
stage-at-manager-review = 经理评价
stage-at-calibration = 校准
stage-at-conversation = 面谈
stage-at-sign-off = 签署
stage-at-appeal = 申诉期
stage-at-closed = 已完成
next-data-check = 销售：核对数字，有疑问就提出
next-self-review = 销售：填写自评
next-manager-review = 经理：填写评价
next-calibration = 人力或运营：校准
next-conversation = 经理与销售：面谈并商定行动
next-sign-off = 双方：签署
next-sign-off-manager = 经理：签署
next-sign-off-rep = 销售：签署
next-appeal = 销售：可以申诉；人力：到期结束
next-left = 已离职（最后工作日 {$date}），不再要求本人
next-closed = 无

# Live forms
form-as-number = 例如 12.5
form-as-date = 例如 2026-12-31
form-reason = 理由：至少引用两个数字或商机
form-add-row = 加一行
form-saved = 已保存 {$at}
form-proposed = 系统根据数据提出，修改后才算填写
form-conflict = 别人刚刚改了这一项，你的文字仍在上面。对方写的是：
form-closed = 这张表已经交出去，或轮不到你写了。已保存的是：{ $saved }。之后写下的字还在上面，没有保存；要用请先复制。
form-closed-empty = 这张表已经交出去，或轮不到你写了。这一项没有保存过内容；写下的字还在上面，要用请先复制。
form-unsaved = 还有内容没有存进去：{ $items }。先看字段下的说明。
form-keep-mine = 用我的
form-take-theirs = 用对方的
form-join = 合并两份

# A form as an Excel sheet
sheet-lede = 请在右边填写，不要改动隐藏的列；填好后用 workbench cycle form --from 送回
sheet-asked = 要写什么
sheet-answer = 填写
sheet-level = 级别（数字）
sheet-reason = 理由
sheet-situation = 情境
sheet-behaviour = 行为
sheet-impact = 影响
sheet-request = 请求
sheet-evidence = 证据（商机编号）

# What a goal lacks
smart-specific = 具体：写清做什么、由谁负责
smart-measurable = 可衡量：选一个指标，写出目标值
smart-achievable = 可实现：写出现在的值，并与目标不同
smart-relevant = 相关：说明它支持哪个上级目标
smart-time-bound = 有期限：写出完成日期

# Messages and invitations
mail-soon = 尽快
mail-invitation-subject = {$period} 述职开始，请先核对数字
mail-invitation-body = {$name}，您好：{$period} 的述职已经开始。数字已从系统得出，草稿也已备好；请先核对数字，有疑问直接提出。期限：{$due}。
mail-reminder-subject = {$period} 述职：{$stage}，期限 {$due}
mail-reminder-body = 您好：{$name} 的 {$period} 述职正在“{$stage}”，等您完成。期限：{$due}。
mail-ready-subject = {$period} 述职文档已签署
mail-ready-body = {$name}，您好：{$period} 的述职已由双方签署，文档可以查看。如有异议，可在申诉期内提出。
invite-review = 述职面谈：{$name}，{$period}
invite-one-on-one = 一对一：{$name}

# 待办、目标、登记表
inbox-question = 答复疑问：
inbox-appeal = 答复申诉：
inbox-feedback = 答复反馈：
inbox-support = 提供支持：
register-support = 支持请求：
register-praise = 表扬：
register-award = 奖项：
register-course = 课程：
register-announcement = 公告：
register-position = 空缺岗位：
goal-goal = 目标
goal-owner = 负责人
goal-from = 基线
goal-to = 目标值
goal-due = 期限
goal-progress = 进度
goal-lacking = 欠缺
goal-id = 编号
goal-gap = 下级目标还差 {$gap}
goal-unserved = 没有目标承接

# 能力与发展
competence-own = 自评
competence-managers = 经理
competence-gap = 差距
competence-words = 依据与练法
draft-need = 需求：{$metric} {$value}，同侪 {$median}（n = {$n}，{$peers} 人）
draft-strength = 强项：{$metric} {$value}，同侪 {$median}（n = {$n}，{$peers} 人）
form-names-others = 提到了 {$names}：写进别人的述职里合适吗？
status-kept = 承诺兑现

# 步骤与总览
step-question = 对数字提出疑问
step-doubt = 哪里有疑问？依据是什么？
step-ask = 提交疑问
step-asked = 已提交：销售运营三天内答复。
step-hand-in = 提交
step-handed-in = 已提交。
step-comment = 已阅不同意：不同意什么？
step-sign = 签署
step-signed = 已签署。
overview-todo = 待办
overview-nothing = 暂无。
register-rep-id = 销售
register-what = 内容
register-grounds = 依据、规则或目的
register-owner = 负责人
register-due-on = 期限
register-outcome = 结果
register-kept = 已登记。
register-answer-which = 答复哪一条？
register-answer = 答复
register-answer-none = 请先选择要答复哪一条。
register-answered = 已答复，提出的人看得到。
ledger-reason = 结果如何？放弃的要写原因。

# INBOX: what was asked, and what came of it
inbox-name = 疑问、答复和反馈
inbox-head-rep = 销售
inbox-head-kind = 事项
inbox-head-about = 关于
inbox-head-text = 原话
inbox-head-asked-by = 提出人
inbox-head-due = 答复期限
inbox-head-state = 状态
inbox-head-answer = 答复
inbox-kind-question = 疑问
inbox-kind-appeal = 申诉
inbox-kind-feedback = 反馈
inbox-kind-support = 请求
inbox-is-open = 待答复
inbox-is-answered = 已答复
inbox-you = 本人
inbox-due = { $day }
inbox-overdue = { $day }，已逾期
inbox-which = 答复哪一条？
inbox-words = 答复：查到了什么，或将怎么做
inbox-answer = 答复
inbox-none-chosen = 请先选择要答复哪一条。

# INBOX: what became of words to the manager
form-private-held = 暂不公开：团队里填写的不足五人，或您的内容晚于其他人公开的时间。没有人会读到。
form-private-told = 已与其他人的合并公开：经理和经理的上级读到所有人的内容，不含姓名。

# INBOX: what a team says of its manager
upward-of = { $cycle }：{ $manager } 的团队
upward-told = { $asked } 人中有 { $n } 人填写
upward-waits = 还不公开：团队的述职全部完成后才公开。
upward-held = 暂不公开：填写的不足五人，没有人会读到。
upward-short-waits = 尚未全部完成
upward-short-held = 暂不公开
upward-share = { $asked } 人中 { $n } 人
upward-none = 还没有向您的团队征求过反馈。
upward-trend = 各周期对比
upward-head-manager = 经理
upward-head-cycle = 周期
upward-head-wrote = 填写
upward-lede = 满五人、述职全部完成后合并公开；不分先后，不含姓名。

# INBOX: talks over all reps
talk-name = { $period } 的辅导谈话
talk-head-rep = 销售
talk-head-manager = 经理
talk-head-number = 次序
talk-head-day = 日期
talk-head-state = 状态
talk-head-reason = 原因
talk-held = 已谈
talk-skipped = 跳过
talk-planned = 已安排
talk-missed = 未谈
talk-none = 没有安排
