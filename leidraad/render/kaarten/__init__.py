"""The card of an item, to frame elsewhere."""
