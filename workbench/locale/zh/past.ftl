# 走势、以前的评级与预测
trend-title = { $first } 到 { $last } 的走势
trend-course = 走势
trend-last = 最近一期
trend-at = { $period } { $value }
trend-numbers = 各期的数字
trend-target = 目标
trend-reached = { $side ->
    [all] 有目标的 { $all } 期全部达成
    [none] 有目标的 { $all } 期都还没有达成
   *[some] 有目标的 { $all } 期里，{ $n } 期达成
 }
trend-away = 本期不在岗
earlier-title = 往期评级与得分
earlier-template = 述职
earlier-rating = 评级
earlier-signed = 签署
earlier-level = 第 { $level } 级
earlier-unrated = 没有总评级
earlier-appealed = 申诉中，暂不生效
earlier-unscored = 没有留存
earlier-scored-of = 计分权重
earlier-none = 还没有可以列出的往期评级；签署之后，每一期都会留在这里。
commit-title = { $period }的承诺与最佳情况
commit-amount = 金额
commit-deals = 单数
commit-became = { $period }第一天承诺了{ $called }（{ $deals }），后来赢下{ $won }，兑现 { $share }。
year-end-title = { $side ->
    [none] 照过去看，{ $year }大约收在{ $low }到{ $high }
    [above] 照过去看，{ $year }大约收在{ $low }到{ $high }，高于目标{ $target }
    [below] 照过去看，{ $year }大约收在{ $low }到{ $high }，还够不到目标{ $target }
   *[within] 照过去看，{ $year }大约收在{ $low }到{ $high }，目标{ $target }就在其中
 }
year-end-sub = 已结月份的赢单额，加上过去 { $n } 段连续 { $months } 个月所得的中间一半；虚线为中位数
year-end-tried = { $known ->
    [none] 记录还短，无从检验这样的估计过去准不准。
   *[some] 同样的算法放到过去 { $all } 个季度末，结果有 { $n } 次落在区间里；中间一半按理约占一半。
 }
year-end-none = { $year }还剩 { $months } 个月。要估计年底，至少要有 { $all } 段同样长的已结月份，现有 { $n } 段。
year-end-closed = 已赢
year-end-low = 区间下端
year-end-middle = 中位数
year-end-high = 区间上端
summary-figure = {$metric} { $value }
