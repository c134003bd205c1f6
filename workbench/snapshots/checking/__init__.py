"""Hold mapped tables against their contracts; a fault spoils what it touches and no more."""
