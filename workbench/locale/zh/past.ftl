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
