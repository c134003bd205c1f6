# What is refused, to whom, and who does it instead. Who acts, which review, which side
refusal-actor = {$who} ({$role})
refusal-role-rep = rep
refusal-role-manager = manager
refusal-role-sales-ops = sales ops
refusal-role-hr = HR
refusal-role-finance = finance
refusal-role-support = support team
refusal-role-program = the workbench itself
refusal-review = the review of {$rep} in {$cycle}
refusal-side-rep = rep's
refusal-side-manager = manager's
refusal-side-shared = shared
refusal-side-private = private

# INBOX: the inbox, upward feedback
refusal-upward = {$who} reads no upward feedback: only the manager it is about and the manager's manager do, of five or more together.
refusal-person = { $who }
refusal-feedback = {$who} has no part in the cycle of {$review}, so no feedback can be given there. Name a cycle with --cycle in which both of you stand.
refusal-asks-nothing = Nothing is asked: write what is doubted, or what is needed.
refusal-answers-nothing = An answer has words: say what was found or what will be done.
refusal-answer = {$who} cannot answer this: it is addressed to {$owner}.
refusal-answered = Somebody else has answered this meanwhile. Load it again to read the answer.
refusal-talks = {$who} does not see everybody's talks; HR and sales ops do. Your own: workbench session list REP.
