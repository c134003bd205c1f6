review-title = {$name} · {$period} {$template}
review-to-write = 待填写 · {$who}
review-rep-role = 销售
review-manager-role = 经理
review-both = {$rep}、{$manager}
review-date = 日期
review-per-day = {$amount}/天
review-days = { $n } 天
review-interval = 95% 区间 { $low }–{$high}%
review-how-made = 这个数怎么来的
review-formula = 公式
review-numerator = 分子
review-denominator = 分母
review-n = n
review-note = 说明
review-reason = 原因
review-absent = { $name }：无法计算
review-small-sample = 样本还少
review-source-data = 自动生成
review-source-rep = 销售填写
review-source-manager = 经理填写
review-source-both = 双方填写
review-deals = { $n } 单
review-none = 无
review-counted = 计入
review-running-head = {$name} · {$period} 述职
review-running-foot = 数据截至 {$as_of} · 快照 {$hash}
review-made-foot = 示例：数据均为虚构

cover-name = 封面与口径
cover-question = 谁，哪一期，按什么口径？
cover-finding = {$name}，{$period}，数据截至{$as_of}
cover-made = 示例：公司、人物与数据均为虚构
cover-manager = 经理
cover-no-manager = 未登记
cover-period = 期间
cover-period-days = { $period }，{ $days }
cover-at-work = 在职
cover-moved = 团队
cover-moved-from = { $date }起在{ $team }，之前在{ $before }
cover-as-of = 数据截至
cover-peers = 同类组
cover-peer-group = 全公司{ $role }，另 { $n } 人
cover-no-peers = 不足五人，不作比较
cover-basis = 金额口径
cover-basis-bookings = 签约额，按分成与汇率折算
cover-basis-acv = 年度合同额，按分成与汇率折算
cover-basis-tcv = 合同总额，按分成与汇率折算
cover-scope = 范围
cover-scope-own = 本人
cover-scope-team = 全组（含下属，目标为经理本人的一行）
cover-currency = 币种
cover-set-aside = 数据提示
cover-set-aside-rows = { $n ->
    [0] 每一行数据都可以采用
   *[other] { $n } 行数据没有采用，见存档版附录
 }
cover-snapshot = 快照指纹
cover-role = {$role}，{$team}
cover-tenure = { $role }，{ $team }，{ $hired }入职

summary-name = 一页结论
summary-question = 结果如何，为什么，接下来要定什么？
summary-key = 竖线为目标或同类中位数；横线为 95% 区间；灰带为同类的中间所在；空心为小样本（n < 10）；箭头表示超出竖线的 1.5 倍，未画完。
summary-results = 做成了什么
summary-problems = 接下来要改什么
summary-problems-left = 没有达到的
summary-finding = {$result}，{$outlook}
summary-finding-result = 赢单额达成目标的 { $attainment }
summary-finding-won = 赢单额 { $won }，没有目标可比
unrecorded = { $period }没有记录；记录自{ $first }起，至{ $last }止
summary-finding-coverage = {$period}的管道是剩余目标的 { $coverage }
summary-finding-met = 剩余目标已完成
summary-finding-open = 未结商机 { $n } 单
summary-unrecorded = 数据里没有这一期
summary-finding-coverage-enough = {$period}的管道是剩余目标的 { $coverage }，够用（按历史赢单率需要 { $needed }）
summary-finding-coverage-short = {$period}的管道是剩余目标的 { $coverage }，还不够（按历史赢单率需要 { $needed }）
summary-none-reached = 这一期还没有可列的结果。
summary-cover-enough = 够用：按历史赢单率需要 { $needed }
summary-cover-short = 还不够：按历史赢单率需要 { $needed }
summary-problem-above = {$metric} { $value }，高于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }。
summary-no-problem = 已对照{$looked}，没有需要列出的不足。
summary-no-measure = 还没有可以对照这一期的记录。
label-ahead = {$metric}（{$period}）
summary-coverage = {$period}管道覆盖
summary-above-target = 高于目标{$gap}
summary-below-target = 低于目标{$gap}
summary-on-target = 正好达成目标
summary-won-of = {$won} / {$quota}，{$deals}
summary-pace-ahead = 快于时间进度
summary-pace-behind = 慢于时间进度
summary-pace-even = 与时间进度一致
summary-pace-counts = 已过工作日 { $share }
summary-year-ago = 去年同期 { $value }
summary-no-year-ago = 没有去年同期的数据
summary-open-of = {$open} / {$remaining}，n = {$n}
summary-not-full = 不足一倍，全部赢下也不够
summary-full = 全部赢下可以达成
summary-peer-equal = 与同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }无法区分
summary-peer-above = 高于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }
summary-peer-below = 低于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }
summary-no-peers = 没有可比的同类
summary-result-growth = 赢单额 { $won }，比去年同期多{$gap}。
summary-result-won = 赢单额 { $won }，来自 { $deals }。
summary-result-won-unknown = 赢下 { $deals }，金额未知。
summary-result-logos = 新增 { $n } 家客户。
summary-result-largest = 最大一单{$deal}，{$amount}，占赢单额的 { $share }。
summary-result-created = 新增管道 { $amount }，{$deals}。
summary-result-csat = 客户满意度 { $value }（{$counts}）。
summary-problem-gap = 离目标还差{$gap}。
summary-problem-past-due = { $n } 单（{$amount}）已过预计结单日仍未结。
summary-problem-concentration = 一个客户占赢单额的 { $share }。
summary-problem-beyond = {$metric} { $value }，{$others}。
verdict-far-above = {$metric} { $value }，超过同类中位数的两倍。
summary-problem-below = {$metric} { $value }，低于同类中位数{ $told ->
    [told] （{ $median }）
   *[other] {""}
 }。

commitments-name = 上期承诺
commitments-question = 答应过的事怎么样了？
commitments-withheld = 上期的承诺目前不在这里显示
commitments-finding = 还没有登记上期的承诺，请逐条补上

goals-name = 目标与对齐
goals-question = 目标达到了吗？
goals-finding = { $n ->
    [1] 这项目标
    [2] 两项目标
   *[other] { $n } 项目标
 }{ $met ->
    [all] { $n ->
        [1] 已达成
       *[other] 全部达成
     }
    [none] { $n ->
        [1] 尚未达成
       *[other] 都未达成
     }
   *[some] 中 { $count } 项达成
 }{ $untold ->
    [0] {""}
   *[other] ，另有 { $untold } 项无法计算
 }
goals-finding-none = 本期没有登记目标
goals-column-goal = 目标
goals-column-weight = 权重
goals-column-target = 目标值
goals-column-actual = 实际
goals-column-progress = 进度
goals-column-way = 基线 → 目标值
goals-set = 本期设定的目标
goals-serves = 支持：{$what}
goals-behind = 低于起点
goals-weighted = 加权达成
goals-weighted-lack = 权重合计还差 { $n } 才满 100，不满时不计算加权达成。
goals-weighted-how = Σ 权重 × 完成 / Σ 权重，每个目标计 0 到 120%；不能计算的目标两边都不计。
goals-needed = { $needed }（按团队赢单率所需；约定 { $agreed }）
goals-uncountable = 目标定在“{ $metric }”上，这个指标还算不出来

results-name = 业绩结果
results-question = 卖了多少，和目标、去年比怎样？
results-finding-quota = 赢单额 { $won }，达成目标的 { $attainment }
results-finding-no-target = 赢单额 { $won }；公司尚未提供目标，只看结果
results-finding-no-quota = 赢单额 { $won }；{ $reason }
results-attainment-title = { $side ->
    [above] 高出目标{$gap}
    [below] 离目标还差{$gap}
    [none] 赢单额{$won}，没有可比的目标
   *[even] 正好达成目标
 }
results-attainment-sub = 赢单额与折算目标；本期 { $deals }，去年同期 { $earlier }
results-attainment-sub-now = 赢单额与折算目标；本期 { $deals }
results-level = { $name }：{ $actual }，目标{ $target }，达成 { $share }
results-level-absent = {$name}：{$reason}
target-left = {$amount}（算到最后工作日，全额{$full}）
target-on-leave = {$amount}（扣除请假，全额{$full}）
target-ramping = {$amount}（爬坡中，全额{$full}）
target-hired = {$amount}（自入职日起，全额{$full}）
target-reduced-quota = {$amount}（全额{$full}）
leaving-last-day = 最后工作日为{$date}
results-target = 目标{$amount}
results-cumulative-title = { $n ->
    [0] 本期没有赢单
    [1] 一单赢下 { $won }
   *[other] 累计 { $won }，最大一单占 { $share }
 }
results-cumulative-sub = 期内累计赢单额；灰线为去年同期
results-cumulative-sub-now = 期内累计赢单额
results-figures = 结果指标
results-measure = 指标
results-now = 本期
results-n = n
results-year-ago = 去年同期
results-peers = 同类中间一半
results-concentration-title = 前{$n}大客户占{ $named ->
    [some] 有客户名的
   *[all] {""}
 }赢单额的{$share}
results-concentration-sub = { $n ->
    [1] 按客户的赢单额份额，共 1 家客户
   *[other] 按客户的赢单额份额，共 { $n } 家客户
 }
results-rest = 其余
results-deals = 计入的赢单
results-deal = 商机
results-closed = 结单
results-amount = 计入金额
results-share = 分成
results-more = 另有 { $n } 单，合计{ $amount }
results-sum = 合计

pipeline-name = 过程与管道
pipeline-question = 下一期够吗，卡在哪里？
pipeline-finding-coverage = { $period }管道是剩余目标的 { $coverage } 倍{ $side ->
    [enough] ，够用（按{ $whose ->
        [team] 团队
       *[company] 公司
     }赢单率需要 { $needed } 倍）
    [short] ，按{ $whose ->
        [team] 团队
       *[company] 公司
     }赢单率需要 { $needed } 倍，还差约 { $gap }
   *[untold] {""}
 }；{ $past_due }
pipeline-finding-plain = 未结商机 { $deals }，共 { $open }；{ $past_due }
pipeline-finding-none = 没有未结商机
pipeline-stood = 本期已经结束：下面的未结商机是{ $day }当天结束时的状态。
pipeline-finding-orders_are_not_open = 公司只记录订单，没有管道可看
pipeline-finding-no_open_recorded = 全公司都没有未结商机的记录，管道无从衡量
pipeline-finding-no-deals = 公司不记录商机，没有管道可看
pipeline-past-due = { $n ->
    [0] 没有逾期未结的商机
   *[other] { $n } 单已过预计结单日
 }
pipeline-coverage-title = { $period }到期 { $open }，剩余目标 { $remaining }
pipeline-coverage-title-plain = {$period}到期{$open}
pipeline-coverage-sub = 预计在{ $period }结单的未结金额 / 剩余目标；逾期的不计入
pipeline-due = {$period}到期
pipeline-overdue = 逾期未结
pipeline-not-counted = {$amount}，{$deals}，不计入
pipeline-remaining = 剩余目标{$amount}
pipeline-dots-title = { $n ->
    [0] { $deals }未结，没有逾期
   *[other] { $deals }未结，其中 { $n } 单逾期
 }
pipeline-dots-sub = 未结商机的账龄（天），按阶段；点面积为金额，橙色为已过预计结单日
pipeline-stages-title = 未结{$amount}，其中{$share}在{$stage}
pipeline-stages-title-plain = 未结金额按阶段
pipeline-stages-sub = 各阶段未结金额，未加权；按各阶段历史赢单率加权后为{$weighted}
pipeline-ages-title = 账龄中位数 { $days }；{$bucket}的最多，{ $of } 单中有 { $n } 单
pipeline-ages-sub = 未结商机数按账龄分组
pipeline-age-unit = { $bucket } 天
pipeline-figures = 过程指标
pipeline-unstaged = 未填阶段

peers-name = 同类比较
peers-question = 和同岗位同事比，差别是真的吗？
peers-finding-equal = { $n ->
    [1] 这项比率目前看不出与同岗位同事有差别
    [2] 两项比率目前都看不出与同岗位同事有差别
   *[other] { $n } 项比率目前都看不出与同岗位同事有差别
 }{ $few ->
    [none] {""}
    [all] ，样本还少
   *[some] ，其中有的样本还少
 }
peers-finding-differs = { $list }；{ $n ->
    [1] 另一项
   *[other] 其余 { $n } 项
 }看不出差别
peers-finding-differs-all = {$list}
peers-above = { $metric }高于同岗位同事
peers-below = { $metric }低于同岗位同事
peers-finding-none = 同岗位的其他同事不足五人，不作比较
peers-lede = 同类指全公司其他{ $role }，共 { $n } 人。只按粗略的刻度说明中间在哪里，看不到任何同事的姓名或单个数字。
peers-title-alone = { $n ->
    [0] 没有比率与同类的差距超出偶然
   *[other] { $n } 项比率与同类的差距超出偶然
 }
peers-title = { $n ->
    [0] 每项区间都包含同类中位数
   *[other] { $n } 项的区间不含同类中位数
 }
peers-sub-half = 点为本人与 95% 区间；灰带为中间一半同类，灰线为中位数（取整；是否有差别按取整前判断）；空心点表示样本不足 10
peers-sub-band = 点为本人与 95% 区间；同类的中位数在灰带里；空心点表示样本不足 10
peers-sub-alone = 点为本人与 95% 区间；同类不足 12 人时只说是否有差别，不说同类在哪里；空心点表示样本不足 10
peers-about = 约 { $median }
peers-between = { $low }–{ $high }
peers-clause-half = 中间一半同类为 { $middle }
peers-clause-median = 同类中位数为 { $median }
peers-median-between = 中位数 { $median }
peers-table = 其他指标
peers-median = 中位数
peers-middle = 中间一半
peers-people = 人数
peers-none-title = 这里不作同类比较
peers-none-text = 同岗位的其他同事满五人有数字，才显示比较；人再少，就会看出是谁。
peers-half = 中间一半同类
peers-band = 同类中位数所在
peers-this = 本人

highlights-name = 亮点与案例
highlights-question = 别人能复用什么？
highlights-finding-no-deals = 案例由本人填写，每个案例写明依据
highlights-finding = 案例由本人填写，每个案例写明商机
problems-name = 问题与原因
problems-question = 哪里没做好，接下来自己能改什么？
problems-finding = 问题由本人填写，先写自己能改的
problems-lost = 丢了 { $n } 单，共 { $amount }{ $unknown ->
    [0] {""}
   *[other] （另有 { $unknown } 单金额未知）
 }
problems-lost-unknown = 丢了 { $n } 单，金额未知
problems-no-why = ；没有记录原因
problems-why = ；记录最多的原因是“{$reason}”（{ $n } 单）
problems-why-many = ；原因见下表
problems-title = 丢单与原因
problems-reason = 记录的原因
problems-deals = 单数
problems-amount = 金额
problems-largest = 最大一单
problems-no-reason = 未记录
problems-no-amount = 金额未知
problems-deal = {$deal}，{$amount}
problems-note = 原因是结单时在客户系统里填的，没有核对过；哪些自己能改，由本人在下面写。
competence-name = 能力与发展
competence-question = 最值得练哪一项？
competence-finding = 每期只练一项，写清下一次练习和日期
values-name = 价值观与协作
values-question = 帮助了谁，怎么帮的？
values-finding = 协作写看到的行为和依据，不写形容词
feedback-name = 反馈
feedback-question = 哪一刻做对了，哪一刻该改？
feedback-finding = 保持一点、改变一点，各对应一个具体情境
feedback-finding-left = 感谢，以及公司可以学到什么
support-name = 支持需求
support-question = 需要谁做什么？
support-finding-left = 没有支持请求的记录
support-finding = 每项请求写明由谁做、什么时候、影响多少金额
forecast-name = 预测与节奏
forecast-question = 这一年能完成吗，预测可靠吗？
incentive-name = 激励与奖金
incentive-question = 奖金是怎么算的？
plan-name = 下期计划
plan-question = 下一期做什么？
plan-finding = 每个行动写明指标、从多少到多少、哪天完成
rating-name = 评分与结论
rating-question = 评级是什么，为什么？
rating-finding = 评级由经理给出并签字，可以申诉；数字只是依据
signoff-name = 签署与异议
signoff-question = 双方都读过、谈过了吗？
signoff-finding = 签署表示已经读过、谈过，不表示同意

appendix-name = 附录
appendix-question = 定义、未计入的行、数据质量
appendix-finding = 一个名称，一个公式
appendix-measure = 指标
appendix-definition = 定义
appendix-formula = 公式
appendix-left-out = 本人未计入的行
appendix-left-out-none = 本人的数据都已计入
appendix-notes = 数据质量
appendix-notes-none = 每张表的每一行都可以采用
appendix-table = 表
appendix-issue = 情况
appendix-rows = 行数
appendix-reason-ends_before_start = 结束日不晚于开始日
appendix-reason-aliased = 用的是同一人的另一个编号
appendix-reason-merged = 同一人有两行，以保留的编号那行为准
appendix-reason-unknown_choice = 写的词不在可选范围内
appendix-how-title = 怎样读这些数
appendix-how = 比率都是份额，带分子和分母；样本少于 10 注明“样本还少”，少于 5 不排名；缺的数写明原因，不当作 0；区间为 95% Wilson 区间。
appendix-assignments = 没有任职记录：团队、经理和岗位按人员名单的现状，适用于所有时间。

role-rep = 销售
role-account_executive = 客户经理
role-sales_manager = 销售经理
role-sales_representative = 销售代表
role-sales_agent = 销售专员
peers-finding-no-rates = 没有可以比较的比率
summary-peer-median = 同类中位数为 { $median }
summary-due-by-now = {$won} / 应到 { $due }
results-customer = 客户

stage-prospecting = 线索
stage-qualify = 需求
stage-engaging = 跟进
stage-evaluate = 评估
stage-propose = 方案
stage-negotiate = 商务
stage-commit = 承诺
review-hours = { $n } 小时
review-grade = 数据等级
review-grade-A = A：所用数据未发现问题
review-grade-B = B：不超过 5% 的数据有问题
review-grade-C = C：不超过 20% 的数据有问题，或采用了替代口径
review-grade-D = D：超过 20% 的数据有问题；只展示，不计分
review-left-out = 未计入
score-finding = { $part ->
    [whole] 本期加权得分 { $score }
   *[less] 按可计分的 { $used } 权重，本期加权得分 { $score }
 }；评级由经理给出
score-title = 得分是怎么算出来的
score-item = 目标
score-weight = 权重
score-reached = 完成
score-counted = 计分
score-remark = 数据与说明
score-total = 加权得分
score-grade-d = 数据等级 D：只展示，不计分
score-weightless = 未设权重：只列出，不计分
score-capped = 计分不低于 0，最多 {$cap}
score-how = 得分计算方法
score-rule = 规则
score-rule-text = Σ 权重 × 计分 / Σ 权重，只含可计分的目标。目标按完成度计分，范围 0 到 { $cap }。无法计分的目标同时退出分子和分母，用到的权重写在合计行。
score-person = 用途
score-person-text = 作为面谈的起点。评级由经理给出、说明理由并签字，可以申诉；不会只由分数决定。
rated-title = 加权评级：{$who}
rated-item = 评级项
rated-weight = 权重
rated-level = 档（共 { $levels } 档）
rated-part = 权重 × 档
rated-total = 加权评级
rated-lacking = 还没有评的项目：{ $items }。全部评完才有加权评级。
score-none-title = 没有得分
score-none = 本期没有可以计分的目标。
score-no-weights = 目标没有设权重，所以不算得分。
honest-title = 哪些差别是真的
honest-raw = 实际
honest-shrunk = 按样本量调整后
honest-place = 在同岗位中的位置
honest-says = 可以怎么说
honest-within_chance = 这 { $n } 人的差别没有超出偶然波动
honest-not_distinguishable = 看不出与同岗位同事有差别
honest-above = 高于同岗位同事，超出偶然波动
honest-below = 低于同岗位同事，超出偶然波动
honest-sentence-within_chance = { $metric }：同岗位 { $n } 人的差别没有超出偶然波动，不应据此排名。
honest-sentence-not_distinguishable = { $metric }：目前的数据看不出与同岗位同事有真实差别{ $sample ->
    [small] ，样本还少
   *[enough] {""}
 }。
honest-sentence-unsure-above = { $metric }：这一期的数字高于同岗位同事；按样本量调整后，还说不准差别是不是真的。
honest-sentence-unsure-below = { $metric }：这一期的数字低于同岗位同事；按样本量调整后，还说不准差别是不是真的。
honest-sentence-above = { $metric }：高于同岗位同事，差别超出偶然波动。
honest-sentence-below = { $metric }：低于同岗位同事，差别超出偶然波动。
honest-mix = 如果商机结构和同岗位同事一样，赢单率会是 { $adjusted }（实际 { $raw }）。
honest-mix-reversed = 差别来自商机结构，不来自工作本身：分开看每一类商机，方向都相反（辛普森悖论）。
honest-mix-borrowed = 本人没有做过的商机类别，按同岗位同事的赢单率计。
honest-fold = 样本少的比率会按偶然波动的大小向同岗位的整体水平调整（经验贝叶斯，beta-binomial），括号内为 95% 区间。凡用到他人数据的数字都只给粗略值。调整后的比率和位置（从低到高数，在哪个十分之一）在同类满 30 人时才给出，以免看出某个人的比率；位置还要满 5 个样本。同类不足 12 人时，原比率和调整后的比率都看得出差别，才说有差别。
change-title = 赢单额比去年同期 { $change }，来自哪里
change-sub = 卖了多少、卖了什么、卖什么价；只在其中一年卖出的产品单列
change-volume = 数量
change-mix = 产品结构
change-price = 价格
change-new = 去年未售出、本期售出
change-dropped = 去年售出、本期未售出
change-withdrawn = 本期全公司都未售出
change-away = 在职不满两期
change-other = 没有产品明细
forecast-figures = 预测与节奏
forecast-finding = { $n ->
    [1] 最近一期的预测
   *[other] 最近 { $n } 期的预测合计
 }{ $side ->
    [high] 偏高 { $bias }，
    [low] 偏低 { $bias }，
   *[even] 不偏高也不偏低，
 }误差为实际的 { $error }
forecast-finding-none = 预测还无法衡量
forecast-finding-no-deals = 公司不记录商机，也就没有预测
pipeline-past-due-unknown = 都没有填预计结单日
pipeline-dots-title-undated = { $deals }未结，都没有填预计结单日
form-yes = 是
form-no = 否
form-required = 必填
form-situation = 情境：哪个商机或活动，什么时候
form-behaviour = 行为：看到或听到了什么
form-impact = 影响：影响了哪个指标或客户

# 带团队的事实
leading-title = 带团队
leading-made-of = 由什么得来
leading-spread = 团队达成率
leading-counted = 成员 { $members } 人中有 { $n } 人有这个数字
leading-too-few = 不足 { $n } 名成员有这个数字
leading-talks = 已谈的一对一
leading-talks-of = 谈过 { $reached } 人，成员 { $members } 人
leading-on-time = 成员述职中自己的步骤，按时
leading-of-steps = 有期限且已完成的 { $n } 步
leading-no-steps = 本期述职还没有到期的步骤
leading-promises = 自己的承诺，已兑现
leading-of-due = 本期到期的 { $n } 项
leading-no-due = 本期没有到期的承诺
leading-no-store = 没有记录，无从得知
leading-forecast = 团队预测高于（+）或低于（−）实际
leading-forecast-tree = 自己给团队的预测，最近几个完整周期
leading-forecast-members = 成员预测合计，最近几个完整周期
leading-note = 只列事实，不作评判。成员只按粗略的刻度说明中间在哪里，而且要满五人。

# Formats
statement-kind = 激励结算单
statement-title = {$name} {$period} 激励结算单
scorecard-name = {$name} {$period} 记分卡
scorecard-figures = 指标
scorecard-deals = 商机
scorecard-pay = 奖金
scorecard-about = 说明
scorecard-measure = 指标
scorecard-key = 键
scorecard-value = 数值
scorecard-numerator = 分子
scorecard-denominator = 分母
scorecard-n = n
scorecard-low = 下限（95%）
scorecard-high = 上限（95%）
scorecard-absent = 缺失原因
scorecard-definition = 定义
scorecard-state = 状态
scorecard-won = 赢单
scorecard-lost = 丢单
scorecard-open = 未结
scorecard-deal = 商机
scorecard-customer = 客户
scorecard-stage = 阶段
scorecard-created = 创建
scorecard-closed = 结单
scorecard-share = 分成
scorecard-counted = 计入金额
scorecard-period = 期间
scorecard-line = 项目
scorecard-amount = 金额
scorecard-rep = 销售
scorecard-deal-name = 名称

# CHARTS
exhibit-figures = 图中的数字
exhibit-more = 另有 { $n } 项见表
exhibit-period = 时期
exhibit-month = 月末
exhibit-what = 项目
exhibit-deals = 单数
exhibit-share = 份额
exhibit-stage = 阶段
exhibit-age = 账龄
exhibit-late = 逾期
exhibit-stage-deals = {$stage} {$deals}，最久 { $days }{ $n ->
    [0] {""}
   *[other] ，逾期 { $n } 单
 }
pipeline-stages-sub-plain = 各阶段未结金额，未加权
peers-beside = 同类{$others}
peers-interval = 95% 区间
exhibit-more-deals = 另有 { $n } 个点，商机见下表
exhibit-amount = 金额
results-cumulative-title-below = { $deals } 合计{$won}
pipeline-ages-title-plain = 账龄中位数 { $days }
goals-finding-untold = { $n ->
    [1] 这项目标还无法计算，原因写在旁边
   *[other] { $n } 项目标都还无法计算，原因写在旁边
 }
results-finding-untold = 赢单额无法计算：{ $reason }
signoff-finding-one = { $who }已于{ $day }签署
signoff-finding-both = 双方已签署，{ $day }完成
signoff-finding-day = 双方已于{ $day }签署
written-finding = { $more ->
    [0] “{ $words }”
   *[other] “{ $words }”，另有 { $more } 项
 }
goals-finding-closed = 设定的目标都已关闭，原因写在下面
