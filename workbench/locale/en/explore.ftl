# Exploring
explore-title = Explore
explore-snapshot = Snapshot { $day }
explore-everybody = All reps
explore-period = Period
explore-metric = Figure
explore-team = Team
explore-segment = Segment
explore-product = Product
explore-rep = Rep
explore-against = Beside
explore-stage = Was in stage
explore-days-range = Age in days
explore-amount-range = Amount
explore-any = All
explore-reset = Clear choices
explore-widen = No deal matches all choices. Clear one of them, or choose another period.
explore-late = past its close date
explore-lede-cut = { $definition } Counted over the deals chosen below.
explore-not-cut = { $metric } is worked out for whole reps only; it does not follow a choice of segment, product, stage, age or amount. Clear those choices to see it.
explore-finding-chance = { $metric }: { $n } reps differ by no more than chance
explore-finding-apart = { $metric }: { $n ->
    [one] one of { $of } reps differs
   *[other] { $n } of { $of } reps differ
 } from the others by more than chance
explore-finding-total = { $metric }, { $who }: { $value }
explore-finding-known = { $metric } is known for { $n ->
    [one] one rep
   *[other] { $n } reps
 }
explore-finding-none = Nothing to show for { $metric } here
explore-ranking-chance = No rep can be told apart from the others
explore-ranking-apart = { $n ->
    [one] One rep differs
   *[other] { $n } reps differ
 } from the others by more than chance, in blue
explore-ranking-plain = { $metric } by rep
explore-ranking-today = As of {$day}, not of the period’s end.{" "}
explore-ranking-sub = Dot: the figure; bar: 95% Wilson interval. Hollow: small sample (n < 10); n < 5 stands last and is compared with nobody. Click a rep to follow it.
explore-ranking-sub-plain = In order of size. This figure has no interval, so it is a list, not a ranking. Click a rep to follow it.
explore-ranking-more = { " " }The first { $shown }; { $n } more: choose a team.
explore-ranking-none = No figure of any rep
explore-trend-title = { $who }: { $metric } { $value }
explore-trend-sub = Last periods; the band is the 95% interval. Hollow: small sample (n < 10). Click a period to go there.
explore-trend-sub-plain = Last periods, n under each. Click a period to go there.
explore-trend-state = How things stood earlier cannot be told
explore-trend-state-sub = This figure tells how deals stand at the end of the snapshot's day; what stood open earlier is not in it.
explore-trend-none = This figure has no team total
explore-trend-none-sub = Choose a rep, and clear choices of segment, product, stage, age and amount, to see its course.
explore-funnel-finding = Fewest get past { $stage }: { $share }
explore-funnel-plain = What became of the deals that entered a stage
explore-funnel-sub = Deals that entered each stage in { $period }; share of those that left it. Click a stage to keep the deals that were in it.
explore-funnel-passed = Passed
explore-funnel-still = Still in
explore-funnel-lost = Lost
explore-funnel-none = The way through the stages is not known
explore-funnel-none-sub = There is no deal_history with stages. Map it in workbench.toml, [tables.deal_history]; or freeze a snapshot each week, which tells it too.
explore-funnel-empty = No deal entered a stage here
explore-map-finding = { $deals } open, worth { $amount }
explore-map-sub = Age to the right, amount upwards, in tens; area: number of deals; orange: past the close date. Draw a box to keep deals of that age and size.
explore-map-unplaced = { " " }{ $n ->
    [one] One deal has no amount or age and is
   *[other] { $n } deals have no amount or age and are
 } not on the map.
explore-map-none = No open deal with an amount here
explore-table = Deals: closed in { $period }, and open
explore-table-sub = The largest first; { $shown } of { $n } rows; together { $total }. A deal two reps share stands once for each, with its part.
explore-head-deal = Deal
explore-head-rep = Rep
explore-head-stage = Stage or result
explore-head-days = Days
explore-head-close = Close date
explore-head-amount = Amount
explore-state-won = won
explore-state-lost = lost
explore-state-open = open
explore-more = More rows
explore-csv = Save as CSV
explore-xlsx = Save as Excel
explore-exported = All { $n } rows are in { $file }.
explore-tool = Look closer
explore-tool-none = Nothing
explore-tool-figure = Open the figure
explore-tool-compare = Compare two
explore-tool-what-if = What if
explore-tool-change = Explain the change
explore-tool-outliers = Find outliers
explore-tool-view = The view as text
explore-figure-title = { $who }: { $metric } { $value }
explore-figure-rows = { $shown } of { $n } rows it was made of, those that count and the largest first. A deal two reps share stands once.
explore-figure-others = This figure is made of other figures; choose a rep to see them all.
explore-formula = Formula
explore-numerator = Numerator
explore-denominator = Denominator
explore-sample = Sample
explore-compare-title = { $first } beside { $second }
explore-compare-sub = Every figure both have in { $period }. Two rates count as different only where the 95% interval of their difference leaves out 0.
explore-compare-figure = Figure
explore-compare-difference = Difference
explore-compare-verdict = Told apart?
explore-compare-pick = Choose a rep above to compare; “Beside” names whom with, else the team.
explore-verdict-apart = yes, { $low } to { $high } points
explore-verdict-chance = within chance
explore-verdict-none = no interval
explore-what-if-title = Attainment { $before } → { $after }
explore-what-if-same = Attainment { $before }; move a slider
explore-what-if-sub = Won revenue is deals decided × win rate × average size; a shorter cycle decides more deals in the same days. All else is assumed to stay as it is. Revenue { $revenue }, quota { $quota }.
explore-what-if-pick = Choose a rep above: a quota belongs to a rep.
explore-what-if-none = { $who } has no quota or no won revenue in { $period }, so there is nothing to try out.
explore-what-if-unknown = { $driver } is not known for { $who }, so it cannot be changed.
explore-what-if-now = Today
explore-what-if-then = What if
explore-driver-win_rate = Win rate, change in %
explore-driver-deal_size = Deal size, change in %
explore-driver-cycle_days = Cycle, change in %
explore-driver-quota = Quota, change in %
explore-change-from = From period
explore-change-title = Won revenue { $change } from { $before } to { $period }
explore-change-sub = Volume, mix and price over the products sold in both; the parts add up to the change. Team, rep, segment, product, stage, age and amount are as chosen above.
explore-change-none = No deal was won in { $before } or in { $period } here
explore-outliers-title = { $n ->
    [0] No figure of a rep is an outlier
    [one] One figure of a rep is an outlier
   *[other] { $n } figures of reps are outliers
 }
explore-outliers-sub = The rule: a rate by count is an outlier when its 95% credible interval leaves out the group's rate; any other figure when it lies over 1.5 times the width of the middle half outside the middle half, of at least eight reps. It asks for a look; it judges nobody.
explore-outliers-group = Group
explore-outliers-value = Value
explore-outliers-rule-rate = 95% interval leaves out { $mean }
explore-outliers-above = above the fence of { $end }
explore-outliers-below = below the fence of { $end }
explore-view-name = Name
explore-view-save = Save the view
explore-view-saved = The view is kept as { $name }; reopen it under “Open a view”, or run: workbench view show { $name }
explore-view-open = Open a view
explore-view-opened = This is the view { $name }.
explore-view-text = The view as text; edit it and press “Show”
explore-view-show = Show
explore-view-other = Differs from the view { $name }:
explore-view-same = It is the same as the view { $name }.
explore-view-diff = Compare with a view
explore-view-empty = No view is kept here yet.
explore-view-batch = Its documents: workbench batch --view { $name }
reason-not_cut_by_deal = worked out for whole reps only
