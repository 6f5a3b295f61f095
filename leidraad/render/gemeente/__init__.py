"""What a municipality fills in."""
