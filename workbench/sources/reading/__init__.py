"""How a raw file is read: encoding, delimiter, header, footer; before any cell has a meaning."""
