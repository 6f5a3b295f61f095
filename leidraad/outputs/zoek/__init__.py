"""The built pages → the search index, and the same search in Python."""
