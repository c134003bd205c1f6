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
