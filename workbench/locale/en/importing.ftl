# Bringing in a company's own exports: the notebook import.ipynb
import-title = Import
import-give-folder = Say where the exports are
import-give-folder-lede = Write folder = "/home/ana/exports" (the full path of the folder that holds your CRM's exports) into the cell above and run all cells again. Nothing is written before you press the button.
import-there = This workspace is set up already
import-finding = { $system }: { $deals ->
    [one] one deal
   *[other] { $deals } deals
 }, { $won } won{ $sums }, { $reps ->
    [one] one rep
   *[other] { $reps } reps
 }
import-sums = {" "}for { $sums }
import-finding-open = { $system }: { $n ->
    [one] one answer is missing before the files can be read
   *[other] { $n } answers are missing before the files can be read
 }
import-lede = Nothing is written yet. Does this look like your company? Correct below what does not, and the figures above follow. The workspace goes to { $to }.
import-recognised = What was recognised
import-head-file = File
import-head-table = Table
import-head-rows = Rows that count
import-head-aside = Set aside
import-taken-from-deals = made from the deals
import-unread = not read yet
import-passed-over = { $n ->
    [one] 1 file is not used
   *[other] { $n } files are not used
 }
import-notes = { $n ->
    [one] 1 thing these exports easily leave out
   *[other] { $n } things these exports easily leave out
 }
import-questions = Questions only you can answer
import-questions-none = Nothing is open: every line has one reading.
import-choose = choose …
import-columns = Which column gives what
import-columns-lede = A change takes effect at once, and the rows below show it. Choose the first column again to return to what was proposed.
import-more = Columns that nothing gives ({ $n })
import-not-used = not used
import-made = { $name } (made)
import-required = must be given
import-preview = The first rows of { $table }, as they are read
import-aside-told = { $n ->
    [one] One row is set aside and counts nowhere; workbench check says why.
   *[other] { $n } rows are set aside and count nowhere; workbench check says why.
 }
import-rest = The other lines of workbench.toml ({ $n })
import-write = Write workbench.toml, freeze the data, make the first document
import-write-open = The button waits for your answers above.
import-yes = yes
import-no = no
import-outcome = Outcome
import-outcome-won = won
import-outcome-lost = lost
import-outcome-open = open
import-outcome-excluded = counts nowhere
import-done = { $name }'s document is ready
import-done-no-document = The workspace is set up; its first document is still to be made
import-done-lede = { $file } is written, and yours to edit; the data are frozen.
import-reconciled = Your file against what counts here
import-document = The first document
import-save = Save { $name }
import-next = Next, in a terminal:
import-making = Frozen. The first document is being made …

# Tables and columns as a person calls them
import-table-reps = Reps
import-table-assignments = Assignments
import-table-accounts = Customers
import-table-products = Products
import-table-deals = Deals
import-table-deal_lines = Lines of deals
import-table-deal_splits = Shares in deals
import-table-deal_history = Course of deals
import-table-contracts = Contracts
import-table-activities = Activities
import-table-leads = Leads
import-table-surveys = Surveys
import-table-receipts = Receipts
import-table-quotas = Quotas
import-table-forecasts = Forecasts
import-table-trainings = Trainings
import-table-absences = Absences
import-table-fx_rates = Exchange rates
import-table-group_attributes = Attributes of groups
import-column-rep_id = Rep
import-column-name = Name
import-column-email = E-mail
import-column-manager_id = Manager
import-column-team = Team
import-column-region = Region
import-column-segment = Segment
import-column-role = Role
import-column-level = Level
import-column-hired_on = Hired on
import-column-left_on = Left on
import-column-is_active = Active
import-column-language = Language
import-column-start_on = From
import-column-end_on = To
import-column-account_id = Customer
import-column-parent_id = Parent company
import-column-owner_id = Owner
import-column-is_named = Key account
import-column-industry = Industry
import-column-size = Size
import-column-created_on = Created on
import-column-product_id = Product
import-column-family = Product family
import-column-list_price = List price
import-column-currency = Currency
import-column-deal_id = Deal
import-column-pipeline = Pipeline
import-column-stage = Stage
import-column-amount = Amount
import-column-acv = Worth a year
import-column-tcv = Worth of the contract
import-column-cost = Cost
import-column-probability = Probability
import-column-forecast_category = Forecast category
import-column-is_closed = Over
import-column-is_won = Won
import-column-is_qualified = Qualified
import-column-is_excluded = Counts nowhere
import-column-exclude_reason = Why it counts nowhere
import-column-close_on = Close date
import-column-deal_type = Deal type
import-column-lead_source = Source
import-column-next_step = Next step
import-column-last_activity_at = Last activity
import-column-lost_reason = Reason lost
import-column-quantity = Quantity
import-column-unit_price = Unit price
import-column-share = Share
import-column-at = When
import-column-contract_id = Contract
import-column-annual_value = Worth a year
import-column-activity_id = Activity
import-column-kind = Kind
import-column-duration_minutes = Minutes
import-column-outcome = Result
import-column-is_done = Done
import-column-is_automatic = Written by the system
import-column-lead_id = Lead
import-column-created_at = Created
import-column-first_touch_at = First touch
import-column-source = Source
import-column-response_id = Answer
import-column-score = Score
import-column-scale_max = Highest score
import-column-receipt_id = Receipt
import-column-due_on = Due on
import-column-received_on = Received on
import-column-amount_due = Amount due
import-column-amount_received = Amount received
import-column-metric = Figure
import-column-target = Target
import-column-product_family = Product family
import-column-weight = Weight
import-column-period = Period
import-column-made_on = Made on
import-column-category = Category
import-column-course = Course
import-column-status = Status
import-column-completed_on = Completed on
import-column-factor = Part of the working time
import-column-on = Day
import-column-rate = Rate
import-column-attribute = Attribute
import-column-value = Value
