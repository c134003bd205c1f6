# 期间怎么念
spoken-quarter = { $year } 年第{ $n ->
    [1] 一
    [2] 二
    [3] 三
   *[other] 四
 }季度
spoken-fiscal-quarter = { $year } 财年第{ $n ->
    [1] 一
    [2] 二
    [3] 三
   *[other] 四
 }季度
spoken-half = { $year } 年{ $n ->
    [1] 上半年
   *[other] 下半年
 }
spoken-fiscal-half = { $year } 财年{ $n ->
    [1] 上半年
   *[other] 下半年
 }
spoken-month = { $year } 年 { $n } 月
spoken-week = { $year } 年第 { $n } 周
spoken-year = { $year } 年
spoken-fiscal-year = { $year } 财年
spoken-span = { $first } 至 { $last }
spoken-name = { $name }
spoken-days = { $plain ->
    [single] 1 天
   *[several] { $n } 天
 }
spoken-cycle = { $period }述职
spoken-cycle-of = { $period }述职（{ $template }）
