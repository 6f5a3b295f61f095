"""What was agreed, for the resident."""
