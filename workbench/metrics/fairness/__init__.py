"""Fairness, for managers and sales ops only: nothing here is drawn into a rep's document."""
