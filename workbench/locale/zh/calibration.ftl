# 经理之间的校准
calibration-collecting = { $missing ->
    [0] 每位经理都写好了，可以开会
   *[other] 还缺 { $missing } 份本人经理的看法
 }
calibration-collecting-lede = 先各写各的，再看别人的。HR 或销售运营宣布开会之前，谁也看不到别人写了什么，只能看到写了几份。
calibration-open = 已公开 { $n } 份述职的看法；{ $changed ->
    [0] 还没有改动
   *[other] 改动了 { $changed } 处
 }
calibration-open-lede = { $who }于{ $day }宣布开始。看法保持当初的样子；改动由本人的经理做，写明理由，留有记录。
calibration-open-without = 看法还没收齐就开始了，原因：{ $reason }
calibration-no-cycle = { $period }还没有述职周期。请运行：workbench cycle open --period { $period }
calibration-refused = { $who }不参加校准会。参加的是本周期带述职的经理、销售运营和 HR。
calibration-manager = 经理
calibration-given = 已写看法
calibration-missing = 自己的下属还缺
calibration-own = 您带的人
calibration-others = 别人带的人（{ $n }）
calibration-others-lede = 不熟悉的留空。您的看法不决定他们的级别，只用来看各人的看法差多少。
calibration-nobody = 本周期没有人等您的看法：他们的述职已签署。
calibration-no-own-part = 您不写看法；大家写好后，由您宣布开会。
calibration-level = { $name }的级别
calibration-growth = { $name }的成长
calibration-reason = 对{ $name }的理由：两个事实或商机
calibration-choose = 请选择
calibration-growth-1 = 1 守住现有工作
calibration-growth-2 = 2 在现有工作中成长
calibration-growth-3 = 3 承担更大的工作
calibration-saved = 已保存{ $at }
calibration-lacking = 尚未保存：需要级别、成长和理由。
calibration-from-form = 级别取自您的评级表。
calibration-begin = 宣布开会
calibration-begin-reason = 看法未齐也要开始的原因
calibration-score = 分数
calibration-spread = { $n ->
    [0] 没有人的看法相差两级以上
    [1] 对一个人的看法相差两级以上，先谈
   *[other] 对 { $n } 个人的看法相差两级以上，先谈这些
 }
calibration-spread-sub = 级别 1–5；实心：本人经理，空心：其他人，短线：改动之后。分数只来自数据
calibration-rep = 销售
calibration-views = 看法：级别、成长、理由
calibration-weighted = 加权评级
calibration-weighted-of = {$level}（共 { $levels } 档；{$parts}）
calibration-weighted-lacking = 还没评：{$items}
calibration-holds = 现为：级别 · 成长
calibration-changes = 改了什么，为什么
calibration-words = 各人写的
calibration-view = { $who }：{ $level }；{ $growth }。{ $reason }
calibration-change = { $before } → { $after }：{ $reason }（{ $who } { $day }）
calibration-none = 没有本人经理的看法
calibration-adjust = 改动自己下属的评级
calibration-adjust-rep = 销售
calibration-adjust-level = 级别
calibration-adjust-growth = 成长
calibration-adjust-reason = 为什么
calibration-adjust-do = 改动
calibration-adjusted = 已改动，述职表里也一并改了。
calibration-cannot = 评级由本人的经理在“经理评价”或“校准”阶段改动；您名下没有处在这两个阶段的述职。
calibration-boxes = 九宫格里有 { $n } 人
calibration-boxes-lede = 业绩是校准后的评级，成长是本人经理写的。不排名，不规定比例；格子空着也没关系。
calibration-boxes-wait = 校准会开始后九宫格才会有内容：在那之前谁也读不到看法。
calibration-boxes-how = 业绩：低于、等于或高于评级的中间级别。格子只说明谈话从哪里开始，不说明一个人值多少。
calibration-performance-1 = 低于中间级别
calibration-performance-2 = 中间级别
calibration-performance-3 = 高于中间级别
calibration-unrated = 没有本人经理的看法：{ $names }
