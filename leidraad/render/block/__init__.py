"""What every block of HTML shares: its frame, the list of items, pieces of template."""
