"""What is measured, against what: ratios of one run, since machines are noisy."""
