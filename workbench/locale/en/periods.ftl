# A company's table of periods
periods-place = { $file }, row { $row }
periods-turned = { $place }: '{ $name }' ends on { $end }, before its first day is over. Write the day after its last as end_on.
periods-named-twice = { $place }: a second period is called '{ $name }'. Rename one.
periods-between = { $place }: '{ $name }' ends on { $end } and '{ $other }' begins on { $start }, so { $end } is in neither. An end is the day after the last. If the table names the last days, write ends = "inclusive" under [calendar.periods]; if that day belongs to none, ends = "exclusive".
periods-kind = { $place }: '{ $name }' is of kind '{ $kind }'. Write week, month, quarter, half, year or range.
periods-length = { $place }: '{ $name }' has { $n ->
    [one] one day
   *[other] { $n } days
 }, which is not a week, month, quarter, half or year. Add a column kind to the table of periods that says week, month, quarter, half, year or range in each row; where all are alike, write constants = {"{"} kind = "range" {"}"} under [calendar.periods].
periods-overlap = The table of periods has '{ $one }' and '{ $other }', each a { $kind }, and both hold { $day }. Mend their days, or say in a column kind what else one of them is: range stands beside all others.
periods-no-parent = { $place }: '{ $name }' is a part of '{ $parent }', which is not in the table of periods. Add its row. { $hint }
periods-no-part = { $place }: '{ $name }' ({ $kind }, { $first } to { $last }) is not part of '{ $parent }' ({ $whole }, { $begin } to { $end }). Name a longer period that holds its days, or leave parent blank.
