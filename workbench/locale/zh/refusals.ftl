# 拒绝什么、拒绝谁、该由谁来做。人、述职、哪一栏的叫法
refusal-actor = {$who}（{$role}）
refusal-role-rep = 销售
refusal-role-manager = 经理
refusal-role-sales-ops = 销售运营
refusal-role-hr = HR
refusal-role-finance = 财务
refusal-role-support = 支持团队
refusal-role-program = 工作台自身
refusal-review = {$rep} 在 {$cycle} 的述职
refusal-side-rep = 销售
refusal-side-manager = 经理
refusal-side-shared = 双方
refusal-side-private = 私人

# INBOX: the inbox, upward feedback
refusal-upward = {$who} 不能读给经理的反馈：满五人后，只有所评的经理和经理的上级能读合并的内容。
refusal-person = { $who }
refusal-feedback = {$who} 不在{$review}所属的周期里，不能在那里给反馈。请用 --cycle 指定双方都在的周期。
refusal-asks-nothing = 没有写问题：请写明哪里有疑问，或需要什么。
refusal-answers-nothing = 答复不能为空：请写明查到了什么，或将怎么做。
refusal-answer = {$who} 不能答复这一条：它是提给{$owner}的。
refusal-answered = 别人刚刚已经答复。请重新打开，看看答复。
refusal-talks = {$who} 不能看所有人的谈话记录；HR 和销售运营可以。看自己的：workbench session list REP。
