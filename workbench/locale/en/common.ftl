points = {$n} points
