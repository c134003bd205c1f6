publish-contents = 目录
publish-contents-key = 目录；橙线为待填写
publish-made-by = 由销售述职工作台生成
publish-index-title = {$period}述职
publish-index-everyone = 销售运营：全部人员
publish-index-manager = 经理{$manager}
publish-index-as-of = 数据截至{$as_of}
publish-index-made-data = 示例：数据均为虚构
publish-index-counts = { $made } 份完成{ $failed ->
    [0] {""}
   *[other] ，{ $failed } 份未能生成
 }
publish-index-headline = { $n ->
    [1] { $failed ->
        [0] { $attention ->
            [0] 唯一一份述职已就绪
           *[other] 唯一一份述职需要细看
        }
       *[other] 唯一一份述职未能生成
    }
   *[other] { $failed ->
        [0] { $attention ->
            [0] { $n } 份述职全部就绪
           *[other] { $n } 份述职中有 { $attention } 份需要细看
        }
       *[other] { $n } 份述职中有 { $failed } 份未能生成
    }
 }
publish-index-moved-on = 本轮述职以{$as_of}的快照为准；源数据此后有变动，这里的数字不随之改变。
publish-index-order = 按需要关注的先后排列，再按姓名；不是名次。
publish-index-stat-made = 份文档就绪
publish-index-stat-failed = 份未能生成
publish-index-stat-target = 人没有达成率
publish-index-stat-below = 人未达目标
publish-index-stat-coverage = 人下期管道不够
publish-index-name = 姓名
publish-index-team = 团队
publish-index-attention = 需要关注
publish-index-attainment = 目标达成率（竖线为 100%）
publish-index-win-rate = 赢单率与 95% 区间（竖线为同类中位数）
publish-index-coverage = {$period}覆盖
publish-index-coverage-none = 下期覆盖
publish-index-notes = 未计入的行
publish-index-open = 打开
publish-index-open-of = 打开{$name}的述职
publish-index-attention-failed = 未生成
publish-index-attention-target = 无达成率
publish-index-attention-both = 未达目标，下期管道也不够
publish-index-attention-below = 未达目标
publish-index-attention-coverage = 下期管道不够
publish-index-attention-none = 无
publish-index-attention-left = 已离职
publish-index-left = 已离职，最后工作日{$date}
publish-index-gone = 已离职
publish-index-left-since = 最后工作日
publish-index-few = {$counts}，n < 5，不显示比率
publish-index-problems = 未能生成的述职
publish-index-failed-why = {$name}：{$sentence}
publish-index-teams = 按经理查看
publish-index-no-manager = 未记录经理
publish-index-other-language = English
publish-index-nobody = 本期没有人需要述职
publish-index-foot = 缺失的数字写作“—”并附原因，从不当作 0。区间盖住同类中位数时，差异不足为据。
publish-bullet = 达成率{$value}，竖线为 100%
publish-interval = 赢单率{$value}，95% 区间 { $low }–{$high}
publish-stopped-in = 在“{$section}”一节停下：{$text}。改好后重新运行批量，只会补做缺少的文档。
publish-stopped = 停下：{$text}。改好后重新运行批量，只会补做缺少的文档。

# 谁在等谁
publish-waits-title = { $n } 份述职在等人{ $how ->
    [all] ，都已逾期
    [some] ，其中 { $late } 份已经逾期
   *[none] {""}
 }
publish-waits-none = 没有谁在等谁：每份述职都走到了今天该到的一步
publish-waits-on = 这是{$on}的进展；已过期限的，写明过了几天。
publish-waits-rest = 另有 { $n } 人有事要做
publish-waits-rep = 销售本人
publish-waits-hr = HR
publish-waits-office = HR 或销售运营
publish-waits-nobody = 还没有记录的经理
publish-waits-does-data-check = 核对数字
publish-waits-does-self-review = 填写自评
publish-waits-does-manager-review = 填写评价
publish-waits-does-calibration = 校准
publish-waits-does-conversation = 面谈并商定行动
publish-waits-does-sign-off = 签署
publish-waits-does-appeal = 结束述职，申诉期已过
publish-waits-does-decide = 裁定尚未处理的申诉
publish-waits-does-left-rep = 让述职继续，本人已离职
publish-waits-does-left-manager = 另请一位经理接手，原经理已离职
publish-waits-of = 等{$who}{$does}
publish-waits-by = {$due}前
publish-waits-late = 应在{$due}前，已逾期 { $n } 天
publish-waits-comma = ，
publish-waits-colon = ：
publish-waits-more = {$names}，另有 { $n } 人
publish-index-attention-late = 逾期
publish-index-attention-fell = 赢单率下降
publish-index-fell = 赢单率{$now}（{$counts}），一年前{$before}（{$earlier}），降幅超出偶然
publish-index-stat-fell = 人赢单率降幅超出偶然
publish-index-file-of = {$name}的述职，{$file}
publish-index-advice = 数据里有待处理的地方
publish-index-advice-how = 表与列按 workbench.toml 里的名称；workbench check 会列出是哪些行。
publish-index-needed = 需要 {$needed}
publish-file-html = 谈话版
publish-file-pdf = PDF
publish-file-pptx = 述职稿
publish-file-xlsx = 记分卡
publish-edition-brief = 简版
publish-edition-talk = 谈话版
publish-edition-record = 存档版
publish-edition-file = {$edition} {$format}

# Formats
publish-not-drawn = 有 { $n } 个字符没有字体可显示，以方框代替：{$characters}。
publish-draft = 草稿
publish-signed = 已签署
publish-signed-alone = 经理已签署，本人已离职
publish-later = {$day}签署；本文件是之后按签署的内容制作的

# Formats
refusal-extra-missing = 这种格式需要 {$library} 库，而本机没有安装。请先安装，再运行同一条命令：{$line}
refusal-no-font = 本机没有可用于排版 PDF 的字体：{$fonts}。请安装其中一种，或在 workbench.toml 中写明本机已有的字体：[publish] fonts = ["DejaVu Sans"]。
refusal-no-chinese-font = 用于排版 PDF 的字体中，本机没有一种能显示中文：{$fonts}。请安装一种（例如 apt-get install fonts-noto-cjk），或在 workbench.toml 中写明本机已有的字体：[publish] fonts = ["Noto Sans CJK SC"]。
refusal-notebook-formats = 笔记本 {$notebook} 只能生成 HTML。要用它生成 {$formats}，请在标有 "parameters" 的单元格中写入 formats: str = ""，并传给 open_review(…, formats=formats)。
refusal-signed-without = {$name} 的已签署文档按签署时的样子保存，当时没有留下制作 {$formats} 所需的内容；不会用之后的数据补做，网页保持原样。
refusal-no-format = 没有“{$format}”这种格式。请从这些中选一种或几种：{$formats}。
refusal-no-edition = 没有“{$edition}”这种版本。请从这些中选一种或几种：{$editions}。
refusal-notebook-edition = 笔记本 {$notebook} 只能生成一种版本。要用它生成 {$editions}，请在标有 "parameters" 的单元格中写入 edition: str = "talk"，并传给 open_review(…, edition=edition)。

# SLIDES
slides-source = { $who ->
    [none] 来源：{$section}
   *[other] 来源：{$section}（{$who}）
}
slides-more = …… 另有 { $n } 项，见文档
slides-rest = …… 其余见文档
slides-series-main = 实际
slides-series-ahead = 照过去看
slides-series-mark = 目标
slides-series-middle = 同类中位数
slides-series-base = 起点
slides-series-total = 合计
slides-series-more = 增加
slides-series-less = 减少
slides-days = 期内第几天
slides-months = 年内第几个月
slides-kept = { $moved ->
    [none] {$edited} 有人手工修改过，保持原样。新的一份是 {$written}，各页标题与您的一致。
    [some] {$edited} 有人手工修改过，保持原样。新的一份是 {$written}，其中这些标题您的那份里没有：{$titles}。
   *[unread] {$edited} 有人手工修改过，保持原样。新的一份是 {$written}。
}
refusal-no-deck-template = 找不到 [publish] deck_template 指定的文件 {$file}。请把公司模板（.pptx 或 .potx）放到该处，或从 workbench.toml 中删去这一行。
refusal-deck-template-unread = [publish] deck_template 指定的 {$file} 不是 PowerPoint 文件。请把模板另存为 .pptx 或 .potx，再填写它的文件名。
refusal-deck-template-layout = 模板 {$file} 中没有带{$missing}的版式。请在 PowerPoint 的幻灯片母版中添加，或从 workbench.toml 中删去 deck_template。
deck-needs-title = 标题
deck-needs-body = 标题和正文
slides-largest = { $n ->
    [one] 最大一单{$amount}，占赢单额的{$share}
   *[other] 最大的 { $n } 单共{$amount}，占赢单额的{$share}
}
slides-wins = 最大的赢单
slides-late = 已过预计结单日的商机
slides-actions = 下期 { $n } 项行动
slides-requests = { $n } 项支持请求
