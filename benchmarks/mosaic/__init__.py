"""mosaic-widget over the same deals, in an environment of its own: what Explore is measured by."""
