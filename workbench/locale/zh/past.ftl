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
earlier-title = 以前的评级
earlier-template = 述职
earlier-rating = 评级
earlier-signed = 签署
earlier-level = 第 { $level } 级
earlier-unrated = 没有总评级
earlier-appealed = 申诉中，暂不生效
earlier-none = 还没有可以列出的往期评级；签署之后，每一期都会留在这里。
commit-title = { $period }的承诺与最佳情况
commit-amount = 金额
commit-deals = 单数
commit-became = { $period }第一天承诺了 { $called }（{ $deals }），后来赢下 { $won }，兑现 { $share }。
