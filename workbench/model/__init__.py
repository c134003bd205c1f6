"""The table contracts, periods and calendars, money: what all other rooms agree on."""
