"""What changed between versions, and what to look at after a new core."""
