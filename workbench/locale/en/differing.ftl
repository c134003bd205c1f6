differing-title = From {$before} to {$after}
differing-review = {$name} in {$period}
differing-signed = {$review}, as signed in round {$n}
differing-data = Before by the data of {$first} ({$before}), now by those of {$last} ({$after}).
differing-figures = Figures
differing-figures-none = No figure differs.
differing-absent = { $n ->
    [one] One figure is absent in both reviews.
   *[other] {$n} figures are absent in both reviews.
 }
differing-figure = figure
differing-before = before
differing-now = now
differing-difference = difference
differing-reading = what it says
differing-above = higher, more than by chance
differing-below = lower, more than by chance
differing-not-distinguishable = may be chance
differing-too-few = too few cases to tell
differing-no-before = no cases before
differing-no-after = no cases now
differing-restated = Later data on {$review}
differing-same-data = Both reviews stand on the same data, so nothing was recorded in between.
differing-restated-none = Later data tell the same figures.
differing-restated-by = The same period by the data of {$first} ({$before}) and by those of {$last} ({$after}):
differing-words = What people wrote
differing-words-none = The words you may read are the same in both.
differing-signed-words = What people wrote in {$review}, is not compared here: what is kept at signing is the document, and answers as they are now need not be those that were signed. Read them in the signed document.
differing-asked = question
differing-who = who
differing-what = what
differing-added = added
differing-removed = no longer there
differing-changed = changed
