"""The worksheets."""
