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
