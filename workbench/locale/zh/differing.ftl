differing-title = 从{$before}到{$after}
differing-review = {$name} {$period} 的述职
differing-signed = {$review}（第 {$n} 次签字）
differing-data = 之前用的是 {$first}的数据（{$before}），现在用的是 {$last}的数据（{$after}）。
differing-figures = 数字
differing-figures-none = 数字都没有变。
differing-absent = 有 { $n } 个数字在两份述职里都没有。
differing-figure = 指标
differing-before = 之前
differing-now = 现在
differing-difference = 相差
differing-reading = 怎么看
differing-above = 升高，不只是偶然
differing-below = 降低，不只是偶然
differing-not-distinguishable = 可能只是偶然
differing-too-few = 样本太少，还看不出
differing-no-before = 之前没有样本
differing-no-after = 现在没有样本
differing-restated = {$review}：之后的数据怎么说
differing-same-data = 两份述职用的是同一份数据，其间没有补记。
differing-restated-none = 之后的数据里，这些数字没有变。
differing-restated-by = 同一期间，按 {$first}的数据（{$before}）和 {$last}的数据（{$after}）分别是：
differing-words = 写下的话
differing-words-none = 您能看到的内容，两份里一样。
differing-signed-words = {$review}里写下的话没有放进比较：这里没有留下这种语言的签字文件，或签字时还没有随文件保存；现在的内容不一定就是当时签的。请看签过字的那份文件。
differing-asked = 问题
differing-who = 谁写的
differing-what = 变化
differing-added = 新写
differing-removed = 不再有
differing-changed = 改过
since-period = 与上一期 { $period } 相比
since-review = 与上次述职相比（{ $period }，签于 {$day}）
since-none = { $n ->
    [0] 样本还少，还看不出哪个比率变了。
    [1] 能比较的比率有 1 个，变化可能只是偶然。
   *[other] 能比较的比率有 { $n } 个，变化都可能只是偶然。
 }
since-restated = { $period } 有数字后来更正了：之前是签字时的数（{$day}的数据）
since-gone = 签字时用的数据没有留在这里，{ $period } 后来有没有更正无从比较。
since-others = 其余 { $n } 个有变化的数字
since-chance = 二十个其实没变的比率里，也大约会有一个看起来变了。总额和中位数这里不作判断。
differing-basis = 口径与定义
differing-basis-none = 两份述职用的口径和定义一样。
differing-basis-untold = {$review}的口径和定义变没变，无从比较：文件不在这里，或签字时还没有随文件保存。
differing-basis-today = 上面的数字，两边都按今天的口径算。
differing-rule = 口径或指标
since-no-rates = 没有哪个比率两期都有记录。
