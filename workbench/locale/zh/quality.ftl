# 数据质量：页面与 workbench check
quality-title = 数据质量
quality-lede = { $tables } 张表里有 { $rows } 行完好；快照{ $hash }
quality-as-of = 数据截至
quality-sound = 每张表的每一行都完好
quality-sound-empty = 每一行都已采用，没有异常，来源的每一列都用上了。
quality-finding = { $aside ->
    [0] 所有行都已采用
   *[other] { $aside } 行未采用，不计入任何数字
 }{ $blanked ->
    [0] {""}
   *[other] ；{ $blanked } 个单元格读不懂，按空白处理
 }{ $doubtful ->
    [0] {""}
   *[other] ；{ $doubtful } 行格式没有问题，内容可疑
 }{ $kept ->
    [0] {""}
   *[other] ；{ $kept } 行有异常但保留
 }
quality-bars = 最多的是{ $issue }：{ $rows }
quality-bars-sub = 每个问题的行数；橙色：未采用，不计入；灰色：照样计入
quality-table = 表
quality-issue = 问题
quality-rows = 行数
quality-means = 后果
quality-n-rows = { $n } 行
quality-n-cells = { $n } 个单元格
quality-n-decided = { $n } 项
quality-n-unread = { $n } 项
quality-n-columns = { $n } 列
quality-means-set_aside = 未采用，不计入
quality-means-blanked = 该单元格按空白处理，行照常计入
quality-means-blanked-split_sum = 无法判断归谁：金额不计入任何人
quality-means-blanked-closed_before_created = 商机照常计入；用了多少天不知道
quality-means-blanked-unreadable_money = 商机照常计入；金额未知，不是 0
quality-means-blanked-unknown_deal = 计入本人，不计入任何商机
quality-means-closed_undated = 不在任何期间：不知道何时结单
quality-means-doubtful = 照原样计入
quality-means-lost_at_zero = 按丢单金额为 0 计入；如果 0 表示未知，则有误：{ $figures }
quality-means-stage_against_status = 按 is_closed、is_won 计；如果阶段才对，则有误：{ $figures }
quality-means-negative_amount = 照计：扣减金额，并算一单；如果不是退款，则有误：{ $figures }
quality-means-sums_apart = 按同一单位计；如果不是，则有误：{ $figures }
quality-means-stale_rate = 按旧汇率计；汇率差多少就错多少：{ $figures }
quality-means-no_rate = 不计入金额合计：{ $figures }
quality-means-quota_before_hire = 按原值使用，当作在职日的目标；如果是整段的目标，则偏高：{ $figures }
quality-means-quota_gap = 那一天没有目标；如果 end_on 写的是最后一天，则有误：{ $figures }
quality-means-end_gap = 那一天哪一行都不算；如果 end_on 写的是最后一天，则有误：{ $figures }
quality-means-quota_lowered = 按调低后的目标计，已签署的述职仍是原来的；如果没有商定过，则有误：{ $figures }
quality-means-quota_twice = 两个目标相加；如果后一个是替换前一个，则有误：{ $figures }
quality-means-no_losses_recorded = 没有丢单，这些会虚报成 100%，所以不计算：{ $figures }
quality-means-no_open_recorded = 没有记录不等于 0，所以不计算：{ $figures }
quality-means-same_person = 按两人计；如果是同一人，则有误：{ $figures }、排名与同类比较
quality-means-quota_unknown_metric = 哪里都不计；缺：{ $figures }
quality-means-quota_two_cuts = 哪里都不计；缺：{ $figures }
quality-means-quota_not_cut = 哪里都不计；缺：{ $figures }
quality-means-quota_cut_without_data = 哪里都不计；缺：{ $figures }
quality-means-quota_unknown_level = 哪里都不计；缺：{ $figures }
quality-means-quota_currency_unread = 不影响任何指标
quality-means-unread = 不影响任何指标
quality-means-unread_key = 权重合不成一个分数：合计不满，或档数不同
quality-means-manager_circle = 圈没有顶，各人只算自己，其下属不计入任何人；他们团队的全部数字都受影响，首先是：{ $figures }
quality-means-seen_nowhere = 算作一名销售：数字为 0 或缺失，要写一份述职，在团队里占一席
quality-means-decided = workbench.toml 没有写明，由文件判断
quality-means-kept = 保留
quality-means-unmapped = 不碍事
quality-means-new = 映射到的才会用到
quality-means-gone = 其中的内容现在是缺失，不是 0
quality-means-aliased = 计入保留的编号
quality-means-merged = 另一行不用；凡写那个编号的，计入保留的编号
quality-means-superseded = 不计入：workbench.toml 写明以最后一个文件为准
quality-means-duplicate_row = 两行只计一行，数字不变
quality-means-unknown_rep = 不计入任何人：没有人的数字包含它
quality-means-unknown_deal = 依附商机的内容（明细、历史、分成）不含它
quality-means-conflicting_key = 都不计入，因为无法判断哪行为真
quality-means-won_but_open = 按未结计，不算赢单
quality-means-unknown_account = 计入；客户没有名称
quality-means-unknown_product = 计入；产品没有名称
quality-means-after_as_of = 那一天还不知道
quality-means-reopened = 按历史恢复为未结
quality-means-reopened_without_history = 恢复为未结；阶段和金额未知
quality-open = 看行：{ $issue }
quality-unlisted = 冻结快照时数到 { $n } 行；快照的表里没有它们。
quality-more = 还有 { $n } 行，都在快照的 rejected 文件夹里
quality-more-blanked = 还有 { $n } 个，都在快照的 blanked 文件夹里
quality-more-counted = 还有 { $n } 行，照样计入，都在表里
quality-head-file = 文件
quality-head-row = 文件中的行
quality-head-key = 编号
quality-head-column = 列
quality-head-value = 值
quality-head-decided = 判断
quality-head-record = 读到的整行
quality-issues-name = 问题
quality-issues-question = 数据哪里不对？
quality-effect-name = 影响
quality-effect-question = 对数字有什么影响？
quality-effect = { $unscored ->
    [0] { $period }的 { $figures } 个数字都可以计分
   *[other] { $period }的 { $figures } 个数字中 { $unscored } 个为 D 级，不计分
 }
quality-outside = { $period }不在记录范围内：记录自{ $first }起，至{ $last }止，期间发生了什么无从得知
quality-line-unrecorded = { $period }有 { $figures } 种数字缺失：所计的内容只记录了{ $first }至{ $last }
quality-no-effect = 没有数字受影响。
quality-touched = 计入的行里的问题
quality-fault = 问题
quality-reps = 人数
quality-figures = 数字
quality-grades = 受影响的数字，按现在的级别（几种问题可能共同造成）：B 为背后行数的 5% 以内，C 为 20% 以内，D 更多。只有移交时最多降到 B。
quality-touched-handed_over = 商机现在的负责人不是结单的人
quality-touched-amount_missing = 没有金额
quality-touched-fx_missing = 没有汇率
quality-touched-set_aside = 未采用，不计入
quality-touched-past_due = 未结，但预计结单日已过
quality-lost = 没有计入数字的内容
quality-figure = 数字
quality-why = 原因
quality-amount = 金额
quality-most = 单人最多
quality-why-past_due = 已过预计结单日的未结商机
quality-why-amount_missing = 没有金额
quality-why-fx_missing = 没有汇率
quality-why-still_in_stage = 仍在该阶段：没有出错，只是还没结束
quality-why-set_aside = 未采用
quality-why-excluded = 公司规定不计
quality-absent = 一半以上的人缺失的数字
quality-and-more = 等 { $n } 个
quality-columns-more = ，另有 { $n } 列，见 data_quality
quality-trend-name = 趋势
quality-trend-question = 数据在变好吗？
quality-trend = 未采用的行：第一份快照 { $first } 行，这一份 { $last } 行
quality-trend-sub = 每份快照未采用的行数
quality-day = 未采用 { $n } 行
quality-sound-rows = 完好的行
quality-aside = 未采用
quality-kept = 异常但保留
quality-per = 每千行未采用
quality-one-day = 只有一份快照
quality-one-day-empty = 趋势至少要两天：到了新的一天再冻结一次（workbench snapshot），它就长出来。用今天的文件回看过去的日子不算在内。
quality-next-name = 接下来
quality-next-question = 要做什么？
quality-next = 有 { $n } 件事要做
quality-next-nothing = 没有要做的事
quality-do-set_aside = 在来源里改好上面列出的行，再冻结：workbench snapshot
quality-do-blanked = 在来源里改好上面列出的单元格，再冻结：workbench snapshot
quality-do-decided = 把一行贴进 workbench.toml 的 [tables.{ $table }]，就写明了
quality-do-doubtful = 看一看上面列出的行
quality-do-lost_at_zero = 如果 0 表示不知道，就让金额空着：在来源里，在 sql 里用 nullif，或（赢单和未关闭的 0 也会变空）在 workbench.toml 里加一行
quality-do-stage_against_status = 判断哪个对：在来源里改好这些行，或改 [tables.deals] 里 is_closed、is_won 的映射
quality-do-negative_amount = 退款照原样；符号错了就在来源里改
quality-do-sums_apart = 看其中一个季度是不是以千计；在来源里或 [tables.deals] 的 sql 里写成同一单位
quality-do-stale_rate = 在 fx_rates 里补上较新的汇率
quality-do-no_rate = 在 fx_rates 里补上当天有效的汇率（currency、on、rate）；公司若以 { $currency } 报告，则写上 [money]，下一行写 currency = "{ $currency }"
quality-do-quota_gap = 如果 end_on 写的是最后一天，就在 workbench.toml 里加一行说明；否则给那一天补上目标
quality-do-end_gap = 如果 end_on 写的是最后一天，就在 workbench.toml 里加一行说明；如果那一天确实不属于任何一行，就写 ends = "exclusive"
quality-do-same_person = 如果是同一人，在 workbench.toml 的 [people] aliases 里写明：去掉的编号、保留的编号；所有表都照办
quality-do-quota_unknown_metric = metric 照 docs/metrics.md 里的指标名填写，例如 won_revenue
quality-do-quota_two_cuts = 改成只限定其中一样；同时限定两样的目标算不出来
quality-do-quota_not_cut = 把{ $column }留空，或把目标定在 won_revenue、won_deals、win_rate 等商机指标上
quality-do-quota_cut_without_data = 登记说明归类的列：deals 或 deal_lines 的 product_id 加 products 的 family；accounts 或 reps 的 region、segment
quality-do-quota_unknown_level = 照数据里的写法填写，一字不差
quality-do-quota_currency_unread = 那里的 currency 留空
quality-do-unread = 可以不管，也可以从映射里去掉：指标不会变
quality-do-unread_key = 让{ $table }里的权重合计为 1 或 100，各评级档数相同，或去掉权重
quality-do-quota_before_hire = 如果是整段的目标，在 workbench.toml 里写两行，让新人的目标从入职日算起；否则把 start_on 改成入职日
quality-do-quota_lowered = 问清是谁同意调低的；没有人同意，就写回原来的目标
quality-do-quota_twice = 让前一行在后一行开始那天结束，或去掉其中一行
quality-do-no_losses_recorded = 如果来源只有订单，在 workbench.toml 里写明；否则把丢单也导出来
quality-do-no_open_recorded = 如果来源只有订单，在 workbench.toml 里写明；否则把未结商机也导出来
quality-do-manager_circle = 在{ $table }里改正其中一人的 manager_id
quality-do-seen_nowhere = 如果不是销售（表尾、旧账号），就从人员表去掉；只是刚来的就留着
quality-do-closed_undated = 补上结单日
quality-do-currency_differs = 改正金额里的货币符号或货币列的代码
quality-do-split_sum = 让各份合计为 100%
quality-do-kept = 看一看上面列出的行
quality-do-unmapped = 在 workbench.toml 的 [tables.{ $table }.columns] 里映射需要的列，其余可以不管
quality-do-new = 需要的列在 workbench.toml 的 [tables.{ $table }] 里映射，其余不管也不碍事
quality-do-gone = 重新导出这些列，或映射代替它们的列
quality-do-aliased = 不用做：workbench.toml 就是要这样
quality-do-merged = 不用做：workbench.toml 就是要这样
quality-do-superseded = 不用做：[tables.{ $table }] 里的 latest = true 就是要这样
quality-do-unreadable = 按该列需要的形式填写，或给映射加格式，再冻结
quality-do-required_missing = 在来源里补上值
quality-do-unknown_choice = 在 workbench.toml 的 [tables.{ $table }.values] 里映射该值
quality-do-unknown_rep = 把这个人加进销售表，或改正编号
quality-do-unknown_deal = 把商机加进商机表，或把这些行从来源里去掉
quality-do-duplicate_row = 把来源里重复的一行去掉
quality-do-conflicting_key = 决定哪一行为真，去掉另一行
quality-do-closed_before_created = 改正两个日期中的一个
quality-do-won_but_open = 在来源里关闭商机，或去掉“赢单”标记
quality-do-after_as_of = 不用做：晚些日期就知道了
quality-do-reopened = 不用做：历史说明了当时的情况
quality-do-reopened_without_history = 映射商机历史，才能知道当时的情况
quality-do-past_due = 给已过期的未结商机改日期，或关闭
quality-do-amount_missing = 在来源里补上金额
quality-do-fx_missing = 在 fx_rates 里补上汇率
data-reason-unread = 收下了，但没有地方读它
data-reason-unread_key = 评级项的权重合不成分数，没有地方读它
data-reason-unmapped = 没有用到
data-reason-new = 上次冻结时还没有
data-reason-gone = 数据文件里不再有
data-reason-aliased = 同一人的另一个编号，按 [people] aliases 归并
data-reason-merged = 同一人有两行，按 [people] aliases 以保留的编号那行为准
data-reason-superseded = 较晚的文件里又有这一行，以那里为准
quality-line-touched = { $fault }：{ $reps } 人的 { $rows } 行，影响 { $figures } 种数字；{ $grades }
quality-line-lost = { $figure }没有计入 { $reps } 人的 { $rows } 行（{ $why }），金额 { $amount }
quality-issues = { $tables } 张表里有 { $n } 个问题

# CHARTS
quality-count = 数量
quality-graded-B = { $n } 个数字所用的数据至多 5% 有问题
quality-graded-C = { $n } 个数字所用的数据不完整
quality-graded-D = { $n } 个数字不能计分
quality-graded-none = 没有数字因此降级
quality-mended = { $why }；{ $mend }
