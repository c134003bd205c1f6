# The pack of a team meeting
team-reached-name = Attainment and pace
team-reached-question = How far are we together?
team-reached-who = from the data
team-reached-over = { $team } won { $won }, { $share } of target
team-reached-pace = { $team } won { $won }, { $share } of target; pace { $pace }
team-reached-won = { $team } won { $won }; attainment is not told: { $reason }
team-reached-none = { $team } is smaller than five: no figure of the team is told
team-small = A figure of { $n ->
    [one] one person
   *[other] { $n } people
 } would tell of each of them. Open the reviews of { $team } one by one instead.
team-no-figure = No team figure
team-basis-tree = Each deal counts once, for who was in the team of { $manager } on its day; these are the figures of { $manager }'s own review.
team-basis-members = Sums over who is in the team on the period's last day, never a mean of rates; a deal two of them share counts once.
team-target-tree = The target is the one set for { $manager }.
team-target-members = The target is that of the members together.
team-reached-basis = A figure rests on at least { $n } people; nobody's own figure stands here.
team-measure = Measure
team-value = Team
team-rests-on = Made of
team-people = People
team-figures = Figures of the team
team-too-few = fewer than { $n } people have it
team-interval = { $counts }, 95% interval { $low }–{ $high }%
team-rows = { $n ->
    [one] 1 deal
   *[other] { $n } deals
 }
team-course = Target reached in { $hits } of { $n } { $n ->
    [one] period
   *[other] periods
 }{ $all ->
    [yes] {""}
   *[no] {" "}with a target
 }
team-course-sub = Won revenue per period, tick: target; the team as it was made up then, { $n } people or more
team-learned-name = Learnings
team-learned-question = What do we take from our reviews?
team-learned-who = signed reviews, chosen by the manager
team-learned = { $n ->
    [one] One thing
   *[other] { $n } things
 } we take from our reviews
team-learned-empty = No learning is shared yet
team-learned-choose = { $n ->
    [one] One lesson stands
   *[other] { $n } lessons stand
 } in signed reviews of this team. Choose up to three below; they are shared without a name.
team-learned-none = Lessons stand in reviews once both have signed: what to keep, to stop, to try. Until then there is nothing to choose from.
team-blocked-name = Blockers
team-blocked-question = What do we wait for, and from whom?
team-blocked-who = support requests
team-blocked = { $n ->
    [one] 1 request is open
   *[other] { $n } requests are open
 } with { $owners ->
    [one] one owner
   *[other] { $owners } owners
 }; { $late ->
    [0] none is late
    [one] one is late
   *[other] { $late } are late
 }
team-blocked-none = No request for support is open
team-blocked-empty = A request is added in the review or with: workbench register add support "…" --rep R01 --owner … --due 2026-12-31
team-owner = Owner
team-requests = Asked for
team-open = Open
team-late = Late
team-oldest = First due
team-answered = { $n ->
    [one] One answer
   *[other] { $n } answers
 } in this period; the middle one took { $days } days.
team-recognised-name = Recognition
team-recognised-question = Who is thanked, and by which rule?
team-recognised-who = awards and praise
team-recognised = { $awards ->
    [0] No award
    [one] One award
   *[other] { $awards } awards
 } and { $praise ->
    [0] no praise
    [one] one word of praise
   *[other] { $praise } words of praise
 } in this period
team-recognised-none = Nobody was thanked in this period yet
team-recognised-empty = Praise names the behaviour seen: workbench register add praise "…" --rep R01 --grounds "…". An award names its rule.
team-for = For
team-what = What
team-rule = Rule, or behaviour seen
team-from = From
team-announced-name = Announcements
team-announced-question = What is new?
team-announced-who = managers, sales ops, HR
team-announced = { $n ->
    [one] One announcement
   *[other] { $n } announcements
 }, { $positions ->
    [0] no open position
    [one] one open position
   *[other] { $positions } open positions
 }
team-announced-none = Nothing is announced
team-announced-empty = An announcement is added with: workbench register add announcement "…"
team-announcement = Announcement
team-read = Read by
team-position = Position
team-until = Until
team-positions = Open positions
team-title = Team meeting { $team }, { $period }
team-kind = Team meeting
team-basis-period = Period
team-basis-as-of = Data as of
team-basis-people = People
team-basis-managers = Led by
team-footer = For the meeting of this team. It holds sums over five or more people, and what people said for everybody to read.

# The live page
team-part-meeting = Meeting
team-part-recognition = Recognition
team-part-growth = Growth
team-part-calibration = Calibration
team-part-boxes = Nine boxes
team-part-upward = What the team says of its manager
team-part-fairness = Fairness
team-part = Part
team-recognition-title = Recognition, { $period }: by rule, and nobody forgotten
team-recognition-lede = What the rules propose, who has waited long for a word of thanks, and what was said to whom. The meeting itself shows only what was granted.
team-growth-title = Growth and support, { $period }
team-growth-lede = Courses and what moved after them, help among colleagues, requests for support, and one rep's next level. Facts beside the sales score, never inside it.
team-next-level-of = Next level of
team-team = Team
team-period = Period
team-opened = { $members ->
    [one] 1 person
   *[other] { $members } people
 } · data as of { $as_of } · reading as { $actor }
team-mark = I have read: { $what }
team-marked = Noted as read.
team-share-title = Share a learning
team-share-pick = From signed reviews
team-share-none = (write your own)
team-share-text = In words that name nobody
team-share-do = Share
team-share-done = Shared; { $left ->
    [0] that makes three
    [one] room for one more
   *[other] room for { $left } more
 }.
team-share-names = Shared. It names { $names }: do they agree?
team-take-back = Take back: { $what }
team-taken-back = Taken back.
team-take-back-reason = taken back by who shared it
register-learning = Learning:
register-name-learning = Learning

# CHARTS
team-course-no-target = Won revenue by period; none of them has a target
