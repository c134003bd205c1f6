# 公司自己的期间表
periods-place = { $file } 第 { $row } 行
periods-turned = { $place }：“{ $name }”结束于 { $end }，第一天还没过完。end_on 请写最后一天的次日。
periods-named-twice = { $place }：有两个期间都叫“{ $name }”。请改其中一个的名字。
periods-between = { $place }：“{ $name }”结束于 { $end }，“{ $other }”从 { $start } 开始，{ $end } 哪一个都不属于。end_on 是最后一天的次日。如果表里写的是最后一天，请在 [calendar.periods] 下写 ends = "inclusive"；如果那一天确实不属于任何期间，请写 ends = "exclusive"。
periods-kind = { $place }：“{ $name }”的类型是“{ $kind }”。请写 周、月、季度、半年、年 或 区间。
periods-length = { $place }：“{ $name }”有 { $n } 天，不是周、月、季度、半年或年。请给期间表加一列 kind，每行写 周、月、季度、半年、年 或 区间；如果全都一样，请在 [calendar.periods] 下写 constants = {"{"} kind = "range" {"}"}。
periods-overlap = 期间表里的“{ $one }”和“{ $other }”都是{ $kind }，又都包含 { $day }。请改正日期，或在 kind 列写明其中一个是什么：区间可以与其他期间并存。
periods-no-parent = { $place }：“{ $name }”属于“{ $parent }”，而期间表里没有这一行。请补上。{ $hint }
periods-no-part = { $place }：“{ $name }”（{ $kind }，{ $first } 至 { $last }）不在“{ $parent }”（{ $whole }，{ $begin } 至 { $end }）之内。请写一个包含这些日子的更长期间，或把 parent 留空。
