# 团队会议材料
team-reached-name = 达成与节奏
team-reached-question = 我们一起走到哪里了？
team-reached-who = 来自数据
team-reached-over = { $team }赢单 { $won }，达成目标的 { $share }
team-reached-pace = { $team }赢单 { $won }，达成目标的 { $share }；节奏 { $pace }
team-reached-won = { $team }赢单 { $won }；达成率不显示：{ $reason }
team-reached-none = { $team }不足五人，不显示团队数字
team-small = { $n } 个人的合计会透露每个人的数字。请逐一打开{ $team }成员的述职。
team-no-figure = 没有团队数字
team-basis-tree = 每单只计一次，算给当天在{ $manager }团队里的人；与{ $manager }本人述职里的数字相同。
team-basis-members = 按期末在队的成员合计，不是比率的平均；两人分成的单只计一次。
team-target-tree = 目标是给{ $manager }定的团队目标。
team-target-members = 目标是成员目标之和。
team-reached-basis = 每个数字至少包含 { $n } 人；这里没有任何个人的数字。
team-measure = 指标
team-value = 团队
team-rests-on = 由什么得来
team-people = 人数
team-figures = 团队数字
team-too-few = 不足 { $n } 人有这个数字
team-interval = { $counts }，95% 区间 { $low }–{ $high }%
team-rows = { $n } 单
team-course = { $all ->
    [yes] {""}
   *[no] 有目标的
 }{ $n } 期中有 { $hits } 期达成目标
team-course-sub = 每期赢单额，短线为目标；按当时的成员计算，至少 { $n } 人
team-learned-name = 学到的
team-learned-question = 我们从述职中带走什么？
team-learned-who = 已签署的述职，由经理挑选
team-learned = 这次述职，我们带走 { $n } 条经验
team-learned-empty = 还没有分享经验
team-learned-choose = 本团队已签署的述职里有 { $n } 条经验。请在下面最多挑三条；分享时不带姓名。
team-learned-none = 双方签署以后，述职里写的“保持、停止、尝试”会出现在这里；现在还没有可选的。
team-blocked-name = 阻碍
team-blocked-question = 我们在等谁、等什么？
team-blocked-who = 支持请求
team-blocked = { $n } 项请求在等 { $owners } 方答复，{ $late ->
    [0] 都没有逾期
   *[other] 其中 { $late } 项已逾期
 }
team-blocked-none = 没有在等答复的支持请求
team-blocked-empty = 在述职里填写支持请求，或运行：workbench register add support "…" --rep R01 --owner … --due 2026-12-31
team-owner = 负责
team-requests = 请求
team-open = 待答复
team-late = 逾期
team-oldest = 最早期限
team-answered = { $n ->
    [1] 本期答复 1 项，用了 { $days }
   *[other] 本期答复 { $n } 项，用时的中位数为 { $days }
 }。
team-recognised-name = 认可
team-recognised-question = 感谢谁，按什么规则？
team-recognised-who = 奖项与表扬
team-recognised = 本期{ $awards ->
    [0] 有 { $praise } 条表扬
   *[other] { $praise ->
        [0] 有 { $awards } 个奖项
       *[other] 有 { $awards } 个奖项、{ $praise } 条表扬
     }
 }
team-recognised-none = 本期还没有谁得到感谢
team-recognised-empty = 表扬要写看到的行为：workbench register add praise "…" --rep R01 --grounds "…"；奖项要写规则。
team-for = 给谁
team-what = 为什么
team-rule = 规则，或看到的行为
team-from = 来自
team-announced-name = 公告
team-announced-question = 有什么新消息？
team-announced-who = 经理、销售运营、HR
team-announced = { $n ->
    [0] { $positions } 个空缺岗位
   *[other] { $positions ->
        [0] { $n } 条公告
       *[other] { $n } 条公告、{ $positions } 个空缺岗位
     }
 }
team-announced-none = 没有公告
team-announced-empty = 添加公告：workbench register add announcement "…"
team-announcement = 公告
team-read = 已读
team-position = 岗位
team-until = 截止
team-positions = 空缺岗位
team-title = { $team }团队会议，{ $period }
team-kind = 团队会议
team-basis-period = 期间
team-basis-as-of = 数据截至
team-basis-people = 人数
team-basis-managers = 负责人
team-footer = 供本团队会议使用。只含五人以上的合计，以及大家愿意公开的话。

# 实时页面
team-part-meeting = 会议
team-part-recognition = 认可
team-part-growth = 成长
team-part-calibration = 校准
team-part-boxes = 九宫格
team-part-upward = 团队给经理的反馈
team-part-fairness = 公平性
team-part = 部分
team-recognition-title = { $period }的认可：有规则，不漏掉谁
team-recognition-lede = 规则提名了谁，谁很久没听到一句感谢，谁对谁说了什么。会上只展示已授予的。
team-growth-title = { $period }的成长与支持
team-growth-lede = 课程与之后的变化、同事间的帮助、支持请求，以及某个人的下一级别。这些事实列在销售得分旁边，从不计入得分。
team-next-level-of = 下一级别
team-team = 团队
team-period = 期间
team-opened = { $members } 人 · 数据截至{ $as_of } · 以{ $actor }的身份查看
team-mark = 我已阅读：{ $what }
team-marked = 已记为已读。
team-share-title = 分享一条经验
team-share-pick = 来自已签署的述职
team-share-none = （自己写）
team-share-text = 用不点名的话写
team-share-do = 分享
team-share-done = 已分享；{ $left ->
    [0] 已满三条
   *[other] 还可以再分享 { $left } 条
 }。
team-share-names = 已分享。其中提到{ $names }：本人同意吗？
team-take-back = 收回：{ $what }
team-taken-back = 已收回。
team-take-back-reason = 由分享者收回
register-learning = 经验：
register-name-learning = 经验

# CHARTS
team-course-no-target = 各期赢单额；都没有目标
