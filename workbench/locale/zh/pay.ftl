# 发放批次：状态、批准前的检查、异议
pay-state-draft = 草稿
pay-state-checked = 已复核
pay-state-approved = 已批准
pay-state-paid = 已支付
pay-state-replaced = 已被替代
pay-state-withdrawn = 已撤回
pay-head-run = 批次
pay-head-state = 状态
pay-head-data = 数据截至
pay-head-people = 人数
pay-head-total = 应付
pay-head-not-computed = 没有算出
pay-head-steps = 谁，何时
pay-at-least = 至少{ $amount }
pay-step = { $state } { $person } { $at }
pay-none = 还没有发放批次。

pay-made = { $n } 份结算单，合计{ $total }。
pay-made-none = 没有一份结算单算得出来。
pay-made-fault = { $rep }没有结算单。{ $fault }

pay-checks = { $run }，{ $state }：{ $days }
pay-checks-data = { $n } 份结算单，按截至{ $day }的数据算出（快照{ $snapshot }）。
pay-checks-first = 以前没有给这些人、按这些方案核发过，没有可比的一期。
pay-checks-fine = 检查没有发现异常。
pay-checks-stops = 批准前要先弄清
pay-checks-unusual = 不寻常，请看一眼
pay-checks-know = 供知悉
pay-total-by = 合计
pay-total-n = 人数
pay-total-this = 本批
pay-total-last = { $period }
pay-total-last-n = 当时人数
pay-total-change = 变化
pay-total-all = 全部，{ $currency }
pay-total-plan = 方案{ $name }，{ $currency }
pay-total-team = { $name }团队，{ $currency }
pay-total-no-team = 没有团队，{ $currency }
pay-total-kind = { $name }，{ $currency }
pay-kind-earned = 应得
pay-kind-cap = 封顶损失
pay-kind-deferred = 待回款递延
pay-kind-released = 前期回款发放
pay-kind-clawback = 追回
pay-kind-draw = 预支
pay-kind-adjustments = 调整
pay-kind-owed = 欠款结转

pay-check-fault = { $who }：结算单算不出来，这一份不会核发。{ $told }
pay-check-negative = { $who }应付{ $pay }，而支付不能是负数。请逐行看结算单。
pay-check-below = 这一批合计{ $pay }，低于 0。请逐行看追回和调整。
pay-check-doubly = { $who }：有 { $n } 行既因数据变化、又因异议成立而调整，可能同一件事改了两次。请对照结算单和异议的答复。
pay-check-unknown = { $n ->
    [0] { $who }至少付{ $pay }：结算单里有算不出的部分。请看没有计入的单和原因。
   *[other] { $who }至少付{ $pay }：{ $told }算不出来。请看这几行写的原因。
 }
pay-check-nothing = { $who }应得{ $gross }，实付为 0：{ $told }。请看结算单的这几行。
pay-check-history = { $who }本期付{ $pay }；按以前 { $n } 份结算单，平常在{ $low }到{ $high }之间。请看最大的几单，以及前期回款发放的款项。
pay-check-adjusted = { $who }：对以前结算单的调整{ $adjusted }，超过本期应得{ $gross }的一成，主要是{ $told }。请看调整各行。
pay-check-owed = { $who }：本期不够扣，还欠{ $owed_after }，转到下一份结算单。请看能不能挣回来；先谈，再扣。
pay-check-two-plans = { $who }本期在两个方案上：{ $told }。请看换方案的日子和两边的目标。
pay-check-no-plan = 本期在职而不在任何方案上的有 { $n } 人：{ $who }。请看方案的适用名单；本该如此就不必改。
pay-check-capped = { $who }：应得{ $gross }，封顶减去{ $cap_loss }。请看最大的几单。
pay-check-held = { $who }：有 { $n } 处从今天的数据里看不出来，按当初核发的计。请到数据源里看。
pay-part = { $name }{ $amount }

pay-dispute-id = 编号
pay-dispute-rep = 销售
pay-dispute-period = 期间
pay-dispute-line = 行
pay-dispute-words = 异议
pay-dispute-owner = 谁答复
pay-dispute-due = 期限
pay-dispute-state = 状态
pay-dispute-answer = 答复
pay-dispute-amount = 更正金额
pay-dispute-none = 没有异议。
pay-dispute-overdue = { $day }，已逾期
pay-dispute-open = 待答复
pay-dispute-accepted = 成立
pay-dispute-refused = 不成立
pay-dispute-answered = 已答复
