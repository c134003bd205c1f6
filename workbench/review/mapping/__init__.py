"""What a company may map, as the page docs/tables.md: tables, options, how files are read."""
