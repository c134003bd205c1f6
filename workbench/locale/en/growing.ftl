# Awards
award-granted = {$award}, {$period}
award-rule-attainment = Won revenue by the own quota, leave and ramp considered.
award-rule-win-rate = Deals won of those decided, by count, at the mix of segments all have.
award-rule-improvement = Attainment of this period less that of the period before.
award-rule-colleagues-helped = Different colleagues helped: by a part in their deal, work on it without a part, mentoring, or praise they gave. Each counts once; praise of the own manager does not.
award-rule-drawn = Drawn to the middle of the same role: counted as if {$n} more deals had gone as they go for all, so that luck on few deals does not win.
award-rule-drawn-rate = Drawn to the middle of the same role: counted as if {$n} more decided deals had gone as they go for all, so that luck on few deals does not win.
award-rule-fewest-attainment = At least {$n} won deals.
award-rule-fewest-win-rate = At least {$n} decided deals.
award-rule-fewest-improvement = At least {$n} won deals in each of the two periods.
award-rule-fewest-colleagues-helped = At least {$n} pieces of evidence.
award-rule-at-least = The figure is at least {$floor}.
award-rule-here = In the company for at least {$n} days on the last day.
award-rule-pause = Who won it within { $n ->
    [one] the period
   *[other] the {$n} periods
 } before waits.
award-rule-ties = Figures equal to a hundredth of a percent are a tie: all are proposed. The rule proposes, a person grants.

award-bar-team = the figures are those of a team
award-bar-left = left on {$detail}
award-bar-too-new = too new: hired on {$detail}
award-bar-no-figure = no figure: {$detail}
award-bar-grade-d = data of grade D
award-bar-too-few = too few cases: n = {$detail}
award-bar-too-low = below the least the rule asks: {$detail}
award-bar-won-lately = won it in {$detail}
award-no-figure-group-too-small = fewer than five of the role have it
award-no-figure-nothing-won = nobody won a deal
award-no-figure-not-here-before = not reviewed in the period before
award-no-figure-before = none in the period before
award-none-nobody-eligible = Nobody is eligible.
award-none-group-too-small = Fewer than five are eligible: there is no middle to draw to. People decide.
award-none-nobody-ahead = No figure is above zero.
award-lead-chance = Chance alone would give such a lead over the next: the figures do not tell the first two apart.
award-tied = { $n ->
    [one] One candidate
   *[other] {$n} candidates, tied
 }
award-others-not-shown = { $n ->
    [one] One rep of another team is not shown.
   *[other] {$n} reps of other teams are not shown.
 }
award-head-rep = Rep
award-head-figure = Figure
award-head-drawn = Drawn (95% interval)
award-head-n = n
award-head-why = Why not eligible
award-head-candidate = Candidate
award-head-award = Award
award-head-hash = Input hash
award-is-candidate = candidate
award-rule = Rule
award-ranked-title = {$award}, {$period}: {$told}
award-none-of-size = No award is defined for a {$size}. Add [[award]] to growth.toml, see docs/growth.md.
size-month = month
size-quarter = quarter
size-half = half-year
size-year = year
