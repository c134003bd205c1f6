"""Forms and controls: thin wires between what people do and review, charts and store."""
