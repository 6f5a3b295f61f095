"""What a course takes from an item."""
