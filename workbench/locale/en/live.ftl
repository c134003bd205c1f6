# Live pages
live-busy = Working …
live-broken = The program made a mistake here, not you; everything that was saved is still there. Try again; if it happens again, send the details below to whoever maintains the workbench.
live-details = Details
live-moved-on = The source has changed since the snapshot of {$as_of} that this cycle is pinned to; the figures here stay as they were agreed on.

# REVIEW
live-nobody = To write here, say who you are: actor = "{ $rep }:rep" for the rep, or "ID:manager" for the manager.
live-no-cycle = No review cycle is open for { $named } yet, so nothing can be written here. To open one: workbench cycle open --period { $period } --template { $template }
