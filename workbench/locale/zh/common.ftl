points = {$n}点
