"""From a plan file and frozen rows to a traced statement; pure: no store, no charts, no clock."""
