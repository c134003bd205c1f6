"""Where tables come from: files, SQL over files, the made company."""
