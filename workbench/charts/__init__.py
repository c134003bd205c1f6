"""Pure functions from facts or rows to an Altair chart, and from a chart to a figure."""
