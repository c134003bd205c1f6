# 公平性，仅供销售运营与 HR
fair-who = 仅供销售运营与 HR
fair-refused = { $who }不能打开公平性分析：里面有经理们怎样评级。销售运营与 HR 可以打开。
fair-finding = 谁得到怎样的评级，可能漏掉了谁
fair-lede = { $period }：可读的评级 { $n } 份。每一行只是值得看一看的线索，不是证明。
fair-wait = { $n ->
    [0] 目前还没有可读的评级
   *[other] 目前可读的评级 { $n } 份
 }；不足 { $fewest } 人的组不显示。校准会开始以后，或述职签署以后，才能读到评级。更早的周期可能有更多内容。
fair-lenient-name = 宽严
fair-lenient-question = 有没有人评得比数字高或低？
fair-lenient = { $name }的评级与得分预测的相差 { $size } 级
fair-lenient-none = 没有经理的评级与分数预测相差四分之一级以上
fair-lenient-few = 评级太少，看不出宽严
fair-lenient-shrunk = 宽严（级）
fair-lenient-raw = 直接差值
fair-lenient-how = 评级减去客观分数预测的级别，全体经理用同一条直线；按偶然的份额向 0 收缩。五人起显示。
fair-impact-name = 影响比
fair-impact-question = 各组得到高于中间的评级，机会一样吗？
fair-impact = { $n ->
    [0] 没有一组低于最高组的五分之四
    [1] 有一组低于最高组的五分之四
   *[other] 有 { $n } 组低于最高组的五分之四
 }
fair-impact-few = 各组都太小，不显示
fair-impact-nothing = 没有分组属性
fair-impact-map = 依法可以查看分组的公司，在 workbench.toml 里映射 group_attributes；只在这里使用，不进任何人的文件。
fair-impact-how = 评级高于中间的比例，除以比例最高一组；p 为 Fisher 精确检验。低于 0.80 会标出。人数少时会偶然标出，请同时看 p。
fair-attribute = 属性
fair-group = 组
fair-rate = 评级高于中间
fair-ratio = 比值
fair-flag = 请看
fair-too-few = （不足五人，不显示）
fair-nobody-selected = （各组均无）
fair-placed-name = 区域与司龄
fair-placed-question = 数字和评级是不是由区域和司龄决定的？
fair-placed = { $n ->
    [0] { $of } 项比较都没有超出偶然的差异（p < 0.05）
   *[other] { $of } 项比较中有 { $n } 项的差异超出偶然（p < 0.05）
 }
fair-placed-few = 各组人数太少，无法比较
fair-placed-how = 五人以上各组的中位数；p 为 Kruskal–Wallis 检验。多项比较时，每二十项会有一项偶然低于 0.05。
fair-figure = 数字
fair-by = 按
fair-middles = 中位数
fair-few = 不足五人
fair-of-attainment = 达成率
fair-of-rating = 评级
fair-by-territory = 区域
fair-by-tenure = 司龄（月）
fair-worded-name = 用语
fair-worded-question = 评语写的是可核对的事吗？
fair-worded = { $n ->
    [0] { $of } 条评语都没有用只评判、无从核对的词
   *[other] { $of } 条评语中有 { $n } 条用了只评判、无从核对的词
 }
fair-worded-few = 还没有可读的评语
fair-worded-how = 两种语言各一份简短、开放的词表。标出是请补证据，并不禁止。
fair-manager = 经理
fair-comments = 评语
fair-vague = 含此类词
fair-words = 用词
fair-spread-name = 分布
fair-spread-question = 评级怎样分布？
fair-spread = { $n } 份评级用到 { $of } 级中的 { $used } 级
fair-spread-few = 还没有可读的评级
fair-spread-how = 照原样显示：任何级别都不规定比例。经理有五份评级起单列一行。
fair-everybody = 全体
