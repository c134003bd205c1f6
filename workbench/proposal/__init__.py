"""From a folder of exports to a workspace: recognised, proposed, asked about, reconciled."""
