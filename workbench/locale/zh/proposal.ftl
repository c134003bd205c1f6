# 由导出文件拟出的 workbench.toml
proposal-from = 根据 { $folder } 中的导出文件拟出。
proposal-from-system = 根据 { $folder } 中的导出文件拟出，它们来自{ $system }。
proposal-how-to-read = 每行后面写着依据；没有写的，是列名与这里相同。
proposal-then-check = 改掉不对的，再运行 `workbench check`。
proposal-passed-over = 未采用：{ $file }（{ $why }）
proposal-open = 尚未确定：{ $asks }
proposal-choice = { $line }  （{ $means }）
proposal-unused = { $file } 中没有用到的列：{ $columns }
proposal-more = 还可以设置的内容；# 后面的都是例子。
proposal-rests-told = 由您指定
proposal-rests-profile = { $system }的叫法
proposal-rests-name = 从列名看
proposal-rests-content = 从内容看

# workbench.toml 的选项，新建时的说明
proposal-option-workspace-title = 文档上印的公司名称
proposal-option-workspace-as_of = 数据截至这一天结束；不写则为今天
proposal-option-workspace-outputs = 放在本文件夹内；不写则为运行处的 ./outputs
proposal-option-calendar-fiscal_year_start = 财年起始月；财年以结束的那一年命名
proposal-option-calendar-country = 按哪个国家或地区的法定节假日休息
proposal-option-calendar-periods = 自定的期间：name、start_on、end_on（最后一天的次日）
proposal-option-money-basis = 金额的口径：bookings、acv 或 tcv
proposal-option-deals-kind = 数据里没有丢单
proposal-option-deals-age_edges = 各账龄段的最后一天，最长的一段除外
proposal-option-quotas-prorate = 目标按入职和离职日期折减
proposal-option-reviews-manager_scope = 经理的目标只算本人
proposal-option-store-url = 不写则为本文件旁的 store.db
proposal-option-serve-identity = 由代理说明来者是谁；不写则只有本机使用
proposal-option-serve-sales_ops = 可以看所有人
proposal-option-serve-hr = 可以看所有人
proposal-option-outreach-channels = 消息发到哪里；{ "${NAME}" }从环境变量读取
proposal-option-tables-quotas = rep_id、start_on、end_on（最后一天的次日）、target

# 这里统计的结果与文件核对
reconciled-won = 赢单
reconciled-lost = 丢单
reconciled-open = 未结
reconciled-unclear = 无法判断
reconciled-sum = 赢单金额 { $currency }
reconciled-no-currency = 无货币
reconciled-file = { $file } 中
reconciled-here = 这里统计
reconciled-unexplained = 原因不明
reconciled-reason-excluded = 已排除，不计入任何数字
reconciled-reason-unowned = 没有负责人，未计入
reconciled-reason-rounded = 舍入到四位小数
reconciled-reason-after_as_of = 创建日晚于数据截止日
reconciled-same = 文件与这里的统计一致。
reconciled-explained = 文件与这里的统计之差，全部来自上面列出的原因。
reconciled-apart = 有内容读出来与文件不一致。查清之前不要使用这些数字：请检查 workbench.toml 的 [tables.deals]。
reconciled-unread = 有 { $n } 个赢单的金额不是数字（如{ $first }），文件的金额合计不含它们。
reconciled-no-amounts = 没有哪一列给出商机金额，只统计个数。
reconciled-table = 表
reconciled-rows = 行数
reconciled-days = 首日与末日
reconciled-idle = 人员表中有 { $n } 人没有任何商机、目标或活动：{ $names }
reconciled-manager = { $name }（带人）
reconciled-more = { $names }，另有 { $n } 人

# 现有的系统模板
profiles-title = { $title }（{ $name }）
profiles-export = { $table }：{ $about }
profiles-others = 其他系统的导出不需要模板：按列名和内容对应，有两种读法的会问您。
