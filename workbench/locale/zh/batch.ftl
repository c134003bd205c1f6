# 批次的索引页：查找与分组
publish-index-find = 查找姓名、团队或需要关注的事：
publish-index-found = 找到#人
publish-index-no-team = 未记录团队
publish-index-manager-of = 经理
publish-index-attainment-short = 目标达成率
publish-index-win-rate-short = 赢单率
publish-index-group = { $n } 人{ $attention ->
    [0] {""}
    *[other] ，其中 { $attention } 人需要关注
 }
publish-index-group-failed = { $n } 份未生成
