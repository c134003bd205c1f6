# The fairness pack, for sales ops and HR
fair-who = for sales ops and HR only
fair-refused = { $who } may not open the fairness pack: it holds how managers rate. Sales ops and HR open it.
fair-finding = How people are rated, and who may have been missed
fair-lede = { $period }: { $n ->
    [one] one rating
   *[other] { $n } ratings
 } may be read. Every line is a reason to look, never proof.
fair-wait = { $n ->
    [0] No rating
    [one] One rating
   *[other] { $n } ratings
 } may be read yet; groups of fewer than { $fewest } are not shown. Ratings are read once the calibration meeting has begun, or a review is signed. An earlier period may show more.
fair-lenient-name = Leniency
fair-lenient-question = Does somebody rate higher or lower than the figures say?
fair-lenient = { $name } rates { $size } levels from what the scores predict
fair-lenient-none = No manager rates a quarter of a level or more from what the scores predict
fair-lenient-few = Too few ratings to tell who rates leniently
fair-lenient-shrunk = Leniency, levels
fair-lenient-raw = Plain difference
fair-lenient-how = Rating minus the level the objective score predicts, over all managers by one line; drawn towards 0 by the share that is chance. Shown from five people on.
fair-impact-name = Impact ratio
fair-impact-question = Do ratings above the middle reach all groups alike?
fair-impact = { $n ->
    [0] No group lies below four fifths of the best
    [one] One group lies below four fifths of the best
   *[other] { $n } groups lie below four fifths of the best
 }
fair-impact-few = Every group is too small to be shown
fair-impact-nothing = No group attributes are given
fair-impact-map = A company that may lawfully look at groups maps group_attributes in workbench.toml; it is used here only and never in a rep's document.
fair-impact-how = Share rated above the middle of the scale, by the share of the group with the highest; p by Fisher's exact test. Below 0.80 it is flagged. Small numbers flag by chance: read p beside it.
fair-attribute = Attribute
fair-group = Group
fair-rate = Rated above the middle
fair-ratio = Ratio
fair-flag = look
fair-too-few = (fewer than five: not shown)
fair-nobody-selected = (nobody anywhere)
fair-placed-name = Territory and tenure
fair-placed-question = Do territory and tenure decide?
fair-placed = { $n ->
    [0] None of { $of } comparisons differs
    [one] One of { $of } comparisons differs
   *[other] { $n } of { $of } comparisons differ
 } beyond chance (p < 0.05)
fair-placed-few = Too few people in each group to compare
fair-placed-how = Medians of groups of five or more; p by Kruskal–Wallis. With several comparisons one in twenty falls below 0.05 by chance alone.
fair-figure = Figure
fair-by = By
fair-middles = Medians
fair-few = under five
fair-of-attainment = Attainment
fair-of-rating = Rating
fair-by-territory = territory
fair-by-tenure = months in the company
fair-worded-name = Language
fair-worded-question = Do comments name something that can be checked?
fair-worded = { $n ->
    [0] None of { $of } comments uses
    [one] One of { $of } comments uses
   *[other] { $n } of { $of } comments use
 } a word that judges and names nothing to check
fair-worded-few = No comment may be read yet
fair-worded-how = A short, open list of words in both languages. A flag asks for evidence; it forbids nothing.
fair-manager = Manager
fair-comments = Comments
fair-vague = With such words
fair-words = Words
fair-spread-name = Spread
fair-spread-question = How are ratings spread?
fair-spread = { $n ->
    [one] One rating uses
   *[other] { $n } ratings use
 } { $used } of { $of } levels
fair-spread-few = No rating may be read yet
fair-spread-how = As they are: no share is prescribed for any level. A manager has an own line from five ratings on.
fair-everybody = Everybody
