# 实时页面
live-busy = 正在计算……
live-broken = 这里出了程序错误，不是您的操作引起的；已经写下并保存的内容都在。请重试；若仍出现，请把下面的细节发给维护者。
live-details = 细节
live-moved-on = 本轮述职以{$as_of}的快照为准；源数据此后有变动，这里的数字不随之改变。

# REVIEW
live-nobody = 要在这里填写，请先写明您是谁：actor = "{ $rep }:rep"（本人），或 "主管编号:manager"。
