proposal-outcome-won = the deal is won
proposal-outcome-lost = the deal is lost
proposal-outcome-open = the deal is still open
proposal-ask-outcome = What does “{ $word }” say of a deal?
proposal-ask-currency = No amount names its currency. Which one are they in?
proposal-ask-people = { $n ->
    [one] One person on the list appears in no deal, quota or activity: { $names }. Who is reviewed?
   *[other] { $n } people on the list appear in no deal, quota or activity: { $names }. Who is reviewed?
  }
proposal-people-seen = only who appears there, or leads somebody who does
proposal-people-all = everybody on the list
proposal-why-zone = of the export's language, or of this machine; it matters where times are cut into days
proposal-why-currency = as the amounts say
proposal-why-home = of the export's language; no amount names another
proposal-why-days = the exports tell of { $first } to { $last }
proposal-no-table = { $file } is no table a review uses, by its columns.
proposal-second = { $file } could be { $table }, too; { $first } fits better.
proposal-no-deals = No file in { $folder } tells of deals: none has a deal, an owner and how it stands. There is { $files }. Export the list of deals (opportunities), or write workbench.toml by hand: `workbench init`.
