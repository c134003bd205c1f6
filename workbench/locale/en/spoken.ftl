# How periods are said
spoken-quarter = Q{ $n } { $year }
spoken-fiscal-quarter = Q{ $n } FY{ $year }
spoken-half = { $n ->
    [1] the first half of { $year }
   *[other] the second half of { $year }
 }
spoken-fiscal-half = { $n ->
    [1] the first half of FY{ $year }
   *[other] the second half of FY{ $year }
 }
spoken-month = { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
 } { $year }
spoken-week = week { $n } of { $year }
spoken-year = { $year }
spoken-fiscal-year = FY{ $year }
spoken-span = { $first } to { $last }
spoken-name = { $name }
spoken-days = { $plain ->
    [single] one day
   *[several] { $n } days
 }
spoken-cycle = { $period }
spoken-cycle-of = { $period } ({ $template })
