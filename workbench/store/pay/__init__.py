"""The ledger of pay: runs and their steps, frozen statements, what was issued, and disputes."""
