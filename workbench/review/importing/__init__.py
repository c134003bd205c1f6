"""What a person reads while setting up a workspace of their own exports."""
