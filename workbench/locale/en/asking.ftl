proposal-outcome-won = the deal is won
proposal-outcome-lost = the deal is lost
proposal-outcome-open = the deal is still open
proposal-ask-outcome = What does “{ $word }” say of a deal?
proposal-ask-currency = No amount names its currency. Which one are they in?
proposal-ask-people = { $n ->
    [one] One person on the list appears in no deal, quota or activity: { $names }. Who is to be reviewed?
   *[other] { $n } people on the list appear in no deal, quota or activity: { $names }. Who is to be reviewed?
  }
proposal-people-seen = only those who appear there, or lead somebody who does
proposal-people-all = everybody on the list
proposal-why-zone = of the export's language, else of this machine
proposal-why-currency = as the amounts say
proposal-why-home = this system is used in one country; no amount names another currency
proposal-why-days = the exports tell of { $first } to { $last }
proposal-no-table = Going by its columns, { $file } is not a table a review uses.
proposal-second = { $file } could be { $table }, too; { $first } fits better.
proposal-no-deals = No file in { $folder } tells of deals: none has a deal, an owner and how it stands. These are there: { $files }. Export the list of deals (opportunities), or write workbench.toml by hand: `workbench init`.
proposal-without-deals = the company records none, as a call centre: documents tell of what the other files record, and of no money, pipeline or forecast
setup-title = { $system }: { $n } lines of workbench.toml
setup-no-system = No system recognised; matched by column names and content
setup-line = line
setup-value = value
setup-rests = rests on
setup-passed-over = Not used: { $file }. { $why }
setup-unused = No use for these columns of { $file }: { $headers }
setup-there = { $file } is there already and is not touched. Give another folder, or edit that file.
setup-open = { $n ->
    [one] One question is open; nothing is written. Add the line that is right to the command.
   *[other] { $n } questions are open; nothing is written. Add the lines that are right to the command.
  }
setup-choose = Number
setup-choose-again = Enter a number from 1 to { $n }.
setup-nobody = Nobody is here to agree, so nothing is written. Add --yes to take the proposal as it stands.
setup-write = Write workbench.toml, freeze the data, and make the first document?
setup-nothing = Nothing is written.
setup-next = Next: `workbench check --workspace { $folder }`, then `workbench batch --workspace { $folder }`.
proposal-ask-deal-id = Which column of { $file } identifies a deal?
proposal-ask-rep-id = Which column of { $file } says who owns a deal?
proposal-ask-amount = Which column of { $file } holds the amount of a deal?
proposal-ask-close-on = Which column of { $file } holds the day a deal is closed?
proposal-ask-stage = Which column of { $file } says how far a deal has come?
proposal-without-amount = no column: deals are only counted
proposal-without-stage = no column: every row is something sold
proposal-ask-is-won = Which column of { $file } says how a deal ended?
proposal-why-from = no list of people among the exports
proposal-lacks = { $file } looks like { $table }, but no column of it gives { $columns }.
proposal-no-key = No column of { $file } names each deal once, so no deal could be found again in the next export. Export the column with its id, too (Opportunity ID, Record ID).
proposal-why-orders = nothing in the file says how a row ended, so every row counts as sold
proposal-ask-latest = { $n ->
    [one] One row of { $file } stands in several files and is not the same in each. Which counts?
   *[other] { $n } rows of { $file } stand in several files and are not the same in each. Which count?
  }
proposal-latest-yes = that of the last file by name, as in exports that are made again each month
proposal-latest-no = none: rows that contradict each other are set aside
proposal-ask-unlisted = { $n ->
    [one] One owner of deals is not on the list of people: { $names }. What happens to their deals?
   *[other] { $n } owners of deals are not on the list of people: { $names }. What happens to their deals?
  }
proposal-unlisted-add = they count: the list gets these people, by the name the deals give
proposal-unlisted-leave = they count for nobody, and are named by workbench check
proposal-ask-unowned = { $n } of { $rows } deals in { $file } have no owner. What happens to them?
proposal-unowned-leave = they are left out and count for nobody; the count against the file names them
proposal-unowned-give = they count as deals of { $name }
proposal-twin = { $file } holds what { $twin } holds.
proposal-alike = { $file } has the columns of { $first }. Name files of one table alike (deals_1.csv, deals_2.csv), and they are read as one.
proposal-ending = { $file } is not a table: { $endings } are.
