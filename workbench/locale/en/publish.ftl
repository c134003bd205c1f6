publish-contents = Contents
publish-contents-key = Contents; an orange line marks what is still to be written
publish-made-by = Made by the Rep Review Workbench
publish-index-title = {$period} reviews
publish-index-everyone = Sales operations: everyone
publish-index-manager = Manager {$manager}
publish-index-as-of = Data as of {$as_of}
publish-index-made-data = Made example: all data are invented
publish-index-counts = { $made } made{ $failed ->
    [0] {""}
   *[other] , { $failed } could not be made
 }
publish-index-headline = { $n ->
    [one] { $failed ->
        [0] { $attention ->
            [0] The one review is ready
           *[other] The one review needs a closer look
        }
       *[other] The one review could not be made
    }
   *[other] { $failed ->
        [0] { $attention ->
            [0] All { $n } reviews are ready
            [one] 1 of { $n } reviews needs a closer look
           *[other] { $attention } of { $n } reviews need a closer look
        }
        [one] 1 of { $n } reviews could not be made
       *[other] { $failed } of { $n } reviews could not be made
    }
 }
publish-index-moved-on = The source has changed since the snapshot of {$as_of} that this cycle is pinned to; the figures here stay as they were agreed on.
publish-index-order = In the order in which they need attention, then by name; not a ranking.
publish-index-stat-made = documents ready
publish-index-stat-failed = could not be made
publish-index-stat-target = without an attainment
publish-index-stat-below = below target
publish-index-stat-coverage = with the next pipeline too thin
publish-index-name = Name
publish-index-team = Team
publish-index-attention = Attention
publish-index-attainment = Quota attainment (tick: 100%)
publish-index-win-rate = Win rate, 95% interval (tick: peers' median)
publish-index-coverage = {$period} coverage
publish-index-coverage-none = Next coverage
publish-index-notes = Rows left out
publish-index-open = Open
publish-index-open-of = Open the review of {$name}
publish-index-attention-failed = Not made
publish-index-attention-target = No attainment
publish-index-attention-both = Below target, and the next pipeline too thin
publish-index-attention-below = Below target
publish-index-attention-coverage = Next pipeline too thin
publish-index-attention-none = None
publish-index-attention-left = Has left
publish-index-left = left, last day {$date}
publish-index-gone = Left
publish-index-left-since = Last day at work
publish-index-few = {$counts}; n < 5, no rate shown
publish-index-problems = What could not be made
publish-index-failed-why = {$name}: {$sentence}
publish-index-teams = By manager
publish-index-no-manager = No manager recorded
publish-index-other-language = 中文
publish-index-nobody = Nobody is reviewed in this period
publish-index-foot = An absent figure is a dash with its reason, never 0. Where an interval covers the peers' median, the difference is not evidence.
publish-bullet = Attainment {$value}; the tick is 100%
publish-interval = Win rate {$value}, 95% interval {$low}–{$high}
publish-stopped-in = stopped in section “{$section}”: {$text}. Correct it and run the batch again: only what is missing is made.
publish-stopped = stopped: {$text}. Correct it and run the batch again: only what is missing is made.

# Who waits for whom
publish-waits-title = { $n ->
    [one] One review waits for somebody{ $how ->
        [all] , and is late
       *[none] {""}
    }
   *[other] {$n} reviews wait for somebody{ $how ->
        [all] , all of them late
        [some] , {$late} of them late
       *[none] {""}
    }
 }
publish-waits-none = Nobody waits for anybody: every review has come as far as it can today
publish-waits-on = As the cycle stood on {$on}; where a day has passed, the days since are counted.
publish-waits-rest = { $n ->
    [one] One more who has something to do
   *[other] {$n} more who have something to do
}
publish-waits-rep = The reps
publish-waits-hr = HR
publish-waits-office = HR or sales ops
publish-waits-nobody = A manager who is not recorded yet
publish-waits-does-data-check = check the figures
publish-waits-does-self-review = write the self-review
publish-waits-does-manager-review = write the review
publish-waits-does-calibration = calibrate
publish-waits-does-conversation = hold the talk and agree on actions
publish-waits-does-sign-off = sign
publish-waits-does-appeal = close the review, now that the appeal window is over
publish-waits-does-decide = decide on the open appeal
publish-waits-does-left-rep = let it go on without the rep, who has left
publish-waits-does-left-manager = hand it over, since its manager has left
publish-waits-of = {$who} to {$does}
publish-waits-by = by {$due}
publish-waits-late = due {$due}, { $n ->
    [one] one day
   *[other] {$n} days
 } late
publish-waits-comma = {", "}
publish-waits-colon = {": "}
publish-waits-more = {$names} and {$n} more
publish-index-attention-late = Late
publish-index-attention-fell = Win rate fell
publish-index-fell = {$now} won ({$counts}), {$before} a year before ({$earlier}): more than chance
publish-index-stat-fell = with a win rate that fell beyond chance
publish-index-file-of = {$file}, review of {$name}
publish-index-advice = What to correct in the data
publish-index-advice-how = Tables and columns are called as in workbench.toml; workbench check names the rows.
publish-index-needed = of {$needed} needed
publish-file-html = Talk
publish-file-pdf = PDF
publish-file-pptx = Slides
publish-file-xlsx = Workbook
publish-edition-brief = One page
publish-edition-talk = Talk
publish-edition-record = For the file
publish-edition-file = {$edition}, {$format}

# Formats
publish-not-drawn = {$n ->
    [one] One character is shown as a box, because no font in this file has it: {$characters}.
   *[other] {$n} characters are shown as boxes, because no font in this file has them: {$characters}.
}
publish-draft = Draft
publish-signed = Signed
publish-signed-alone = Signed by the manager; the rep has left
publish-later = Signed on {$day}; this file was made later, from what was signed

# Formats
refusal-extra-missing = This format needs the library {$library}, which is not installed here. Install it, then run the same command again: {$line}
refusal-no-font = This machine has none of the fonts a PDF would be set in: {$fonts}. Install one of them, or name one that is there in workbench.toml: [publish] fonts = ["DejaVu Sans"].
refusal-no-chinese-font = This machine has no font that shows Chinese among those a PDF would be set in: {$fonts}. Install one, for example with apt-get install fonts-noto-cjk, or name one that is there in workbench.toml: [publish] fonts = ["Noto Sans CJK SC"].
refusal-notebook-formats = The notebook {$notebook} makes HTML only. To make {$formats} with it, write formats: str = "" in its cell tagged "parameters", and give open_review(…, formats=formats).
refusal-signed-without = The signed document of {$name} is kept as it was signed, without what {$formats} would be made of; nothing is made of later data. Its page stays as it is.
refusal-no-format = There is no format “{$format}”. Give one or several of these: {$formats}.
refusal-no-edition = There is no edition “{$edition}”. Give one or several of these: {$editions}.
refusal-notebook-edition = The notebook {$notebook} makes one edition only. To make {$editions} with it, write edition: str = "talk" in its cell tagged "parameters", and give open_review(…, edition=edition).

# SLIDES
slides-source = { $who ->
    [none] Source: {$section}
   *[other] Source: {$section} ({$who})
}
slides-more = { $n ->
    [one] … and one more, in the document
   *[other] … and {$n} more, in the document
}
slides-rest = … the rest is in the document
slides-series-main = Actual
slides-series-ahead = By the past
slides-series-mark = Target
slides-series-middle = Peers’ median
slides-series-base = Up to here
slides-series-total = Total
slides-series-more = Added
slides-series-less = Lost
slides-days = Day of the period
slides-months = Month of the year
slides-kept = { $moved ->
    [none] {$edited} was edited by hand and stays as it is. The new deck is {$written}; no heading says anything else than in yours.
    [some] {$edited} was edited by hand and stays as it is. The new deck is {$written}; these of its headings are not in yours: {$titles}.
   *[unread] {$edited} was edited by hand and stays as it is. The new deck is {$written}.
}
refusal-no-deck-template = There is no file {$file}, which [publish] deck_template names. Put the company’s template there, as .pptx or .potx, or take the line out of workbench.toml.
refusal-deck-template-unread = {$file}, which [publish] deck_template names, is not a PowerPoint file. Save the template as .pptx or .potx and name that.
refusal-deck-template-layout = The template {$file} has no layout with {$missing}. Add one in PowerPoint’s slide master, or take deck_template out of workbench.toml.
deck-needs-title = a title
deck-needs-body = a title and a text below it
slides-largest = { $n ->
    [one] The largest deal brought {$amount}, {$share} of what was won
   *[other] The {$n} largest deals brought {$amount}, {$share} of what was won
}
slides-wins = Largest deals won
slides-late = Open deals past their close date
slides-actions = { $n ->
    [one] One action for the next period
   *[other] {$n} actions for the next period
}
slides-requests = { $n ->
    [one] One request for support
   *[other] {$n} requests for support
}
