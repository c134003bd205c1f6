"""The fairness pack, for sales ops and HR: how people rate, and whom it may miss."""
