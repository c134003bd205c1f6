"""The live coaching session: a walk in steps over what review and store know."""
