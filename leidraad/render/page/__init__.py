"""What stands around an article and at the front door of a publication."""
