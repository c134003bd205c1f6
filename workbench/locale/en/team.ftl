# The pack of a team meeting
team-reached-name = Attainment and pace
team-reached-question = How far are we together?
team-reached-who = from the data
team-reached-over = { $team } won { $won }, { $share } of target
team-reached-pace = { $team } won { $won }, { $share } of target; pace { $pace }
team-reached-won = { $team } won { $won }; attainment is not shown: { $reason }
team-reached-none = { $team } has fewer than five people, so no figure of the team is shown
team-small = A figure of { $n ->
    [one] one person
   *[other] { $n } people
 } would give each of them away. Open the reviews of { $team } one by one instead.
team-no-figure = No team figure
team-basis-tree = Each deal counts once, for whoever was in the team of { $manager } on its day; these are the figures of { $manager }'s own review.
team-basis-members = Sums over those in the team on the last day of the period, never a mean of rates; a deal two of them share counts once.
team-target-tree = The target is the one set for { $manager }.
team-target-members = The target is the sum of the members' targets.
team-reached-basis = Every figure rests on at least { $n } people; nobody's own figure stands here.
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
team-course-sub = Won revenue per period, tick: target; the team as it was at the time, { $n } people or more
team-learned-name = Learnings
team-learned-question = What do we take from our reviews?
team-learned-who = signed reviews, chosen by the manager
team-learned = { $n ->
    [one] One thing
   *[other] { $n } things
 } we take from our reviews
team-learned-empty = No learning has been shared yet
team-learned-choose = { $n ->
    [one] There is one learning
   *[other] There are { $n } learnings
 } in signed reviews of this team. Choose up to three below; they are shared without a name.
team-learned-none = Once both have signed, what a review says to keep, to stop and to try appears here; so far there is nothing to choose from.
team-blocked-name = Blockers
team-blocked-question = Whom are we waiting for, and for what?
team-blocked-who = support requests
team-blocked = { $n ->
    [one] One request waits
   *[other] { $n } requests wait
 } for { $owners ->
    [one] one owner
   *[other] { $owners } owners
 }; { $late ->
    [0] none is late
    [one] one is late
   *[other] { $late } are late
 }
team-blocked-none = No request for support is waiting
team-blocked-empty = A request is added in the review or with: workbench register add support "…" --rep R01 --owner … --due 2026-12-31
team-owner = Owner
team-requests = Asked for
team-open = Open
team-late = Late
team-oldest = First due
team-answered = { $n ->
    [one] One answer in this period; it took { $days }
   *[other] { $n } answers in this period; the middle one took { $days }
 }.
team-recognised-name = Recognition
team-recognised-question = Who is thanked, and by which rule?
team-recognised-who = awards and praise
team-recognised = { $awards ->
    [0] { $praise ->
        [one] One word of praise
       *[other] { $praise } words of praise
     }
    [one] { $praise ->
        [0] One award
        [one] One award and one word of praise
       *[other] One award and { $praise } words of praise
     }
   *[other] { $praise ->
        [0] { $awards } awards
        [one] { $awards } awards and one word of praise
       *[other] { $awards } awards and { $praise } words of praise
     }
 } in this period
team-recognised-none = Nobody has been thanked in this period yet
team-recognised-empty = Praise names the behaviour seen: workbench register add praise "…" --rep R01 --grounds "…". An award names its rule.
team-for = For
team-what = What
team-rule = Rule, or behaviour seen
team-from = From
team-announced-name = Announcements
team-announced-question = What is new?
team-announced-who = managers, sales ops, HR
team-announced = { $n ->
    [0] { $positions ->
        [one] One open position
       *[other] { $positions } open positions
     }
    [one] { $positions ->
        [0] One announcement
        [one] One announcement and one open position
       *[other] One announcement and { $positions } open positions
     }
   *[other] { $positions ->
        [0] { $n } announcements
        [one] { $n } announcements and one open position
       *[other] { $n } announcements and { $positions } open positions
     }
 }
team-announced-none = There is nothing to announce
team-announced-empty = An announcement is added with: workbench register add announcement "…"
team-announcement = Announcement
team-read = Read by
team-position = Position
team-until = Until
team-positions = Open positions
team-title = Team meeting of { $team }, { $period }
team-kind = Team meeting
team-basis-period = Period
team-basis-as-of = Data as of
team-basis-people = People
team-basis-managers = Led by
team-footer = For this team's meeting. It holds sums over five or more people, and what people said for everybody to read.

# The live page
team-part-meeting = Meeting
team-part-recognition = Recognition
team-part-growth = Growth
team-part-calibration = Calibration
team-part-boxes = Nine boxes
team-part-upward = What the team says of its manager
team-part-fairness = Fairness
team-part = Part
team-recognition-title = Recognition, { $period }: by rule, with nobody forgotten
team-recognition-lede = Whom the rules propose, who has waited long for a word of thanks, and what was said to whom. The meeting itself shows only what was granted.
team-growth-title = Growth and support, { $period }
team-growth-lede = Courses and what moved after them, help among colleagues, requests for support, and one rep's next level. Facts beside the sales score, never inside it.
team-next-level-of = Next level of
team-team = Team
team-period = Period
team-opened = { $members ->
    [one] One person
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
    [one] there is room for one more
   *[other] there is room for { $left } more
 }.
team-share-names = Shared. It names { $names }: do they agree?
team-take-back = Take back: { $what }
team-taken-back = Taken back.
team-take-back-reason = taken back by whoever shared it
register-learning = Learning:
register-name-learning = Learning

# CHARTS
team-course-no-target = Won revenue by period; none of them has a target
