"""What of a workspace's setting lets somebody read or change what is not theirs, with its cure."""
