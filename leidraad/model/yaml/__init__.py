"""A file's text → values that know their file, line and column, plus problems."""
