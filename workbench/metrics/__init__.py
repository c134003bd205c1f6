"""Credits, the catalogue of metrics, facts, and the statistics of honest comparison."""
