"""The page on which a company's exports become a workspace: columns, questions, one button."""
