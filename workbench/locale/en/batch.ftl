# The index pages of a batch: search and groups
publish-index-find = Find a name, a team or what needs attention:
publish-index-found = # found
publish-index-no-team = No team recorded
publish-index-manager-of = Manager
publish-index-attainment-short = Attainment
publish-index-win-rate-short = Win rate
publish-index-group = { $n ->
    [one] 1 rep
    *[other] { $n } reps
 }{ $attention ->
    [0] {""}
    *[other] , { $attention } to look at
 }
publish-index-group-failed = {$n} failed
