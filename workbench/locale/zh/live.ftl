# 实时页面
live-busy = 正在计算……
live-broken = 这里是程序出了错，不是您操作的问题；已经写下并保存的内容都在。请重试；如果还是这样，请把下面的细节发给维护的人。
live-details = 细节
live-moved-on = 本轮述职以{$as_of}的快照为准；源数据此后有变动，这里的数字不随之改变。

# REVIEW
live-nobody = 要在这里填写，请先写明您是谁：actor = "{ $rep }:rep"（本人），或 "经理编号:manager"。
live-no-cycle = { $named }还没有开述职周期，这里暂时不能填写。开周期：workbench cycle open --period { $period } --template { $template }
