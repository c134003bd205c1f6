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
form-opinion = 未附证据：这是观点
form-request = 请求：下次希望怎么做
form-evidence = 证据
form-agreed = 已读，同意
form-seen = 已读，不同意
form-left = 已离职，不要求签署，最后工作日
form-unwritten = 签署之前，这里没有写下内容。

# What is not for this reader now
withheld-manager-review = {$name}还在写；提交以后，写下的内容就会出现在这里
withheld-calibration = 这份述职还在{$name}和经理手里；经理写完提交以后，写下的内容就会出现在这里
withheld-appeal = 这份述职还在{$name}和经理手里；双方签署以后，写下的内容就会出现在这里
withheld-never = 这份述职里写下的内容，只给{$name}和负责这份述职的人看；数字都在

# Promises
commitments-told = { $n } 项承诺：{ $parts }
commitments-what = 承诺
commitments-due = 期限
commitments-measure = 指标
commitments-before-after = 当时 → 到期，或今天
commitments-state = 结果
commitments-done = 已完成
commitments-open = 进行中
commitments-dropped = 已放弃
commitments-overdue = 已逾期
commitments-left = 到期前已离职
commitments-aim = ；目标 {$aim}
commitments-regression = 括号内为 95% 区间。特别高或特别低的数，下一期往往会自己回到平均水平附近；只看变化，还不能说行动见效了。

# The requirements sheet
asked-title = 述职要求：{$template}
asked-lede = 数字由数据得出，不用再抄；请填写下面各项。标“必填”的都填好，才能进入下一步。
asked-nothing = 由数据得出，请核对；有疑问可以提出
asked-private = 经理只能看到五人以上合并后的内容

# Stages and who has the next thing to do
status-rep = 销售
status-stage = 阶段
status-next = 下一步
status-id = 编号
status-open = 打开
status-asked = 待答复
status-asked-appeal = 申诉 { $n } 项
status-asked-question = 疑问 { $n } 项
status-asked-feedback = 反馈 { $n } 项
status-asked-support = 支持请求 { $n } 项
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
next-calibration = HR 或销售运营：校准
next-conversation = 经理与销售：面谈并商定行动
next-sign-off = 双方：签署
next-sign-off-manager = 经理：签署
next-sign-off-rep = 销售：签署
next-appeal = 销售：可以申诉；HR：到期后结束
next-left = 已离职（最后工作日 {$date}），不再要求本人填写
next-closed = 无

# Live forms
form-as-number = 例如 12.5
form-as-date = 例如 2026-12-31
form-reason = 理由：至少引用两个数字或商机
form-add-row = 加一行
form-saved = 已保存 {$at}
form-proposed = 系统根据数据代拟，改过才算填写
form-conflict = 别人刚刚改了这一项，您写的还在上面。对方写的是：
form-closed = 这张表已经提交，或现在不由您填写。已保存的是：{ $saved }。之后写下的字还在上面，没有保存；需要的话请先复制。
form-closed-empty = 这张表已经提交，或现在不由您填写。这一项没有保存过内容；写下的字还在上面，需要的话请先复制。
form-unsaved = 还有内容没有保存：{ $items }。请看这些栏下面的说明。
form-keep-mine = 用我的
form-take-theirs = 用对方的
form-join = 合并两份

# A form as an Excel sheet
sheet-lede = 请在右边填写，不要改动隐藏的列；填好后用 workbench cycle form --from 送回
sheet-asked = 要写什么
sheet-answer = 填写
sheet-level = 级别
sheet-reason = 理由
sheet-situation = 情境
sheet-behaviour = 行为
sheet-impact = 影响
sheet-intent = 对方当时的用意
sheet-promise = 以前的承诺：{$what}
sheet-request = 请求
sheet-evidence = 证据（商机编号）

# What a goal lacks
smart-specific = 具体：写清做什么、由谁负责
smart-measurable = 可衡量：选一个指标，写出目标值
smart-achievable = 可实现：写出现在的值；目标要与它不同
smart-relevant = 相关：说明它支持哪个上级目标
smart-time-bound = 有期限：写出完成日期
smart-past = 有期限：{$day} 已经过去，请写一个还没到的日子
smart-direction-higher = 可实现：“{$metric}”越高越好，这个目标却低于现在
smart-direction-lower = 可实现：“{$metric}”越低越好，这个目标却高于现在
smart-possible-low = 可实现：“{$metric}”不低于 {$low}，不可能是 {$value}
smart-possible-high = 可实现：“{$metric}”最多 {$high}，不可能是 {$value}
smart-possible-low-high = 可实现：“{$metric}”在 {$low} 与 {$high} 之间，不可能是 {$value}；40% 写作 0.4

# Messages and invitations
mail-soon = 尽快
mail-invitation-subject = {$period} 述职开始，请先核对数字
mail-invitation-body = {$name}，您好：{$period} 的述职开始了。您的数字已经算好，草稿也备好了；请先核对数字，有疑问直接提。期限：{$due}。{$link}
mail-reminder-subject = {$period} 述职：{$stage}，期限 {$due}
mail-reminder-body = 您好：{$name} 的 {$period} 述职到了“{$stage}”这一步，等您完成。期限：{$due}。{$link}
mail-reminder-steps-subject = {$period} 述职：{ $n } 份在“{$stage}”，期限 {$due}
mail-reminder-steps-body = 您好：有 { $n } 份 {$period} 述职到了“{$stage}”这一步，等您完成。期限：{$due}。{$link}
mail-reminder-asked-subject = 有一项等您答复，期限 {$due}
mail-reminder-asked-body = 您好：{$period} 述职中有一项等您答复。期限：{$due}。{$link}
mail-reminder-promise-subject = 您有一项承诺，期限 {$due}
mail-reminder-promise-body = 您好：您有一项承诺，期限 {$due}。{$link}
mail-late = 已逾期：{$subject}
mail-ready-subject = {$period} 述职文档已签署
mail-ready-body = {$name}，您好：双方已签署 {$period} 的述职，文档可以查看了。如有不同意见，可在申诉期内申诉。{$link}
mail-announcement-subject = 有一则新公告
mail-announcement-body = {$name}，您好：有一则公告您还没有读：{$link}
mail-recognition-subject = 您的工作得到了肯定
mail-recognition-body = {$name}，您好：有人肯定了您的工作（表扬、奖项或奖励），请查看：{$link}
mail-answer-subject = 您提出的问题有了答复
mail-answer-body = {$name}，您好：您提出的问题有了答复，请查看：{$link}
mail-group-body = 请各自打开查看：{$link}
mail-invitation-group-subject = { $n } 份述职开始
mail-reminder-group-subject = 述职：{ $n } 项待办{ $late ->
    [0] {""}
   *[other] ，其中 { $late } 项已逾期
 }
mail-ready-group-subject = { $n } 份述职已签署
mail-support-group-subject = 支持请求：{ $n } 项待答复{ $late ->
    [0] {""}
   *[other] ，其中 { $late } 项已逾期
 }
mail-announcement-group-subject = 有新公告，{ $n } 人次未读
mail-recognition-group-subject = 最近有 { $n } 项肯定
mail-answer-group-subject = 有 { $n } 个问题得到答复
mail-talk-subject = {$name}的述职面谈：{$at}
mail-talk-cancelled-subject = 已取消：{$name}的述职面谈，{$at}
mail-talk-body = {$name}，{$at}。打开述职：{$link}
invite-review = 述职面谈：{$name}，{$period}
invite-one-on-one = 一对一：{$name}

# 待办、目标、登记表
inbox-question = 答复疑问：
inbox-appeal = 答复申诉：
inbox-feedback = 答复反馈：
inbox-support = 提供支持：
inbox-answered = 请看答复：
promise-to-answer = 与{$who}确认结果：{$what}
register-support = 支持请求：
register-praise = 表扬：
register-award = 奖项：
register-course = 课程：
register-announcement = 公告：
register-position = 空缺岗位：
register-name-support = 支持请求
register-name-praise = 表扬
register-name-award = 奖项
register-name-course = 课程
register-name-announcement = 公告
register-name-position = 空缺岗位
goal-goal = 目标
goal-owner = 负责人
goal-from = 基线
goal-to = 目标值
goal-due = 期限
goal-progress = 进度
goal-lacking = 欠缺
goal-id = 编号
goal-gap = 下级目标还差 {$gap}
goal-gap-mean = 下级目标平均为 {$mean}
goal-gap-untold = 下级目标没有完全承接
goal-behind = {$share}，落后于起点
goal-closed = 已关闭：{$reason}
goal-weight = 权重
goal-weights-lack = {$owner} 的权重合计还差 {$n}（满 100）
goal-unserved = 没有目标承接

# 能力与发展
competence-own = 自评
competence-managers = 经理
competence-gap = 差距
competence-words = 依据与练法
draft-need = 需求：{$metric} {$value}，同类 {$median}（n = {$n}，{ $peers } 人）
draft-need-alone = 需求：{$metric} {$value}，落后于同类，差距超出偶然（n = {$n}，{ $peers } 人）
draft-strength-alone = 强项：{$metric} {$value}，好于同类，差距超出偶然（n = {$n}，{ $peers } 人）
draft-strength = 强项：{$metric} {$value}，同类 {$median}（n = {$n}，{ $peers } 人）
form-names-others = 提到了 {$names}：写进别人的述职里合适吗？
status-kept = 承诺兑现

# 步骤与总览
step-question = 对数字提出疑问
step-doubt = 哪里有疑问？依据是什么？
step-ask = 提交疑问
step-hand-in = 提交
step-handed-in = 已提交。
step-comment = 已读但不同意：不同意什么？
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
ledger-reason = 结果如何？要放弃，请写明原因。

# PLAN：申诉
appeal-open = 已提出申诉，应在 { $due } 前裁定；裁定以前评级不生效
appeal-granted = 同意；述职已重新打开（期限原为 { $due }）
appeal-refused = 驳回（期限原为 { $due }）
appeal-answered = 已答复（期限原为 { $due }）
rating-appealed = 申诉中：评级暂不生效。
rating-appealed-text = 本人已提出申诉。在没有参与评级的人裁定以前，评级和下面的得分在薪酬和其他地方都不算数。
step-appeal = 提出申诉
step-appeal-words = 哪个数字或哪句话，依据是什么？
step-appeal-window = 申诉期到 { $day } 为止。本轮可以申诉一次；由没有参与评级的人裁定。
step-appeal-filed = 已提出。HR 在 { $day } 前裁定；裁定以前评级不生效。
step-waive = 没有异议：不必再等
step-waived = 已记下：HR 现在就可以结束这份述职。
step-decide = 裁定申诉
step-reason = 查了什么，结论是什么？
step-grant = 同意：重新打开述职
step-refuse = 驳回
step-decided = 已裁定；本人会看到结论和理由。
step-close = 结束述职
step-due = 期限：{ $day }
cycle-opened = { $cycle }：已开启，{ $n ->
    [0] 没有人要述职
   *[other] { $n } 份述职
 }{ $drafts ->
    [0] ，没有预填的内容
   *[other] ，预填 { $drafts } 项
 }。
cycle-again = { $cycle }：此前已开启。新加入：{ $joined }。预填：{ $drafts } 项。已离职、不再要求填写：{ $left }。数据仍为 { $as_of }。
cycle-planned = { $cycle } 的各阶段原来没有期限；现在定好了。
cycle-nobody = 无

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
form-private-held = 暂不公开：团队里填写的不足五人，或者您写的时候，其他人的已经公开。现在没有人能读到。
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

# REST: what is asked and given, and who has left
inbox-asked = 已交给{ $owner }，{ $day }前答复。
left-rep = 要让述职在本人离职后继续，请 HR 或销售运营运行：{ $line }
left-manager = 经理已离职，要转交他人，请 HR 或销售运营运行：{ $line }
give-title = 给反馈
give-whom = 给谁：从列表中选，或填本周期内的工号
give-words = 看到了什么，带来了什么影响
give-send = 发送
give-lead = 带我述职的 { $who }
cycle-back = 没有离职，已重新纳入：{ $back }。本人还需填写的，请重新打开：workbench cycle reopen 销售 --to self_review --reason "…"
commitments-all-done = { $n ->
    [1] 唯一一项承诺已完成
    [2] 两项承诺都已完成
   *[other] { $n } 项承诺全部完成
 }
commitments-all-open = { $n ->
    [1] 唯一一项承诺还在进行
    [2] 两项承诺都在进行
   *[other] { $n } 项承诺都在进行
 }{ $late ->
    [none] {""}
    [all] ，{ $n ->
        [1] 已逾期
       *[other] 都已逾期
     }
   *[some] ，其中 { $overdue } 项已逾期
 }
commitments-all-dropped = { $n ->
    [1] 唯一一项承诺已放弃，原因写在下面
    [2] 两项承诺都已放弃，原因写在下面
   *[other] { $n } 项承诺都已放弃，原因写在下面
 }
commitments-part-done = { $n } 项已完成
commitments-part-open = { $n } 项在进行{ $late ->
    [none] {""}
    [all] （已逾期）
   *[some] （{ $overdue } 项已逾期）
 }
commitments-part-dropped = { $n } 项已放弃
asked-section = { $number } { $name }：{ $question }
asked-line = { $label }（{ $who }）{ $help }
